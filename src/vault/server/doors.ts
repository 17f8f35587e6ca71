import { createHash } from 'node:crypto'
import { AppError } from '../../kernel/errors.ts'
import type { OwnerId } from '../../kernel/ids.ts'
import { type Db, withSetting } from '../../server/db/db.ts'
import type { Door, PutSlot, Rekey, Slot, Slots } from '../contract.ts'
import { lockBook } from './store.ts'
import { type VaultTrx, vaultIn } from './tables.ts'

/** What the database keeps of a proof. It has the entropy of a key, so a plain hash suffices. */
export const hashOf = (proof: string): string => createHash('sha256').update(proof).digest('base64url')

const movedOn = (): AppError =>
  new AppError('book-moved-on', {
    what: 'The doors of your book were not changed.',
    why: 'Another device wrote to it, or changed its doors, in the meantime.',
    next: 'Wait until this device has fetched the changes, then try again.',
    status: 409,
  })

/** Every slot of a book. */
export async function readSlots(trx: VaultTrx, owner: OwnerId): Promise<Slots> {
  const book = await trx.selectFrom('vault_book').select('epoch').where('owner', '=', owner).executeTakeFirst()
  const slots = await trx
    .selectFrom('vault_slot')
    .select(['slot', 'kind', 'kdf', 'salt', 'made', 'epoch', 'commitment', 'wrapped'])
    .where('owner', '=', owner)
    .orderBy('made')
    .orderBy('slot')
    .execute()
  const older = await trx.selectFrom('vault_epoch').select(['epoch', 'sealed']).where('owner', '=', owner).orderBy('epoch').execute()
  return { owner, epoch: book?.epoch ?? 0, slots, older }
}

/** The doors as anyone may see them: nothing that was wrapped. */
export async function readDoors(trx: VaultTrx, owner: OwnerId): Promise<Door[]> {
  return await trx
    .selectFrom('vault_slot')
    .select(['slot', 'kind', 'kdf', 'salt', 'made'])
    .where('owner', '=', owner)
    .orderBy('made')
    .orderBy('slot')
    .execute()
}

const add = async (trx: VaultTrx, owner: OwnerId, slot: Slot, proof: string | null): Promise<void> => {
  await trx
    .insertInto('vault_slot')
    .values({ owner, ...slot, kdf: JSON.stringify(slot.kdf), proof_hash: proof === null ? null : hashOf(proof) })
    .execute()
}

/** Adds a slot of the present epoch; the first one of all begins it. The same slot again changes nothing. */
export async function putSlot(trx: VaultTrx, owner: OwnerId, { slot, proof, first }: PutSlot): Promise<void> {
  const book = await lockBook(trx, owner)
  const there = await trx.selectFrom('vault_slot').select(['slot', 'wrapped']).where('owner', '=', owner).execute()
  const same = there.find((one) => one.slot === slot.slot)
  if (same !== undefined && same.wrapped === slot.wrapped) return
  if (same !== undefined || (first === true ? there.length > 0 || book.epoch !== 0 : book.epoch === 0)) throw movedOn()
  if (first === true && slot.epoch === 1) await trx.updateTable('vault_book').set({ epoch: 1 }).where('owner', '=', owner).execute()
  else if (slot.epoch !== book.epoch) throw movedOn()
  await add(trx, owner, slot, proof)
}

/** Removes the door of one browser. Other doors only go with a new key. */
export async function removeSlot(trx: VaultTrx, owner: OwnerId, slot: string): Promise<void> {
  await lockBook(trx, owner)
  const there = await trx.selectFrom('vault_slot').select('kind').where('owner', '=', owner).where('slot', '=', slot).executeTakeFirst()
  if (there === undefined) return
  if (there.kind !== 'device') {
    throw new AppError('door-needs-new-key', {
      what: 'This door was not removed.',
      why: 'Whoever knows its secret would still hold the key of the book.',
      next: 'Remove it under “Your data”, which gives the book a new key.',
      status: 409,
    })
  }
  await trx.deleteFrom('vault_slot').where('owner', '=', owner).where('slot', '=', slot).execute()
}

/** Changes epoch, slots and the way back to the old key in this one transaction, if the book is what the device has seen. */
export async function rekey(trx: VaultTrx, owner: OwnerId, change: Rekey): Promise<void> {
  const { from, epoch, older, slots } = change
  const book = await lockBook(trx, owner)
  const known = book.epoch === from.epoch && book.records === from.records && book.rev_sum === from.revSum
  const fits = epoch === from.epoch + 1 && older.epoch === epoch && slots.every(({ slot }) => slot.epoch === epoch)
  if (!known || !fits) throw movedOn()
  await trx.deleteFrom('vault_slot').where('owner', '=', owner).execute()
  for (const { slot, proof } of slots) await add(trx, owner, slot, proof)
  await trx.insertInto('vault_epoch').values({ owner, epoch, sealed: older.sealed }).execute()
  await trx.updateTable('vault_book').set({ epoch }).where('owner', '=', owner).execute()
}

/**
 * Whose slot it is, if the proof is the one that belongs to it. The database shows a slot to a
 * stranger only by the hash of its proof.
 */
export async function checkProof(db: Db, slot: string, proof: string): Promise<OwnerId | null> {
  const hash = hashOf(proof)
  return await withSetting(db, 'app.bearer', hash, async (trx) => {
    const found = await vaultIn(trx)
      .selectFrom('vault_slot')
      .select('owner')
      .where('slot', '=', slot)
      .where('proof_hash', '=', hash)
      .executeTakeFirst()
    return found?.owner ?? null
  })
}
