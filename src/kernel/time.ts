import { Temporal } from 'temporal-polyfill'

export { Temporal }

/** A calendar day as ISO text, `2026-11-24`. Days compare and sort as text. */
export type Day = string

/** A day of a year that comes round every year; a year-less birthday has no `year`. */
export interface YearDay {
  readonly month: number
  readonly day: number
  readonly year?: number | undefined
}

/** Where "now" comes from. Injected everywhere, so that tests freeze it. */
export interface Clock {
  /** The present moment. */
  now(): Temporal.Instant
  /** The IANA time zone in which the owner's days begin, e.g. `Europe/Lisbon`. */
  zone(): string
}

/** The clock of this machine, in its own time zone. */
export const systemClock: Clock = {
  now: () => Temporal.Now.instant(),
  zone: () => Temporal.Now.timeZoneId(),
}

/** A clock that stands still at `instant` (ISO text with offset or `Z`) in `zone`. */
export function frozenClock(instant: string, zone = 'Europe/Lisbon'): Clock {
  const at = Temporal.Instant.from(instant)
  return { now: () => at, zone: () => zone }
}

/** The owner's calendar day at the clock's present moment. */
export function today(clock: Clock): Day {
  return clock.now().toZonedDateTimeISO(clock.zone()).toPlainDate().toString()
}

/** The owner's local time at the clock's present moment. */
export function localNow(clock: Clock): Temporal.ZonedDateTime {
  return clock.now().toZonedDateTimeISO(clock.zone())
}

/**
 * Whole days since 1970-01-01 for a day text: the integer the warmth formulas count in.
 * Pure arithmetic on the proleptic Gregorian calendar (Hinnant's `days_from_civil`), because it
 * runs fifty thousand times before the first paint.
 */
export const dayNumber = (day: Day): number => numberOf(+day.slice(0, 4), +day.slice(5, 7), +day.slice(8, 10))

/** The same for a year, a month from 1 and a day of the month. */
export function numberOf(year: number, month: number, date: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yoe = y - era * 400
  const doy = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1
  const doe = yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy
  return era * 146_097 + doe - 719_468
}

/** Year, month from 1 and day of the month of a day number; the inverse of {@link numberOf}. */
export function partsOf(number: number): { readonly year: number; readonly month: number; readonly date: number } {
  const z = number + 719_468
  const era = Math.floor(z / 146_097)
  const doe = z - era * 146_097
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365)
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100))
  const mp = Math.floor((5 * doy + 2) / 153)
  const date = doy - Math.floor((153 * mp + 2) / 5) + 1
  const month = mp < 10 ? mp + 3 : mp - 9
  return { year: yoe + era * 400 + (month <= 2 ? 1 : 0), month, date }
}

/** The day text of a day number; the inverse of {@link dayNumber}. */
export function dayOf(number: number): Day {
  const { year, month, date } = partsOf(number)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}

/** The day `days` later (negative: earlier). */
export const addDays = (day: Day, days: number): Day => dayOf(dayNumber(day) + days)

/** The same day `months` later; where that month is shorter, its last day. */
export const addMonths = (day: Day, months: number): Day => Temporal.PlainDate.from(day).add({ months }).toString()

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from)

/** Day of the week, 1 = Monday … 7 = Sunday (ISO 8601). */
export const weekday = (day: Day): number => ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1

/** Whether a text names a real calendar day. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && dayOf(dayNumber(text)) === text
}

const leap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/**
 * The day on which a yearly date falls in `year`. 29 February falls on 28 February in a common
 * year and is 29 February again in the next leap year: the stored date never changes.
 */
export function yearDayIn(date: YearDay, year: number): Day {
  const day = date.month === 2 && date.day === 29 && !leap(year) ? 28 : date.day
  return `${String(year).padStart(4, '0')}-${String(date.month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** The next time a yearly date comes round, `from` itself included. */
export function nextYearDay(date: YearDay, from: Day): Day {
  const year = +from.slice(0, 4)
  const here = yearDayIn(date, year)
  return here >= from ? here : yearDayIn(date, year + 1)
}

/** A day's noon in this machine's zone as the old `Date`, only for libraries that ask for one and read its local fields. */
export function legacyDate(day: Day): Date {
  return new Date(+day.slice(0, 4), +day.slice(5, 7) - 1, +day.slice(8, 10), 12)
}
