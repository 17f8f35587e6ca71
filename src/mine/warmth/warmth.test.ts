import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aMoment, aPerson } from '../../../test/a-book.ts'
import { addDays, dayNumber, dayOf } from '../../kernel/time.ts'
import type { Medium, Moment } from '../moments/contract.ts'
import { clockThrough } from './clock.ts'
import { bandOf, chanceOfQuiet, contactWeight, daysTo, everyDays, mayBeSuggested, nextBand, ownRhythm, type Tie, tieOf } from './warmth.ts'

const plain = clockThrough([])
const tom = aPerson(1)
const DAY = '2026-11-24'
const ago = (days: number, fields: Parameters<typeof aMoment>[2] = {}): Moment =>
  aMoment(days, addDays(DAY, -days), { medium: 'message', ...fields })
const newestFirst = (moments: readonly Moment[]): Moment[] => [...moments].sort((a, b) => (a.day < b.day ? 1 : -1))
const at = (moments: readonly Moment[], day = DAY, person = tom): Tie => tieOf(person, newestFirst(moments), plain, day)

test('one contact of sixty days ago is worth a half', () => {
  expect(at([ago(60)]).warmth).toBeCloseTo(0.5, 12)
})

test('contacts today, thirty and sixty days ago add up to 2.2071', () => {
  expect(at([ago(0), ago(30), ago(60)]).warmth).toBeCloseTo(2.2071, 4)
})

test('just before the next contact a kept tie stands at its known warmth', () => {
  const kept = (every: number): number => at(Array.from({ length: 120 }, (_, i) => ago((i + 1) * every))).warmth
  expect(kept(7)).toBeCloseTo(11.87, 2)
  expect(kept(14)).toBeCloseTo(5.7, 2)
  expect(kept(30)).toBeCloseTo(2.41, 2)
  expect(kept(60)).toBeCloseTo(1, 2)
})

test('a moment weighs by its medium, by how many were there, and by how deep it went', () => {
  const media: Record<Medium, number> = { meal: 1.5, face: 1.5, video: 1.2, call: 1.2, message: 1, 'one-way': 0.3, reaction: 0 }
  for (const [medium, weight] of Object.entries(media)) expect(contactWeight(ago(1, { medium: medium as Medium }))).toBeCloseTo(weight, 12)
  expect(contactWeight(ago(1, { present: 3 }))).toBeCloseTo(1, 12)
  expect(contactWeight(ago(1, { present: 5 }))).toBeCloseTo(0.5, 12)
  expect(contactWeight(ago(1, { present: 5, depth: 'real' }))).toBeCloseTo(0.65, 12)
  expect(contactWeight(ago(1, { depth: 'passing' }))).toBeCloseTo(0.8, 12)
})

test('a day counts once, with its best moment', () => {
  expect(at([ago(10), ago(10), ago(10, { medium: 'meal' })]).warmth).toBeCloseTo(at([ago(10, { medium: 'meal' })]).warmth, 12)
})

test('a reaction is no contact day and resets nothing', () => {
  const with1 = at([ago(20), ago(2, { medium: 'reaction' })])
  expect(with1.elapsed).toBe(20)
  expect(with1.contactDays).toBe(1)
  expect(at([ago(2, { medium: 'reaction' })]).band).toBeUndefined()
})

test('the plain reading and the days to the edges follow the formula', () => {
  expect(everyDays(2)).toBeCloseTo(35.1, 1)
  expect(daysTo(8, 4)).toBeCloseTo(60, 12)
  expect(everyDays(1 / (2 ** (21 / 60) - 1))).toBeCloseTo(21, 9)
})

test('the words begin at their edges, and only long silence is dormant', () => {
  expect(bandOf(8, 40, 30, undefined)).toBe('warm')
  expect(bandOf(7.99, 40, 30, undefined)).toBe('steady')
  expect(bandOf(3.99, 40, 30, undefined)).toBe('cooling')
  expect(bandOf(1.99, 40, 30, undefined)).toBe('quiet')
  expect(bandOf(0.7, 90, 30, undefined)).toBe('quiet')
  expect(bandOf(0.7, 91, 30, undefined)).toBe('dormant')
  expect(bandOf(0.7, 180, 90, undefined)).toBe('quiet')
  expect(bandOf(0.76, 400, 30, undefined)).toBe('quiet')
})

