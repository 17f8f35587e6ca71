import type { ItemDate, ItemOwn } from '../../formats/item.ts'
import type { PersonOut } from '../../formats/person-out.ts'
import type { Book } from '../book.ts'
import { OWN_UID } from '../importing/known-people.ts'
import type { Fact, Person, YearDate } from '../people/contract.ts'

/** What may leave of the things to remember about somebody: never what is about a child. */
export const tellable = (facts: readonly Fact[]): readonly Fact[] => facts.filter((fact) => fact.child !== true)

/** How much of a person goes into a file. `card`: what a card of theirs would say. `all`: how I see them, too. */
export type Depth = 'card' | 'all'

/** The people of the book as files know them, by name. */
export function peopleOut(book: Book, depth: Depth): readonly PersonOut[] {
  const dates = new Map<string, YearDate[]>()
  for (const date of book.all('date')) dates.set(date.person, [...(dates.get(date.person) ?? []), date])
  return book
    .people()
    .map((person) => personOut(person, dates.get(person.id) ?? [], depth === 'all' ? tellable(book.factsOf(person.id)) : [], depth))
}

function personOut(person: Person, dates: readonly YearDate[], facts: readonly Fact[], depth: Depth): PersonOut {
  const birthday = dates.find(({ what }) => what === 'birthday')
  return {
    uid: person.sourceId ?? `${OWN_UID}${person.id}`,
    name: person.name,
    nicknames: person.aliases ?? [],
    emails: person.emails ?? [],
    phones: person.phones ?? [],
    links: person.links ?? [],
    company: person.company,
    department: person.department,
    role: person.role,
    place: person.place,
    manager: person.manager,
    birthday: birthday === undefined ? undefined : yearDayOf(birthday),
    dates: dates.flatMap((date) => (date.what === 'birthday' ? [] : [dateOut(date, date.what)])),
    notes: facts.map(({ text }) => text),
    labels: person.tags ?? [],
    own: depth === 'all' ? ownOut(person) : undefined,
  }
}

const yearDayOf = ({ month, day, year }: YearDate): ItemDate['date'] => (year === undefined ? { month, day } : { month, day, year })

const dateOut = (date: YearDate, what: ItemDate['what']): ItemDate =>
  date.label === undefined || date.label === '' ? { what, date: yearDayOf(date) } : { what, label: date.label, date: yearDayOf(date) }

function ownOut({ line, circle, rhythm, importance }: Person): ItemOwn | undefined {
  if (line === undefined && circle === undefined && rhythm === undefined && importance === undefined) return undefined
  return { about: line, circle, rhythm, importance }
}
