import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anAway, idOf } from '../../../test/a-book.ts'
import { dayNumber } from '../../kernel/time.ts'
import { clocksFor, clockThrough } from './clock.ts'

const spans = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: -3, max: 40 })).map(([from, length]) => [from, from + length] as const),
  { maxLength: 12 },
)
const inside = (list: readonly (readonly [number, number])[], day: number): boolean => list.some(([from, to]) => from <= day && day <= to)

test('the clock counts exactly the days on which nobody is away', () => {
  fc.assert(
    fc.property(spans, fc.integer({ min: -20, max: 360 }), fc.integer({ min: 0, max: 200 }), (list, from, length) => {
      const clock = clockThrough(list)
      let days = 0
      for (let day = from + 1; day <= from + length; day++) if (!inside(list, day)) days++
      expect(clock.at(from + length) - clock.at(from)).toBe(days)
      expect(clock.stands(from)).toBe(inside(list, from))
    }),
    { numRuns: 500 },
  )
})

test('the day after so many days of the clock is the first on which they have passed', () => {
  fc.assert(
    fc.property(spans, fc.integer({ min: -20, max: 360 }), fc.integer({ min: 1, max: 120 }), (list, from, days) => {
      const clock = clockThrough(list)
      const day = clock.after(from, days) as number
      expect(clock.at(day) - clock.at(from)).toBe(days)
      expect(clock.at(day - 1) - clock.at(from)).toBe(days - 1)
    }),
    { numRuns: 500 },
  )
})

test('an absence without an end stops the clock for good', () => {
  const clock = clockThrough([[10, Number.MAX_SAFE_INTEGER]])
  expect(clock.at(9)).toBe(9)
  expect(clock.at(5000)).toBe(9)
  expect(clock.after(5, 4)).toBe(9)
  expect(clock.after(5, 5)).toBeNull()
})

test('my time away and a closed company stop every clock, a person’s own only theirs', () => {
  const tom = idOf('person', 1)
  const lea = idOf('person', 2)
  const clocks = clocksFor([
    anAway(1, { who: 'me', from: '2026-07-01', to: '2026-07-10' }),
    anAway(2, { who: 'company', from: '2026-07-08', to: '2026-07-14' }),
    anAway(3, { who: { person: tom }, from: '2026-08-01', to: '2026-08-05' }),
  ])
  const passed = (person: string, from: string, to: string): number =>
    clocks.of(person).at(dayNumber(to)) - clocks.of(person).at(dayNumber(from))
  expect(passed(lea, '2026-06-30', '2026-07-15')).toBe(1)
  expect(passed(tom, '2026-07-31', '2026-08-06')).toBe(1)
  expect(passed(lea, '2026-07-31', '2026-08-06')).toBe(6)
  expect(clocks.of(lea)).toBe(clocks.shared)
  expect(clocks.closed(dayNumber('2026-07-09'))).toEqual({ who: 'me', from: '2026-07-01', until: '2026-07-14' })
  expect(clocks.closed(dayNumber('2026-07-15'))).toBeUndefined()
  expect(clocks.absence(tom, dayNumber('2026-08-05'))?.now).toBe(true)
  expect(clocks.absence(tom, dayNumber('2026-08-06'))?.now).toBe(false)
  expect(clocks.absence(tom, dayNumber('2026-07-01'))).toBeUndefined()
})
