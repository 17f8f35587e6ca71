import { AppError } from '../kernel/errors.ts'
import { type Clock, Temporal } from '../kernel/time.ts'
import { randomBytes, toB64 } from './bytes.ts'
import type { Door } from './contract.ts'
import { type EpochKeys, epochKeys, hkdfBase, type KeyRing, ringOf } from './keys.ts'
import type { DeviceDoors } from './shelf.ts'
import { doorOf, makeSlot, type Opener, openerOf, openSlot } from './slots.ts'
import { openFor } from './unlock.ts'
import type { Wire } from './wire.ts'

/** How long a browser opens the book by itself. */
export const DEVICE_DAYS = 30

/** Makes a door for this browser: a key that no script can read, kept in the browser's own store. */
export async function rememberDevice(wire: Wire, doors: DeviceDoors, ring: KeyRing, clock: Clock): Promise<Door> {
  const key = await hkdfBase(randomBytes(32))
  const made = await makeSlot({ kind: 'device', key }, ring.owner, ring.of.get(ring.epoch) as EpochKeys, clock)
  await wire.putSlot(made)
  const until = clock
    .now()
    .add({ hours: 24 * DEVICE_DAYS })
    .toString()
  await doors.set({ owner: ring.owner, slot: made.slot, key, until })
  return doorOf(made.slot)
}

/**
 * Opens the book with the door of this browser; null when there is none, when its days are over, or
 * when it was removed elsewhere (then it is forgotten here too). Works without a connection, and while the server fails.
 */
export async function unlockWithDevice(wire: Wire, doors: DeviceDoors, clock: Clock): Promise<KeyRing | null> {
  const door = await doors.get()
  if (door === null) return null
  if (Temporal.Instant.compare(Temporal.Instant.from(door.until), clock.now()) <= 0) {
    await doors.set(null)
    return null
  }
  const opener = await openerOf({ kind: 'device', key: door.key }, door.slot)
  const opened = await openSlot(opener, door.owner, door.slot)
  if (!opened.ok) {
    await doors.set(null)
    return null
  }
  const alone = ringOf(door.owner, await epochKeys(door.slot.epoch, opened.value))
  const now = await signedIn(wire, door.slot.slot, opener).catch((error: unknown) => {
    // No server, or something in its place that answers nothing of use: the book opens here all the same.
    if (error instanceof AppError && error.status >= 500) return null
    throw error
  })
  if (now === null) return alone
  if (now.owner === door.owner && now.slots.some(({ slot }) => slot === door.slot.slot))
    return await openFor(now, { kind: 'device', key: door.key }, door.slot.slot)
  await doors.set(null)
  return null
}

async function signedIn(wire: Wire, slot: string, opener: Opener): ReturnType<Wire['slots']> {
  try {
    return await wire.slots()
  } catch (error) {
    if (!(error instanceof AppError) || error.status !== 401) throw error
    await wire.signIn({ slot, proof: toB64(opener.proof) })
    return await wire.slots()
  }
}
