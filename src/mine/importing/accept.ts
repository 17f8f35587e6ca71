import { i18n } from '@lingui/core'
import type { ItemMoment, PersonItem, RecordItem } from '../../formats/item.ts'
import { newId, type RecordId } from '../../kernel/ids.ts'
import type { Day } from '../../kernel/time.ts'
import type { Book, Edit } from '../book.ts'
import { propose } from '../calendar/actions.ts'
import { archived } from '../exporting/archive.ts'
import type { Shape } from '../moments/contract.ts'
import type { Person } from '../people/contract.ts'
import { marksOf } from '../tact/tact.ts'
import { before } from './before.ts'
import type { Accepted, Choice, FileRead, PreviewRow } from './contract.ts'
import { growth, type Known, momentMark } from './growth.ts'
import { KnownPeople } from './known-people.ts'
import { dryRun } from './preview.ts'
import { MOST_PRINTS, print } from './print.ts'

/** How an accepted import is told. */
function told(added: number, changed: number, file: string): string {
  const values = { added, changed, file }
  if (added === 0 && changed === 0) return i18n._({ id: 'import.done.nothing', message: 'Nothing was added: your book knows all of it.' })
  if (changed === 0) {
    return i18n._({
      id: 'import.done.added',
      message: '{added, plural, one {One person joined your book.} other {# people joined your book.}}',
      values,
    })
  }
  if (added === 0) {
    return i18n._({
      id: 'import.done.changed',
      message: '{changed, plural, one {One person is more complete now.} other {# people are more complete now.}}',
      values,
    })
  }
  return i18n._({
    id: 'import.done.both',
    message:
      '{added, plural, one {One person joined your book} other {# people joined your book}}, {changed, plural, one {one more is} other {# more are}} more complete now.',
    values,
  })
}

function toldOfRecords(count: number): string {
  return i18n._({
    id: 'import.done.records',
    message: '{count, plural, =0 {Nothing was added: your book holds all of it.} one {One entry came back.} other {# entries came back.}}',
    values: { count },
  })
}

/**
 * Writes the chosen rows into the book: one change, one batch that can be taken back any day. What the
 * rows mean is worked out anew from the book as it is now, so that accepting twice changes nothing more.
 * A chosen row that asks and got no answer is left out.
 */
export function accept(book: Book, read: FileRead, choices: readonly Choice[]): Accepted {
  // A calendar proposes, and what it proposes is answered one by one later on.
  if (read.format === 'icalendar') return propose(book, read)
  const chosen = new Map(choices.map((choice) => [choice.index, choice]))
  const rows = dryRun(book, read.items)
  if (read.format !== 'kith') return acceptPeople(book, read, rows, chosen)
  return acceptArchive(
    book,
    read,
    rows.filter((row) => row.choosable && chosen.has(row.index)),
  )
}

function acceptPeople(book: Book, read: FileRead, rows: readonly PreviewRow[], chosen: ReadonlyMap<number, Choice>): Accepted {
  const batch = newId()
  const joined = new Map<number, string>()
  const grown = new Set<string>()
  const met = new Set<string>()
  /** The owner's answer for each person of the file: items that mean one person cannot be answered in two ways. */
  const answers = new Map<number, 'same' | 'two'>()
  const taken = new Map<string, string>()
  const change = book.change(told(0, 0, read.file), (hands) => {
    const writing = new Writing(book, hands, batch)
    for (const row of rows) {
      if (row.item.kind !== 'person') continue
      const first = row.twinOf ?? row.index
      const as = row.ask === undefined ? undefined : (answers.get(first) ?? chosen.get(row.index)?.as)
      if (as !== undefined) answers.set(first, as)
      const takes = row.choosable && chosen.has(row.index) && (row.ask === undefined || as !== undefined)
      const there = row.ask === undefined || as === 'same' ? row.candidate?.id : undefined
      const target = there ?? joined.get(first)
      // The first item about somebody speaks for the file, chosen or not; later ones only add what is missing.
      const way = target !== undefined && met.has(target) ? 'fill' : 'newest'
      if (target !== undefined && (row.ask === undefined || takes)) met.add(target)
      if (target !== undefined && chosen.has(row.index) && (row.ask === undefined || takes)) taken.set(print(row.item), target)
      if (!takes) continue
      if (target === undefined) {
        const id = writing.join(row.item)
        joined.set(first, id)
        met.add(id)
        taken.set(print(row.item), id)
      } else if (writing.grow(target, row.item, way) && book.get('person', target) !== undefined) grown.add(target)
    }
    const added = new Set([...joined.values()].filter((id) => book.get('person', id) === undefined)).size
    if (added === 0 && grown.size === 0) return
    const at = book.clock.now().toString()
    hands.add(
      'batch',
      {
        at,
        file: read.file.slice(0, 500),
        format: read.format,
        added,
        changedPeople: grown.size,
        before: before(book, hands, writing.touched),
        taken: [...taken].slice(0, MOST_PRINTS).map((pair) => pair.join(':')),
      },
      batch,
    )
  })
  const written = change.after.has(batch)
  const added = new Set([...joined.values()].filter((id) => change.before.has(id) && change.before.get(id) === undefined)).size
  const sentence = told(added, grown.size, read.file)
  return { change: { ...change, label: sentence }, batch: written ? batch : undefined, added, changed: grown.size, sentence }
}

