import type { Day } from '../../kernel/time.ts'
import type { Book } from '../book.ts'
import type { Person } from '../people/contract.ts'
import { chosen, type PersonRow, rowsOf } from '../people/rows.ts'
import { readWords, type WordFilter } from '../people/wanted-words.ts'
import type { Kind, RecordOf } from '../records.ts'
import { dayOf, type Group, groups, peopleIn, recordIn } from './entry.ts'
import { Numbers } from './numbers.ts'
import type { SearchIndex } from './search-index.ts'
import { type Fit, fits, Sought } from './sought.ts'

/** One record that was found. */
export interface Hit {
  readonly group: Group
  readonly record: RecordOf[Kind]
  /** The people it belongs to, in its own order. */
  readonly people: readonly Person[]
  readonly fit: Fit
  /** The day it is about, for what has one. */
  readonly day: Day | undefined
  /** The words it was found by. */
  readonly sought: Sought
}

/** What was found under one head. */
export interface Found {
  readonly group: Group
  /** The best first; at most as many as were asked for. */
  readonly hits: readonly Hit[]
  /** How many there are in all. */
  readonly count: number
}

/** What a question finds. */
export interface Answer {
  /** Only groups in which something was found, in the order to show them. */
  readonly found: readonly Found[]
  /** How many there are in all groups. */
  readonly count: number
  /** Words of the question that choose people. */
  readonly filters: readonly WordFilter[]
  /** Whether somebody is called what was typed. */
  readonly calls: boolean
  /** Whether the whole book was looked through; false while the index is still made. */
  readonly whole: boolean
}

/** So few hits that slips in the words are looked for as well. */
const FEW = 4

/**
 * Asks the index of a book. Every word must be found: in the record itself or, beside another word, in
 * the name of somebody it belongs to. Words of warmth and the names of departments, circles and tags choose
 * people as well. Words themselves come before beginnings, beginnings before slips, newer before older.
 *
 * @param most how many hits a group shows
 */
export function ask(index: SearchIndex, typed: string, most: number): Answer {
  index.catchUp()
  const asking = new Asking(index, most)
  const { wanted, filters } = readWords(index.book, typed)
  const all = new Sought(typed, index)
  if (filters.length > 0) {
    const people = chosen(rowsIn(index.book), { ...wanted, words: '' }).map((row) => row.person)
    const left = new Sought(wanted.words, index)
    if (left.words.length === 0) asking.choose(people, all)
    else asking.read(left, people)
  }
  if (all.words.length > 0) asking.read(all)
  const found = asking.found()
  const count = found.reduce((sum, one) => sum + one.count, 0)
  return { found, count, filters, calls: asking.calls, whole: index.waiting === 0 }
}

/** A number that was found, and how. */
interface Place {
  readonly number: number
  readonly fit: Fit
  readonly sought: Sought
  readonly named: boolean
  /** The smaller, the earlier it is shown. */
  readonly rank: number
}

class Asking {
  readonly #index: SearchIndex
  readonly #book: Book
  readonly #shown: Numbers
  readonly #taken: Numbers
  readonly #most: number
  /** The first places of each group, in order, and how many there are. */
  readonly #places: Readonly<Record<Group, Place[]>> = { people: [], moments: [], remembered: [], promises: [], more: [] }
  readonly #counts: Record<Group, number> = { people: 0, moments: 0, remembered: 0, promises: 0, more: 0 }
  readonly #order: ReadonlyMap<string, number>
  #chosen = false

  constructor(index: SearchIndex, most: number) {
    this.#index = index
    this.#most = most
    this.#book = index.book
    this.#shown = shownIn(index)
    this.#taken = new Numbers(index.size)
    this.#order = orderOf(index.book)
  }

