import type { Write } from './contract.ts'
import type { Device } from './device.ts'
import { bodyOf, type Entry, Ledger } from './ledger.ts'
import type { Outbox } from './outbox.ts'
import { recordBytes, sameJson } from './record.ts'
import { seal, tagOf } from './seal.ts'
import { openRow, pages } from './sync.ts'
import type { Body } from './terms.ts'

const BATCH = 100
const LAST_REV = 2_147_483_647

/**
 * Ends an alarm as somebody decided. `go-on` takes what the server has; `put-back` first writes over
 * it what this device knows better. Runs in the device's network lane.
 */
export async function settle<B extends Body>(device: Device<B>, outbox: Outbox<B>, choice: 'put-back' | 'go-on'): Promise<void> {
  const mine = device.ledger
  const { ledger, cursor } = await readAll(device)
  if (choice === 'put-back') await putBack(device, mine, ledger)
  device.ignored = {}
  for (const [id, entry] of ledger.entries()) if (entry.is === 'odd') device.ignored[id] = entry.rev
  device.ledger = ledger
  device.cursor = cursor
  device.calm()
  await outbox.rebase()
  const changed: B[] = []
  for (const [id, body] of ledger.bodies()) if (!outbox.waitsFor(id) && !sameJson(mine.body(id), body)) changed.push(body)
  device.announce(changed)
}

/** Everything the server gives now, read as by a new device. What does not open stays odd. */
async function readAll<B extends Body>(device: Device<B>): Promise<{ ledger: Ledger<B>; cursor: number }> {
  const ledger = new Ledger<B>()
  let cursor = 0
  for await (const page of pages(device.wire, 0, true)) {
    ledger.take(await Promise.all(page.rows.map((row) => openRow<B>(row, device.ring))), device.lowest, [])
    cursor = page.cursor
  }
  ledger.endFeed()
  return { ledger, cursor }
}

/** Writes what this device knows wherever the server has less, nothing, or something that does not open. */
async function putBack<B extends Body>(device: Device<B>, mine: Ledger<B>, server: Ledger<B>): Promise<void> {
  const { keys, owner } = device
  let batch: { write: Write; body: B }[] = []
  const send = async (): Promise<void> => {
    if (batch.length === 0) return
    const { results } = await device.wire.put({ writes: batch.map(({ write }) => write) })
    for (const [i, { write, body }] of batch.entries()) {
      if (!results[i]?.taken || write.envelope === null) continue
      server.set(write.id, { is: 'plain', rev: write.rev, epoch: write.epoch, tag: tagOf(write.envelope), body })
    }
    batch = []
  }
  for (const [id, known] of mine.entries()) {
    const body = bodyOf(known)
    const theirs = server.get(id)
    if (body === undefined || !better(known, theirs)) continue
    const after = theirs?.rev ?? 0
    const rev = Math.max(known.is === 'odd' ? 0 : known.rev, after) + 1
    if (rev > LAST_REV) continue
    const there = theirs === undefined || theirs.is === 'odd' ? undefined : bodyOf(theirs)
    const merged = there !== undefined && known.rev === after ? device.merge(undefined, body, there) : body
    const envelope = await seal(keys.rows, { owner, id, epoch: keys.epoch, rev }, recordBytes(merged))
    batch.push({ write: { id, epoch: keys.epoch, rev, after, envelope, month: device.month() }, body: merged })
    if (batch.length === BATCH) await send()
  }
  await send()
}

/** Whether this device knows a record better than the server. */
function better<B extends Body>(mine: Entry<B>, theirs: Entry<B> | undefined): boolean {
  if (theirs === undefined || theirs.is === 'odd') return true
  if (mine.is === 'odd' || theirs.is === 'segment') return false
  return mine.rev > theirs.rev || (mine.rev === theirs.rev && !sameJson(bodyOf(mine), bodyOf(theirs)))
}
