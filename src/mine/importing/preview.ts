import { i18n } from '@lingui/core'
import type { EventItem, Item, PersonItem, SkippedItem } from '../../formats/item.ts'
import type { PersonId } from '../../kernel/ids.ts'
import type { Day } from '../../kernel/time.ts'
import type { Book } from '../book.ts'
import { eventRows } from '../calendar/event-rows.ts'
import { eventsOf } from '../calendar/proposals.ts'
import { archiveRow } from './archive-row.ts'
import { Clusters, saysMore } from './clusters.ts'
import type { PreviewRow } from './contract.ts'
import { type Growth, growth } from './growth.ts'
import { KnownPeople } from './known-people.ts'
import { openingRow } from './opening-row.ts'
import { growthWords, knowledgeWords, skipWords } from './wording.ts'

/** Up to so many items the file is small, and who is new in it is chosen from the start. */
export const SMALL = 10

/**
 * What an import would do, item by item; writes nothing. The same person is known by the UID of their
 * card, by a profile page or by an email address, with a word of the name; a name alone is a question,
 * never an answer.
 *
 * @param me the owner's addresses in a calendar, where the book does not know them yet
 */
export function dryRun(book: Book, items: readonly Item[], me?: readonly string[]): readonly PreviewRow[] {
  const steps = stepsOf(book, items, me)
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
  }
}

/** How long the dry run works before it lets the page breathe, in milliseconds. */
const STEP = 8

/** The same dry run in small steps, so that a page with thousands of rows to come never stands still. */
export async function dryRunInSteps(book: Book, items: readonly Item[]): Promise<readonly PreviewRow[]> {
  const steps = stepsOf(book, items)
  let began = performance.now()
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
    if (performance.now() - began < STEP) continue
    await new Promise((resolve) => setTimeout(resolve, 0))
    began = performance.now()
  }
}

/** The dry run, which can be left between any two items. The whole file is known before its first row is judged. */
function* stepsOf(book: Book, items: readonly Item[], me?: readonly string[]): Generator<undefined, PreviewRow[]> {
  const people = items.filter((item) => item.kind === 'person')
  const run = new DryRun(book, items, items.filter((item) => item.kind !== 'skipped').length <= SMALL, me)
  for (const item of people) yield run.gather(item)
  for (const item of people) yield run.place(item)
  run.settle()
  const rows: PreviewRow[] = []
  for (const item of items) {
    rows.push(run.row(item))
    yield
  }
  return rows
}

/** The words for who somebody is. */
const about = (item: PersonItem): string =>
  [...new Set([item.role, item.department, item.company])].filter((part): part is string => part !== undefined).join(' · ')

class DryRun {
  readonly #book: Book
  readonly #small: boolean
  readonly #known: KnownPeople
  readonly #clusters = new Clusters()
  /** Whom of the book the items of a cluster mean for sure, by the cluster's first item. */
  readonly #meant = new Map<number, string>()
  /** Whom an item has brought in, or added to, in an earlier import. */
  readonly #taken = new Map<number, string>()
  /** Whom of the book the first item of a cluster may mean. */
  readonly #maybe = new Map<number, string>()
  /** People of the book whom an earlier item has named already. */
  readonly #met = new Set<string>()
  readonly #members = new Map<number, PersonItem[]>()
  readonly #ids = new Set<string>()
  readonly #today: Day
  readonly #wordings = new Map<string, string>()
  readonly #items: readonly Item[]
  readonly #me: readonly string[] | undefined
  #events: ReadonlyMap<number, PreviewRow> | undefined

  constructor(book: Book, items: readonly Item[], small: boolean, me: readonly string[] | undefined) {
    this.#book = book
    this.#items = items
    this.#me = me
    this.#small = small
    this.#known = new KnownPeople(book)
    this.#today = book.today()
  }

  /** First, every item: which of them mean the same person. */
  gather(item: PersonItem): undefined {
    this.#clusters.add(item)
  }

