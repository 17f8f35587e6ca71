import { expect, test } from 'vitest'
import { aMoment, aPerson, bookAt } from '../../../test/a-book.ts'
import { addDays } from '../../kernel/time.ts'
import { aheadText, pastText, sinceText } from './days-in-words.ts'
import { everyText, ghostText, readingOf, startedText, tieIn, turnsText } from './reading.ts'

const DAY = '2026-11-24'
const tom = aPerson(1, { name: 'Tom Becker' })
const kept = (every: number, count: number, from = 0) =>
  Array.from({ length: count }, (_, i) =>
    aMoment(i, addDays(DAY, -from - i * every), { medium: 'message', startedBy: i % 2 === 0 ? 'me' : 'they' }),
  )

test('a tie kept every three weeks reads so just after its contact', () => {
  const reading = readingOf(bookAt(DAY, [tom, ...kept(21, 60, 20)]), tom)
  expect(everyText(reading)).toBe('As warm as someone you meet every three weeks.')
  expect(reading.place?.band).toBe('cooling')
})

test('nothing written yet has no word and says so', () => {
  const reading = readingOf(bookAt(DAY, [tom]), tom)
  expect(reading.place).toBeUndefined()
  expect(reading.turns).toBeUndefined()
  expect(everyText(reading)).toMatch(/Nothing is written yet/)
  expect(turnsText(reading, DAY)).toBeUndefined()
})

test('the reading says when the word would change, in words', () => {
  const reading = readingOf(bookAt(DAY, [tom, ...kept(7, 60)]), tom)
  expect(reading.place?.band).toBe('warm')
  expect(reading.turns?.band).toBe('steady')
  expect(turnsText(reading, DAY)).toMatch(/^With nothing in between it would be steady in about six weeks\.$/)
})

test('no reading speaks in decimals or percentages', () => {
  for (let every = 1; every < 400; every += 3) {
    const reading = readingOf(bookAt(DAY, [tom, ...kept(every, 40, every - 1)]), tom)
    for (const text of [everyText(reading), turnsText(reading, DAY) ?? '']) expect(text).not.toMatch(/\d|%/)
  }
})

test('the ghost stands where they were three months ago', () => {
  const cooled = readingOf(bookAt(DAY, [tom, ...kept(7, 60, 91)]), tom)
  expect(cooled.ghost).toMatchObject({ band: 'warm', since: 'farther', day: addDays(DAY, -91) })
  expect(ghostText(cooled.ghost!)).toBe('In August it was warm.')
  const risen = readingOf(bookAt(DAY, [tom, aMoment(900, addDays(DAY, -300)), ...kept(3, 25)]), tom)
  expect(risen.ghost?.since).toBe('nearer')
  expect(readingOf(bookAt(DAY, [tom, ...kept(3, 5)]), tom).ghost).toBeUndefined()
})

test('looking back leaves the tie of today as it is', () => {
  const book = bookAt(DAY, [tom, ...kept(7, 30)])
  const today = tieIn(book, tom)
  readingOf(book, tom)
  expect(tieIn(book, tom)).toBe(today)
})

test('who started the last six is shown without alarm', () => {
  const started = (...who: ('me' | 'they' | 'both')[]) =>
    startedText(readingOf(bookAt(DAY, [tom, ...who.map((startedBy, i) => aMoment(i, addDays(DAY, -i), { startedBy }))]), tom), 'Tom')
  expect(started('me', 'me', 'me')).toBe('Lately it was you who began.')
  expect(started('they', 'they')).toBe('Lately it was Tom who began.')
  expect(started('me', 'they', 'me', 'they')).toBe('You take turns at beginning.')
  expect(started('both', 'both')).toBe('It came from both of you.')
  expect(started('me', 'me', 'me', 'they', 'me', 'both', 'they', 'they')).toBe('Mostly it was you who began.')
  expect(started('me')).toBeUndefined()
})

test('only writing is said since its first message, and only where there were two', () => {
  const face = aMoment(50, addDays(DAY, -100))
  const wrote = (n: number, ago: number) => aMoment(n, addDays(DAY, -ago), { medium: 'message' })
  const since = (...moments: Parameters<typeof bookAt>[1]) => readingOf(bookAt(DAY, [tom, ...moments]), tom).onlyWrittenSince
  expect(since(face, wrote(1, 40), wrote(2, 10))).toBe(addDays(DAY, -40))
  expect(since(face, wrote(2, 10))).toBeUndefined()
  expect(since(wrote(1, 40), wrote(2, 10))).toBeUndefined()
  expect(readingOf(bookAt(DAY, [tom, face, wrote(1, 40)]), tom).lastFace).toBe(face.day)
})

test('days are said as one says them', () => {
  const past = [0, 1, 3, 8, 15, 20, 60, 400].map((ago) => pastText(addDays(DAY, -ago), DAY))
  expect(past).toEqual([
    'today',
    'yesterday',
    'on Saturday',
    'last week',
    'two weeks ago',
    'three weeks ago',
    'in September',
    'in October 2025',
  ])
  expect(sinceText(addDays(DAY, -3), DAY)).toBe('Saturday')
  expect(sinceText(addDays(DAY, -190), DAY)).toBe('May')
  const ahead = [1, 3, 7, 14, 21, 24, 35, 36, 110, 400].map((days) => aheadText(DAY, addDays(DAY, days)))
  expect(ahead).toEqual([
    'tomorrow',
    'in a few days',
    'in about a week',
    'in about two weeks',
    'just before Christmas',
    'just before Christmas',
    'around New Year',
    'around New Year',
    'in mid-March',
    'in more than a year',
  ])
})
