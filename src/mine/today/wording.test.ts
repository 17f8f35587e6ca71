import { expect, test } from 'vitest'
import { aPerson, bookAt, personId } from '../../../test/a-book.ts'
import { addDays } from '../../kernel/time.ts'
import { Shape } from '../moments/contract.ts'
import { endText, greetingText, ledeText } from './day-wording.ts'
import type { DayPlan, Move, Question, Reason, Way } from './move.ts'
import { howText, questionText, reasonText, shortened, titleParts, titleText } from './wording.ts'

const DAY = '2026-11-24'
const book = bookAt(DAY, [aPerson(1, { name: 'Tom Becker' }), aPerson(2, { name: 'Léa Martin' })])
const ago = (days: number): string => addDays(DAY, -days)
const long = 'the long story of how the whole team moved from the second floor to the fourth one in a single night'
const shapes = Shape.options

const reasons: readonly Reason[] = [
  { because: 'only-written', since: ago(180), lastFace: ago(200) },
  { because: 'only-called', lastFace: ago(100) },
  { because: 'only-meetings', since: ago(60) },
  { because: 'told', moment: 'm', shape: 'lunch', text: long, on: ago(70) },
  { because: 'fact', fact: 'f', text: long, on: ago(70) },
  { because: 'fact-ends', fact: 'f', text: long, ends: addDays(DAY, 4) },
  { because: 'helped-me', moment: 'm', text: '', on: ago(3) },
  { because: 'helped-me', moment: 'm', text: long, on: ago(3) },
  { because: 'helped-them', moment: 'm', text: '', on: ago(30) },
  { because: 'helped-them', moment: 'm', text: long, on: ago(30) },
  { because: 'they-are-back', on: ago(2) },
  { because: 'i-am-back', on: ago(2) },
  { because: 'they-began', last: ago(40), shape: 'call' },
  { because: 'no-answer', on: ago(20) },
  { because: 'only-reactions', since: ago(9) },
  { because: 'together', shape: 'lunch', others: [personId(2)], on: ago(40) },
  { because: 'other-department', department: 'Finance', on: ago(40) },
  ...shapes.map((shape): Reason => ({ because: 'last-time', shape, on: ago(40) })),
  ...shapes.map((shape): Reason => ({ because: 'still', shape, on: ago(40) })),
  ...([7, 14, 30, 90] as const).map((every): Reason => ({ because: 'rhythm', every, shape: 'talk', on: ago(40) })),
  { because: 'new-line', text: long },
  { because: 'new-fact', fact: 'f', text: long },
  { because: 'new-same-department', department: 'Customer Care' },
  { because: 'new-department', department: 'Finance' },
  { because: 'new-role', role: 'Head of the canteen' },
  { because: 'new-circle', circle: 'close' },
  { because: 'new' },
  { because: 'promise-today', made: ago(6) },
  { because: 'promise-before', made: ago(20), due: ago(2) },
  { because: 'promise-open', made: ago(8) },
  ...(['birthday', 'anniversary', 'other'] as const).flatMap((what) =>
    [DAY, addDays(DAY, 2), ago(1)].flatMap((on) =>
      (what === 'other' ? [undefined, 'moving day'] : [undefined]).map((label): Reason => ({ because: 'date', what, label, on })),
    ),
  ),
]

const move = (reason: Reason, fields: Partial<Move> = {}): Move => ({
  key: `warmth:${personId(1)}`,
  kind: 'ask-how',
  giving: true,
  person: personId(1),
  title: { say: 'ask-how' },
  reason,
  how: { way: 'walk-over', minutes: 10 },
  ...fields,
})

const forbidden = /overdue|follow.?up|score|streak|\bcontacts?\b|\blead\b|leverage|engage|!|%|\{|\}|undefined/i

test('every reason is one plain sentence that fits a line on any of thirty days', () => {
  for (const reason of reasons) {
    for (let i = 0; i < 30; i++) {
      const text = reasonText(book, move(reason), DAY)
      const other = reasonText(book, move(reason, { key: `warmth:${i}` }), DAY)
      for (const sentence of [text, other]) {
        expect(sentence).toMatch(/^[\p{Lu}“].*[.?]$/u)
        expect(sentence.length, sentence).toBeLessThanOrEqual(78)
        expect(sentence).not.toMatch(forbidden)
        // A number about people or ties is never a reason; “20” may only be a year, of which these days need none.
        expect(sentence).not.toMatch(/\d/)
      }
    }
  }
})

