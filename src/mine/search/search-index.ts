import { dayNumber } from '../../kernel/time.ts'
import type { Book } from '../book.ts'
import type { AnyRecord } from '../record.ts'
import type { Kind, RecordOf } from '../records.ts'
import { dayOf, entryOf, type Group, groups, idsIn, recordIn, stampOf } from './entry.ts'
import { termsOf } from './terms.ts'
import { near } from './typos.ts'

/** Terms, and for each of them the numbers of the records it stands in, growing. */
export type Places = Map<string, number[]>

/** What of an index is worth keeping: the rest is read from the book while it is compared. */
export interface IndexWords {
  /** Record ids by their number. */
  readonly ids: readonly string[]
  /** What each record said when it was taken in. */
  readonly stamps: readonly number[]
  readonly names: Places
  readonly texts: Places
}

/** Changes that are taken in at once; of more, a part waits for {@link SearchIndex.work}. */
const AT_ONCE = 200
const GONE = 255

/**
 * The words of an opened book. Every record has a number, and every term the numbers it stands in.
 *
 * The index follows the book record by record: what changed waits until {@link SearchIndex.work} takes it
 * in, under a new number; the old number is never found again. Words that were kept from an earlier
 * time are compared with the book in the same way, and count only once they were: an old, damaged or
 * foreign index cannot answer for the book.
 */
export class SearchIndex {
  readonly book: Book
  readonly #ids: string[] = []
  readonly #stamps: number[] = []
  /** The place of its group in {@link groups}, by number; {@link GONE} for what is not found any more, or not yet. */
  readonly #groups: number[] = []
  readonly #days: number[] = []
  readonly #numbers = new Map<string, number>()
  readonly #names: Places
  readonly #texts: Places
  /** The numbers of what belongs to a person, by the person's id. */
  readonly #owned: Places = new Map()
  /** What the book held when the index was begun, and how far it is taken in. */
  readonly #begun: readonly string[]
  #next = 0
  /** What changed since. */
  readonly #changed = new Set<string>()
  readonly #stop: () => void
  readonly #completed = new Map<string, readonly string[]>()
  readonly #near = new Map<string, readonly string[]>()
  #changes = 0

