import { expect, test } from 'vitest'
import { type Random, seeded } from '../../src/kernel/random.ts'
import { addDays, type Clock, type Day, dayNumber, Temporal, today, weekday, yearDayIn } from '../../src/kernel/time.ts'
import type { Book } from '../../src/mine/book.ts'
import { done, showPlan } from '../../src/mine/today/answers.ts'
import { planFor } from '../../src/mine/today/plan.ts'
import { aDate, aMoment, aPerson, aPromise, bookAt, idOf, personId } from '../a-book.ts'

/** The release campaign runs a million cases; every push runs five thousand. */
const CASES = process.env['KITH_CAMPAIGN'] === 'release' ? 1_000_000 : 5000

// Half-hour shifts, odd offsets, shifts at midnight, a day that never was, and plain ones.
const ZONES = [
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/St_Johns',
  'Pacific/Apia',
  'Europe/Lisbon',
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'Asia/Beirut',
  'Africa/Cairo',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
]

const HOUR = 3_600_000
/** A million lives take longer than a suite usually may. */
const CAMPAIGN_HOURS = 3
const instantOf = (text: string): number => Temporal.Instant.from(text).epochMilliseconds

/** The moments at which a zone changed its offset between 2010 and 2030. */
function shifts(zone: string): readonly number[] {
  const out: number[] = []
  let at = Temporal.Instant.from('2010-01-01T00:00:00Z').toZonedDateTimeISO(zone)
  for (;;) {
    const next = at.getTimeZoneTransition('next')
    if (next === null || next.year > 2030) return out
    out.push(next.epochMilliseconds)
    at = next
  }
}
const shiftsOf = new Map(ZONES.map((zone) => [zone, shifts(zone)]))

const dayFormats = new Map(
  ZONES.map((zone) => [zone, new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })]),
)
/** The local day by another road than the kernel's: the platform's own calendar. */
const platformDay = (zone: string, at: number): Day => dayFormats.get(zone)!.format(new Date(at))

interface Case {
  readonly zone: string
  readonly start: number
  readonly random: Random
}

function startOf(random: Random): Pick<Case, 'zone' | 'start'> {
  const zone = random.pick(ZONES)
  const near = shiftsOf.get(zone)!
  const choice = random.next()
  if (choice < 0.15) {
    const year = 2011 + random.below(18)
    return { zone, start: instantOf(`${year}-02-26T00:00:00Z`) + random.below(72) * HOUR }
  }
  if (choice < 0.6 && near.length > 0) return { zone, start: random.pick(near) - random.below(72) * HOUR }
  return { zone, start: instantOf('2011-01-01T00:00:00Z') + random.below(18 * 365 * 24) * HOUR }
}

/** Says what is wrong with the life of one device over five days, or nothing. */
function fault({ zone, start, random }: Case): string | undefined {
  let at = start
  const clock: Clock = { now: () => Temporal.Instant.fromEpochMilliseconds(at), zone: () => zone }
  const first = today(clock)
  const due = addDays(first, random.below(4))
  const leapDay = first.slice(5) >= '02-25' && first.slice(5) <= '02-28' && random.next() < 0.6
  const birthday = leapDay ? { month: 2, day: 29 } : monthAndDay(addDays(first, random.below(4)))
  const year = +first.slice(0, 4)
  const here = yearDayIn(birthday, year)
  const bornOn = here >= first ? here : yearDayIn(birthday, year + 1)
  const promiseKey = `promise:${idOf('promise', 1)}`
  const dateKey = `date:${idOf('date', 1)}:${bornOn.slice(0, 4)}`
  const book: Book = bookAt(
    first,
    [
      aPerson(1, { rhythm: 90 }),
      aPerson(2, { rhythm: 90 }),
      aMoment(1, addDays(first, -6), { people: [personId(1)] }),
      aMoment(2, addDays(first, -6), { people: [personId(2)] }),
      aPromise(1, { due, madeOn: addDays(first, -6) }),
      aDate(1, { person: personId(2), ...birthday }),
    ],
    clock,
  )
  const answered = new Set<string>()
  const seen = new Set<string>()
  let jumps = 0
  let last = first
  while (at < start + 5 * 24 * HOUR) {
    const day = today(clock)
    if (day !== platformDay(zone, at)) return `the day is ${day}, the platform says ${platformDay(zone, at)}`
    if (day > last) last = day
    const plan = planFor(book, day)
    const keys = plan.moves.map((move) => move.key)
    if (new Set(keys).size !== keys.length) return `${day}: a move is there twice`
    const should = (key: string): string | undefined => {
      const there = keys.includes(key)
      if (there && answered.has(key)) return `${day}: ${key} came again after its answer`
      if (key === promiseKey) {
        if (there !== (day >= due && !answered.has(key))) return `${day}: promise due ${due} is ${there ? 'there' : 'missing'}`
        return undefined
      }
      if (day === bornOn && !there && !answered.has(key)) return `${day}: the birthday is missing on its day`
      if (day < bornOn && there && !(weekday(day) === 5 && bornOn <= addDays(day, 2)))
        return `${day}: the birthday of ${bornOn} came too early`
      if (day > addDays(bornOn, 3) && there) return `${day}: the birthday of ${bornOn} came too late`
      return undefined
    }
    const wrong = should(promiseKey) ?? should(dateKey)
    if (wrong !== undefined) return wrong
    showPlan(book, plan)
    for (const key of keys) seen.add(key)
    const records = book.all('plan').filter((record) => record.day === day)
    const kept = records.flatMap((record) => record.moves.map((move) => move.key))
    if (records.length > 1 || new Set(kept).size !== kept.length) return `${day}: the day was kept twice`
    for (const move of plan.moves) {
      if (random.next() > 0.2) continue
      done(book, move)
      answered.add(move.key)
    }
    // Now and then a machine sets its clock back; otherwise it looks again within the day.
    if (jumps < 3 && random.next() < 0.08) {
      jumps++
      at -= random.below(30) * HOUR
    } else at += (1 + random.below(9)) * HOUR
  }
  if (last >= due && !seen.has(promiseKey)) return `the promise due ${due} never came by ${last}`
  if (last >= bornOn && !seen.has(dateKey)) return `the birthday of ${bornOn} never came by ${last}`
  return undefined
}

