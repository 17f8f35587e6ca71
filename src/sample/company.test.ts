import { i18n } from '@lingui/core'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { addDays, dayNumber, frozenClock } from '../kernel/time.ts'
import { Book } from '../mine/book.ts'
import { waiting } from '../mine/calendar/waiting.ts'
import { type BookRecord, flaw } from '../mine/records.ts'
import { planFor } from '../mine/today/plan.ts'
import { proposalsIn } from '../mine/twins/proposals.ts'
import { reasonText } from '../mine/twins/wording.ts'
import { clocksFor } from '../mine/warmth/clock.ts'
import { tieOf } from '../mine/warmth/warmth.ts'
import { addSample, hasSample } from './add.ts'
import { noted } from './calendar.ts'
import { sampleCompany, samplePerson } from './company.ts'
import { colleagues } from './departments.ts'
import { moments } from './moments.ts'
import { card } from './remembered.ts'
import { removeSample } from './remove.ts'

beforeAll(() => i18n.loadAndActivate({ locale: 'en', messages: {} }))

const bookOn = (day: string): Book => new Book(frozenClock(`${day}T09:00:00Z`, 'UTC'))
const days = fc.integer({ min: dayNumber('2024-01-01'), max: dayNumber('2032-12-31') }).map((number) => addDays('1970-01-01', number))

test('the sample has 120 colleagues in eight departments, each with a line, no two of one name', () => {
  expect(colleagues).toHaveLength(120)
  expect(new Set(colleagues.map((each) => each.department)).size).toBe(8)
  expect(new Set(colleagues.map((each) => each.name)).size).toBe(120)
  expect(colleagues.filter((each) => each.line.length < 15)).toEqual([])
})

test('every short name that a moment or a note uses belongs to a colleague', () => {
  const ids = new Set([...colleagues.flatMap(({ key }) => (key === undefined ? [] : [samplePerson(key)])), samplePerson(card.name)])
  const used = (sampleCompany('2026-11-24') as readonly BookRecord[]).flatMap((record) => {
    if (record.kind === 'moment') return record.people
    if (record.kind === 'fact') return record.about
    if (record.kind === 'promise') return record.to
    if (record.kind === 'date') return [record.person]
    return record.kind === 'away' && typeof record.who !== 'string' ? [record.who.person] : []
  })
  expect(used.filter((id) => !ids.has(id))).toEqual([])
})

test('one colleague stands in the book twice, and nobody else looks like somebody else', () => {
  const book = bookOn('2026-11-24')
  addSample(book)
  expect(proposalsIn(book).map(({ people, reason }) => [people.map((person) => person.name).sort(), reasonText(reason)])).toEqual([
    [['Iriarte, Paloma', 'Paloma Iriarte'], 'The same name, and both in Legal.'],
  ])
})

test('no sentence is told twice, and none is long or loud', () => {
  const texts = moments.map((moment) => moment.text)
  expect(texts.length).toBeGreaterThanOrEqual(80)
  expect(new Set(texts).size).toBe(texts.length)
  expect(texts.filter((text) => text.length > 110 || text.includes('!'))).toEqual([])
})

test('on any day all records are well formed, marked as sample, with ids of their own and nothing that took place ahead', () => {
  fc.assert(
    fc.property(days, (today) => {
      const records = sampleCompany(today)
      expect(records.map(flaw).filter((found) => found !== null)).toEqual([])
      expect(records.every((record) => record.sample === true)).toBe(true)
      expect(new Set(records.map((record) => record.id)).size).toBe(records.length)
      for (const record of records as readonly BookRecord[]) {
        if (record.kind === 'proposal') expect(record.days.every(({ day }) => day < today)).toBe(true)
        if (record.kind === 'moment') expect(record.day < today).toBe(true)
      }
    }),
    { numRuns: 25 },
  )
})

test('the same day gives the same records, and another seed other ids', () => {
  expect(sampleCompany('2026-11-24')).toEqual(sampleCompany('2026-11-24'))
  const ids = new Set(sampleCompany('2026-11-24', 'one').map((record) => record.id))
  expect(sampleCompany('2026-11-24', 'two').some((record) => ids.has(record.id))).toBe(false)
})

test('on any day Today has three moves of three kinds', () => {
  fc.assert(
    fc.property(days, (today) => {
      const book = bookOn(today)
      book.receive(sampleCompany(today))
      const kinds = planFor(book).moves.map((move) => move.kind)
      expect([kinds.length, new Set(kinds).size]).toEqual([3, 3])
    }),
    { numRuns: 60 },
  )
})