  constructor(book: Book, kept?: IndexWords) {
    this.book = book
    this.#names = kept?.names ?? new Map()
    this.#texts = kept?.texts ?? new Map()
    for (const [number, id] of (kept?.ids ?? []).entries()) {
      this.#ids.push(id)
      this.#stamps.push(kept?.stamps[number] ?? -1)
      this.#groups.push(GONE)
      this.#days.push(0)
      this.#numbers.set(id, number)
    }
    this.#begun = newestFirst(book)
    this.#stop = book.subscribe((_, records) => {
      for (const { id } of records) this.#changed.add(id)
    })
  }

  /** Records that are not taken in yet. */
  get waiting(): number {
    return this.#begun.length - this.#next + this.#changed.size
  }

  /** Grows with everything that is taken in. */
  get changes(): number {
    return this.#changes
  }

  /** One more than the highest number. */
  get size(): number {
    return this.#ids.length
  }

  /** Takes in up to `most` records that wait; whether more wait after it. */
  work(most: number): boolean {
    const end = Math.min(this.#begun.length, this.#next + most)
    let left = most - (end - this.#next)
    while (this.#next < end) {
      this.#take(this.#begun[this.#next] as string)
      this.#next += 1
    }
    for (const id of this.#changed) {
      if (left === 0) break
      left -= 1
      this.#changed.delete(id)
      this.#take(id)
    }
    return this.waiting > 0
  }

  /** Takes in what changed just now, so that it is found at once; a long wait stays for {@link SearchIndex.work}. */
  catchUp(): void {
    if (this.waiting <= AT_ONCE) this.work(AT_ONCE)
  }

  /** Stops following the book. */
  close(): void {
    this.#stop()
  }

  // ——— reading ———

  idOf(number: number): string {
    return this.#ids[number] as string
  }

  /** The group of a record; undefined for what is not found any more. */
  groupOf(number: number): Group | undefined {
    return groups[this.#groups[number] as number]
  }

  /** The day number a record is about; 0 for what has none. */
  dayOf(number: number): number {
    return this.#days[number] as number
  }

  /** The people in whose names a term stands. */
  namesWith(term: string): readonly number[] {
    return (this.#names.get(term) ?? none).filter((number) => this.#groups[number] !== GONE)
  }

  /** The records in whose other words a term stands. */
  textsWith(term: string): readonly number[] {
    return this.#texts.get(term) ?? none
  }

  /** The records that belong to a person, the person's own among them. */
  ownedBy(person: string): readonly number[] {
    return this.#owned.get(person) ?? none
  }

  /** The terms that begin with these letters. */
  completed(beginning: string): readonly string[] {
    return remembered(this.#completed, beginning, () => [...this.#terms()].filter((term) => term.startsWith(beginning)))
  }

  /** The terms that a typed word may have meant. Where it begins a term as it is, only whole words are. */
  nearTo(typed: string): readonly string[] {
    return remembered(this.#near, typed, () => {
      const begins = this.completed(typed).length > 0
      return near(typed, this.#terms())
        .filter(({ whole }) => whole || !begins)
        .map(({ term }) => term)
    })
  }

  /** What to keep of it: only what is found, numbered anew. Null while something waits. */
  words(): IndexWords | null {
    if (this.waiting > 0) return null
    const fresh: number[] = []
    const ids: string[] = []
    const stamps: number[] = []
    for (const [number, id] of this.#ids.entries()) {
      fresh.push(this.#groups[number] === GONE ? -1 : ids.length)
      if (this.#groups[number] === GONE) continue
      ids.push(id)
      stamps.push(this.#stamps[number] as number)
    }
    const again = (places: Places): Places => {
      const kept: Places = new Map()
      for (const [term, numbers] of places) {
        const left = numbers.map((number) => fresh[number] as number).filter((number) => number >= 0)
        if (left.length > 0) kept.set(term, left)
      }
      return kept
    }
    return { ids, stamps, names: again(this.#names), texts: again(this.#texts) }
  }

  // ——— taking in ———

  #take(id: string): void {
    const record = recordIn(this.book, id)
    const entry = record === undefined ? null : entryOf(record)
    const owners = record === undefined || entry === null ? [] : idsIn(record)
    const stamp = entry === null ? -1 : stampOf(entry, owners)
    const old = this.#numbers.get(id)
    if (old !== undefined) {
      if (entry !== null && this.#stamps[old] === stamp) {
        if (this.#groups[old] === GONE) this.#place(old, record as RecordOf[Kind], entry.group, owners)
        return
      }
      this.#groups[old] = GONE
      this.#numbers.delete(id)
      this.#changes += 1
    }
    if (entry === null) return
    const number = this.#ids.length
    this.#ids.push(id)
    this.#stamps.push(stamp)
    this.#groups.push(GONE)
    this.#days.push(0)
    this.#numbers.set(id, number)
    for (const text of entry.names) this.#write(this.#names, text, number)
    for (const text of entry.texts) this.#write(this.#texts, text, number)
    this.#place(number, record as RecordOf[Kind], entry.group, owners)
    this.#changes += 1
  }

  /** From here on a number is found. */
  #place(number: number, record: RecordOf[Kind], group: Group, owners: readonly string[]): void {
    this.#groups[number] = groups.indexOf(group)
    const day = dayOf(record)
    this.#days[number] = day === undefined ? 0 : dayNumber(day)
    for (const owner of owners) append(this.#owned, owner, number)
  }

  #write(places: Places, text: string, number: number): void {
    for (const term of termsOf(text)) {
      if (append(places, term, number)) {
        this.#completed.clear()
        this.#near.clear()
      }
    }
  }

  *#terms(): Iterable<string> {
    yield* this.#names.keys()
    for (const term of this.#texts.keys()) if (!this.#names.has(term)) yield term
  }
}

const none: readonly number[] = []

/** Adds a number to a term, once; whether the term is new. */
function append(places: Places, term: string, number: number): boolean {
  const numbers = places.get(term)
  if (numbers === undefined) {
    places.set(term, [number])
    return true
  }
  if (numbers[numbers.length - 1] !== number) numbers.push(number)
  return false
}

function remembered<T>(known: Map<string, T>, key: string, make: () => T): T {
  const before = known.get(key)
  if (before !== undefined) return before
  const made = make()
  known.set(key, made)
  return made
}

/** The ids of a book in the order in which they are taken in: people and what is written about them, then moments from the newest on. */
function newestFirst(book: Book): string[] {
  const ids: string[] = []
  const days = new Map<string, string[]>()
  for (const record of book.everything()) {
    if (record.kind !== 'moment') {
      ids.push(record.id)
      continue
    }
    const { day } = record as AnyRecord & { readonly day: string }
    const list = days.get(day)
    if (list === undefined) days.set(day, [record.id])
    else list.push(record.id)
  }
  for (const day of [...days.keys()].sort().reverse()) ids.push(...(days.get(day) ?? []))
  return ids
}