  /** Then, every item again: whom it means by itself; the first one that is sure speaks for the whole cluster. */
  place(item: PersonItem): undefined {
    const first = this.#clusters.first(item.index)
    const members = this.#members.get(first)
    if (members === undefined) this.#members.set(first, [item])
    else members.push(item)
    const taken = this.#known.taken(item)
    if (taken !== undefined) this.#taken.set(item.index, taken)
    const match = taken === undefined ? this.#known.find(item) : { id: taken, sure: true }
    if (match?.sure === true && !this.#meant.has(first)) this.#meant.set(first, match.id)
    const maybe = match?.id ?? this.#known.namesakes(item)[0]
    if (maybe !== undefined && !this.#maybe.has(first)) this.#maybe.set(first, maybe)
  }

  /** Then, once: who is recognised by a name of whom the file says nothing new. */
  settle(): void {
    for (const [first, members] of this.#members) this.#recognise(first, members)
  }

  /** A namesake of whom a cluster says nothing new is that person: there is nothing to ask, and nothing to do. */
  #recognise(first: number, members: readonly PersonItem[]): void {
    const [one] = members
    if (one === undefined || this.#meant.has(first)) return
    const same = this.#known.namesakes(one).find((id) => members.every((item) => this.#growth(id, item, 'newest').gains.length === 0))
    if (same !== undefined) this.#meant.set(first, same)
  }

  row(item: Item): PreviewRow {
    switch (item.kind) {
      case 'skipped':
        return this.#skipped(item)
      case 'record':
        return archiveRow(this.#book, item, this.#ids)
      case 'opening':
        return openingRow(item, this.#today)
      case 'person':
        return this.#person(item)
      case 'event':
        return this.#event(item)
    }
  }

  #skipped(item: SkippedItem): PreviewRow {
    const { index, line, name } = item
    const reason = skipWords(item.why)
    return { index, line, name, verdict: 'skipped', about: '', reason, detail: '', selected: false, choosable: false, item }
  }

  /** Entries of a calendar are judged together, at the first one that is asked for. */
  #event(item: EventItem): PreviewRow {
    this.#events ??= eventRows(this.#book, eventsOf(this.#items), this.#me)
    return this.#events.get(item.index) as PreviewRow
  }

  #person(item: PersonItem): PreviewRow {
    const first = this.#clusters.first(item.index)
    const meant = this.#taken.get(item.index) ?? this.#meant.get(first)
    if (meant !== undefined) return this.#inBook(item, meant)
    const maybe = this.#known.person(this.#maybe.get(first) ?? '')
    const candidate = maybe === undefined ? undefined : { id: maybe.id, name: maybe.name }
    if (first !== item.index) return this.#again(item, first, candidate)
    return candidate === undefined ? this.#new(item) : this.#asks(item, candidate)
  }

  #growth(id: string, item: PersonItem, way: 'newest' | 'fill'): Growth {
    const known = this.#known.known(id)
    return known === undefined ? nothing : growth(known, this.#known.without(item, id), way)
  }

  #row(item: PersonItem): Omit<PreviewRow, 'verdict' | 'reason' | 'selected' | 'choosable'> {
    const { index, line, name } = item
    return { index, line, name, about: about(item), detail: this.#knows(item), item }
  }

  /** Thousands of rows share a few wordings: each is worded once. */
  #worded(key: string, words: () => string): string {
    const known = this.#wordings.get(key)
    if (known !== undefined) return known
    const text = words()
    this.#wordings.set(key, text)
    return text
  }

  #knows(item: PersonItem): string {
    const { emails, phones, birthday, dates, notes, connectedOn, nameFrom, manager, rhythm, moments = [] } = item
    const [latest] = moments.map(({ day }) => day).sort((a, b) => (a < b ? 1 : -1))
    const written = moments.every(({ medium }) => medium === 'message' || medium === 'one-way')
    const key = [
      nameFrom,
      emails.length,
      phones.length,
      birthday !== undefined,
      dates.length,
      notes.length,
      connectedOn ?? '',
      manager !== undefined,
      rhythm ?? '',
      moments.length,
      latest ?? '',
      written,
    ]
    return this.#worded(`knows ${key.join(' ')}`, () => knowledgeWords(item, this.#today))
  }

  #new(item: PersonItem): PreviewRow {
    const reason = this.#worded(`new ${item.nameFrom}`, () =>
      item.nameFrom === 'email'
        ? i18n._({ id: 'import.new.email', message: 'Not in your book yet. The file knows only the email address.' })
        : i18n._({ id: 'import.new', message: 'Not in your book yet.' }),
    )
    return { ...this.#row(item), verdict: 'new', reason, selected: this.#small, choosable: true }
  }

  #asks(item: PersonItem, candidate: { id: PersonId; name: string }): PreviewRow {
    const reason = i18n._({ id: 'import.ask', message: 'Looks like {name} in your book.', values: { name: candidate.name } })
    return { ...this.#row(item), verdict: 'new', reason, candidate, ask: 'same-or-two', selected: false, choosable: true }
  }

  #inBook(item: PersonItem, id: string): PreviewRow {
    const taken = this.#taken.has(item.index)
    const { gains, replaced } = taken ? nothing : this.#growth(id, item, this.#met.has(id) ? 'fill' : 'newest')
    this.#met.add(id)
    const candidate = { id: id as PersonId, name: this.#known.person(id)?.name ?? item.name }
    if (gains.length === 0) {
      const reason = taken
        ? this.#worded('taken', () => i18n._({ id: 'import.taken', message: 'Already in your book from an earlier import.' }))
        : this.#worded('same', () => i18n._({ id: 'import.same', message: 'Already in your book. The file knows nothing more.' }))
      return { ...this.#row(item), verdict: 'same', reason, candidate, selected: false, choosable: false }
    }
    const reason = this.#worded(`gains ${gains.join(' ')} ${replaced.join(' ')}`, () => growthWords(gains, replaced))
    return { ...this.#row(item), verdict: 'differs', reason, candidate, selected: this.#small && replaced.length === 0, choosable: true }
  }

  /** A later item about somebody whom an earlier item of the file brings. */
  #again(item: PersonItem, twinOf: number, candidate: { id: PersonId; name: string } | undefined): PreviewRow {
    const more = saysMore(this.#members.get(twinOf)?.[0] ?? item, item, 'fill')
    const values = { index: twinOf }
    const reason = more
      ? i18n._({ id: 'import.twin.differs', message: 'The same person as number {index} of this file, who gains from it.', values })
      : i18n._({ id: 'import.twin.same', message: 'The same person as number {index} of this file.', values })
    const asked = candidate !== undefined && more ? { candidate, ask: 'same-or-two' as const } : {}
    const selected = this.#small && more && candidate === undefined
    return { ...this.#row(item), verdict: more ? 'differs' : 'same', reason, twinOf, ...asked, selected, choosable: more }
  }
}

const nothing: Growth = { gains: [], replaced: [], fields: {}, newDates: [], changedDates: [], newFacts: [], newMoments: [] }
