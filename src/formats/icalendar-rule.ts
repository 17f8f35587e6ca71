import { no, ok, type Result } from '../kernel/errors.ts'
import { dayNumber, numberOf, partsOf } from '../kernel/time.ts'
import { count, type Wall, type Written, writtenTime } from './icalendar-time.ts'

/** A rule by which an entry comes again, RFC 5545 section 3.3.10, on whole days. */
export interface Rule {
  readonly every: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY'
  readonly interval: number
  readonly count?: number | undefined
  readonly until?: Written | undefined
  readonly months: readonly number[]
  readonly weeks: readonly number[]
  readonly yearDays: readonly number[]
  readonly monthDays: readonly number[]
  /** Days of the week, 1 = Monday; `nth` within the month or the year, 0 for each. */
  readonly weekdays: readonly { readonly day: number; readonly nth: number }[]
  readonly positions: readonly number[]
  readonly weekStart: number
  /** Times of the day, in seconds; empty for the one of the start. */
  readonly times: readonly number[]
}

const dayNames = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** So many periods are looked at before a rule that hits no day is given up, and so many times may lie in one day. */
const MOST_PERIODS = 20_000
const MOST_TIMES = 24

/** Reads a rule. `too-often` is one that comes several times a day by itself: nobody meets people so. */
export function ruleOf(text: string): Result<Rule, 'odd-rule' | 'too-often'> {
  const parts = new Map<string, string>()
  for (const part of text.trim().split(';')) {
    const [name = '', value = ''] = part.split('=')
    parts.set(name.trim().toUpperCase(), value.trim().toUpperCase())
  }
  const every = parts.get('FREQ')
  if (every === 'HOURLY' || every === 'MINUTELY' || every === 'SECONDLY') return no('too-often')
  if (every !== 'DAILY' && every !== 'WEEKLY' && every !== 'MONTHLY' && every !== 'YEARLY') return no('odd-rule')
  const numbers = (name: string, from: number, to: number): number[] | undefined => {
    const list = parts.get(name)
    if (list === undefined || list === '') return []
    const all = list.split(',').map((one) => (/^[+-]?\d{1,5}$/.test(one.trim()) ? Number(one) : Number.NaN))
    return all.every((one) => one >= from && one <= to) ? all : undefined
  }
  const one = (name: string, usual: number | undefined): number | undefined => {
    const value = parts.get(name)
    return value === undefined || value === '' ? usual : /^\d{1,9}$/.test(value) && Number(value) > 0 ? Number(value) : Number.NaN
  }
  const interval = one('INTERVAL', 1)
  const times = one('COUNT', undefined)
  const end = parts.get('UNTIL')
  const until = end === undefined || end === '' ? undefined : writtenTime(end)
  const weekStart = parts.has('WKST') ? dayNames.indexOf(parts.get('WKST') ?? '') + 1 : 1
  const weekdays = weekdaysOf(parts.get('BYDAY'))
  const lists = {
    months: numbers('BYMONTH', 1, 12),
    weeks: numbers('BYWEEKNO', -53, 53),
    yearDays: numbers('BYYEARDAY', -366, 366),
    monthDays: numbers('BYMONTHDAY', -31, 31),
    positions: numbers('BYSETPOS', -366, 366),
  }
  const [hours, minutes, seconds] = [numbers('BYHOUR', 0, 23), numbers('BYMINUTE', 0, 59), numbers('BYSECOND', 0, 59)]
  if (Object.values(lists).includes(undefined) || hours === undefined || minutes === undefined || seconds === undefined)
    return no('odd-rule')
  if (interval === undefined || Number.isNaN(interval) || (times !== undefined && Number.isNaN(times))) return no('odd-rule')
  if (weekdays === undefined || weekStart < 1 || (end !== undefined && end !== '' && until === undefined)) return no('odd-rule')
  const clocks = Math.max(1, hours.length) * Math.max(1, minutes.length) * Math.max(1, seconds.length)
  if (clocks > MOST_TIMES) return no('too-often')
  return ok({
    every,
    interval: Math.min(interval, 100_000),
    count: times,
    until,
    months: lists.months ?? [],
    weeks: lists.weeks ?? [],
    yearDays: lists.yearDays ?? [],
    monthDays: lists.monthDays ?? [],
    positions: lists.positions ?? [],
    weekdays,
    weekStart,
    times: hours.length + minutes.length + seconds.length === 0 ? [] : clock(hours, minutes, seconds),
  })
}

