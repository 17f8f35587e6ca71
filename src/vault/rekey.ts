import { AppError } from '../kernel/errors.ts'
import { toB64 } from './bytes.ts'
import type { Rekey } from './contract.ts'
import type { Device } from './device.ts'
import { epochKeys, freshVaultKey, sealOlder, withEpoch } from './keys.ts'
import type { Outbox } from './outbox.ts'
import { makeSlot } from './slots.ts'
import { flush, pull } from './sync.ts'
import type { Body, Secret } from './terms.ts'

const notNow = (why: string): AppError =>
  new AppError('not-now', {
    what: 'The doors were not changed.',
    why,
    next: 'Wait until everything is sent and no warning is shown, then try again.',
    status: 409,
  })

/**
 * Gives the book a new key and only the doors of these secrets. The server does it in one step, and
 * only when the book is exactly what this device has seen: a device that missed something must not
 * turn the key. Runs in the device's network lane.
 *
 * @throws AppError `not-now`, or `book-moved-on` from the server
 */
export async function turnKey<B extends Body>(device: Device<B>, outbox: Outbox<B>, secrets: readonly Secret[]): Promise<void> {
  if (secrets.length === 0) throw notNow('A book needs at least one door.')
  await flush(device, outbox)
  await pull(device, outbox)
  if (device.alarmed) throw notNow('There is a warning about the stored book.')
  if (outbox.size > 0) throw notNow('Something still waits to be sent.')
  const before = device.keys
  const keys = await epochKeys(before.epoch + 1, freshVaultKey())
  const slots: Rekey['slots'] = []
  for (const secret of secrets) {
    const { slot, proof } = await makeSlot(secret, device.owner, keys, device.clock)
    slots.push({ slot, proof })
  }
  const older = { epoch: keys.epoch, sealed: toB64(await sealOlder(keys, device.owner, before)) }
  const change: Rekey = { from: { epoch: before.epoch, ...device.ledger.totals }, epoch: keys.epoch, older, slots }
  try {
    await device.wire.rekey(change)
  } catch (error) {
    if (!(await arrivedAnyway(device, change))) throw error
  }
  device.ring = withEpoch(device.ring, keys)
  await outbox.sealAnew()
  await device.saveMark()
}

/** Whether a change whose answer was lost has been made after all. */
async function arrivedAnyway<B extends Body>(device: Device<B>, change: Rekey): Promise<boolean> {
  try {
    const now = await device.wire.slots()
    const ids = new Set(now.slots.map(({ slot }) => slot))
    return now.epoch === change.epoch && change.slots.every(({ slot }) => ids.has(slot.slot))
  } catch {
    return false
  }
}
