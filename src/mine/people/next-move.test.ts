import { i18n } from '@lingui/core'
import { beforeEach, expect, test } from 'vitest'
import type { PersonId } from '../../kernel/ids.ts'
import { addDays, frozenClock } from '../../kernel/time.ts'
import { Book } from '../book.ts'
import { addPromise } from '../moments/actions.ts'
import { done, letRest, pauseFor } from '../today/answers.ts'
import { addPerson } from './actions.ts'
import { nextMove } from './next-move.ts'
import { addDate } from './remembering.ts'
import { rhythms, rhythmText } from './rhythm-wording.ts'
import { startedText } from './who-started.ts'

i18n.loadAndActivate({ locale: 'en', messages: {} })

const TODAY = '2026-11-24'
let book: Book
let tom: PersonId
const person = () => book.get('person', tom)!
const met = (ago: number): void => {
  book.change('', (hands) => {
    hands.add('moment', { day: addDays(TODAY, -ago), people: [tom], medium: 'face', shape: 'talk', startedBy: 'both', text: 'the audit' })
  })
}
beforeEach(() => {
  book = new Book(frozenClock('2026-11-24T09:00:00Z'))
  tom = addPerson(book, 'Tom Becker')!.person
})

test('somebody new is greeted first', () => {
  expect(nextMove(book, person())?.key).toBe(`hello:${tom}`)
})

test('a tie whose rhythm has not come round asks for nothing, and one that has asks for a move', () => {
  met(3)
  expect(nextMove(book, person())).toBeUndefined()
  expect(nextMove(book, person(), addDays(TODAY, 60))?.key).toBe(`warmth:${tom}`)
})

test('a promise that is due comes before warmth, and a date on its day too', () => {
  met(60)
  addPromise(book, [tom], 'the claim form', TODAY)
  const move = nextMove(book, person())!
  expect(move.key).toMatch(/^promise:/)
  done(book, move)
  addDate(book, tom, { what: 'birthday', month: 12, day: 9 })
  expect(nextMove(book, person(), '2026-12-09')?.key).toMatch(/^date:/)
})

test('the page shows the very move that the day shows', () => {
  for (let i = 0; i < 5; i++) addPerson(book, `Somebody ${i}`)
  met(60)
  expect(nextMove(book, person())?.key).toBe(`warmth:${tom}`)
})

test('nothing is suggested about somebody at rest, nor while the plan rests', () => {
  met(60)
  pauseFor(book, 2)
  expect(nextMove(book, person())).toBeUndefined()
  expect(nextMove(book, person(), addDays(TODAY, 15))).toBeDefined()
  letRest(book, tom)
  expect(nextMove(book, person(), addDays(TODAY, 15))).toBeUndefined()
})

test('who started is said without judgement, and not at all where little is written', () => {
  expect(startedText(['me', 'they'], 'Tom')).toBeUndefined()
  expect(startedText(['me', 'me', 'they', 'me', 'they', 'me'], 'Tom')).toBe('You started four of the last six')
  expect(startedText(['they', 'they', 'me'], 'Tom')).toBe('Tom started two of the last three')
  expect(startedText(['me', 'me', 'me'], 'Tom')).toBe('You started the last three')
  expect(startedText(['they', 'they', 'they', 'they'], 'Tom')).toBe('Tom started the last four')
  expect(startedText(['both', 'both', 'both'], 'Tom')).toBe('Lately you simply met')
  expect(startedText(['me', 'they', 'both'], 'Tom')).toBe('Each of you started as often')
})

test('each rhythm has words of its own', () => {
  expect(new Set(rhythms.map(rhythmText)).size).toBe(rhythms.length)
})