test('on any day every warmth word has somebody, and about thirty people have moments', () => {
  fc.assert(
    fc.property(days, (today) => {
      const book = bookOn(today)
      book.receive(sampleCompany(today))
      const clocks = clocksFor(book.all('away'))
      const bands = book
        .all('person')
        .map((person) => tieOf(person, book.momentsOf(person.id), clocks.of(person.id), dayNumber(today)).band)
      const count = (band: (typeof bands)[number]): number => bands.filter((each) => each === band).length
      for (const band of ['warm', 'steady', 'cooling', 'quiet', 'dormant'] as const) expect(count(band), band).toBeGreaterThanOrEqual(3)
      const met = book.all('person').filter((person) => book.momentsOf(person.id).length > 0).length
      expect(met).toBeGreaterThanOrEqual(25)
      expect(met).toBeLessThanOrEqual(36)
    }),
    { numRuns: 40 },
  )
})

test('one click puts the sample in, one takes it out, and an undo brings it back', () => {
  const book = bookOn('2026-11-24')
  addSample(book)
  expect([hasSample(book), book.people().length, book.setting('me')?.name]).toEqual([true, 121, 'Ana'])
  const removed = removeSample(book)
  expect([
    hasSample(book),
    book.people().length,
    book.all('moment').length,
    book.all('promise').length,
    book.all('fact').length,
    book.all('date').length,
    book.all('away').length,
    book.setting('me'),
  ]).toEqual([false, 0, 0, 0, 0, 0, 0, undefined])
  book.undo(removed)
  expect([book.people().length, book.setting('me')?.name]).toEqual([121, 'Ana'])
})

test('removing the sample keeps what I wrote about my own people', () => {
  const book = bookOn('2026-11-24')
  addSample(book)
  const tom = book.people().find((person) => person.name === 'Tom Becker')?.id ?? ''
  const body = { day: '2026-11-23', medium: 'meal' as const, shape: 'lunch' as const, startedBy: 'both' as const }
  let mine = ''
  book.change('', (hands) => {
    mine = hands.add('person', { name: 'Wanda Quist' }).id
    hands.add('moment', { ...body, people: [mine], text: 'mine alone' })
    hands.add('moment', { ...body, people: [mine, tom], text: 'with Tom' })
    hands.add('moment', { ...body, people: [tom], text: 'his alone' })
    hands.add('promise', { to: [tom], text: 'his alone', madeOn: '2026-11-23' })
    hands.add('fact', { about: [tom, mine], text: 'both like soup', writtenOn: '2026-11-23' })
    hands.add('mark', { on: '2026-11-24', what: { answer: 'done', move: `warmth:${tom}`, person: tom } })
  })
  removeSample(book)
  expect(book.all('person').map((person) => person.name)).toEqual(['Wanda Quist'])
  expect(
    book
      .momentsOf(mine)
      .map((moment) => [moment.text, moment.people])
      .sort(),
  ).toEqual([
    ['mine alone', [mine]],
    ['with Tom', [mine]],
  ])
  expect(book.all('moment')).toHaveLength(2)
  expect(book.all('promise')).toEqual([])
  expect(book.factsOf(mine)).toMatchObject([{ about: [mine] }])
  expect(book.all('mark')).toEqual([])
})

test('on any day the calendar of the sample knows of moments with people of the book and of somebody who is not in it', () => {
  fc.assert(
    fc.property(days, (today) => {
      const book = bookOn(today)
      book.receive(sampleCompany(today))
      const waits = waiting(book)
      expect(waits).toHaveLength(noted.length)
      expect(waits.filter(({ known }) => known.length === 0)).toHaveLength(1)
      removeSample(book)
      expect(waiting(book)).toEqual([])
    }),
    { numRuns: 20 },
  )
})

test('my own name is not taken from me, neither by the sample nor by its removal', () => {
  const named = bookOn('2026-11-24')
  named.change('', (hands) => void hands.add('setting', { what: { key: 'me', name: 'Wanda' } }))
  addSample(named)
  expect(named.setting('me')?.name).toBe('Wanda')

  const renamed = bookOn('2026-11-24')
  addSample(renamed)
  renamed.change('', (hands) => {
    for (const setting of renamed.all('setting'))
      if (setting.what.key === 'me') hands.patch('setting', setting.id, { what: { key: 'me', name: 'Wanda' } })
  })
  removeSample(renamed)
  expect(renamed.setting('me')?.name).toBe('Wanda')
})
