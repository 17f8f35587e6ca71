import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')

/** A port of 127.0.0.1 that is free now. */
export async function freePort(): Promise<number> {
  return await new Promise((done, fail) => {
    const probe = createServer()
    probe.once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address !== null && typeof address === 'object' ? done(address.port) : fail(new Error('no port'))))
    })
  })
}

/** A Kith of its own: a data and a configuration directory, a port, and the real program in a process. */
export interface Stage {
  readonly directory: string
  readonly data: string
  readonly base: string
  readonly env: NodeJS.ProcessEnv
  /** Starts the program; resolves with the one-time link that it prints. */
  start(extra?: NodeJS.ProcessEnv): Promise<string>
  /** The process that runs, if one does. */
  readonly process: ChildProcess | undefined
  /** Everything that the program printed so far. */
  output(): string
  /** Ends the program as Ctrl-C does; resolves with its exit code. */
  stop(): Promise<number | null>
  /** Ends the program at once, as a power cut does. */
  kill(): Promise<void>
  /** Runs `kith …` with this data; resolves with what it printed and its exit code. */
  kith(...args: string[]): Promise<{ code: number | null; out: string; err: string }>
  /** Stops what runs and removes the directory. */
  end(): Promise<void>
}

/** Prepares a stage; nothing runs yet. */
export async function openStage(zone = 'Europe/Lisbon'): Promise<Stage> {
  const directory = mkdtempSync(join(tmpdir(), 'kith-'))
  // For root the database runs under an account of its own, which must be able to pass through.
  chmodSync(directory, 0o711)
  const data = join(directory, 'data')
  const port = await freePort()
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    TZ: zone,
    KITH_LANG: 'en',
    KITH_PORT: String(port),
    KITH_DATA: data,
    KITH_CONFIG: join(directory, 'config'),
    KITH_OPEN: '0',
    DATABASE_URL: '',
    NODE_ENV: 'production',
  }
  let child: ChildProcess | undefined
  let printed = ''

  const ended = async (one: ChildProcess): Promise<number | null> =>
    one.exitCode !== null || one.signalCode !== null ? one.exitCode : await new Promise((done) => one.once('exit', (code) => done(code)))

  const start = async (extra: NodeJS.ProcessEnv = {}): Promise<string> => {
    const one = spawn(process.execPath, [join(root, 'src/server/main.ts')], {
      cwd: root,
      env: { ...env, ...extra },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child = one
    let mine = ''
    return await new Promise<string>((done, fail) => {
      const hear = (chunk: Buffer): void => {
        mine += chunk.toString()
        printed += chunk.toString()
        const link = /http:\/\/\S+#open=\S+/.exec(mine)?.[0]
        if (link !== undefined) done(link)
      }
      one.stdout?.on('data', hear)
      one.stderr?.on('data', hear)
      one.once('exit', (code) => fail(new Error(`Kith ended with ${code}: ${mine}`)))
    })
  }
  const stop = async (): Promise<number | null> => {
    if (child === undefined) return null
    child.kill('SIGTERM')
    const code = await ended(child)
    child = undefined
    return code
  }

  return {
    directory,
    data,
    base: `http://127.0.0.1:${port}`,
    env,
    start,
    stop,
    get process() {
      return child
    },
    output: () => printed,
    async kill() {
      if (child === undefined) return
      child.kill('SIGKILL')
      await ended(child)
      child = undefined
    },
    async kith(...args) {
      const one = spawn(process.execPath, [join(root, 'src/cli/main.ts'), ...args], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
      let out = ''
      let err = ''
      one.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
      one.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
      return { code: await ended(one), out, err }
    },
    async end() {
      await stop()
      rmSync(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    },
  }
}
