import { csvText } from '../../formats/csv-writing.ts'
import { peopleTable } from '../../formats/kith-people.ts'
import type { Book } from '../book.ts'
import { peopleOut } from './people.ts'

/** What a table may hold. */
export type TableOf = 'people' | 'moments' | 'promises'

const namesOf = (book: Book, ids: readonly string[]): string =>
  ids.flatMap((id) => book.get('person', id)?.name.replace(/[\r\n]+/g, ' ') ?? []).join('\n')

/** The moments as a table, the oldest first. */
function momentsTable(book: Book): string {
  const moments = [...book.all('moment')].sort((a, b) => (a.day === b.day ? (a.changed < b.changed ? -1 : 1) : a.day < b.day ? -1 : 1))
  const rows = moments.map((moment) => [
    moment.day,
    namesOf(book, moment.people),
    moment.shape,
    moment.medium,
    moment.startedBy,
    moment.depth ?? '',
    moment.help ?? '',
    moment.present?.toString() ?? '',
    moment.text,
    moment.id,
  ])
  return csvText([['Day', 'People', 'What', 'How', 'Started by', 'Depth', 'Help', 'Present', 'Text', 'Kith id'], ...rows])
}

/** The promises as a table, in the order in which they were made. */
function promisesTable(book: Book): string {
  const promises = [...book.all('promise')].sort((a, b) => (a.madeOn === b.madeOn ? (a.id < b.id ? -1 : 1) : a.madeOn < b.madeOn ? -1 : 1))
  const rows = promises.map((promise) => [
    namesOf(book, promise.to),
    promise.text,
    promise.madeOn,
    promise.due ?? '',
    promise.kept?.on ?? '',
    promise.dropped?.on ?? '',
    promise.id,
  ])
  return csvText([['To', 'Promise', 'Made on', 'Due', 'Kept on', 'Dropped on', 'Kith id'], ...rows])
}

/** A part of the book as a table that spreadsheets open, none of whose cells they take for a formula. */
export function tableOf(book: Book, what: TableOf): string {
  if (what === 'moments') return momentsTable(book)
  return what === 'promises' ? promisesTable(book) : peopleTable(peopleOut(book, 'all'))
}
