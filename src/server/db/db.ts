import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import type { OwnerId } from '../../kernel/ids.ts'
import { Temporal } from '../../kernel/time.ts'
import type { Tables } from './tables.ts'

/** The database as requests see it: every connection is the role `kith_runtime`, which owns nothing. */
export type Db = Kysely<Tables>
/** One transaction of {@link Db}. */
export type Trx = Transaction<Tables>

/** How to reach a database: as the role that owns the tables, and as the role that serves requests. */
export interface Doors {
  readonly owner: pg.PoolConfig
  readonly runtime: pg.PoolConfig
}

/** The role that serves requests: no superuser, no BYPASSRLS, owns nothing. */
export const RUNTIME_ROLE = 'kith_runtime'

const { builtins } = pg.types

const safeInteger = (text: string): number => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError('An integer of the database does not fit a JavaScript number.')
  return value
}

/** `int8` as a number, `timestamptz` as an Instant, `date` as ISO text: nothing becomes a JavaScript Date. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (format !== 'binary') {
      if (oid === builtins.INT8) return safeInteger
      if (oid === builtins.TIMESTAMPTZ) return (text: string) => Temporal.Instant.from(text.replace(' ', 'T'))
      if (oid === builtins.DATE || oid === builtins.TIMESTAMP) return (text: string) => text
    }
    return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text')
  },
}

/**
 * Opens a pool. A connection that breaks while idle is dropped and replaced at the next query,
 * so that a database that restarts does not take the server with it.
 *
 * @param config how to connect
 * @param most the largest number of connections
 */
export function openDb(config: pg.PoolConfig, most = 10): Db {
  const pool = new pg.Pool({
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 9_000,
    max: most,
    ...config,
    types,
  })
  pool.on('error', () => undefined)
  // A connection that breaks in the middle of a query tells the query, and this event besides.
  pool.on('connect', (client) => void client.on('error', () => undefined))
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}

/**
 * Runs `work` in one transaction that sees only what belongs to `owner`: row-level security
 * compares each row with `app.uid`, which ends with the transaction. Without it there are no rows.
 */
export async function asOwner<T>(db: Db, owner: OwnerId, work: (trx: Trx) => Promise<T>): Promise<T> {
  return await withSetting(db, 'app.uid', owner, work)
}

/**
 * Runs `work` in one transaction with a setting that policies read, e.g. `app.bearer`, the hash of
 * a token that shows the one row it belongs to. The setting ends with the transaction.
 *
 * @param name a name that begins with `app.`
 */
export async function withSetting<T>(db: Db, name: `app.${string}`, value: string, work: (trx: Trx) => Promise<T>): Promise<T> {
  return await db.transaction().execute(async (trx) => {
    await sql`select set_config(${name}, ${value}, true)`.execute(trx)
    return await work(trx)
  })
}
