import { i18n } from '@lingui/core'
import { type Day, daysBetween, Temporal } from '../../kernel/time.ts'

/** How days are written in the language that is spoken: "7 December" in English, as the rest of its texts is. */
export const locale = (): string => (i18n.locale === 'en' || i18n.locale === '' ? 'en-GB' : i18n.locale)
const named = (day: Day, options: Intl.DateTimeFormatOptions): string => Temporal.PlainDate.from(day).toLocaleString(locale(), options)

/** "September". */
export const monthName = (day: Day): string => named(day, { month: 'long' })
/** "Tuesday". */
export const weekdayName = (day: Day): string => named(day, { weekday: 'long' })

/** A past day within a sentence: "today", "yesterday", "on Tuesday", "last week", "in September", "in June 2024". */
export function pastText(day: Day, today: Day): string {
  const ago = daysBetween(day, today)
  if (ago <= 0) return i18n._({ id: 'past.today', message: 'today' })
  if (ago === 1) return i18n._({ id: 'past.yesterday', message: 'yesterday' })
  if (ago < 7) return i18n._({ id: 'past.weekday', message: 'on {weekday}', values: { weekday: weekdayName(day) } })
  if (ago < 12) return i18n._({ id: 'past.last-week', message: 'last week' })
  if (ago < 18) return i18n._({ id: 'past.two-weeks', message: 'two weeks ago' })
  if (ago < 25) return i18n._({ id: 'past.three-weeks', message: 'three weeks ago' })
  const month = monthName(day)
  if (ago < 320) return i18n._({ id: 'past.month', message: 'in {month}', values: { month } })
  return i18n._({ id: 'past.month-year', message: 'in {month} {year}', values: { month, year: day.slice(0, 4) } })
}

/** The same within "since …": "yesterday", "Tuesday", "last week", "September". */
export function sinceText(day: Day, today: Day): string {
  const ago = daysBetween(day, today)
  if (ago <= 0) return i18n._({ id: 'since.today', message: 'today' })
  if (ago === 1) return i18n._({ id: 'since.yesterday', message: 'yesterday' })
  if (ago < 7) return weekdayName(day)
  if (ago < 12) return i18n._({ id: 'since.last-week', message: 'last week' })
  const month = monthName(day)
  if (ago < 18) return i18n._({ id: 'since.two-weeks', message: 'two weeks ago' })
  if (ago < 25) return i18n._({ id: 'since.three-weeks', message: 'three weeks ago' })
  if (ago < 320) return month
  return i18n._({ id: 'since.month-year', message: '{month} {year}', values: { month, year: day.slice(0, 4) } })
}

/** A day ahead as one says it: "tomorrow", "in about five weeks", "just before Christmas", "in early March". */
export function aheadText(from: Day, day: Day): string {
  const days = daysBetween(from, day)
  const monthDay = day.slice(5)
  if (days <= 1) return i18n._({ id: 'ahead.tomorrow', message: 'tomorrow' })
  if (days <= 4) return i18n._({ id: 'ahead.days', message: 'in a few days' })
  if (days <= 10) return i18n._({ id: 'ahead.week', message: 'in about a week' })
  if (days <= 300 && monthDay >= '12-15' && monthDay <= '12-24') return i18n._({ id: 'ahead.christmas', message: 'just before Christmas' })
  if (days <= 300 && (monthDay >= '12-28' || monthDay <= '01-03')) return i18n._({ id: 'ahead.new-year', message: 'around New Year' })
  if (days <= 17) return i18n._({ id: 'ahead.two-weeks', message: 'in about two weeks' })
  if (days <= 24) return i18n._({ id: 'ahead.three-weeks', message: 'in about three weeks' })
  if (days <= 31) return i18n._({ id: 'ahead.four-weeks', message: 'in about four weeks' })
  if (days <= 38) return i18n._({ id: 'ahead.five-weeks', message: 'in about five weeks' })
  if (days <= 45) return i18n._({ id: 'ahead.six-weeks', message: 'in about six weeks' })
  const month = monthName(day)
  if (days > 330) return i18n._({ id: 'ahead.year', message: 'in more than a year' })
  const date = +day.slice(8)
  if (date <= 10) return i18n._({ id: 'ahead.early', message: 'in early {month}', values: { month } })
  if (date <= 20) return i18n._({ id: 'ahead.middle', message: 'in mid-{month}', values: { month } })
  return i18n._({ id: 'ahead.late', message: 'in late {month}', values: { month } })
}

/** A day to come by its name: "Thursday" within a week, else "4 December" as the reader's language writes it. */
export function dayText(day: Day, today: Day): string {
  const ahead = daysBetween(today, day)
  return ahead > 0 && ahead < 7 ? weekdayName(day) : named(day, { day: 'numeric', month: 'long' })
}
