import { randomBytes, randomUUID } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll } from 'vitest'
import type { OwnerId } from '../../kernel/ids.ts'
import { takeLock } from '../lock.ts'
import { asOwner, type Db, type Doors, openDb } from './db.ts'
import { type Embedded, startEmbedded } from './embedded.ts'
import { migrate } from './migrate.ts'

/** A database of its own for one test file: real PostgreSQL, migrated, empty. */
export interface TestDatabase {
  /** As requests see it: the role `kith_runtime`. */
  readonly db: Db
  /** As the role that owns the tables, for looking behind the scenes. */
  readonly admin: Db
  readonly doors: Doors
  /** Adds somebody who owns a book. */
  newOwner(): Promise<OwnerId>
  /** Closes the connections and drops the database; done by itself after the file's tests. */
  drop(): Promise<void>
}

const TEMPLATE = 'kith_template'

/** The test run shares one cluster through a directory named by its runner; a lone file starts its own. */
const SHARED = 'KITH_TEST_CLUSTER'

let doors: Promise<Doors> | undefined

/**
 * A fresh, migrated database (35–72 ms: a copy of a template). Call it in `beforeAll` or at the top
 * of a test file; what it holds is dropped after the file's tests.
 */
export async function freshDatabase(): Promise<TestDatabase> {
  doors ??= openCluster()
  const cluster = await doors
  const name = `kith_${randomBytes(6).toString('hex')}`
  const root = openDb({ ...cluster.owner, database: 'postgres' }, 1)
  await sql`create database ${sql.id(name)} template ${sql.id(TEMPLATE)}`.execute(root)
  const own: Doors = { owner: { ...cluster.owner, database: name }, runtime: { ...cluster.runtime, database: name } }
  const db = openDb(own.runtime)
  const admin = openDb(own.owner, 3)
  let dropped = false
  const drop = async (): Promise<void> => {
    if (dropped) return
    dropped = true
    await Promise.all([db.destroy(), admin.destroy()])
    await sql`drop database ${sql.id(name)} with (force)`.execute(root)
    await root.destroy()
  }
  const newOwner = async (): Promise<OwnerId> => {
    const id = randomUUID() as OwnerId
    await asOwner(admin, id, async (trx) => void (await trx.insertInto('owner').values({ id }).execute()))
    return id
  }
  drops.push(drop)
  return { db, admin, doors: own, newOwner, drop }
}

const drops: (() => Promise<void>)[] = []
let own: { embedded: Embedded; directory: string } | undefined

afterAll(async () => {
  await Promise.all(drops.splice(0).map((drop) => drop()))
  const mine = own
  own = undefined
  doors = undefined
  if (mine === undefined) return
  await mine.embedded.stop()
  rmSync(mine.directory, { recursive: true, force: true })
})

async function openCluster(): Promise<Doors> {
  const shared = process.env[SHARED]
  if (shared === undefined) {
    const directory = mkdtempSync(join(tmpdir(), 'kith-db-'))
    const embedded = await startCluster(directory)
    own = { embedded, directory }
    return embedded.doors
  }
  mkdirSync(shared, { recursive: true })
  const lock = await takeLock(join(shared, 'lock'), 60_000)
  if (lock === null) throw new Error('The test cluster was not ready within a minute.')
  try {
    const ready = join(shared, 'doors.json')
    if (!existsSync(ready)) {
      const embedded = await startCluster(shared)
      embedded.leave()
      writeFileSync(ready, JSON.stringify({ doors: embedded.doors, pid: embedded.pid() }), { mode: 0o600 })
    }
    return (JSON.parse(readFileSync(ready, 'utf8')) as { doors: Doors }).doors
  } finally {
    lock.release()
  }
}

async function startCluster(directory: string): Promise<Embedded> {
  chmodSync(directory, 0o711)
  const embedded = await startEmbedded(directory, {
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
  })
  try {
    const root = openDb({ ...embedded.doors.owner, database: 'postgres' }, 1)
    await sql`create database ${sql.id(TEMPLATE)}`.execute(root)
    await root.destroy()
    const template = openDb({ ...embedded.doors.owner, database: TEMPLATE }, 1)
    await migrate(template)
    await template.destroy()
    return embedded
  } catch (error) {
    await embedded.stop()
    throw error
  }
}
