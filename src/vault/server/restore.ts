import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { sql } from 'kysely'
import * as z from 'zod/mini'
import { AppError } from '../../kernel/errors.ts'
import type { OwnerId } from '../../kernel/ids.ts'
import type { Db, Trx } from '../../server/db/db.ts'
import { type BackupRow, type BackupSlot, RestoreOrder } from '../contract.ts'
import type { BackupPart } from './backup-file.ts'
import { hashOf } from './doors.ts'
import { lockBook, readHead } from './store.ts'
import { vaultIn } from './tables.ts'

const movedOn = (): AppError =>
  new AppError('book-moved-on', {
    what: 'The backup was not brought back, and nothing was changed.',
    why: 'The book that is here was written to in the meantime.',
    next: 'Close other windows of Kith, then try again.',
    status: 409,
  })

const asOwnerOf = (trx: Trx, owner: string) => sql`select set_config('app.uid', ${owner}, true)`.execute(trx)

/**
 * Puts a book from a backup in the place of the one that lives here: one transaction, all or nothing,
 * so that a power cut in the middle leaves the old book. The book keeps its owner, to which its seals
 * are bound; the old owner goes with their book, and so does every session.
 *
 * @param admin the database as the role that owns the tables
 * @param parts the backup, already opened once on the device that sent it
 * @returns who lives here now
 * @throws AppError `book-moved-on` when the book here is not the one the order speaks of
 */
export async function replaceBook(admin: Db, here: OwnerId, order: RestoreOrder, parts: AsyncIterable<BackupPart>): Promise<OwnerId> {
  return await admin.transaction().execute(async (trx) => {
    await sql`set local statement_timeout = 0`.execute(trx)
    await asOwnerOf(trx, here)
    await lockBook(vaultIn(trx), here)
    const { owner, epoch, cursor, records, revSum } = await readHead(vaultIn(trx), here)
    const { over } = order
    const same =
      over.owner === owner && over.epoch === epoch && over.cursor === cursor && over.records === records && over.revSum === revSum
    if (!same) throw movedOn()
    await sql`update house set solo_owner = null`.execute(trx)
    await trx.deleteFrom('owner').where('id', '=', here).execute()
    let next: OwnerId | undefined
    for await (const part of parts) {
      if ('head' in part) next = await begin(trx, order, part)
      else await addRows(trx, next as OwnerId, part.rows)
    }
    return next as OwnerId
  })
}

async function begin(trx: Trx, { keyFile }: RestoreOrder, { head, doors }: Extract<BackupPart, { head: unknown }>): Promise<OwnerId> {
  const owner = head.owner as OwnerId
  const vault = vaultIn(trx)
  await asOwnerOf(trx, owner)
  const made = await trx
    .insertInto('owner')
    .values({ id: owner })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  // Somebody else of this server has that book already: it is theirs, and stays.
  if (made === undefined) throw movedOn()
  await sql`update house set solo_owner = ${owner}`.execute(trx)
  await vault
    .insertInto('vault_book')
    .values({ owner, epoch: head.epoch, seq: head.seq, records: head.records, rev_sum: head.revSum })
    .execute()
  const own: BackupSlot[] = keyFile === null ? [] : [{ ...keyFile.slot, proofHash: hashOf(keyFile.proof) }]
  const slots = [...doors.slots.filter(({ kind }) => kind !== 'key-file'), ...own]
  for (const { proofHash, kdf, ...slot } of slots) {
    await vault
      .insertInto('vault_slot')
      .values({ owner, ...slot, kdf: JSON.stringify(kdf), proof_hash: proofHash })
      .execute()
  }
  for (const older of doors.older)
    await vault
      .insertInto('vault_epoch')
      .values({ owner, ...older })
      .execute()
  return owner
}

async function addRows(trx: Trx, owner: OwnerId, rows: readonly BackupRow[]): Promise<void> {
  const values = rows.map(({ id, epoch, rev, seq, month, envelope }) => ({
    owner,
    id,
    epoch,
    rev,
    seq,
    month,
    envelope,
    size: envelope?.length ?? 0,
  }))
  await vaultIn(trx).insertInto('vault_record').values(values).execute()
}

/** What was sent is no order with a backup behind it. */
export const notAnOrder = (): AppError =>
  new AppError('not-an-order', {
    what: 'The backup was not brought back, and nothing was changed.',
    why: 'What was sent is not of the form that this version expects.',
    next: 'Use "kith restore" of the same version of Kith.',
    status: 400,
  })

/** Keeps what is sent in a file of its own, readable by this account alone, until it is removed. */
export async function spool(sent: Readable): Promise<{ path: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'kith-restore-'))
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true })
  const path = join(folder, 'sent')
  try {
    await pipeline(sent, createWriteStream(path, { mode: 0o600 }))
    return { path, remove }
  } catch (error) {
    await remove()
    throw error
  }
}

/** The longest order: one slot and a few numbers. */
const LONGEST_ORDER = 16_384

/** The order on the first line of what was sent, and the backup behind it. */
export async function readOrder(path: string): Promise<{ order: RestoreOrder; backup: AsyncIterable<Uint8Array> }> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(LONGEST_ORDER), 0, LONGEST_ORDER, 0)
    const end = buffer.subarray(0, bytesRead).indexOf(10)
    if (end < 0) throw notAnOrder()
    const order = z.safeParse(RestoreOrder, jsonOf(buffer.subarray(0, end).toString()))
    if (!order.success) throw notAnOrder()
    return { order: order.data, backup: rest(path, end + 1) }
  } finally {
    await file.close()
  }
}

/** Opened when it is first read: of a refused order nothing stays open. */
async function* rest(path: string, start: number): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path, { start }) as AsyncIterable<Uint8Array>
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