test('there are more than twenty ways of giving a reason', () => {
  const sentences = new Set(
    reasons.flatMap((reason) => ['a', 'b', 'c', 'd', 'e', 'f'].map((key) => reasonText(book, move(reason, { key }), DAY))),
  )
  expect(sentences.size).toBeGreaterThan(50)
  expect(new Set(reasons.map((reason) => reason.because)).size).toBeGreaterThan(20)
})

test('what comes often has two wordings, chosen by day and move', () => {
  const reason: Reason = { because: 'promise-today', made: ago(6) }
  const said = (day: string) => reasonText(book, move(reason), day)
  const days = Array.from({ length: 12 }, (_, i) => addDays(DAY, i))
  const forms = new Set(days.map((day) => said(day).startsWith('You promised')))
  expect(forms.size).toBe(2)
  expect(said(DAY)).toBe(said(DAY))
})

test('a title begins with its verb and parts around the name', () => {
  const kinds: Move['title'][] = [
    { say: 'hello' },
    { say: 'thank' },
    { say: 'share' },
    { say: 'congratulate' },
    { say: 'ask-how' },
    { say: 'catch-up' },
    { say: 'promise', text: 'Send the deck' },
  ]
  const titles = kinds.map((title) => titleText(book, move({ because: 'new' }, { title })))
  expect(titles).toEqual([
    'Say hello to Tom Becker',
    'Thank Tom Becker',
    'Share something with Tom Becker',
    'Congratulate Tom Becker',
    'Ask Tom Becker how things are',
    'Drop by Tom Becker',
    'For Tom Becker: Send the deck',
  ])
  expect(titleParts(book, move({ because: 'only-written', since: ago(60), lastFace: undefined }))).toEqual({
    before: 'Walk over to ',
    name: 'Tom Becker',
    after: '',
  })
})

test('every way and question has its words', () => {
  for (const way of ['lunch', 'coffee', 'walk-over', 'video', 'call', 'card', 'write', 'do'] as const satisfies readonly Way[])
    expect(howText({ way })).not.toBe('')
  const questions: Question[] = [
    'how-went',
    'how-now',
    'how-are-you',
    'what-keeps-you-busy',
    'what-was-best',
    'what-shall-we',
    'did-it-help',
    'how-away',
  ]
  expect(new Set(questions.map((question) => questionText(question))).size).toBe(questions.length)
  expect(questionText(undefined)).toBeUndefined()
})

test('my own words are shortened at the end of a word', () => {
  expect(shortened('her move to Porto.', 40)).toBe('her move to Porto')
  expect(shortened(long, 30)).toBe('the long story of how the…')
  expect(shortened('x'.repeat(60), 10)).toBe(`${'x'.repeat(9)}…`)
})

test('the day is greeted by its hour and says how many people it has', () => {
  expect([3, 8, 14, 20].map((hour) => greetingText(hour, 'Ana Lima'))).toEqual([
    'Good evening, Ana',
    'Good morning, Ana',
    'Good afternoon, Ana',
    'Good evening, Ana',
  ])
  expect(greetingText(8, undefined)).toBe('Good morning')
  const plan = (count: number): DayPlan => ({
    day: DAY,
    moves: Array.from({ length: count }, () => move({ because: 'new' })),
    answered: [],
    ahead: [],
  })
  expect([0, 1, 2, 3].map((count) => ledeText(plan(count)))).toEqual([
    'Nobody is waiting for you today.',
    'One person today, a few minutes.',
    'Two people today, twenty minutes or so.',
    'Three people today, half an hour between other things.',
  ])
  expect(ledeText({ ...plan(0), still: { why: 'me-away', until: '2026-12-07' } })).toContain('7 December')
  expect(endText(plan(0)).head).not.toBe(endText(plan(1)).head)
})
