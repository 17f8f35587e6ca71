import { sql } from 'kysely'
import type { OwnerId } from '../../kernel/ids.ts'
import type { Changes, Head, PutRecords, PutResult, SealedRow, Write, WriteResult } from '../contract.ts'
import type { VaultTrx } from './tables.ts'

/** The counters of a book; locked, so that writes of one owner follow one another. */
export async function lockBook(trx: VaultTrx, owner: OwnerId): Promise<{ epoch: number; seq: number; records: number; rev_sum: number }> {
  const book = trx.selectFrom('vault_book').select(['epoch', 'seq', 'records', 'rev_sum']).where('owner', '=', owner).forUpdate()
  const there = await book.executeTakeFirst()
  if (there !== undefined) return there
  const empty = { owner, epoch: 0, seq: 0, records: 0, rev_sum: 0 }
  await trx
    .insertInto('vault_book')
    .values(empty)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return await book.executeTakeFirstOrThrow()
}

/** Whose book it is, and its totals. */
export async function readHead(trx: VaultTrx, owner: OwnerId): Promise<Head> {
  const book = await trx.selectFrom('vault_book').selectAll().where('owner', '=', owner).executeTakeFirst()
  return { owner, epoch: book?.epoch ?? 0, cursor: book?.seq ?? 0, records: book?.records ?? 0, revSum: book?.rev_sum ?? 0 }
}

const same = (row: SealedRow, write: Write): boolean =>
  row.rev === write.rev && row.epoch === write.epoch && row.envelope === write.envelope

/**
 * Takes writes in order. A write is taken when it replaces the revision it says, or when it is
 * already there, word for word. `together`: all or none.
 */
export async function putRecords(trx: VaultTrx, owner: OwnerId, { writes, together }: PutRecords): Promise<PutResult> {
  const book = await lockBook(trx, owner)
  if (writes.some(({ epoch }) => epoch !== book.epoch)) {
    return { results: writes.map(({ id }) => ({ id, taken: false, current: null })), cursor: book.seq, epoch: book.epoch }
  }
  const before = new Map<string, SealedRow>()
  const stored = await trx
    .selectFrom('vault_record')
    .select(['id', 'epoch', 'rev', 'envelope'])
    .where('owner', '=', owner)
    .where('id', 'in', [...new Set(writes.map(({ id }) => id))])
    .execute()
  for (const row of stored) before.set(row.id, row)

  const now = new Map(before)
  const refused = new Set<string>()
  const staged = new Map<string, Write>()
  const results: WriteResult[] = writes.map((write) => {
    const { id, rev } = write
    const current = now.get(id)
    if (current !== undefined && same(current, write)) return { id, taken: true, rev }
    const after = write.after ?? rev - 1
    // What stands on a refused write is refused with it, even where the numbers would fit.
    if (refused.has(id) || (current?.rev ?? 0) !== after || rev <= after) {
      refused.add(id)
      return { id, taken: false, current: current ?? null }
    }
    now.set(id, { id, epoch: write.epoch, rev, envelope: write.envelope })
    // The latest write of an id takes its last place in the order of changes.
    staged.delete(id)
    staged.set(id, write)
    return { id, taken: true, rev }
  })
  if (together === true && results.some(({ taken }) => !taken)) {
    return { results: writes.map(({ id }) => ({ id, taken: false, current: before.get(id) ?? null })), cursor: book.seq, epoch: book.epoch }
  }
  if (staged.size === 0) return { results, cursor: book.seq, epoch: book.epoch }
  const cursor = await store(trx, owner, book, before, [...staged.values()])
  return { results, cursor, epoch: book.epoch }
}

async function store(
  trx: VaultTrx,
  owner: OwnerId,
  book: { seq: number; records: number; rev_sum: number },
  before: ReadonlyMap<string, SealedRow>,
  writes: readonly Write[],
): Promise<number> {
  const rows = writes.map(({ id, epoch, rev, envelope, month }, i) => ({
    owner,
    id,
    epoch,
    rev,
    envelope,
    month,
    seq: book.seq + 1 + i,
    size: envelope?.length ?? 0,
  }))
  await trx
    .insertInto('vault_record')
    .values(rows)
    .onConflict((conflict) =>
      // The month stays the one in which the record was made.
      conflict.columns(['owner', 'id']).doUpdateSet((row) => ({
        epoch: row.ref('excluded.epoch'),
        rev: row.ref('excluded.rev'),
        seq: row.ref('excluded.seq'),
        envelope: row.ref('excluded.envelope'),
        size: row.ref('excluded.size'),
      })),
    )
    .execute()
  const cursor = book.seq + rows.length
  await trx
    .updateTable('vault_book')
    .set({
      seq: cursor,
      records: book.records + rows.filter(({ id }) => !before.has(id)).length,
      rev_sum: book.rev_sum + rows.reduce((sum, { id, rev }) => sum + rev - (before.get(id)?.rev ?? 0), 0),
    })
    .where('owner', '=', owner)
    .execute()
  return cursor
}

/** About how many characters of envelopes one page carries. */
const PAGE_LENGTH = 6 * 1024 * 1024

interface PageRow {
  readonly book_epoch: number | null
  readonly book_seq: number | null
  readonly records: number | null
  readonly rev_sum: number | null
  readonly id: string | null
  readonly epoch: number
  readonly rev: number
  readonly seq: number
  readonly envelope: string | null
  readonly available: number
}

/**
 * Rows changed after a cursor, oldest change first, with the totals: one statement, so that both are
 * of the same instant.
 */
export async function readChanges(
  trx: VaultTrx,
  owner: OwnerId,
  ask: { since: number; limit: number; quiet?: number | undefined },
): Promise<Changes> {
  const { since, limit, quiet } = ask
  const loud = quiet === undefined ? sql`true` : sql`(size > 0 or seq > ${quiet})`
  const { rows } = await sql<PageRow>`
    with near as (
      select id, seq, size from vault_record
      where owner = ${owner} and seq > ${since} and ${loud} order by seq limit ${limit + 1}
    ), page as (
      select id, seq, sum(size) over (order by seq) - size as before, count(*) over () as available from near
    )
    select b.epoch as book_epoch, b.seq as book_seq, b.records, b.rev_sum,
           p.id, r.epoch, r.rev, p.seq, r.envelope, p.available
    from (select 1) as one
    left join vault_book b on b.owner = ${owner}
    left join page p on p.before < ${PAGE_LENGTH}
    left join vault_record r on r.owner = ${owner} and r.id = p.id
    order by p.seq`.execute(trx)
  const head = rows[0]
  const found = rows.filter((row) => row.id !== null).slice(0, limit)
  const more = found.length < (head?.available ?? 0)
  const end = head?.book_seq ?? 0
  return {
    rows: found.map(({ id, epoch, rev, envelope }) => ({ id: id as string, epoch, rev, envelope })),
    more,
    end,
    epoch: head?.book_epoch ?? 0,
    cursor: more ? (found.at(-1)?.seq ?? end) : end,
    records: head?.records ?? 0,
    revSum: head?.rev_sum ?? 0,
  }
}

/** Replaces the counts of things due per day. */
export async function putDue(trx: VaultTrx, owner: OwnerId, days: Readonly<Record<string, number>>): Promise<void> {
  await trx.deleteFrom('due_count').where('owner', '=', owner).execute()
  const rows = Object.entries(days).map(([day, count]) => ({ owner, day, count }))
  if (rows.length > 0) await trx.insertInto('due_count').values(rows).execute()
}