function weekdaysOf(list: string | undefined): Rule['weekdays'] | undefined {
  if (list === undefined || list === '') return []
  const all = list.split(',').map((one) => {
    const found = /^\s*([+-]?\d{1,3})?\s*(MO|TU|WE|TH|FR|SA|SU)\s*$/.exec(one)
    return found === null ? undefined : { day: dayNames.indexOf(found[2] as string) + 1, nth: Number(found[1] ?? 0) }
  })
  return all.every((one) => one !== undefined) ? all : undefined
}

/** Marks a part of the clock that the rule leaves to the start. */
const LEFT = -1

/** Every combination, coded so that the parts left to the start can be filled in later. */
const clock = (hours: readonly number[], minutes: readonly number[], seconds: readonly number[]): number[] =>
  (hours.length === 0 ? [LEFT] : hours).flatMap((h) =>
    (minutes.length === 0 ? [LEFT] : minutes).flatMap((m) =>
      (seconds.length === 0 ? [LEFT] : seconds).map((s) => (h + 1) * 10_000 + (m + 1) * 100 + s + 1),
    ),
  )

function timesOf(rule: Rule, start: Wall): readonly (number | undefined)[] {
  const { seconds } = start
  if (seconds === undefined || rule.times.length === 0) return [seconds]
  const filled = rule.times.map((code) => {
    const [h, m, s] = [Math.floor(code / 10_000) - 1, (Math.floor(code / 100) % 100) - 1, (code % 100) - 1]
    return (h < 0 ? Math.floor(seconds / 3600) : h) * 3600 + (m < 0 ? Math.floor(seconds / 60) % 60 : m) * 60 + (s < 0 ? seconds % 60 : s)
  })
  return [...new Set(filled)].sort((a, b) => a - b)
}

const leap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const firstOf = (year: number, month: number): number => numberOf(year, month, 1)
/** 1 = Monday. */
const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1
/**
 * The times at which an entry comes, in order, from `days.from` to `days.to`: the start itself, and what
 * the rule adds. The work is bounded by the days asked for and by {@link MOST_PERIODS}.
 *
 * @param days whole days since 1970-01-01, both included
 */
export function* wallsOf(rule: Rule, start: Wall, days: { readonly from: number; readonly to: number }): Generator<Wall> {
  const times = timesOf(rule, start)
  const limits = limitsOf(rule, start)
  const last = Math.min(days.to, rule.until === undefined ? days.to : rule.until.day + 1)
  const left = rule.count
  if (start.day >= days.from && start.day <= days.to) yield start
  let given = 1
  // Without a number of times to count, the periods long before the wanted days need no look.
  const skip = left === undefined ? before(rule, start.day, days.from) : 0
  for (let n = skip; n < skip + MOST_PERIODS; n++) {
    const period = periodOf(rule, start.day, n)
    if (period === undefined || period.first > last) return
    for (const wall of chosen(rule, limits, period, times)) {
      if (count(wall) <= count(start)) continue
      if (left !== undefined && given >= left) return
      given += 1
      if (wall.day > last) return
      if (wall.day >= days.from) yield wall
    }
  }
}

interface Period {
  /** Its first day and the day after its last. */
  readonly first: number
  readonly end: number
  readonly year: number
}

/** How many periods lie wholly before a day. */
function before(rule: Rule, start: number, day: number): number {
  const long = { DAILY: 1, WEEKLY: 7, MONTHLY: 31, YEARLY: 366 }[rule.every] * rule.interval
  return Math.max(0, Math.floor((day - start) / long) - 1)
}

function periodOf({ every, interval, weekStart }: Rule, start: number, n: number): Period | undefined {
  const { year, month } = partsOf(start)
  if (every === 'DAILY' || every === 'WEEKLY') {
    const first = every === 'DAILY' ? start + n * interval : start - ((weekdayOf(start) - weekStart + 7) % 7) + n * interval * 7
    if (first > LAST_DAY) return undefined
    return { first, end: first + (every === 'DAILY' ? 1 : 7), year: partsOf(first).year }
  }
  if (every === 'MONTHLY') {
    const at = year * 12 + month - 1 + n * interval
    const own = Math.floor(at / 12)
    if (own > LAST_YEAR) return undefined
    const next = at + 1
    return { first: firstOf(own, (at % 12) + 1), end: firstOf(Math.floor(next / 12), (next % 12) + 1), year: own }
  }
  const own = year + n * interval
  return own > LAST_YEAR ? undefined : { first: firstOf(own, 1), end: firstOf(own + 1, 1), year: own }
}

