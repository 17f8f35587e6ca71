import { newId } from '../kernel/ids.ts'
import type { Device } from './device.ts'
import type { Entry } from './ledger.ts'
import type { Outbox } from './outbox.ts'
import { type Packed, recordBytes, segmentBytes } from './record.ts'
import { seal, tagOf } from './seal.ts'
import { heldBy, packable } from './segment.ts'
import { pull } from './sync.ts'
import type { Body } from './terms.ts'

/**
 * Packs records into segments, each by one write that is taken whole or not at all: the segment, and
 * an empty row at the next revision for every record in it. Runs in the device's network lane.
 *
 * @returns how many records were packed
 */
export async function pack<B extends Body>(
  device: Device<B>,
  outbox: Outbox<B>,
  mayPack: (body: B) => boolean,
  most?: number,
): Promise<number> {
  let count = 0
  await pull(device, outbox)
  if (device.alarmed) return 0
  for (const packed of packable(device.ledger, mayPack, outbox.waitsFor, most)) {
    if (!(await packOne(device, packed))) {
      await pull(device, outbox)
      break
    }
    count += packed.length
  }
  return count
}

async function packOne<B extends Body>(device: Device<B>, packed: readonly Packed<B>[]): Promise<boolean> {
  const { keys, owner } = device
  const id = newId()
  const epoch = keys.epoch
  const month = device.month()
  const envelope = await seal(keys.rows, { owner, id, epoch, rev: 1 }, segmentBytes(packed))
  const emptied = packed.map((one) => ({ id: one.id, epoch, rev: one.rev + 1, envelope: null, month }))
  const sent = await device.wire.put({ writes: [{ id, epoch, rev: 1, envelope, month }, ...emptied], together: true })
  if (sent.epoch !== epoch || sent.results.length !== packed.length + 1 || !sent.results.every((result) => result.taken)) return false
  device.ledger.set(id, { is: 'segment', rev: 1, epoch, tag: tagOf(envelope) })
  for (const one of packed) {
    const known = device.ledger.get(one.id)
    if (known?.rev === one.rev) device.ledger.set(one.id, { is: 'packed', rev: one.rev + 1, segment: id, body: one.body })
  }
  return true
}

const BATCH = 100

/**
 * Seals rows of earlier epochs again under the present key, a batch at a time, so that the old key
 * opens nothing any more. Runs in the device's network lane.
 *
 * @returns whether it went on and may have more to do
 */
export async function sealOldRows<B extends Body>(device: Device<B>, outbox: Outbox<B>): Promise<boolean> {
  const { keys, owner } = device
  if (device.lowest >= keys.epoch || device.alarmed) return false
  const isOld = ([, entry]: [string, Entry<B>]): boolean => (entry.is === 'plain' || entry.is === 'segment') && entry.epoch < keys.epoch
  const old = [...device.ledger.entries()].filter(isOld)
  if (old.length === 0) {
    // Only who has seen everything may say that nothing old is left.
    await pull(device, outbox)
    if (device.alarmed || [...device.ledger.entries()].some(isOld)) return !device.alarmed
    device.lowest = keys.epoch
    await device.saveMark()
    return false
  }
  const batch = old.filter(([id]) => !outbox.waitsFor(id)).slice(0, BATCH)
  if (batch.length === 0) return false
  let size = 0
  const writes = []
  for (const [id, entry] of batch) {
    const rev = entry.rev + 1
    const payload = entry.is === 'plain' ? recordBytes(entry.body) : segmentBytes(heldBy(device.ledger, id))
    size += payload.length
    if (writes.length > 0 && size > 2_000_000) break
    const envelope = await seal(keys.rows, { owner, id, epoch: keys.epoch, rev }, payload)
    writes.push({ id, epoch: keys.epoch, rev, envelope, month: device.month() })
  }
  const sent = await device.wire.put({ writes })
  if (sent.epoch !== keys.epoch || sent.results.length !== writes.length) return false
  let taken = 0
  for (const [i, write] of writes.entries()) {
    const known = device.ledger.get(write.id)
    if (!sent.results[i]?.taken) continue
    taken += 1
    if (known !== undefined && known.rev < write.rev && (known.is === 'plain' || known.is === 'segment')) {
      device.ledger.set(write.id, { ...known, rev: write.rev, epoch: write.epoch, tag: tagOf(write.envelope) })
    }
  }
  if (taken < writes.length) await pull(device, outbox)
  // A server that takes nothing is asked again in the next round, not at once.
  return taken > 0
}