const monthAndDay = (day: Day): { month: number; day: number } => ({ month: +day.slice(5, 7), day: +day.slice(8, 10) })

test(
  `every due item comes once per local day, over ${CASES.toLocaleString('en')} lives of a device in twelve zones`,
  () => {
    const faults: string[] = []
    for (let n = 0; n < CASES && faults.length < 5; n++) {
      const random = seeded(`clock ${n}`)
      const { zone, start } = startOf(random)
      const wrong = fault({ zone, start, random })
      if (wrong !== undefined) faults.push(`case ${n}, ${zone} from ${Temporal.Instant.fromEpochMilliseconds(start).toString()}: ${wrong}`)
    }
    expect(faults).toEqual([])
  },
  CAMPAIGN_HOURS * HOUR,
)

test('a promise due on the day that Apia never had comes on the next one', () => {
  let at = instantOf('2011-12-30T09:59:00Z')
  const clock: Clock = { now: () => Temporal.Instant.fromEpochMilliseconds(at), zone: () => 'Pacific/Apia' }
  const book = bookAt(
    '2011-12-29',
    [
      aPerson(1, { rhythm: 90 }),
      aMoment(1, '2011-12-20'),
      aPromise(1, { due: '2011-12-30', madeOn: '2011-12-20' }),
      aDate(1, { month: 12, day: 30 }),
    ],
    clock,
  )
  expect(book.today()).toBe('2011-12-29')
  expect(planFor(book).moves).toEqual([])
  at += 60_000
  expect(book.today()).toBe('2011-12-31')
  expect(planFor(book).moves.map((move) => move.reason.because)).toEqual(['promise-before'])
})

test('a birthday on the day that Apia never had is wished late', () => {
  const clock: Clock = { now: () => Temporal.Instant.from('2011-12-30T12:00:00Z'), zone: () => 'Pacific/Apia' }
  const book = bookAt('2011-12-31', [aPerson(1, { rhythm: 90 }), aMoment(1, '2011-12-20'), aDate(1, { month: 12, day: 30 })], clock)
  expect(planFor(book).moves.map((move) => move.kind)).toEqual(['congratulate'])
})

test('somebody born on 29 February is congratulated once in every year', () => {
  const book = bookAt('2024-01-01', [aPerson(1, { rhythm: 90 }), aDate(1, { month: 2, day: 29 })])
  const days: Day[] = []
  for (let year = 2024; year <= 2032; year++) {
    for (const day of [`${year}-02-27`, `${year}-02-28`, addDays(`${year}-02-28`, 1)]) {
      book.receive([aMoment(year, addDays(`${year}-02-27`, -9))])
      // The days around may show it ahead of a weekend; its own day always does.
      if (planFor(book, day).moves.some((move) => move.reason.because === 'date' && move.reason.on === day)) days.push(day)
    }
  }
  expect(days).toEqual([
    '2024-02-29',
    '2025-02-28',
    '2026-02-28',
    '2027-02-28',
    '2028-02-29',
    '2029-02-28',
    '2030-02-28',
    '2031-02-28',
    '2032-02-29',
  ])
})

test('the kernel’s day numbers agree with the calendar of Temporal for two centuries', () => {
  let day = Temporal.PlainDate.from('1900-01-01')
  for (let number = dayNumber('1900-01-01'); number < dayNumber('2100-01-01'); number += 17) {
    expect(dayNumber(day.toString())).toBe(number)
    day = day.add({ days: 17 })
  }
})
