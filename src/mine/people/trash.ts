import { i18n } from '@lingui/core'
import type { PersonId } from '../../kernel/ids.ts'
import type { Book, Change, Edit } from '../book.ts'
import type { Moment, Promised } from '../moments/contract.ts'
import type { AnyRecord } from '../record.ts'
import type { Kind } from '../records.ts'
import type { Fact, Filter, Person, YearDate } from './contract.ts'
import { heldAgain } from './renewal.ts'

/**
 * Moves a person to the trash. What is only theirs goes with them and comes back with them: moments,
 * facts and promises that name nobody else who is in the book, their dates and times away. What
 * they share with others stays with the others.
 */
export function trashPerson(book: Book, id: PersonId): Change {
  const name = book.get('person', id)?.name ?? ''
  return book.change(i18n._({ id: 'trash.person', message: '{name} lies in the trash for thirty days.', values: { name } }), (hands) =>
    toTrash(book, hands, new Set([id])),
  )
}

/** The same for several people within one edit: what names nobody else goes with the first of those it names. */
export function toTrash(book: Book, hands: Edit, ids: ReadonlySet<PersonId>): void {
  const on = book.today()
  const leaves = new Set<string>(ids)
  const stays = (one: string): boolean => !leaves.has(one) && book.get('person', one) !== undefined
  const goWith = (kind: Kind, record: AnyRecord, people: readonly string[]): void => {
    const first = people.find((one) => leaves.has(one))
    if (first !== undefined && !people.some(stays)) hands.patch(kind, record.id, { trashed: { on, with: first } })
  }
  for (const id of ids) hands.patch('person', id, { trashed: { on } })
  for (const moment of new Set([...ids].flatMap((id) => book.momentsOf(id)))) goWith('moment', moment, moment.people)
  for (const fact of book.all('fact')) goWith('fact', fact, fact.about)
  for (const promise of book.all('promise')) goWith('promise', promise, promise.to)
  for (const date of book.all('date')) goWith('date', date, [date.person])
  for (const away of book.all('away')) if (typeof away.who !== 'string') goWith('away', away, [away.who.person])
}

/** What lies in the trash as the owner put it there: things that went with a person are counted there and not listed. */
export interface Trashed {
  readonly record: AnyRecord
  readonly on: string
  /** How many moments, facts and so on went with the person. */
  readonly together: number
}

/** The kinds that a person can put into the trash by hand. */
const listed: ReadonlySet<string> = new Set(['person', 'moment', 'fact', 'promise', 'date', 'away', 'filter'])

/** The trash, the latest first. */
export function trashOf(book: Book): readonly Trashed[] {
  const records = book.trashed()
  const together = new Map<string, number>()
  for (const { trashed } of records) if (trashed?.with !== undefined) together.set(trashed.with, (together.get(trashed.with) ?? 0) + 1)
  return records
    .filter((record) => listed.has(record.kind) && record.trashed?.with === undefined)
    .map((record) => ({ record, on: record.trashed?.on ?? '', together: record.kind === 'person' ? (together.get(record.id) ?? 0) : 0 }))
}

const peopleIn = (record: AnyRecord): readonly string[] => {
  switch (record.kind) {
    case 'moment':
      return (record as unknown as Moment).people
    case 'fact':
      return (record as unknown as Fact).about
    case 'promise':
      return (record as unknown as Promised).to
    case 'date':
      return [(record as unknown as YearDate).person]
    default:
      return []
  }
}

/**
 * Takes a record out of the trash. A person comes back with everything that went with them; a
 * moment, fact, promise or date brings back whom it is about, when nobody of them is there.
 */
export function restore(book: Book, id: string): Change | null {
  const trashed = book.trashed()
  const record = trashed.find((one) => one.id === id)
  if (record === undefined) return null
  const people = peopleIn(record)
  const needed = people.some((one) => book.get('person', one) !== undefined)
    ? undefined
    : people.find((one) => trashed.some((other) => other.id === one))
  const back = [id, ...(needed === undefined ? [] : [needed])]
  const withThem = trashed.filter((one) => one.trashed?.with !== undefined && back.includes(one.trashed.with) && one.id !== id)
  return book.change(i18n._({ id: 'trash.restored', message: '{what} is back.', values: { what: trashedName(record) } }), (hands) => {
    for (const one of [...back, ...withThem.map((other) => other.id)]) {
      hands.restore(one)
      const fact = hands.get('fact', one)
      if (fact !== undefined) hands.patch('fact', one, heldAgain(fact, book.today()))
    }
  })
}

/** What to call a record in a sentence: the name of a person, the words of a moment, fact or promise. */
export function trashedName(record: AnyRecord): string {
  const cut = (text: string): string => (text.length > 60 ? `${text.slice(0, 57).trimEnd()}…` : text)
  switch (record.kind) {
    case 'person':
    case 'filter':
      return (record as unknown as Person | Filter).name
    case 'moment':
      return cut((record as unknown as Moment).text) || i18n._({ id: 'trash.moment', message: 'A moment' })
    case 'fact':
      return cut((record as unknown as Fact).text)
    case 'promise':
      return cut((record as unknown as Promised).text)
    case 'date':
      return (record as unknown as YearDate).label ?? i18n._({ id: 'trash.date', message: 'A day of the year' })
    case 'away':
      return i18n._({ id: 'trash.away', message: 'A time away' })
    default:
      return i18n._({ id: 'trash.other', message: 'Something' })
  }
}
