import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, closeSync, openSync, readFileSync, realpathSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { AppError } from '../../kernel/errors.ts'
import { checkWayIn, databaseAccount } from './account.ts'
import { findBinaries } from './binaries.ts'
import { ensureDatabase, environment, failed, OWNER_ROLE, ownDirectory, type Place, prepareCluster, type Secrets } from './cluster.ts'
import { type Doors, RUNTIME_ROLE } from './db.ts'
import { clearTheWay, endPostmaster, signalPostmaster } from './postmaster.ts'
import { passing } from './server-log.ts'

/** The PostgreSQL that Kith runs for itself. */
export interface Embedded {
  readonly doors: Doors
  /** Process number of the database, for tests that kill it. */
  pid(): number
  /** Ends it cleanly. */
  stop(): Promise<void>
  /** Lets it run on after this process; somebody else ends it. */
  leave(): void
}

export interface EmbeddedOptions {
  /** Settings beyond Kith's own, e.g. `{ fsync: 'off' }` in tests. */
  readonly settings?: Readonly<Record<string, string>>
  /** How long to wait for things that pass by themselves, in milliseconds. */
  readonly patience?: number
}

/** `sockaddr_un` holds 104 bytes on macOS and 108 on Linux, with the file name and a final zero. */
const LONGEST_SOCKET_DIR = 80

/**
 * Starts the database in a data directory, making it first when there is none, and starts it again whenever
 * it ends unasked. The caller holds Kith's lock on it.
 *
 * @param directory an existing directory that this process may write to
 * @throws AppError with one sentence for the person
 */
export async function startEmbedded(directory: string, options: EmbeddedOptions = {}): Promise<Embedded> {
  const data = realpathSync(directory)
  const pgData = join(data, 'postgres')
  const account = databaseAccount(pgData)
  if (account !== undefined) {
    checkWayIn(data, account)
    chmodSync(data, 0o711)
  }
  const binaries = findBinaries(data, account)
  const socketDir = join(data, 'socket')
  const socket = process.platform !== 'win32' && Buffer.byteLength(socketDir) <= LONGEST_SOCKET_DIR ? socketDir : undefined
  if (socket !== undefined) ownDirectory(socket, account)
  const place: Place = { data, pgData, log: join(data, 'postgres.log'), socket, account, binaries, settings: options.settings ?? {} }

  const secrets = prepareCluster(place)

  const patience = options.patience ?? 10_000
  const keeper = new Keeper(place, secrets, patience)
  await keeper.start()
  try {
    await ensureDatabase(keeper.doors(), secrets)
  } catch (error) {
    await keeper.stop()
    throw error
  }
  return { doors: keeper.doors(), pid: () => keeper.pid, stop: () => keeper.stop(), leave: () => keeper.leave() }
}

/** Keeps one database process running until it is asked to stop. */
class Keeper {
  pid = 0
  #port = 5432
  #child: ChildProcess | undefined
  #stopping = false
  readonly #place: Place
  readonly #secrets: Secrets
  readonly #patience: number

  constructor(place: Place, secrets: Secrets, patience: number) {
    this.#place = place
    this.#secrets = secrets
    this.#patience = patience
  }