  /** People whom filters alone have chosen. */
  choose(people: readonly Person[], sought: Sought): void {
    this.#chosen = people.length > 0
    const own = new Numbers(this.#index.size)
    for (const { id } of people) own.addAll(this.#index.ownedBy(id).filter((number) => this.#index.idOf(number) === id))
    this.#take(own.meet(this.#shown), sought, 'word', own)
  }

  /** Looks for words, in what belongs to the people of `among` or in everything. */
  read(sought: Sought, among?: readonly Person[]): void {
    const room = new Numbers(this.#shown)
    if (among !== undefined) {
      const theirs = new Numbers(this.#index.size)
      for (const { id } of among) theirs.addAll(this.#index.ownedBy(id))
      room.meet(theirs)
    }
    for (const fit of fits) {
      if (fit === 'near' && groups.reduce((sum, group) => sum + this.#counts[group], 0) >= FEW) break
      const { all, named } = sought.standing(fit)
      this.#take(all.meet(room), sought, fit, named)
    }
  }

  /** Notes what stands at these numbers and was not noted before. */
  #take(numbers: Numbers, sought: Sought, fit: Fit, named: Numbers): void {
    const today = this.#book.today()
    numbers.leave(this.#taken).each((number) => {
      const group = this.#index.groupOf(number)
      if (group === undefined) return
      if (group === 'remembered') {
        const fact = this.#book.get('fact', this.#index.idOf(number))
        if (fact?.expires !== undefined && fact.expires < today) return
      }
      this.#counts[group] += 1
      const rank = group === 'people' ? (this.#order.get(this.#index.idOf(number)) ?? 0) : -this.#index.dayOf(number)
      this.#put(this.#places[group], { number, fit, sought, named: named.has(number), rank })
    })
    this.#taken.join(numbers)
  }

  /** Puts a place where it belongs among the first ones. */
  #put(places: Place[], place: Place): void {
    const last = places[places.length - 1]
    if (places.length === this.#most && last !== undefined && before(place, last) >= 0) return
    let at = places.length
    while (at > 0 && before(place, places[at - 1] as Place) < 0) at -= 1
    places.splice(at, 0, place)
    if (places.length > this.#most) places.pop()
  }

  /** The groups in which something was found. People lead where a name fits, or where they fit as well as the rest. */
  found(): Found[] {
    const some = groups.filter((group) => this.#counts[group] > 0)
    const best = (group: Group): number => Math.min(...this.#places[group].map(({ fit }) => fits.indexOf(fit)))
    const [people, ...rest] = some
    const follows =
      people === 'people' && !this.#chosen && this.#places.people[0]?.named !== true && rest.some((other) => best(other) < best('people'))
    return (follows ? [...rest, 'people' as const] : some).map((group) => ({
      group,
      hits: this.#places[group].flatMap((place) => this.#hit(group, place)),
      count: this.#counts[group],
    }))
  }

  get calls(): boolean {
    return !this.#chosen && this.#places.people[0]?.named === true
  }

  #hit(group: Group, { number, fit, sought }: Place): Hit[] {
    // The book has the last word, also while a change still waits to be taken in.
    const record = recordIn(this.#book, this.#index.idOf(number))
    if (record === undefined) return []
    return [{ group, record, people: peopleIn(this.#book, record), fit, day: dayOf(record), sought }]
  }
}

const before = (a: Place, b: Place): number =>
  Number(b.named) - Number(a.named) || fits.indexOf(a.fit) - fits.indexOf(b.fit) || a.rank - b.rank || a.number - b.number

const shown = new WeakMap<
  SearchIndex,
  { readonly people: readonly Person[]; readonly changes: number; readonly waiting: number; readonly numbers: Numbers }
>()

/** What may be found: all that belongs to somebody in the book, and what belongs to nobody by its kind. */
function shownIn(index: SearchIndex): Numbers {
  const people = index.book.all('person')
  const kept = shown.get(index)
  if (kept?.people === people && kept.changes === index.changes && kept.waiting === index.waiting) return kept.numbers
  const numbers = new Numbers(index.size)
  for (const { id } of people) numbers.addAll(index.ownedBy(id))
  const more: number[] = []
  for (let number = 0; number < index.size; number++) if (index.groupOf(number) === 'more') more.push(number)
  numbers.addAll(more)
  shown.set(index, { people, changes: index.changes, waiting: index.waiting, numbers })
  return numbers
}

const kept = new WeakMap<Book, { readonly version: number; readonly day: Day; readonly rows: readonly PersonRow[] }>()

/** The rows of the people, worked out once for each state of the book and each day. */
function rowsIn(book: Book): readonly PersonRow[] {
  const day = book.today()
  const last = kept.get(book)
  if (last?.version === book.version && last.day === day) return last.rows
  const rows = rowsOf(book, day)
  kept.set(book, { version: book.version, day, rows })
  return rows
}

const orders = new WeakMap<readonly Person[], ReadonlyMap<string, number>>()

/** The place of each person by name. */
function orderOf(book: Book): ReadonlyMap<string, number> {
  const people = book.people()
  const kept = orders.get(people)
  if (kept !== undefined) return kept
  const order = new Map(people.map(({ id }, at) => [id as string, at]))
  orders.set(people, order)
  return order
}
