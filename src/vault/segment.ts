import type { Ledger } from './ledger.ts'
import type { Packed } from './record.ts'
import type { Body } from './terms.ts'

/** How many records one segment holds at most. */
export const SEGMENT_SIZE = 256

/** A segment is also full when its records reach this many characters. */
const SEGMENT_LENGTH = 1_000_000

/**
 * The next full segments to pack: records with a row of their own that the book lets go and that do
 * not wait to be sent, at most `most` in each. What does not fill a segment stays as it is, so that segments stay few.
 */
export function packable<B extends Body>(
  ledger: Ledger<B>,
  mayPack: (body: B) => boolean,
  busy: (id: string) => boolean,
  most = SEGMENT_SIZE,
): Packed<B>[][] {
  const segments: Packed<B>[][] = []
  let open: Packed<B>[] = []
  let length = 0
  for (const [id, entry] of ledger.entries()) {
    if (entry.is !== 'plain' || busy(id) || !mayPack(entry.body)) continue
    const size = JSON.stringify(entry.body).length
    if (size > SEGMENT_LENGTH) continue
    if (open.length === most || length + size > SEGMENT_LENGTH) {
      segments.push(open)
      open = []
      length = 0
    }
    open.push({ id, rev: entry.rev, body: entry.body })
    length += size
  }
  if (open.length === most) segments.push(open)
  return segments
}

/** What a segment still holds: its records that were not overridden since. */
export function heldBy<B extends Body>(ledger: Ledger<B>, segment: string): Packed<B>[] {
  const held: Packed<B>[] = []
  for (const [id, entry] of ledger.entries()) {
    if (entry.is === 'packed' && entry.segment === segment) held.push({ id, rev: entry.rev - 1, body: entry.body })
  }
  return held
}