  doors(): Doors {
    const where = { host: this.#place.socket ?? '127.0.0.1', port: this.#port, database: 'kith' }
    return {
      owner: { ...where, user: OWNER_ROLE, password: this.#secrets.owner },
      runtime: { ...where, user: RUNTIME_ROLE, password: this.#secrets.runtime },
    }
  }

  /** The last thing a process does that ends in a hurry: the database is asked to end by itself. */
  readonly #onExit = (): void => signalPostmaster(this.pid, 'SIGINT', this.#place.binaries.pgCtl)

  async start(): Promise<void> {
    process.once('exit', this.#onExit)
    const until = performance.now() + this.#patience
    for (;;) {
      if (this.#place.socket === undefined) this.#port = await freePort()
      await clearTheWay(this.#place.pgData, this.#place.binaries.pgCtl)
      const said = await this.#launch()
      if (said === undefined) return
      if (this.#stopping || performance.now() > until || !passing(said)) throw failed(said, this.#place.data)
      await sleep(150)
    }
  }

  leave(): void {
    this.#stopping = true
    process.off('exit', this.#onExit)
  }

  async stop(): Promise<void> {
    this.leave()
    const child = this.#child
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise<void>((done) => void child.once('exit', () => done()))
    if (!(await Promise.race([gone.then(() => true), endPostmaster(this.pid, this.#place.binaries.pgCtl)])))
      throw failed('', this.#place.data)
  }

  /** Starts the process once; answers what PostgreSQL said when it ended, or undefined when it serves. */
  async #launch(): Promise<string | undefined> {
    const { pgData, log, account, binaries } = this.#place
    const output = openSync(log, 'w', 0o600)
    const child = spawn(binaries.postgres, ['-D', pgData, ...settingsOf(this.#place, this.#port)], {
      cwd: pgData,
      env: environment,
      // A session of its own: Ctrl-C in the terminal is for Kith, which then ends the database in order.
      detached: true,
      stdio: ['ignore', output, output],
      windowsHide: true,
      ...(account && { uid: account.uid, gid: account.gid }),
    })
    closeSync(output)
    let ended = false
    let failure = ''
    child.once('error', (error) => {
      failure = error.message
      ended = true
    })
    child.once('exit', () => {
      ended = true
    })
    child.unref()
    this.#child = child
    this.pid = child.pid ?? 0
    while (!ended) {
      if (await this.#answers()) {
        child.once('exit', () => void this.#revive())
        if (child.exitCode !== null || child.signalCode !== null) void this.#revive()
        return undefined
      }
      await sleep(10)
    }
    return failure === '' ? readLog(log) : failure
  }

  async #answers(): Promise<boolean> {
    const client = new pg.Client({ ...this.doors().owner, database: 'postgres', connectionTimeoutMillis: 2_000 })
    client.on('error', () => undefined)
    try {
      await client.connect()
      await client.end()
      return true
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : ''
      if (code === '28P01' || code === '28000') {
        await endPostmaster(this.pid, this.#place.binaries.pgCtl)
        throw new AppError('wrong-secret', {
          what: 'Kith cannot open its database.',
          why: 'The file database.json in the data directory does not belong to this database.',
          next: 'Put back the database.json that was there, or restore a backup.',
        })
      }
      return false
    }
  }

  async #revive(): Promise<void> {
    for (let wait = 100; !this.#stopping; wait = Math.min(wait * 2, 5_000)) {
      try {
        await clearTheWay(this.#place.pgData, this.#place.binaries.pgCtl)
        if (!this.#stopping && (await this.#launch()) === undefined) return
      } catch {
        // Requests answer "the database does not answer" meanwhile; the next attempt may do.
      }
      await sleep(wait)
    }
  }
}

function settingsOf(place: Place, port: number): string[] {
  const settings: Record<string, string> = {
    port: String(port),
    listen_addresses: place.socket === undefined ? '127.0.0.1' : '',
    unix_socket_directories: place.socket ?? '',
    unix_socket_permissions: '0700',
    max_connections: '40',
    shared_buffers: '64MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_destination: 'stderr',
    logging_collector: 'off',
    // Neither statements nor errors about them, which may quote a value, reach the log.
    log_statement: 'none',
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_parameter_max_length_on_error: '0',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    log_line_prefix: '',
    ...place.settings,
  }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

const readLog = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** A port nobody listens on at the moment; PostgreSQL is started again on another if somebody is faster. */
async function freePort(): Promise<number> {
  return await new Promise((done, refuse) => {
    const probe = createServer()
    probe.once('error', refuse)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => done(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