test('while a rhythm I chose has not passed, the word is never below steady', () => {
  const quarterly = aPerson(1, { rhythm: 90 })
  expect(at([ago(90)], DAY, quarterly).band).toBe('steady')
  expect(at([ago(91)], DAY, quarterly).band).toBe('quiet')
  expect(at([ago(90)]).band).toBe('quiet')
})

test('our own rhythm leans on the chosen one where gaps are few', () => {
  expect(ownRhythm([7, 7, 14], 30)).toBeCloseTo(14.39, 2)
  expect(ownRhythm([], 30)).toBeCloseTo(30, 12)
  expect(at([ago(0), ago(14), ago(21), ago(28)]).own).toBeCloseTo(14.39, 2)
  expect(at([ago(0), ago(14), ago(21), ago(28)]).rhythm).toBeCloseTo(1.5 * 14.39, 1)
})

test('the chance of a quiet month follows its curve', () => {
  for (const [recent, chance] of [
    [0, 0.9309],
    [1, 0.777],
    [2, 0.6125],
    [4, 0.3686],
    [8, 0.1565],
    [16, 0.0509],
  ] as const) {
    expect(chanceOfQuiet(recent)).toBeCloseTo(chance, 4)
  }
})

test('the chance needs three contact days in 180, both directions, and a last contact within 90 days', () => {
  const three = [ago(10, { startedBy: 'me' }), ago(20, { startedBy: 'they' }), ago(30, { startedBy: 'me' })]
  expect(at(three).mayGoQuiet).toBeCloseTo(chanceOfQuiet(2 ** (-10 / 60) + 2 ** (-20 / 60) + 2 ** (-30 / 60)), 12)
  expect(at(three.slice(1)).mayGoQuiet).toBeUndefined()
  expect(at(three.filter((moment) => moment.startedBy === 'me').concat(ago(5, { startedBy: 'me' }))).mayGoQuiet).toBeUndefined()
  expect(at(three, addDays(DAY, 80)).mayGoQuiet).toBeDefined()
  expect(at(three, addDays(DAY, 81)).mayGoQuiet).toBeUndefined()
  expect(at([ago(10), ago(20), ago(181)]).mayGoQuiet).toBeUndefined()
})

const media = fc.constantFrom<Medium>('meal', 'face', 'video', 'call', 'message', 'one-way', 'reaction')
const moments = fc.array(
  fc.record({
    ago: fc.integer({ min: 0, max: 900 }),
    medium: media,
    depth: fc.constantFrom('passing', 'normal', 'real'),
    present: fc.integer({ min: 2, max: 30 }),
  }),
  { minLength: 1, maxLength: 40 },
)
const made = (list: readonly { ago: number; medium: Medium; depth: string; present: number }[]): Moment[] =>
  list.map((one, i) => aMoment(i, addDays(DAY, -one.ago), { medium: one.medium, depth: one.depth as 'normal', present: one.present }))

test('warmth never rises without a contact', () => {
  fc.assert(
    fc.property(moments, fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }), (list, from, more) => {
      const all = made(list)
      expect(at(all, addDays(DAY, from + more)).warmth).toBeLessThanOrEqual(at(all, addDays(DAY, from)).warmth + 1e-12)
    }),
  )
})

test('a further contact never lowers warmth', () => {
  fc.assert(
    fc.property(moments, fc.integer({ min: 0, max: 900 }), media, (list, when, medium) => {
      const all = made(list)
      const more = [...all, aMoment(999, addDays(DAY, -when), { medium })]
      expect(at(more).warmth).toBeGreaterThanOrEqual(at(all).warmth - 1e-12)
    }),
  )
})

test('the order of moments is irrelevant', () => {
  fc.assert(
    fc.property(moments, fc.integer(), (list, seed) => {
      const all = made(list)
      const other = [...all].sort((a, b) => ((a.id.charCodeAt(35) * seed) % 7) - ((b.id.charCodeAt(35) * seed) % 7))
      expect(tieOf(tom, other, plain, DAY)).toEqual(tieOf(tom, all, plain, DAY))
    }),
  )
})

