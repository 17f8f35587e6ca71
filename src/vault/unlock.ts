import { AppError } from '../kernel/errors.ts'
import { type Clock, systemClock } from '../kernel/time.ts'
import { type Bytes, fromB64, toB64 } from './bytes.ts'
import type { Door, Slots } from './contract.ts'
import { epochKeys, freshVaultKey, type KeyRing, ringOf, unsealOlder, withEpoch } from './keys.ts'
import { doorHolds, doorOf, makeSlot, type Opener, openerOf, openSlot } from './slots.ts'
import type { Secret } from './terms.ts'
import type { Wire } from './wire.ts'

/** More doors of one kind than any book has; a server that lists more only wants to keep the device busy. */
const MOST_DOORS = 16

const wrongSecret = (): AppError =>
  new AppError('wrong-secret', {
    what: 'This does not open the book.',
    why: 'It is not the secret that was set up, or a word of it is another one.',
    next: 'Check the spelling and the order, and try again.',
    status: 401,
  })

const exchanged = (): AppError =>
  new AppError('door-exchanged', {
    what: 'The server gave another door than the one this secret belongs to.',
    why: 'Somebody changed it in the database. Nothing was sent and nothing was opened.',
    next: 'Ask whoever runs this server what was changed there.',
    status: 409,
  })

const noDoor = (): AppError =>
  new AppError('no-such-door', {
    what: 'This book has no such door.',
    why: 'It was never made, or it was removed.',
    next: 'Open the book in another way: with its six words, its recovery code, or on the computer it was made on.',
    status: 404,
  })

/**
 * Opens the book with words, code or a secret from a file. When this browser has no session yet, the
 * secret signs in first: the server sees a proof that is drawn from it, never the secret.
 *
 * @throws AppError `wrong-secret`, `no-such-door`, `weak-door`, `door-exchanged`, `offline`, or the
 * sentence about mistyped words or code
 */
export async function unlock(wire: Wire, secret: Secret): Promise<KeyRing> {
  let now: Slots
  try {
    now = await wire.slots()
  } catch (error) {
    if (!(error instanceof AppError) || error.status !== 401) throw error
    return await unlockFromOutside(wire, secret)
  }
  return await openFor(now, secret)
}

async function unlockFromOutside(wire: Wire, secret: Secret): Promise<KeyRing> {
  const doors = ofKind(await wire.doors(), secret)
  for (const door of doors) {
    const opener = await openerOf(secret, door)
    try {
      await wire.signIn({ slot: door.slot, proof: toB64(opener.proof) })
    } catch (error) {
      if (error instanceof AppError && error.status === 401) continue
      throw error
    }
    const now = await wire.slots()
    const slot = now.slots.find((one) => one.slot === door.slot)
    if (slot === undefined || JSON.stringify(doorOf(slot)) !== JSON.stringify(doorOf({ ...slot, ...door }))) throw exchanged()
    const ring = await openOne(now, door, opener)
    if (ring === null) throw exchanged()
    return ring
  }
  throw wrongSecret()
}

function ofKind<D extends Door>(doors: readonly D[], secret: Secret): D[] {
  const fitting = doors.filter(({ kind }) => kind === secret.kind).slice(0, MOST_DOORS)
  if (fitting.length === 0) throw noDoor()
  return fitting
}

/** Opens the book with a secret and the slots as the server gave them. `only`: no other slot than this one. */
export async function openFor(now: Slots, secret: Secret, only?: string): Promise<KeyRing> {
  const slots = ofKind(now.slots, secret).filter(({ slot }) => only === undefined || slot === only)
  // Every one is checked before the secret meets any of them.
  for (const slot of slots) if (!doorHolds(slot)) await openerOf(secret, slot)
  for (const slot of slots) {
    const ring = await openOne(now, slot, await openerOf(secret, slot))
    if (ring !== null) return ring
  }
  throw wrongSecret()
}

async function openOne(now: Slots, door: Door, opener: Opener): Promise<KeyRing | null> {
  const slot = now.slots.find((one) => one.slot === door.slot)
  if (slot === undefined) return null
  const opened = await openSlot(opener, now.owner, slot)
  if (!opened.ok) {
    if (opened.reason === 'not-authentic') throw exchanged()
    return null
  }
  if (slot.epoch !== now.epoch) throw exchanged()
  return await wholeRing(now, opened.value)
}

/** The present keys, and those of earlier epochs as far as the way back is authentic. */
async function wholeRing(now: Slots, vaultKey: Bytes): Promise<KeyRing> {
  let keys = await epochKeys(now.epoch, vaultKey)
  let ring = ringOf(now.owner, keys)
  for (let epoch = now.epoch; epoch > 1; epoch--) {
    const sealed = fromB64(now.older.find((one) => one.epoch === epoch)?.sealed ?? '')
    const before = sealed === null ? null : await unsealOlder(keys, now.owner, sealed)
    if (before === null) break
    keys = await epochKeys(epoch - 1, before)
    ring = withEpoch(ring, keys)
  }
  return ring
}

/** What {@link unlockHere} found. `locked`: a secret is needed; `doors` says which kinds there are. */
export type OpenedHere =
  | { readonly is: 'open'; readonly ring: KeyRing }
  | { readonly is: 'locked'; readonly owner: string; readonly doors: readonly Door[] }

/**
 * Opens the book of this computer with its key file. The very first time it makes the book's key,
 * the key file and its door.
 *
 * @param knows whether this device has seen a book of an owner before; then an empty server is not a
 * first time, and nothing is made
 * @throws AppError `signed-out`, `offline`, `book-gone`
 */
export async function unlockHere(
  wire: Wire,
  options: { readonly clock?: Clock; readonly knows?: (owner: string) => Promise<boolean> } = {},
): Promise<OpenedHere> {
  const { clock = systemClock, knows = async () => false } = options
  const now = await wire.slots()
  if (now.epoch === 0 && now.slots.length === 0) {
    const head = await wire.head()
    if (head.records > 0 || (await knows(now.owner))) throw gone()
    return { is: 'open', ring: await firstRing(wire, now.owner, clock) }
  }
  if (now.slots.some(({ kind }) => kind === 'key-file')) {
    const secret = fromB64((await wire.keyFile()) ?? '')
    if (secret !== null && secret.length > 0) return { is: 'open', ring: await openFor(now, { kind: 'key-file', secret }) }
  }
  return { is: 'locked', owner: now.owner, doors: now.slots.map(doorOf) }
}

const gone = (): AppError =>
  new AppError('book-gone', {
    what: 'The server says that there is no book yet, but this device has seen one.',
    why: 'Its doors were removed from the database, or another database was put in its place.',
    next: 'Do not begin anew; restore a backup, or ask whoever runs this server what was changed.',
    status: 409,
  })

async function firstRing(wire: Wire, owner: string, clock: Clock): Promise<KeyRing> {
  const secret: Secret = { kind: 'key-file', secret: fromB64(await wire.makeKeyFile()) ?? new Uint8Array(0) }
  const keys = await epochKeys(1, freshVaultKey())
  const made = await makeSlot(secret, owner, keys, clock)
  try {
    await wire.putSlot({ ...made, first: true })
    return ringOf(owner, keys)
  } catch (error) {
    // Another tab was first, or the answer was lost: whatever door is there now is the one.
    const now = await wire.slots()
    if (now.slots.length === 0) throw error
    return await openFor(now, secret)
  }
}
