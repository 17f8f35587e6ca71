import { AppError } from '../kernel/errors.ts'
import type { Changes, SealedRow, WriteResult } from './contract.ts'
import type { Device } from './device.ts'
import type { KeyRing } from './keys.ts'
import type { Finding, OpenedRow } from './ledger.ts'
import type { Held, Outbox } from './outbox.ts'
import { readPayload } from './record.ts'
import { tagOf, unseal } from './seal.ts'
import type { Body } from './terms.ts'
import type { Wire } from './wire.ts'

const PAGE = 1000
const BATCH = 200
const BATCH_BYTES = 3 * 1024 * 1024

/** The server contradicts itself in a way that no honest one does; nothing of it was used. */
const contradiction = (): AppError =>
  new AppError('strange-answer', {
    what: 'The server’s answer does not fit what was asked.',
    why: 'Its parts contradict each other.',
    next: 'Nothing was lost; Kith tries again by itself.',
    status: 502,
  })

/** Opens a sealed row where it stands. Never throws. */
export async function openRow<B extends Body>(row: SealedRow, ring: KeyRing): Promise<OpenedRow<B>> {
  const { id, epoch, rev, envelope } = row
  if (envelope === null) return { id, epoch, rev, tag: '', found: 'empty' }
  const tag = tagOf(envelope)
  const keys = ring.of.get(epoch)
  if (keys === undefined) return { id, epoch, rev, tag, found: 'not-authentic' }
  const opened = await unseal(keys.rows, { owner: ring.owner, id, epoch, rev }, envelope)
  if (!opened.ok) return { id, epoch, rev, tag, found: opened.reason }
  return { id, epoch, rev, tag, found: readPayload<B>(id, opened.bytes) ?? 'needs-newer-app' }
}

/**
 * Reads a feed page by page until its end. Pages must move forward. For a device that knows nothing
 * yet, empty rows that were there when the reading began are left out: the segments tell of them.
 */
export async function* pages(wire: Wire, since: number, knowsNothing: boolean): AsyncGenerator<Changes> {
  let cursor = since
  let quiet = knowsNothing ? Number.MAX_SAFE_INTEGER : undefined
  for (;;) {
    const page = await wire.changes({ since: cursor, limit: PAGE, ...(quiet === undefined ? {} : { quiet }) })
    if (quiet !== undefined) quiet = Math.min(quiet, page.end)
    yield page
    if (!page.more) return
    if (page.cursor <= cursor) throw contradiction()
    cursor = page.cursor
  }
}

/** Whether the epoch of a page, and its cursor at the end of the feed, can be true; raises the alarm when not. */
function epochHolds<B extends Body>(device: Device<B>, page: Changes): boolean {
  if (page.epoch > device.ring.epoch) device.raise('new-key')
  else if (page.epoch < device.ring.epoch) device.raise('rolled-back')
  else if (!page.more && page.cursor < Math.max(device.cursor, device.seenCursor)) device.raise('rolled-back')
  else return true
  return false
}

/**
 * Fetches what changed since the device's cursor, opens it, and compares the whole with the server's
 * own count and with the device's mark. Runs in the device's network lane.
 *
 * @param quietly announce nothing, at the first load
 */
export async function pull<B extends Body>(device: Device<B>, outbox: Outbox<B>, quietly = false): Promise<void> {
  const arrived: B[] = []
  const findings: Finding[] = []
  let last: Changes | undefined
  for await (const page of pages(device.wire, device.cursor, device.ledger.totals.records === 0)) {
    if (!epochHolds(device, page)) {
      await device.saveMark()
      return
    }
    const opened = await Promise.all(page.rows.map((row) => openRow<B>(row, device.ring)))
    findings.push(...device.ledger.take(opened, device.lowest, arrived))
    device.cursor = Math.max(device.cursor, page.cursor)
    last = page
  }
  findings.push(...device.ledger.endFeed())
  for (const { kind, id } of findings) {
    const entry = device.ledger.get(id)
    if (entry?.is === 'odd' && device.ignored[id] === entry.rev) continue
    device.raise(kind, [id])
  }
  // A row that is wrong has already said so; the sums it spoils would only say it again.
  if (findings.length === 0 && !device.distrusts) compare(device, last as Changes)
  if (!quietly) {
    const news = new Map(arrived.filter(({ id }) => !outbox.waitsFor(id)).map(({ id }) => [id, device.ledger.body(id)]))
    device.announce([...news.values()].filter((body) => body !== undefined))
  }
  await device.saveMark()
}

/** At the end of a feed the device knows every row that the server counts, or something is hidden or planted. */
function compare<B extends Body>(device: Device<B>, server: Changes): void {
  const mine = device.ledger.totals
  if (server.records === mine.records && server.revSum === mine.revSum) device.compareWithMark(mine)
  else if (server.records === mine.records && server.revSum < mine.revSum) device.raise('rolled-back')
  else device.raise('missing')
}

/**
 * Sends what waits, in order, while no other tab of this device does. What the server refuses is
 * merged with what it has and sent again. Runs in the device's network lane.
 *
 * @returns how many writes were taken
 */
export async function flush<B extends Body>(device: Device<B>, outbox: Outbox<B>): Promise<number> {
  let count = 0
  await device.shelf.alone(async () => {
    if ((await outbox.refresh()).length > 0) device.raise('wrong-key')
    await outbox.join()
    while (!device.stopped) {
      await outbox.sealAnew()
      const batch = outbox.next(BATCH, BATCH_BYTES)
      if (batch.length === 0) return
      const sent = await device.wire.put({ writes: batch.map(({ write }) => writeOf(write)) })
      if (sent.epoch !== device.ring.epoch) {
        device.raise(sent.epoch > device.ring.epoch ? 'new-key' : 'rolled-back')
        return
      }
      const { taken, refused } = sorted(batch, sent.results)
      count += taken.length
      if (taken.length > 0) {
        await outbox.taken(taken)
        device.shelf.tell('sent')
      }
      if (refused.length === 0) continue
      await pull(device, outbox)
      const stuck = await outbox.resolve(refused)
      const lost = stuck.filter((id) => device.ledger.get(id)?.is !== 'odd')
      if (lost.length > 0) device.raise('rolled-back', lost)
      await device.saveMark()
    }
  })
  return count
}

const writeOf = ({ id, epoch, rev, after, envelope, month }: Held<Body>['write']) => ({ id, epoch, rev, after, envelope, month })

function sorted<B extends Body>(batch: readonly Held<B>[], results: readonly WriteResult[]): { taken: Held<B>[]; refused: string[] } {
  if (results.length !== batch.length) throw contradiction()
  const taken: Held<B>[] = []
  const refused: string[] = []
  for (const [i, held] of batch.entries()) {
    const result = results[i] as WriteResult
    if (result.id !== held.write.id || (result.taken && result.rev !== held.write.rev)) throw contradiction()
    if (result.taken) taken.push(held)
    else refused.push(held.write.id)
  }
  return { taken, refused }
}
