import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type MessageLog, readMessageLog } from '../../formats/message-log.ts'
import { seeded } from '../../kernel/random.ts'
import { evaluate, qualityOf } from './evaluation.ts'
import { fitLogistic, predict } from './logistic.ts'

const DAY = 86_400
const logOf = (rows: readonly (readonly [day: number, from: number, to: number])[]): MessageLog => ({
  time: Float64Array.from(rows, ([day]) => day * DAY),
  from: Int32Array.from(rows, ([, from]) => from),
  to: Int32Array.from(rows, ([, , to]) => to),
})

const real = new URL('../../../../shared/data/contacts/manufacturing/contacts.csv', import.meta.url)

// The messages of a real company are not part of the repository: where they are absent there is nothing to measure.
test.skipIf(!existsSync(real))('on nine months of a manufacturer’s mail the forecast ranks and is calibrated as published', () => {
  const read = readMessageLog(readFileSync(real, 'utf8'))
  if (!read.ok) throw new Error('not read')
  const found = evaluate(read.value)
  expect(found?.auc).toBeCloseTo(0.755, 2)
  expect(found?.ap).toBeCloseTo(0.507, 2)
  expect(found?.ece).toBeLessThanOrEqual(0.05)
  expect(found?.baselines.recency.auc).toBeCloseTo(0.607, 2)
  expect(found?.baselines.frequency.auc).toBeCloseTo(0.752, 2)
  expect(found?.baselines.recencyFrequency.auc).toBeCloseTo(0.749, 2)
  expect(found?.baselines.recencyFrequency.ap).toBeCloseTo(0.481, 2)
})

/** Two people write in turns every `gap` days from `from` until `until`. */
const habit = (a: number, b: number, gap: number, from: number, until: number): [number, number, number][] =>
  Array.from({ length: Math.floor((until - from) / gap) + 1 }, (_, n) => [from + n * gap, n % 2 === 0 ? a : b, n % 2 === 0 ? b : a])

test('a tie counts with three contact days, both directions and the last within 30 days, and day T itself lies ahead', () => {
  const log = logOf([
    ...habit(1, 2, 10, 0, 300),
    ...habit(3, 4, 10, 0, 179),
    // Only one of them writes.
    ...[100, 120, 170].map((day): [number, number, number] => [day, 5, 6]),
    // Too few days.
    [160, 7, 8],
    [170, 8, 7],
    // Silent for too long.
    ...habit(9, 10, 10, 0, 140),
    // To oneself.
    ...[150, 160, 170].map((day): [number, number, number] => [day, 11, 11]),
    // Comes back on day T.
    ...habit(12, 13, 30, 0, 150),
    [180, 12, 13],
  ])
  expect(evaluate(log, [180])).toMatchObject({ ties: 3, rows: 3, quiet: 1 / 3, auc: 0.25 })
})

test('a file without a tie to judge, or with one outcome for all, is not judged', () => {
  expect(evaluate(logOf(habit(1, 2, 10, 0, 100)), [180])).toBeNull()
  expect(evaluate(logOf(habit(1, 2, 10, 0, 300)), [180])).toBeNull()
})

test('the order of the rows does not matter', () => {
  const random = seeded('rows')
  const rows = Array.from({ length: 3000 }, (): [number, number, number] => [random.below(260), random.below(9), random.below(9)])
  // The zero day is the first message's, wherever it stands.
  const all: [number, number, number][] = [[0, 1, 2], ...rows]
  const mixed = [...all].sort((a, b) => a[1] - b[1] || b[0] - a[0])
  expect(evaluate(logOf(mixed))).toEqual(evaluate(logOf(all)))
})

test('rank quality agrees with counting every pair, and calibration and Brier score with their definitions', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.boolean()), { minLength: 2, maxLength: 60 }).filter((rows) => {
        const hits = rows.filter(([, hit]) => hit).length
        return hits > 0 && hits < rows.length
      }),
      (rows) => {
        const forecasts = rows.map(([value]) => value / 20)
        const outcomes = rows.map(([, hit]) => (hit ? 1 : 0))
        const quality = qualityOf(forecasts, outcomes)
        let better = 0
        let pairs = 0
        rows.forEach(([one, hit]) => {
          if (!hit) return
          rows.forEach(([other, hitToo]) => {
            if (hitToo) return
            pairs++
            better += one > other ? 1 : one === other ? 0.5 : 0
          })
        })
        expect(quality.auc).toBeCloseTo(better / pairs, 9)
        expect(quality.brier).toBeCloseTo(forecasts.reduce((sum, p, at) => sum + (p - (outcomes[at] as number)) ** 2, 0) / rows.length, 9)
        expect(quality.ece).toBeGreaterThanOrEqual(0)
        expect(quality.ap).toBeGreaterThan(0)
        expect(quality.ap).toBeLessThanOrEqual(1)
      },
    ),
  )
  expect(qualityOf([0.9, 0.8, 0.7, 0.1], [1, 0, 1, 0])).toMatchObject({ auc: 0.75, ap: (1 + 2 / 3) / 2 })
})

test('a logistic regression finds the odds of a table of two by two', () => {
  const rows = [...Array.from({ length: 40 }, () => [0]), ...Array.from({ length: 40 }, () => [1])]
  const outcomes = rows.map(([group], at) => (group === 0 ? (at < 10 ? 1 : 0) : at < 70 ? 1 : 0))
  const model = fitLogistic(rows, outcomes)
  expect(predict(model, [0])).toBeCloseTo(0.25, 5)
  expect(predict(model, [1])).toBeCloseTo(0.75, 5)
})

test('a log is read with its columns in any order and names of any kind; the first bad cell is named', () => {
  const read = readMessageLog('\uFEFFto, From ,room,TIME\r\n"Ana, S.",tom,3,10.5\r\n\r\ntom,"Ana, S.",,11\r\n')
  expect(read).toEqual({
    ok: true,
    value: { time: Float64Array.of(10.5, 11), from: Int32Array.of(0, 1), to: Int32Array.of(1, 0) },
  })
  expect(readMessageLog('time,from\n1,a')).toEqual({ ok: false, reason: { is: 'header', missing: ['to'] } })
  expect(readMessageLog('time,from,to\n1,a,b\n2,,b')).toEqual({ ok: false, reason: { is: 'cell', line: 3, column: 'from' } })
  expect(readMessageLog('time,from,to\nsoon,a,b')).toEqual({ ok: false, reason: { is: 'cell', line: 2, column: 'time' } })
  expect(readMessageLog('time,from,to\n')).toEqual({ ok: false, reason: { is: 'empty' } })
})
