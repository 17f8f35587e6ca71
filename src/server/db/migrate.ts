import { sql } from 'kysely'
import { AppError } from '../../kernel/errors.ts'
import type { Db, Trx } from './db.ts'
import { migrations } from './migrations/all.ts'

/**
 * One step of the schema, forward only. Once released its file is frozen: a later wish is a later
 * migration. It runs in one transaction as the role that owns the tables.
 */
export interface Migration {
  /** 1, 2, 3 … without a gap, the number in its file name. */
  readonly number: number
  /** The noun in its file name. */
  readonly name: string
  readonly up: (trx: Trx) => Promise<void>
}

/** Any constant: the same for every node that migrates this database. */
const LOCK = 7_458_201

/**
 * Brings the schema up to this program's newest migration, one transaction each. Nodes that start
 * together wait for each other.
 *
 * @param db connected as the role that owns the tables
 * @param steps the migrations, oldest first
 * @returns the numbers that were applied now
 * @throws AppError `newer-data` when the database has been migrated by a newer program
 */
export async function migrate(db: Db, steps: readonly Migration[] = migrations): Promise<readonly number[]> {
  const applied: number[] = []
  let more = true
  while (more) {
    const number = await db.transaction().execute((trx) => applyNext(trx, steps))
    if (number === undefined) more = false
    else applied.push(number)
  }
  return applied
}

async function applyNext(trx: Trx, steps: readonly Migration[]): Promise<number | undefined> {
  await sql`select pg_advisory_xact_lock(${LOCK})`.execute(trx)
  await sql`set local client_min_messages = warning`.execute(trx)
  await sql`create table if not exists migration (number int primary key, name text not null, applied timestamptz not null default now())`.execute(
    trx,
  )
  const rows = await sql<{ last: number | null }>`select max(number) as last from migration`.execute(trx)
  const last = rows.rows[0]?.last ?? 0
  const newest = steps.at(-1)?.number ?? 0
  if (last > newest) {
    throw new AppError('newer-data', {
      what: 'Kith cannot open this data.',
      why: `It was written by a newer version of Kith (its schema is number ${last}, this program knows ${newest}).`,
      next: 'Start that newer version again; nothing was changed.',
    })
  }
  const step = steps.find((one) => one.number === last + 1)
  if (step === undefined) return undefined
  await step.up(trx)
  await sql`insert into migration (number, name) values (${step.number}, ${step.name})`.execute(trx)
  return step.number
}
