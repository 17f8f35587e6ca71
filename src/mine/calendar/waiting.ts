import { byName } from '../../kernel/text.ts'
import { addDays, type Day } from '../../kernel/time.ts'
import type { Book } from '../book.ts'
import type { Moment } from '../moments/contract.ts'
import type { Person } from '../people/contract.ts'
import type { Guest, Proposal } from './contract.ts'
import { acquaintances } from './guests.ts'
import { LOOK_BACK } from './meetings.ts'

/** A proposal with the days that wait for an answer. */
export interface Waiting {
  readonly proposal: Proposal
  /** Oldest first; at least one. */
  readonly days: readonly Proposal['days'][number][]
  /** Guests who are in the book. */
  readonly known: readonly Person[]
  /** Guests who are not. */
  readonly unknown: readonly Guest[]
}

/** Whether a moment with all of these people is written on a day. */
export function wroteAlready(book: Book, day: Day, people: readonly Person[]): boolean {
  const [first] = people
  if (first === undefined) return false
  const there = onDays(book.momentsOf(first.id)).get(day)
  return there?.some((moment) => people.every((person) => moment.people.includes(person.id))) === true
}

const byDay = new WeakMap<readonly Moment[], ReadonlyMap<Day, readonly Moment[]>>()

/** Moments by their day, worked out once for as long as none of them changes: a calendar asks for hundreds of days. */
function onDays(moments: readonly Moment[]): ReadonlyMap<Day, readonly Moment[]> {
  const known = byDay.get(moments)
  if (known !== undefined) return known
  const days = Map.groupBy(moments, (moment) => moment.day)
  byDay.set(moments, days)
  return days
}

const lastOf = (one: Waiting): Day => one.days.at(-1)?.day ?? ''

/** What one proposal still asks; undefined when every day of it is answered, written by hand since, or long ago by now. */
export function waitingOf(book: Book, proposal: Proposal): Waiting | undefined {
  const answered = new Set([...(proposal.taken ?? []), ...(proposal.dismissed ?? [])].map(({ of }) => of))
  const edge = addDays(book.today(), -LOOK_BACK)
  const open = proposal.days.filter(({ of, day }) => !answered.has(of) && day >= edge)
  if (open.length === 0) return undefined
  const { known, unknown } = acquaintances(book).part(proposal.guests)
  const days = open.filter(({ day }) => !wroteAlready(book, day, known))
  return days.length === 0 ? undefined : { proposal, days, known, unknown }
}

/** What the calendar knows and the book does not: first with people of the book, then with others, each by the latest day. */
export function waiting(book: Book): readonly Waiting[] {
  const all = book.all('proposal')
  if (all.length === 0) return none
  const found = all.map((proposal) => waitingOf(book, proposal)).filter((one) => one !== undefined)
  return found.sort(
    (a, b) =>
      Number(a.known.length === 0) - Number(b.known.length === 0) ||
      (lastOf(a) === lastOf(b) ? byName(a.proposal.title, b.proposal.title) : lastOf(a) < lastOf(b) ? 1 : -1) ||
      (a.proposal.id < b.proposal.id ? -1 : 1),
  )
}

const none: readonly Waiting[] = []

/** How many moments the calendar knows of that the book does not; none worth a word while nobody of the book is in any. */
export function momentsWaiting(book: Book): number {
  const all = waiting(book)
  return all.some((one) => one.known.length > 0) ? all.reduce((sum, one) => sum + one.days.length, 0) : 0
}
