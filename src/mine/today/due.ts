import { addDays, type Day, dayNumber } from '../../kernel/time.ts'
import type { Book } from '../book.ts'
import { clocksFor } from '../warmth/clock.ts'
import { tieOf } from '../warmth/warmth.ts'
import { mayMeet } from './candidates.ts'
import { datesWithin } from './dates.ts'
import { MOVES_A_DAY } from './move.ts'
import { stillness } from './plan.ts'

/** How many days ahead the counts reach, the first day included. */
export const DUE_DAYS = 60

/**
 * How many things are due on each of the next {@link DUE_DAYS} days: what the server may know in
 * order to remind me, and all it knows. Never more than a plan shows; days with nothing are left out.
 * No id, name or kind is in it.
 */
export function duePerDay(book: Book, from: Day = book.today()): Record<Day, number> {
  const clocks = clocksFor(book.all('away'))
  const last = addDays(from, DUE_DAYS - 1)
  const counts = new Map<Day, number>()
  const add = (day: Day): void => void counts.set(day, (counts.get(day) ?? 0) + 1)
  const mayOn = (id: string, day: Day): boolean => {
    const person = book.get('person', id)
    return person !== undefined && mayMeet(person, clocks, day)
  }
  for (const promise of book.all('promise')) {
    if (promise.due === undefined || promise.due > last || promise.kept !== undefined || promise.dropped !== undefined) continue
    const day = promise.due < from ? from : promise.due
    if (promise.to.some((id) => mayOn(id, day))) add(day)
  }
  for (const { date, on } of datesWithin(book.all('date'), from, last)) {
    if (mayOn(date.person, on) && book.get('person', date.person)?.rhythm !== 'none') add(on)
  }
  const first = firstSuggestion(book, from)
  const out: Record<Day, number> = {}
  for (let i = 0; i < DUE_DAYS; i++) {
    const day = addDays(from, i)
    if (stillness(book, day) !== undefined) continue
    const count = (counts.get(day) ?? 0) + (first !== undefined && dayNumber(day) >= first ? 1 : 0)
    if (count > 0) out[day] = Math.min(MOVES_A_DAY, count)
  }
  return out
}

/** The first day number from which Kith has somebody to suggest by itself, if nothing takes place. */
function firstSuggestion(book: Book, from: Day): number | undefined {
  const clocks = clocksFor(book.all('away'))
  const now = dayNumber(from)
  let first: number | undefined
  for (const person of book.all('person')) {
    if (person.resting !== undefined || person.rhythm === 'none') continue
    const clock = clocks.of(person.id)
    const tie = tieOf(person, book.momentsOf(person.id), clock, now)
    if (tie.band === 'dormant') continue
    const day = tie.elapsed === undefined ? now : clock.after(now, Math.ceil(tie.rhythm - tie.elapsed))
    if (day !== null && (first === undefined || day < first)) first = day
  }
  return first
}
