// Everything that can be checked: types, lint and guards, then every test. Ends with one line,
// "N passed, N failed". What follows the command narrows the tests, e.g. `npm test -- --project unit`.
import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { nodePath } from './node-path.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const node = existsSync(nodePath(root)) ? nodePath(root) : process.execPath
const scratch = mkdtempSync(join(tmpdir(), 'kith-test-'))
// For root the database runs under an account of its own, which must be able to pass through.
chmodSync(scratch, 0o711)
/** Test files that need a database share one PostgreSQL, which the first of them starts here. */
const cluster = join(scratch, 'cluster')

let current
let stopped = false
const run = (args, output) =>
  new Promise((done) => {
    current = spawn(node, args, {
      cwd: root,
      stdio: ['ignore', output, 'inherit'],
      env: { ...process.env, KITH_TEST_CLUSTER: cluster, KITH_OPEN: '0' },
    })
    let text = ''
    current.stdout?.on('data', (part) => {
      text += part
      process.stdout.write(part)
    })
    current.once('error', () => done({ code: 1, text }))
    current.once('close', (code) => done({ code: code ?? 1, text }))
  })

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    stopped = true
    current?.kill(signal)
  })
}

const total = { passed: 0, failed: 0 }
const count = (passed, failed) => {
  total.passed += passed
  total.failed += failed
}

try {
  const check = await run([join(root, 'scripts', 'check.mjs')], 'pipe')
  const steps = (word) => check.text.split('\n').filter((line) => line.startsWith(`${word} `)).length
  count(steps('ok'), Math.max(steps('FAILED'), check.code === 0 ? 0 : 1))

  if (!stopped) {
    const report = join(scratch, 'report.json')
    const tests = await run(
      [
        join(root, 'node_modules', 'vitest', 'vitest.mjs'),
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
        ...process.argv.slice(2),
      ],
      'inherit',
    )
    if (existsSync(report)) {
      const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
      // A file that cannot even be loaded has no tests to count: it counts as one that failed.
      const broken = testResults.filter(
        (file) => file.status === 'failed' && file.assertionResults.every((one) => one.status !== 'failed'),
      ).length
      count(numPassedTests, Math.max(numFailedTests + broken, tests.code === 0 ? 0 : 1))
    } else {
      count(0, 1)
    }
  }
} finally {
  await endCluster()
  rmSync(scratch, { recursive: true, force: true })
}

if (stopped) count(0, 1)
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`)
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1

async function endCluster() {
  const doors = join(cluster, 'doors.json')
  if (!existsSync(doors)) return
  const { pid } = JSON.parse(readFileSync(doors, 'utf8'))
  const alive = () => {
    try {
      return process.kill(pid, 0)
    } catch {
      return false
    }
  }
  if (alive()) process.kill(pid, 'SIGINT')
  for (let waited = 0; alive() && waited < 10_000; waited += 50) await new Promise((done) => setTimeout(done, 50))
}
