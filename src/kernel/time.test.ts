import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, dayNumber, dayOf, daysBetween, frozenClock, isDay, nextYearDay, Temporal, today, weekday, yearDayIn } from './time.ts'

const anyDay = fc.integer({ min: dayNumber('1800-01-01'), max: dayNumber('2200-12-31') })

test('day numbers agree with the calendar of Temporal for every day of four centuries', () => {
  fc.assert(
    fc.property(anyDay, (number) => {
      const day = dayOf(number)
      const plain = Temporal.PlainDate.from(day)
      expect(plain.toString()).toBe(day)
      expect(dayNumber(day)).toBe(number)
      expect(plain.until('1970-01-01', { largestUnit: 'days' }).days).toBe(number === 0 ? 0 : -number)
      expect(weekday(day)).toBe(plain.dayOfWeek)
    }),
    { numRuns: 2000 },
  )
})

test('adding days and counting them are inverse', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (number, days) => {
      expect(daysBetween(dayOf(number), addDays(dayOf(number), days))).toBe(days)
    }),
  )
})

test('only real calendar days are days', () => {
  expect(isDay('2024-02-29')).toBe(true)
  expect(isDay('2023-02-29')).toBe(false)
  expect(isDay('2024-13-01')).toBe(false)
  expect(isDay('24-1-1')).toBe(false)
  expect(isDay('')).toBe(false)
})

test('a birthday on 29 February is kept on the 28th in a common year and on the 29th in the next leap year', () => {
  const date = { month: 2, day: 29 }
  expect(yearDayIn(date, 2026)).toBe('2026-02-28')
  expect(yearDayIn(date, 2028)).toBe('2028-02-29')
  expect(nextYearDay(date, '2026-03-01')).toBe('2027-02-28')
  expect(nextYearDay(date, '2028-02-29')).toBe('2028-02-29')
})

test('a yearly date comes round within a year, today included', () => {
  fc.assert(
    fc.property(anyDay, anyDay, (born, now) => {
      const [, month, day] = dayOf(born).split('-').map(Number)
      const next = nextYearDay({ month: month ?? 1, day: day ?? 1 }, dayOf(now))
      expect(next >= dayOf(now)).toBe(true)
      expect(daysBetween(dayOf(now), next)).toBeLessThanOrEqual(366)
    }),
  )
})

test('a day begins at midnight where the owner is', () => {
  expect(today(frozenClock('2026-11-24T18:20:00Z', 'Asia/Kathmandu'))).toBe('2026-11-25')
  expect(today(frozenClock('2026-11-24T03:20:00Z', 'America/St_Johns'))).toBe('2026-11-23')
})
