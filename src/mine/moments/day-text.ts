import { i18n } from '@lingui/core'
import { type Day, Temporal, type YearDay } from '../../kernel/time.ts'

const month = (day: Day, style: 'short' | 'long'): string =>
  Temporal.PlainDate.from(day).toLocaleString(i18n.locale || 'en', { month: style })

/** "22 Oct": for the narrow column of dates. */
export const shortDay = (day: Day): string =>
  i18n._({ id: 'day.short', message: '{day} {month}', values: { day: +day.slice(8), month: month(day, 'short') } })

/** "4 December", with the year when it is not the one of `today`: "4 December 2024". */
export function longDay(day: Day, today: Day): string {
  const values = { day: +day.slice(8), month: month(day, 'long'), year: day.slice(0, 4) }
  return day.slice(0, 4) === today.slice(0, 4)
    ? i18n._({ id: 'day.long', message: '{day} {month}', values })
    : i18n._({ id: 'day.long-year', message: '{day} {month} {year}', values })
}

/** "22 June", or "22 June 1979" where the year is known. */
export function yearDayText({ month: n, day, year }: YearDay): string {
  const values = { day, month: month(`2024-${String(n).padStart(2, '0')}-01`, 'long'), year: String(year ?? '') }
  return year === undefined
    ? i18n._({ id: 'day.long', message: '{day} {month}', values })
    : i18n._({ id: 'day.long-year', message: '{day} {month} {year}', values })
}
