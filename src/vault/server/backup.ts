import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { OwnerId } from '../../kernel/ids.ts'
import type { Db } from '../../server/db/db.ts'
import { BACKUP, type BackupDoors, type BackupHead, type BackupRow } from '../contract.ts'
import { readSlots } from './doors.ts'
import { readHead } from './store.ts'
import { type VaultTrx, vaultIn } from './tables.ts'

/** About how many characters of envelopes are read at a time. */
const PAGE_LENGTH = 4 * 1024 * 1024
const PAGE_ROWS = 500

async function rowsAfter(trx: VaultTrx, owner: OwnerId, seq: number): Promise<BackupRow[]> {
  const { rows } = await sql<BackupRow>`
    with near as (
      select id, seq, size from vault_record where owner = ${owner} and seq > ${seq} order by seq limit ${PAGE_ROWS}
    ), page as (
      select id, sum(size) over (order by seq) - size as before from near
    )
    select r.id, r.epoch, r.rev, r.seq, r.month, r.envelope
    from page p join vault_record r on r.owner = ${owner} and r.id = p.id
    where p.before < ${PAGE_LENGTH} order by r.seq`.execute(trx)
  return rows
}

async function doorsOf(trx: VaultTrx, owner: OwnerId): Promise<BackupDoors> {
  const { slots, older } = await readSlots(trx, owner)
  const proofs = await trx.selectFrom('vault_slot').select(['slot', 'proof_hash']).where('owner', '=', owner).execute()
  const hashes = new Map(proofs.map(({ slot, proof_hash }) => [slot, proof_hash]))
  return { slots: slots.map((slot) => ({ ...slot, proofHash: hashes.get(slot.slot) ?? null })), older }
}

/**
 * A whole book as the text of a backup file, bit by bit: head, doors, every sealed row, and an end
 * with the hash of all of it. One transaction sees one instant of the book; nothing in it is opened.
 *
 * @param made the instant to write into the head, as ISO text
 */
export async function* backupText(db: Db, owner: OwnerId, made: string): AsyncGenerator<string> {
  const hash = createHash('sha256')
  const said = (lines: readonly object[]): string => {
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('')
    hash.update(text)
    return text
  }
  const begun = await db.startTransaction().setIsolationLevel('repeatable read').execute()
  try {
    await sql`select set_config('app.uid', ${owner}, true)`.execute(begun)
    const trx = vaultIn(begun)
    const { epoch, cursor, records, revSum } = await readHead(trx, owner)
    const head: BackupHead = { 'kith-backup': BACKUP, made, owner, epoch, seq: cursor, records, revSum }
    yield said([head, await doorsOf(trx, owner)])
    let count = 0
    for (let seq = 0; ; ) {
      const rows = await rowsAfter(trx, owner, seq)
      const last = rows.at(-1)
      if (last === undefined) break
      seq = last.seq
      count += rows.length
      yield said(rows)
    }
    yield `${JSON.stringify({ end: count, sha256: hash.digest('hex') })}\n`
  } finally {
    await begun.rollback().execute()
  }
}
