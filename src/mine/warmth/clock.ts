import { type Day, dayNumber, dayOf } from '../../kernel/time.ts'
import type { Away } from '../people/contract.ts'

/**
 * The clock τ of a tie, in whole days: it advances by one on each day on which neither of the two
 * is away and the company is open, and stands still on every other day. Days are day numbers
 * (see `dayNumber`), the answers are counts of such days.
 */
export interface TieClock {
  /** τ at a day. Only differences between two τ mean anything. O(log n) in the number of times away. */
  at(day: number): number
  /** Whether the clock stands still on this day. */
  stands(day: number): boolean
  /** The first day on which `days` more days of the clock have passed since `from`; null when an open-ended absence stops it before. */
  after(from: number, days: number): number | null
  /** Whether nothing ever stops it. */
  readonly plain: boolean
}

/** The clocks of a book: one shared by all, and one for each person with times away of their own. */
export interface Clocks {
  /** The clock of my tie with a person. */
  of(person: string): TieClock
  /** The clock without anybody's own times away: mine and the company's only. */
  readonly shared: TieClock
  /** Whether I am away or the company is closed on this day, and the last day of it when it has one. */
  closed(day: number): { readonly who: 'me' | 'company'; readonly until: Day | undefined; readonly from: Day } | undefined
  /** A person's own time away that covers this day or, failing that, the latest one that ended before it. */
  absence(person: string, day: number): { readonly away: Away; readonly now: boolean } | undefined
}

type Span = readonly [from: number, to: number]

const OPEN = Number.MAX_SAFE_INTEGER
const span = (away: Away): Span => [dayNumber(away.from), away.to === undefined ? OPEN : dayNumber(away.to)]

/** Spans in order, without overlaps; spans that touch become one. A span that ends before it begins is dropped. */
function merged(spans: readonly Span[]): Span[] {
  const sorted = spans.filter(([from, to]) => to >= from).sort((a, b) => a[0] - b[0])
  const out: [number, number][] = []
  for (const [from, to] of sorted) {
    const last = out.at(-1)
    if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to)
    else out.push([from, to])
  }
  return out
}

/** A clock that stands still within the given spans of day numbers (inclusive on both sides, any order). */
export function clockThrough(spans: readonly (readonly [from: number, to: number])[]): TieClock {
  const list = merged(spans)
  if (list.length === 0) return { at: (day) => day, stands: () => false, after: (from, days) => from + Math.max(0, days), plain: true }
  // stood[i]: days of standing still before span i begins.
  const stood: number[] = []
  let sum = 0
  for (const [from, to] of list) {
    stood.push(sum)
    if (to !== OPEN) sum += to - from + 1
  }
  const indexAt = (day: number): number => {
    let low = 0
    let high = list.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((list[middle] as Span)[0] <= day) low = middle + 1
      else high = middle
    }
    return low - 1
  }
  const at = (day: number): number => {
    const i = indexAt(day)
    if (i < 0) return day
    const [from, to] = list[i] as Span
    return day - (stood[i] as number) - (Math.min(day, to) - from + 1)
  }
  const stands = (day: number): boolean => {
    const i = indexAt(day)
    return i >= 0 && day <= (list[i] as Span)[1]
  }
  const after = (from: number, days: number): number | null => {
    let left = days
    let day = from
    for (let i = Math.max(0, indexAt(from)); i < list.length && left > 0; i++) {
      const [start, end] = list[i] as Span
      if (end <= day) continue
      const free = Math.max(0, start - 1 - day)
      if (free >= left) break
      left -= free
      if (end === OPEN) return null
      day = end
    }
    return day + Math.max(0, left)
  }
  return { at, stands, after, plain: false }
}

const known = new WeakMap<readonly Away[], Clocks>()

/** The clocks for the times away of a book (`book.all('away')`). The same array gives the same clocks. */
export function clocksFor(aways: readonly Away[]): Clocks {
  const cached = known.get(aways)
  if (cached !== undefined) return cached
  const common: Away[] = []
  const own = new Map<string, Away[]>()
  for (const away of aways) {
    if (typeof away.who === 'string') common.push(away)
    else {
      const list = own.get(away.who.person)
      if (list === undefined) own.set(away.who.person, [away])
      else list.push(away)
    }
  }
  const spans = common.map(span)
  const shared = clockThrough(spans)
  const clocks = new Map<string, TieClock>()
  const all: Clocks = {
    shared,
    of: (person) => {
      const mine = own.get(person)
      if (mine === undefined) return shared
      let clock = clocks.get(person)
      if (clock === undefined) {
        clock = clockThrough([...spans, ...mine.map(span)])
        clocks.set(person, clock)
      }
      return clock
    },
    closed: (day) => {
      const here = common.find((away) => covers(away, day))
      if (here === undefined) return undefined
      const block = merged(spans).find(([from, to]) => from <= day && day <= to) as Span
      return { who: here.who as 'me' | 'company', from: dayOf(block[0]), until: block[1] === OPEN ? undefined : dayOf(block[1]) }
    },
    absence: (person, day) => {
      const mine = own.get(person)
      const now = mine?.find((away) => covers(away, day))
      if (now !== undefined) return { away: now, now: true }
      const past = mine?.filter((away) => away.to !== undefined && dayNumber(away.to) < day && away.to >= away.from)
      if (past === undefined || past.length === 0) return undefined
      return {
        away: past.reduce((a, b) => ((b.to as Day) > (a.to as Day) || ((b.to as Day) === (a.to as Day) && b.id < a.id) ? b : a)),
        now: false,
      }
    },
  }
  known.set(aways, all)
  return all
}

const covers = (away: Away, day: number): boolean => {
  const [from, to] = span(away)
  return from <= day && day <= to
}
