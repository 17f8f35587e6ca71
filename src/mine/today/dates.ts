import { addDays, type Day, dayNumber, dayOf, daysBetween, weekday, yearDayIn } from '../../kernel/time.ts'
import type { YearDate } from '../people/contract.ts'

/** Days after a date in which a late word is still welcome, where no plan showed it in time. */
export const LATE_DAYS = 3

/** A yearly date on one of its days. */
export interface Coming {
  readonly date: YearDate
  readonly on: Day
}

/** The key of a date's move: one for each year. */
export const dateKey = ({ date, on }: Coming): string => `date:${date.id}:${on.slice(0, 4)}`

/** The dates that fall within a span of days, both ends included, by day. 29 February is kept on the 28th in common years. */
export function datesWithin(dates: readonly YearDate[], from: Day, to: Day): readonly Coming[] {
  const out: Coming[] = []
  const first = +from.slice(0, 4)
  const last = +to.slice(0, 4)
  const lowest = first === last ? (+from.slice(5, 7) - 1) * 100 : 0
  const highest = first === last ? (+to.slice(5, 7) + 1) * 100 : 10_000
  for (const date of dates) {
    // Months outside the span are left out before any text is made.
    const at = date.month * 100 + date.day
    if (at < lowest || at > highest) continue
    for (let year = first; year <= last; year++) {
      const on = dayOf(dayNumber(yearDayIn(date, year)))
      if (on >= from && on <= to) out.push({ date, on })
    }
  }
  return out.sort((a, b) => (a.on !== b.on ? (a.on < b.on ? -1 : 1) : a.date.id < b.date.id ? -1 : 1))
}

/** Whether a date makes a move on a day: on the day itself, on the Friday before a weekend, or shortly after. */
export function dateMoves(on: Day, day: Day): 'today' | 'ahead' | 'late' | 'no' {
  if (on === day) return 'today'
  if (on < day) return daysBetween(on, day) <= LATE_DAYS ? 'late' : 'no'
  return weekday(day) === 5 && on <= addDays(day, 2) ? 'ahead' : 'no'
}
