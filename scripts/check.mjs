// Types, lint and format, unused code, and the guards of the house. One line per step; what a step
// has to say is printed only when it fails. Plain JavaScript, so that an old Node can start it.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { nodePath } from './node-path.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** The steps need the Node that came with the dependencies, whichever Node started this file. */
const node = existsSync(nodePath(root)) ? nodePath(root) : process.execPath

const steps = [
  { name: 'types', program: 'typescript/bin/tsc', args: ['--noEmit', '-p', '.'] },
  {
    name: 'lint and format',
    program: '@biomejs/biome/bin/biome',
    args: ['ci', '--colors=off', '--error-on-warnings', '--max-diagnostics=60', '.'],
  },
  { name: 'unused code', program: 'knip/bin/knip.js', args: ['--no-progress'] },
  { name: 'guards', program: 'vitest/vitest.mjs', args: ['run', '--project', 'unit', '--reporter=dot', 'test/architecture'] },
]

if (!existsSync(join(root, 'node_modules'))) {
  process.stderr.write('The dependencies are not installed. Run npm ci, then npm run check again.\n')
  process.exit(1)
}

let failed = 0
for (const { name, program, args } of steps) {
  const began = process.hrtime.bigint()
  const { status, stdout, stderr } = spawnSync(node, [join(root, 'node_modules', program), ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64_000_000,
    env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1' },
  })
  const seconds = (Number(process.hrtime.bigint() - began) / 1e9).toFixed(1)
  if (status !== 0) {
    failed++
    // Indented, so that a line of a step is never taken for the line about a step.
    process.stdout.write(`${stdout ?? ''}${stderr ?? ''}`.replace(/^(?=.)/gm, '  '))
  }
  process.stdout.write(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)\n`)
}
process.stdout.write(failed === 0 ? 'Everything holds.\n' : `${failed} of ${steps.length} steps failed.\n`)
process.exitCode = failed === 0 ? 0 : 1