const LAST_YEAR = 2200
const LAST_DAY = dayNumber('2200-12-31')

/** What a rule says besides its period, with the day of the start where it says nothing. */
interface Limits {
  readonly monthDays: ReadonlySet<number>
  readonly months: ReadonlySet<number>
  readonly weekdays: Rule['weekdays']
}

function limitsOf(rule: Rule, start: Wall): Limits {
  const { month, date } = partsOf(start.day)
  const open = rule.weeks.length + rule.yearDays.length + rule.monthDays.length + rule.weekdays.length === 0
  const months = open && rule.every === 'YEARLY' && rule.months.length === 0 ? [month] : rule.months
  const monthDays = open && (rule.every === 'YEARLY' || rule.every === 'MONTHLY') ? [date] : rule.monthDays
  const ownDay = rule.every === 'WEEKLY' || (rule.weeks.length > 0 && rule.yearDays.length + rule.monthDays.length === 0)
  const weekdays = rule.weekdays.length === 0 && ownDay ? [{ day: weekdayOf(start.day), nth: 0 }] : rule.weekdays
  return { monthDays: new Set(monthDays), months: new Set(months), weekdays }
}

/** The days of a period that fit, each with its times, and of these the positions that the rule names. */
function chosen(rule: Rule, limits: Limits, period: Period, times: readonly (number | undefined)[]): Wall[] {
  const walls: Wall[] = []
  for (let day = period.first; day < period.end; day++) {
    if (!fits(rule, limits, period, day)) continue
    for (const seconds of times) walls.push(seconds === undefined ? { day } : { day, seconds })
  }
  if (rule.positions.length === 0) return walls
  const places = new Set(rule.positions.map((position) => (position > 0 ? position - 1 : walls.length + position)))
  return walls.filter((_, at) => places.has(at))
}

function fits(rule: Rule, { months, monthDays, weekdays }: Limits, period: Period, day: number): boolean {
  const weekday = weekdayOf(day)
  // The cheapest question first: most days of a long period are none of the right weekday.
  if (weekdays.length > 0 && !weekdays.some((one) => one.day === weekday)) return false
  const { year, month, date } = partsOf(day)
  if (months.size > 0 && !months.has(month)) return false
  if (monthDays.size > 0 && !monthDays.has(date) && !monthDays.has(date - lengthOf(year, month) - 1)) return false
  const days = leap(year) ? 366 : 365
  if (rule.yearDays.length > 0) {
    const yearDay = day - firstOf(year, 1) + 1
    if (!rule.yearDays.includes(yearDay) && !rule.yearDays.includes(yearDay - days - 1)) return false
  }
  if (rule.every === 'YEARLY' && rule.weeks.length > 0 && !inWeeks(rule, day, period.year)) return false
  if (weekdays.length === 0 || rule.every === 'DAILY' || rule.every === 'WEEKLY') return true
  const within = rule.every === 'MONTHLY' || months.size > 0
  const [at, all] = within ? [date, lengthOf(year, month)] : [day - firstOf(year, 1) + 1, days]
  return weekdays.some(({ day: one, nth }) => {
    if (one !== weekday) return false
    return nth === 0 || (nth > 0 ? Math.ceil(at / 7) === nth : Math.ceil((all - at + 1) / 7) === -nth)
  })
}

const lengthOf = (year: number, month: number): number => (month === 12 ? 31 : firstOf(year, month + 1) - firstOf(year, month))

/** Whether a day lies in one of the weeks of its year; the first week is the first one with at least four days. */
function inWeeks({ weeks, weekStart }: Rule, day: number, year: number): boolean {
  const begin = (of: number): number => {
    const newYear = firstOf(of, 1)
    const into = (weekdayOf(newYear) - weekStart + 7) % 7
    return into <= 3 ? newYear - into : newYear + 7 - into
  }
  const first = begin(year)
  const all = Math.round((begin(year + 1) - first) / 7)
  const week = Math.floor((day - first) / 7) + 1
  return week >= 1 && week <= all && (weeks.includes(week) || weeks.includes(week - all - 1))
}