test('paused days change nothing', () => {
  fc.assert(
    fc.property(
      moments,
      fc.integer({ min: -400, max: 0 }),
      fc.integer({ min: 1, max: 90 }),
      fc.integer({ min: 0, max: 60 }),
      (list, at0, length, later) => {
        const start = dayNumber(DAY) + at0
        const all = made(list)
        // The same history with a pause before `start`: whatever came from there on comes `length` days later.
        const moved = all.map((moment) =>
          dayNumber(moment.day) < start ? moment : { ...moment, day: dayOf(dayNumber(moment.day) + length) },
        )
        const paused = clockThrough([[start, start + length - 1]])
        const then = dayNumber(DAY) + later
        const without = tieOf(tom, newestFirst(all), plain, then)
        const withPause = tieOf(tom, newestFirst(moved), paused, then + length)
        expect(withPause.warmth).toBeCloseTo(without.warmth, 9)
        expect(withPause.elapsed).toBe(without.elapsed)
        expect(withPause.own).toBeCloseTo(without.own, 9)
        expect(withPause.mayGoQuiet).toEqual(without.mayGoQuiet)
        expect(withPause.band).toBe(without.band)
      },
    ),
  )
})

test('the next word and its day are those that the coming days show', () => {
  fc.assert(
    fc.property(moments, fc.constantFrom(undefined, 7, 14, 30, 90), (list, rhythm) => {
      const person = aPerson(1, rhythm === undefined ? {} : { rhythm: rhythm as 7 })
      const all = newestFirst(made(list))
      const now = dayNumber(DAY)
      const tie = tieOf(person, all, plain, now)
      const next = nextBand(tie, plain, now)
      const list2 = [...all]
      for (let day = now + 1; day < now + 1500; day++) {
        const band = tieOf(person, list2, plain, day).band
        if (band !== tie.band) {
          expect(next).toEqual({ day, band })
          return
        }
      }
      expect(next).toBeNull()
    }),
    { numRuns: 60 },
  )
})

test('for every rhythm and medium, a tie kept for two years may be suggested between once and one and a half times its rhythm, before it is dormant', () => {
  const contacts: readonly Medium[] = ['meal', 'face', 'video', 'call', 'message', 'one-way']
  for (const rhythm of [7, 14, 30, 90] as const) {
    for (const medium of contacts) {
      const person = aPerson(1, { rhythm })
      const kept = newestFirst(Array.from({ length: Math.floor(730 / rhythm) + 1 }, (_, i) => ago(i * rhythm, { medium })))
      let first: number | undefined
      for (let silent = 0; silent <= 400; silent++) {
        const tie = tieOf(person, kept, plain, addDays(DAY, silent))
        if (tie.band === 'dormant') {
          expect(first).toBeDefined()
          expect(mayBeSuggested(tie)).toBe(false)
          break
        }
        if (first === undefined && mayBeSuggested(tie)) first = silent
      }
      expect(first).toBeGreaterThanOrEqual(rhythm)
      expect(first).toBeLessThanOrEqual(1.5 * rhythm)
    }
  }
})

test('where I chose no rhythm, one and a half times our own decides', () => {
  const weekly = newestFirst(Array.from({ length: 20 }, (_, i) => ago(i * 7)))
  const tie = tieOf(tom, weekly, plain, DAY)
  expect(tie.rhythm).toBeCloseTo(1.5 * Math.exp((2 * Math.log(30) + 12 * Math.log(7)) / 14), 9)
  expect(mayBeSuggested(tieOf(tom, weekly, plain, addDays(DAY, Math.ceil(tie.rhythm) - 1)))).toBe(false)
  expect(mayBeSuggested(tieOf(tom, weekly, plain, addDays(DAY, Math.ceil(tie.rhythm))))).toBe(true)
})

test('a moment that lies ahead does not count yet', () => {
  expect(at([ago(-3), ago(10)]).elapsed).toBe(10)
  expect(at([ago(-3), ago(10)]).warmth).toBeCloseTo(at([ago(10)]).warmth, 12)
})
