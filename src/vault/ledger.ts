import type { Payload } from './record.ts'
import type { SealReason } from './seal.ts'
import type { AlarmKind, Body } from './terms.ts'

/**
 * What this device knows the server to hold under one id.
 * `plain`: a row of its own. `packed`: an empty row, its content stands in a segment. `segment`: such
 * a segment. `odd`: a row that could not be accepted; `held` is the last text that could.
 */
export type Entry<B extends Body> =
  | { readonly is: 'plain'; readonly rev: number; readonly epoch: number; readonly tag: string; readonly body: B }
  | { readonly is: 'packed'; readonly rev: number; readonly segment: string; readonly body: B }
  | { readonly is: 'segment'; readonly rev: number; readonly epoch: number; readonly tag: string }
  | { readonly is: 'odd'; readonly rev: number; readonly tag: string; readonly held: B | null }

/** A row as it came, with what opening it gave. */
export interface OpenedRow<B extends Body> {
  readonly id: string
  readonly epoch: number
  readonly rev: number
  /** The tag of its envelope; empty for a row without one. */
  readonly tag: string
  readonly found: Payload<B> | 'empty' | SealReason
}

/** Something wrong with one record. */
export interface Finding {
  readonly kind: AlarmKind
  readonly id: string
}

/** The whole of a book in numbers. */
export interface Totals {
  readonly records: number
  readonly revSum: number
}

/**
 * The device's own account of the server: for each id the highest authentic revision it has seen.
 * Rows are taken in the order of the feed; nothing lower ever replaces something higher, and an empty
 * row counts only where an authentic segment says that it must be there.
 */
export class Ledger<B extends Body> {
  readonly #entries = new Map<string, Entry<B>>()
  /** Empty rows of this feed that no segment has explained yet: id → rev. */
  readonly #unexplained = new Map<string, number>()
  /** Records that a segment of this feed claims while their own row was last seen full: id → rev of the empty row. */
  readonly #expected = new Map<string, number>()
  #revSum = 0

  get totals(): Totals {
    return { records: this.#entries.size, revSum: this.#revSum }
  }

  entries(): IterableIterator<[string, Entry<B>]> {
    return this.#entries.entries()
  }

  get(id: string): Entry<B> | undefined {
    return this.#entries.get(id)
  }

  /** The body known under an id, if there is one. */
  body(id: string): B | undefined {
    const entry = this.#entries.get(id)
    return entry === undefined ? undefined : bodyOf(entry)
  }

  /** Every body, the last acceptable one where a row is odd. */
  bodies(): Map<string, B> {
    const all = new Map<string, B>()
    for (const [id, entry] of this.#entries) {
      const body = bodyOf(entry)
      if (body !== undefined) all.set(id, body)
    }
    return all
  }

  /** Takes an entry as it is: from the device's own snapshot, or for a write the server has taken. */
  set(id: string, entry: Entry<B>): void {
    this.#revSum += entry.rev - (this.#entries.get(id)?.rev ?? 0)
    this.#entries.set(id, entry)
  }

  /**
   * Takes rows of a feed, in order.
   *
   * @param lowest rows of earlier epochs are refused, because everything was sealed anew since
   * @param arrived gets the bodies that are new to this device
   * @returns what is wrong
   */
  take(rows: readonly OpenedRow<B>[], lowest: number, arrived: B[]): Finding[] {
    const findings: Finding[] = []
    for (const row of rows) {
      const stale = row.found !== 'empty' && row.epoch < lowest
      this.#takeRow(stale ? { ...row, found: 'not-authentic' } : row, arrived, findings)
    }
    return findings
  }

  #takeRow(row: OpenedRow<B>, arrived: B[], findings: Finding[]): void {
    const { id, rev } = row
    const known = this.#entries.get(id)
    if (known !== undefined && rev < known.rev) {
      findings.push({ kind: 'rolled-back', id })
      return
    }
    this.#expected.delete(id)
    this.#unexplained.delete(id)
    if (known !== undefined && rev === known.rev) {
      const same = known.is === 'packed' ? row.found === 'empty' : row.tag === known.tag
      if (!same) findings.push({ kind: 'forked', id })
      return
    }
    if (row.found === 'empty') {
      this.#unexplained.set(id, rev)
    } else if (typeof row.found === 'string') {
      this.set(id, { is: 'odd', rev, tag: row.tag, held: (known === undefined ? undefined : bodyOf(known)) ?? null })
      findings.push({ kind: row.found, id })
    } else if (row.found.kind === 'record') {
      this.set(id, { is: 'plain', rev, epoch: row.epoch, tag: row.tag, body: row.found.body })
      arrived.push(row.found.body)
    } else {
      this.set(id, { is: 'segment', rev, epoch: row.epoch, tag: row.tag })
      for (const packed of row.found.packed) this.#takePacked(id, packed.id, packed.rev, packed.body, arrived)
    }
  }

  #takePacked(segment: string, id: string, rev: number, body: B, arrived: B[]): void {
    const known = this.#entries.get(id)
    // The empty row that replaced it has the next revision, and everything below that is past.
    const empty = rev + 1
    const explains = this.#unexplained.get(id) === empty
    if (explains) this.#unexplained.delete(id)
    if (known !== undefined && known.rev === empty && known.is === 'packed') {
      if (known.segment !== segment) this.set(id, { is: 'packed', rev: empty, segment, body: known.body })
      return
    }
    if (known?.is === 'odd' && known.rev >= empty) {
      // The row was tampered with after it was packed: what the segment holds is the last good text.
      if (known.held !== null) return
      this.set(id, { ...known, held: body })
      arrived.push(body)
      return
    }
    if (known !== undefined && known.rev >= empty) return
    const kept = known?.is === 'plain' && known.rev === rev ? known.body : undefined
    this.set(id, { is: 'packed', rev: empty, segment, body: kept ?? body })
    if (kept === undefined) arrived.push(body)
    if (known?.is === 'plain' && !explains) this.#expected.set(id, empty)
  }

  /** The feed has been read to its end: empty rows without a segment, and full rows that a segment replaced, are wrong. */
  endFeed(): Finding[] {
    const findings: Finding[] = []
    for (const [id, rev] of this.#unexplained) {
      const known = this.#entries.get(id)
      this.set(id, { is: 'odd', rev, tag: '', held: (known === undefined ? undefined : bodyOf(known)) ?? null })
      findings.push({ kind: 'missing', id })
    }
    for (const id of this.#expected.keys()) findings.push({ kind: 'rolled-back', id })
    this.#unexplained.clear()
    this.#expected.clear()
    return findings
  }
}

/** The body of an entry, if it has one. */
export function bodyOf<B extends Body>(entry: Entry<B>): B | undefined {
  switch (entry.is) {
    case 'plain':
    case 'packed':
      return entry.body
    case 'odd':
      return entry.held ?? undefined
    case 'segment':
      return undefined
  }
}
