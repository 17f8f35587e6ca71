import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { isAlive, pidIn } from './db/postmaster.ts'

const main = join(import.meta.dirname, 'main.ts')
const kith = resolve(import.meta.dirname, '../../bin/kith')
const place = mkdtempSync(join(tmpdir(), 'kith-run-'))
const data = join(place, 'data')
const pgData = join(data, 'postgres')
const started: Started[] = []

interface Started {
  readonly child: ChildProcess
  /** Everything it printed so far. */
  printed(): string
  /** The first line it prints that matches; rejects when it ends before. */
  line(pattern: RegExp): Promise<string>
  /** Its exit code, when it has ended. */
  readonly ended: Promise<number | null>
}

function start(command: string, args: string[], env: Record<string, string> = {}): Started {
  const plain = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm_|KITH_|DATABASE_URL|VITEST)/.test(name)))
  const child = spawn(command, args, {
    env: { ...plain, KITH_DATA: data, KITH_CONFIG: join(place, 'config'), KITH_PORT: '0', KITH_OPEN: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  const ended = once(child, 'close').then(([code]) => code as number | null)
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => (text += String(part)))
  const line = async (pattern: RegExp): Promise<string> => {
    for (;;) {
      const found = text.split('\n').find((one) => pattern.test(one))
      if (found !== undefined) return found
      if (child.exitCode !== null || child.signalCode !== null) throw new Error(`It ended before it said ${pattern}: ${text}`)
      await sleep(20)
    }
  }
  const one: Started = { child, printed: () => text, line, ended }
  started.push(one)
  return one
}

const server = (env: Record<string, string> = {}) => start(process.execPath, [main], env)
const ready = async (one: Started): Promise<URL> => new URL((await one.line(/^Kith is ready: /)).replace('Kith is ready: ', ''))

beforeAll(() => chmodSync(place, 0o711))

afterEach(async () => {
  for (const { child, ended } of started.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
    await ended
  }
})

afterAll(() => rmSync(place, { recursive: true, force: true }))

const endedWhole = async (): Promise<void> => {
  expect(existsSync(join(data, 'run.json'))).toBe(false)
  expect(existsSync(join(pgData, 'postmaster.pid'))).toBe(false)
}

test.each(['SIGINT', 'SIGTERM'] as const)('%s ends server and database in order, with exit code 0', async (signal) => {
  const one = server()
  const link = await ready(one)
  expect(one.printed()).toBe(`Kith is ready: ${link.href}\n`)
  expect((await fetch(`${link.origin}/readyz`)).status).toBe(200)
  one.child.kill(signal)
  expect(await one.ended).toBe(0)
  await endedWhole()
})

test('Ctrl-C that arrives twice, from the terminal and from npm, is one', async () => {
  const one = server()
  await ready(one)
  one.child.kill('SIGINT')
  one.child.kill('SIGINT')
  expect(await one.ended).toBe(0)
  await endedWhole()
})

test('the link that is printed signs in', async () => {
  const one = server()
  const link = await ready(one)
  const token = link.hash.replace('#open=', '')
  const answer = await fetch(`${link.origin}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  })
  expect(answer.status).toBe(200)
})

test('after a kill -9 of the server the next start ends the database left behind and works by itself', async () => {
  const one = server()
  await ready(one)
  const orphan = pidIn(pgData)
  one.child.kill('SIGKILL')
  await one.ended
  expect(isAlive(Number(orphan))).toBe(true)
  const two = server()
  const link = await ready(two)
  expect((await fetch(`${link.origin}/readyz`)).status).toBe(200)
  expect(isAlive(Number(orphan))).toBe(false)
})

test('after a kill -9 of both the next start works by itself', async () => {
  const one = server()
  await ready(one)
  one.child.kill('SIGKILL')
  process.kill(Number(pidIn(pgData)), 'SIGKILL')
  await one.ended
  expect((await fetch(`${(await ready(server())).origin}/readyz`)).status).toBe(200)
})

test('a second start says in one sentence where the first one answers, and ends with 1', async () => {
  const link = await ready(server())
  const two = server()
  expect(await two.ended).toBe(1)
  expect(two.printed().trim().split('\n')).toHaveLength(1)
  expect(two.printed()).toContain(link.origin)
})

test('a wrong setting ends the start with one sentence and 1', async () => {
  const one = server({ KITH_PORT: 'http' })
  expect(await one.ended).toBe(1)
  expect(one.printed().trim()).toMatch(/^Kith does not start\. KITH_PORT is "http".*$/)
})

// Windows has no shell of this kind.
test.skipIf(process.platform === 'win32')(
  'a shell in between that dies without passing the signal on does not leave the server behind',
  async () => {
    const shell = start('sh', ['-c', `"${process.execPath}" "${main}" & wait`], { npm_lifecycle_event: 'start' })
    await ready(shell)
    const { pid } = JSON.parse(readFileSync(join(data, 'run.json'), 'utf8')) as { pid: number }
    shell.child.kill('SIGKILL')
    for (let i = 0; i < 200 && isAlive(pid); i++) await sleep(50)
    expect(isAlive(pid)).toBe(false)
    await endedWhole()
  },
)

// On Windows npm makes a command file of its own for it.
test.skipIf(process.platform === 'win32')('the command starts the server, gives a fresh link to it, and ends with it', async () => {
  const one = start(kith, ['start'])
  const link = await ready(one)
  const open = start(kith, ['open'])
  expect(await open.ended).toBe(0)
  expect(new URL(open.printed().trim()).origin).toBe(link.origin)
  expect(open.printed().trim()).not.toBe(link.href)
  one.child.kill('SIGTERM')
  expect(await one.ended).toBe(0)
  await endedWhole()
})

// On Windows npm makes a command file of its own for it.
test.skipIf(process.platform === 'win32')('an unknown command is answered with what Kith knows, and 2', async () => {
  const one = start(kith, ['dance'])
  expect(await one.ended).toBe(2)
  expect(one.printed()).toMatch(/^Kith does not know "dance"\. It knows:\n/)
  expect(one.printed()).toMatch(/ {2}kith start +\S/)
})

// On Windows npm makes a command file of its own for it.
test.skipIf(process.platform === 'win32')('open without a running server says so in one sentence', async () => {
  const one = start(kith, ['open'])
  expect(await one.ended).toBe(1)
  expect(one.printed()).toMatch(/^Kith is not running\./)
})
