import { expect, test } from 'vitest'
import { aDate, aFact, aMoment, aPerson, aPromise, bookAt, idOf, personId } from '../../../test/a-book.ts'
import { addDays } from '../../kernel/time.ts'
import { done, notNow, showPlan, suggestedUntils, widerFor, wrong, wrongChoices } from './answers.ts'
import type { Move } from './move.ts'
import { planFor } from './plan.ts'

const DAY = '2026-11-24'
const tom = aPerson(1, { name: 'Tom Becker', rhythm: 7 })
const lunch = aMoment(1, addDays(DAY, -12), { medium: 'meal', shape: 'lunch', text: 'his move to Porto' })
const first = (book: ReturnType<typeof bookAt>, day = DAY): Move => planFor(book, day).moves[0]!

test('done writes a moment in the medium of the move, and undo takes it back', () => {
  const book = bookAt(DAY, [tom, lunch])
  const move = first(book)
  const change = done(book, move, { text: 'He found a flat.' })
  expect(book.momentsOf(personId(1))[0]).toMatchObject({
    day: DAY,
    medium: 'face',
    shape: 'talk',
    startedBy: 'me',
    text: 'He found a flat.',
    move: move.key,
  })
  expect(planFor(book).moves).toEqual([])
  book.undo(change)
  expect(book.momentsOf(personId(1))).toHaveLength(1)
  expect(first(book)).toEqual(move)
})

test('a promise done is kept and written for everybody it was made to', () => {
  const book = bookAt(DAY, [tom, aPerson(2), lunch, aPromise(1, { to: [personId(1), personId(2)], due: DAY })])
  done(book, first(book))
  expect(book.get('promise', idOf('promise', 1))?.kept).toEqual({ on: DAY })
  expect(book.momentsOf(personId(2))[0]).toMatchObject({ medium: 'one-way', text: 'Send the deck', help: 'given' })
})

test('not now never waits for a day that is not ahead', () => {
  const book = bookAt(DAY, [tom, lunch])
  notNow(book, first(book), DAY)
  expect(planFor(book, addDays(DAY, 1)).moves).toHaveLength(1)
  expect(planFor(book).moves).toEqual([])
})

test('the days proposed to wait for lie ahead and differ, on any day of the week', () => {
  for (let i = 0; i < 7; i++) {
    const today = addDays(DAY, i)
    const days = suggestedUntils(today).map((until) => until.day)
    expect(new Set(days).size).toBe(3)
    expect(days.every((day) => day > today)).toBe(true)
  }
})

test('each wrong choice says what it changes, and changes it', () => {
  const fact = aFact(1)
  const open = () => bookAt(DAY, [tom, lunch, fact])
  const move = first(open())
  for (const choice of wrongChoices(open(), move)) expect(choice.effect.length).toBeGreaterThan(10)
  const ids = wrongChoices(open(), move).map((choice) => choice.id)
  expect(ids).toEqual(['in-touch', move.reason.because === 'fact' ? 'fact-over' : 'no-reason', 'less-often', 'not-remind'])

  const talked = open()
  wrong(talked, move, 'in-touch', { day: addDays(DAY, -2) })
  expect(talked.momentsOf(personId(1))[0]).toMatchObject({ day: addDays(DAY, -2), startedBy: 'both' })
  expect(planFor(talked, addDays(DAY, 1)).moves).toEqual([])

  const less = open()
  wrong(less, move, 'less-often')
  expect(less.get('person', personId(1))?.rhythm).toBe(14)

  const never = open()
  wrong(never, move, 'not-remind')
  expect(never.get('person', personId(1))?.rhythm).toBe('none')
})

test('a reason that is no good is not given again, and an old note goes to the trash', () => {
  const book = bookAt(DAY, [tom, lunch])
  const move = first(book)
  expect(move.reason.because).toBe('told')
  wrong(book, move, 'no-reason')
  expect(planFor(book).moves).toEqual([])
  expect(first(book, addDays(DAY, 1)).reason.because).toBe('still')

  const noted = bookAt(DAY, [tom, aMoment(1, addDays(DAY, -12)), aFact(1)])
  const ask = first(noted)
  expect(ask.reason.because).toBe('fact')
  const change = wrong(noted, ask, 'fact-over')
  expect(noted.get('fact', idOf('fact', 1))).toBeUndefined()
  noted.undo(change)
  expect(first(noted).reason.because).toBe('fact')
})

test('a promise can be kept already, not needed any more, or for another day', () => {
  const open = () => bookAt(DAY, [tom, aMoment(1, DAY), aPromise(1, { due: DAY })])
  const kept = open()
  wrong(kept, first(kept), 'kept', { day: addDays(DAY, -1) })
  expect(kept.get('promise', idOf('promise', 1))?.kept).toEqual({ on: addDays(DAY, -1) })
  const dropped = open()
  wrong(dropped, first(dropped), 'no-promise')
  expect(dropped.get('promise', idOf('promise', 1))?.dropped).toEqual({ on: DAY })
  const moved = open()
  wrong(moved, first(moved), 'other-day', { day: addDays(DAY, 4) })
  expect(planFor(moved, addDays(DAY, 3)).moves).toEqual([])
  expect(first(moved, addDays(DAY, 4)).reason.because).toBe('promise-today')
})

test('a wrong date leaves the book, a date already kept comes again next year', () => {
  const open = () => bookAt(DAY, [tom, aMoment(1, DAY), aDate(1)])
  const gone = open()
  wrong(gone, first(gone), 'date-wrong')
  expect(gone.all('date')).toEqual([])
  const already = open()
  wrong(already, first(already), 'already')
  expect(planFor(already, addDays(DAY, 1)).moves.some((move) => move.kind === 'congratulate')).toBe(false)
  expect(planFor(already, '2027-11-24').moves.some((move) => move.kind === 'congratulate')).toBe(true)
})

test('less often follows our own habit where no rhythm was chosen, and ends at a quarter', () => {
  const often = Array.from({ length: 12 }, (_, i) => aMoment(i, addDays(DAY, -7 * i)))
  expect(widerFor(bookAt(DAY, [aPerson(1), ...often]), personId(1))).toBe(14)
  expect(widerFor(bookAt(DAY, [aPerson(1, { rhythm: 90 })]), personId(1))).toBeUndefined()
})

test('a plan is kept once, and what joins it is added to the same record', () => {
  const book = bookAt(DAY, [tom, lunch])
  expect(showPlan(book, planFor(book))).toBeDefined()
  expect(showPlan(book, planFor(book))).toBeUndefined()
  book.receive([aPerson(2), aPromise(1, { to: [personId(2)], due: DAY })])
  showPlan(book, planFor(book))
  expect(book.all('plan').map((plan) => plan.moves.length)).toEqual([2])
})