/** The longest text of a moment that a book holds. */
const LONGEST_TEXT = 20_000

/** What kind of moment a file means; it knows no more than how it took place. */
const shapes: Readonly<Record<ItemMoment['medium'], Shape>> = {
  meal: 'lunch',
  face: 'talk',
  video: 'call',
  call: 'call',
  message: 'message',
  'one-way': 'message',
}

/** Writes people within one edit, and knows what it has written already. */
class Writing {
  /** Records of the book that were changed. */
  readonly touched = new Set<string>()
  readonly #today: Day
  readonly #hands: Edit
  readonly #batch: RecordId
  readonly #known: KnownPeople
  readonly #dates = new Map<string, Known['dates']>()
  readonly #facts = new Map<string, Set<string>>()
  readonly #moments = new Map<string, Set<string>>()

  constructor(book: Book, hands: Edit, batch: RecordId) {
    this.#today = book.today()
    this.#hands = hands
    this.#batch = batch
    this.#known = new KnownPeople(book)
  }

  /** Somebody new; returns the id. */
  join(item: PersonItem): string {
    const person = this.#hands.add('person', { name: item.name, sourceId: item.uid, batch: this.#batch })
    this.#write(person.id, item, 'fill')
    return person.id
  }

  /** What the item adds to somebody; answers whether it added anything. */
  grow(id: string, item: PersonItem, way: 'newest' | 'fill'): boolean {
    return this.#write(id, this.#known.without(item, id), way)
  }

  #write(id: string, item: PersonItem, way: 'newest' | 'fill'): boolean {
    const person = this.#hands.get('person', id) as Person | undefined
    if (person === undefined) return false
    const dates = this.#dates.get(id) ?? this.#known.known(id)?.dates ?? []
    const facts = this.#facts.get(id) ?? new Set(this.#known.known(id)?.facts ?? [])
    const moments = this.#moments.get(id) ?? new Set(this.#known.known(id)?.moments ?? [])
    const more = growth({ person, dates, facts, moments }, item, way)
    if (Object.keys(more.fields).length > 0) this.#hands.patch('person', id, this.#touch(id, more.fields))
    const added = more.newDates.map(({ what, label, month, day, year }) =>
      this.#hands.add('date', { person: id, what, label, month, day, year, batch: this.#batch }),
    )
    const changed = more.changedDates.map(({ id: date, ...fields }) => this.#hands.patch('date', date, this.#touch(date, fields)))
    this.#dates.set(id, [...dates.map((date) => changed.find((one) => one.id === date.id) ?? date), ...added])
    for (const text of more.newFacts) {
      this.#hands.add('fact', { about: [id], text, writtenOn: this.#today, ...marksOf(text), batch: this.#batch })
      facts.add(text)
    }
    this.#facts.set(id, facts)
    for (const moment of more.newMoments) {
      const { day, medium, startedBy, text = '' } = moment
      this.#hands.add('moment', {
        day,
        people: [id],
        medium,
        shape: shapes[medium],
        startedBy,
        text: text.slice(0, LONGEST_TEXT),
        batch: this.#batch,
      })
      moments.add(momentMark(moment))
    }
    this.#moments.set(id, moments)
    this.#known.add(this.#hands.get('person', id) ?? person)
    return more.gains.length > 0
  }

  #touch<F>(id: string, fields: F): F {
    this.touched.add(id)
    return fields
  }
}

/** Puts back records of an archive. Into an empty book they come exactly as they were, without a batch. */
function acceptArchive(book: Book, read: FileRead, rows: readonly PreviewRow[]): Accepted {
  const empty = book.everything().length === 0
  const batch = newId()
  let added = 0
  let changed = 0
  const change = book.change(toldOfRecords(rows.length), (hands) => {
    const touched = new Set<string>()
    for (const row of rows) {
      const record = archived((row.item as RecordItem).record)
      if (!record.ok) continue
      if (row.verdict === 'new') {
        added += 1
        hands.put(empty ? record.value : { ...record.value, batch })
      } else {
        changed += 1
        touched.add(record.value.id)
        hands.put(record.value)
      }
    }
    if (empty || added + changed === 0) return
    const body = { at: book.clock.now().toString(), file: read.file.slice(0, 500), format: read.format, added, changedPeople: changed }
    hands.add('batch', { ...body, before: before(book, hands, touched) }, batch)
  })
  const sentence = toldOfRecords(added + changed)
  return { change, batch: change.after.has(batch) ? batch : undefined, added, changed, sentence }
}
