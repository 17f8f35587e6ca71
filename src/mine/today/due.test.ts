import { expect, test } from 'vitest'
import { aDate, aMoment, anAway, aPerson, aPromise, bookAt, personId } from '../../../test/a-book.ts'
import { addDays } from '../../kernel/time.ts'
import { pauseFor } from './answers.ts'
import { DUE_DAYS, duePerDay } from './due.ts'

const DAY = '2026-11-24'
const calm = aPerson(1, { rhythm: 'none' })

test('promises and dates are counted on their days, what is past on the first', () => {
  const book = bookAt(DAY, [
    aPerson(1, { rhythm: 90 }),
    aMoment(1, DAY),
    aPromise(1, { due: addDays(DAY, -4) }),
    aPromise(2, { due: addDays(DAY, 5) }),
    aDate(1, { month: 11, day: 29 }),
  ])
  expect(duePerDay(book)).toEqual({ [DAY]: 1, '2026-11-29': 2 })
})

test('the counts hold days and small numbers only, and never more than a plan shows', () => {
  const book = bookAt(DAY, [aPerson(1), ...Array.from({ length: 9 }, (_, i) => aPromise(i, { due: addDays(DAY, 3) }))])
  const due = duePerDay(book)
  expect(due[addDays(DAY, 3)]).toBe(3)
  expect(JSON.stringify(due)).toMatch(/^\{("\d{4}-\d\d-\d\d":[123],?)*\}$/)
  expect(Object.keys(due).every((day) => day >= DAY && day < addDays(DAY, DUE_DAYS))).toBe(true)
})

test('a rhythm counts from the day it comes round, on the clock that stands still', () => {
  const tie = [aPerson(1, { rhythm: 30 }), aMoment(1, addDays(DAY, -10))]
  expect(Object.keys(duePerDay(bookAt(DAY, tie)))[0]).toBe(addDays(DAY, 20))
  const away = anAway(1, { who: { person: personId(1) }, from: addDays(DAY, 1), to: addDays(DAY, 7) })
  expect(Object.keys(duePerDay(bookAt(DAY, [...tie, away])))[0]).toBe(addDays(DAY, 27))
})

test('nothing is due while the plan is paused, while I am away, or for somebody at rest', () => {
  const promise = aPromise(1, { due: addDays(DAY, 2) })
  const paused = bookAt(DAY, [calm, promise])
  pauseFor(paused, 1)
  expect(duePerDay(paused)).toEqual({})
  expect(duePerDay(bookAt(DAY, [calm, promise, anAway(1, { from: DAY })]))).toEqual({})
  expect(duePerDay(bookAt(DAY, [aPerson(1, { rhythm: 'none', resting: { since: DAY } }), promise]))).toEqual({})
  expect(duePerDay(bookAt(DAY, [calm, aPromise(1, { due: addDays(DAY, 2), kept: { on: DAY } })]))).toEqual({})
})
