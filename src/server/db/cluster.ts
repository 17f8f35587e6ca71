import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { AppError } from '../../kernel/errors.ts'
import type { Account } from './account.ts'
import { type Binaries, MAJOR } from './binaries.ts'
import { type Doors, RUNTIME_ROLE } from './db.ts'
import { fullSentence, sentenceOf } from './server-log.ts'

/** The role that owns the tables of the database Kith runs for itself. */
export const OWNER_ROLE = 'kith'

/** Passwords of the two roles. */
export interface Secrets {
  readonly owner: string
  readonly runtime: string
}

/** Where the database lies, and who runs it with what. */
export interface Place {
  readonly data: string
  readonly pgData: string
  readonly log: string
  readonly socket: string | undefined
  readonly account: Account | undefined
  readonly binaries: Binaries
  readonly settings: Readonly<Record<string, string>>
}

/** Only what PostgreSQL needs: no setting of the person's shell reaches it. */
export const environment: NodeJS.ProcessEnv = {
  PATH: process.env['PATH'],
  LC_ALL: 'C',
  TZ: 'UTC',
  ...(process.platform === 'win32' && { SystemRoot: process.env['SystemRoot'], TEMP: process.env['TEMP'] }),
}

/** Less than one file of PostgreSQL's log of changes: it cannot start or write any more. */
const NO_ROOM = 16 * 1024 * 1024

const isFull = (data: string): boolean => {
  const { bavail, bsize } = statfsSync(data)
  return bavail * bsize < NO_ROOM
}

/** The error for a database that did not start: the disk when it is full, else what PostgreSQL said. */
export const failed = (log: string, data: string): AppError =>
  fullSentence(log) || isFull(data)
    ? diskIsFull()
    : new AppError('database-start', {
        what: 'Kith cannot start its database.',
        why: sentenceOf(log),
        next: 'The file postgres.log in the data directory says more.',
      })

const diskIsFull = (): AppError =>
  new AppError('disk-full', {
    what: 'Kith cannot start its database.',
    why: 'The disk that holds the data directory is full.',
    next: 'Free at least 200 MB there and start Kith again.',
    status: 507,
  })

/**
 * Makes the cluster when there is none, or makes sure that the one that is there is of this version.
 *
 * @returns the passwords of its roles
 * @throws AppError with one sentence for the person; what is there stays as it is
 */
export function prepareCluster(place: Place): Secrets {
  const { data, pgData } = place
  if (existsSync(join(pgData, 'PG_VERSION'))) {
    checkVersion(pgData)
    return readSecrets(data)
  }
  if (existsSync(pgData) && readdirSync(pgData).length > 0) throw damaged()
  const secrets = makeSecrets(data)
  makeCluster(place, secrets)
  return secrets
}

/** Makes a directory that belongs to whoever runs the database. */
export function ownDirectory(path: string, account: Account | undefined): void {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  if (account !== undefined) chownSync(path, account.uid, account.gid)
}

function makeSecrets(data: string): Secrets {
  const secret = (): string => randomBytes(24).toString('base64url')
  const secrets: Secrets = { owner: secret(), runtime: secret() }
  writeFileSync(join(data, 'database.json'), JSON.stringify(secrets), { mode: 0o600 })
  return secrets
}

function readSecrets(data: string): Secrets {
  try {
    const read = JSON.parse(readFileSync(join(data, 'database.json'), 'utf8')) as Partial<Secrets>
    if (typeof read.owner === 'string' && typeof read.runtime === 'string') return { owner: read.owner, runtime: read.runtime }
  } catch {
    // Answered below: missing, unreadable and damaged ask for the same.
  }
  throw new AppError('no-secret', {
    what: 'Kith cannot open its database.',
    why: 'The file database.json in the data directory is missing or damaged.',
    next: 'Put back the one that was there, or restore a backup.',
  })
}

const damaged = (): AppError =>
  new AppError('damaged-data', {
    what: 'Kith cannot open this data.',
    why: 'The folder postgres in the data directory has files in it, but not the one that says which version wrote them.',
    next: 'Restore a backup, or choose another data directory with KITH_DATA; nothing was changed.',
  })

/** Makes the cluster under another name and renames it when it is whole: a start that is interrupted leaves nothing half done. */
function makeCluster(place: Place, secrets: Secrets): void {
  const { data, pgData, account, binaries } = place
  const part = `${pgData}.part`
  const word = join(data, 'word')
  rmSync(part, { recursive: true, force: true })
  ownDirectory(part, account)
  writeFileSync(word, secrets.owner, { mode: 0o600 })
  if (account !== undefined) chownSync(word, account.uid, account.gid)
  const made = spawnSync(
    binaries.initdb,
    [
      ...['-D', part, '-U', OWNER_ROLE, `--pwfile=${word}`, '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C'],
      ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--data-checksums', '--no-instructions'],
    ],
    { cwd: part, env: environment, encoding: 'utf8', windowsHide: true, ...(account && { uid: account.uid, gid: account.gid }) },
  )
  rmSync(word, { force: true })
  if (made.status !== 0) {
    rmSync(part, { recursive: true, force: true })
    throw failed(`${made.stderr ?? ''}${made.error?.message ?? ''}`, data)
  }
  renameSync(part, pgData)
}

function checkVersion(pgData: string): void {
  const major = Number(readFileSync(join(pgData, 'PG_VERSION'), 'utf8'))
  if (major === MAJOR) return
  const newer = major > MAJOR
  throw new AppError(newer ? 'newer-data' : 'older-data', {
    what: 'Kith cannot open this data.',
    why: `It was written by PostgreSQL ${major}, and this Kith comes with PostgreSQL ${MAJOR}.`,
    next: newer
      ? 'Start the newer Kith again; nothing was changed.'
      : 'Make a backup with the Kith that wrote it, and restore it here; nothing was changed.',
  })
}

/** The database `kith` and the role that serves requests. Both are made by the first start and found by later ones. */
export async function ensureDatabase(doors: Doors, secrets: Secrets): Promise<void> {
  const client = new pg.Client({ ...doors.owner, database: 'postgres' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const role = await client.query('select 1 from pg_roles where rolname = $1', [RUNTIME_ROLE])
    if (role.rowCount === 0) {
      const secret = client.escapeLiteral(secrets.runtime)
      await client.query(
        `create role ${RUNTIME_ROLE} login password ${secret} nosuperuser nocreatedb nocreaterole noreplication nobypassrls`,
      )
    }
    const database = await client.query("select 1 from pg_database where datname = 'kith'")
    if (database.rowCount === 0) await client.query('create database kith')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '53100') throw diskIsFull()
    throw error
  } finally {
    await client.end()
  }
}
