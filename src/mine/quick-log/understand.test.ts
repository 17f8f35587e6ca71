import { i18n } from '@lingui/core'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { frozenClock } from '../../kernel/time.ts'
import { Book } from '../book.ts'
import type { Moment } from '../moments/contract.ts'
import { type DayReader, loadDays } from './days.ts'
import { examples } from './examples.testing.ts'
import { germanExamples } from './examples-de.testing.ts'
import { called, cast, said } from './understand.testing.ts'
import { understand } from './understand.ts'
import type { Context } from './understanding.ts'
import { write } from './write.ts'

// A Tuesday.
const today = '2026-11-24'
let days: DayReader
let germanDays: DayReader

beforeAll(async () => {
  i18n.loadAndActivate({ locale: 'en', messages: {} })
  days = await loadDays()
  germanDays = await loadDays('de')
})

const context = (more: Partial<Context> = {}): Context => ({ people: cast, today, days, ...more })

test.for(examples)('"%s" is read as "%s"', ([line, reading]) => {
  expect(said(understand(line, context()), today)).toBe(reading)
})

test.for(germanExamples)('in German, "%s" is read as "%s"', ([line, reading]) => {
  expect(said(understand(line, context({ language: 'de', days: germanDays })), today)).toBe(reading)
})

test('German words for days are read on their day', () => {
  const on = (line: string): string | undefined => {
    const [word] = germanDays(line, today)
    return word === undefined ? undefined : `${word.past ?? '-'} ${word.ahead ?? '-'}`
  }
  expect(on('heute Abend')).toBe('2026-11-24 2026-11-24')
  expect(on('vorgestern')).toBe('2026-11-22 -')
  expect(on('übermorgen')).toBe('- 2026-11-26')
  expect(on('am Freitag')).toBe('2026-11-20 2026-11-27')
  expect(on('letzten Freitag')).toBe('2026-11-20 -')
  expect(on('nächsten Freitag')).toBe('- 2026-12-04')
  expect(on('kommenden Dienstag')).toBe('- 2026-12-01')
  expect(on('Ende der Woche')).toBe('- 2026-11-27')
  expect(on('Ende nächster Woche')).toBe('- 2026-12-04')
  expect(on('nächste Woche')).toBe('- 2026-12-04')
  expect(on('am Wochenende')).toBe('2026-11-21 2026-11-28')
  expect(on('vor drei Wochen')).toBe('2026-11-03 -')
  expect(on('am 15.')).toBe('2026-11-15 2026-12-15')
  expect(on('29. Februar')).toBe('2026-02-28 2027-02-28')
  expect(on('3.5.')).toBe('2026-05-03 2027-05-03')
  expect(on('Mo')).toBeUndefined()
  expect(on('Mittagessen')).toBeUndefined()
})

const moment = (person: string, day: string): Moment => ({
  kind: 'moment',
  id: newId(),
  v: 1,
  changed: `${day}T09:00:00Z`,
  day,
  people: [person],
  medium: 'face',
  shape: 'talk',
  startedBy: 'both',
  text: '',
})

test('of two people with one first name the one met most recently is meant, and the other stays a choice', () => {
  const [, becker, adeyemi] = cast
  const momentsOf = (id: string): readonly Moment[] =>
    id === adeyemi?.id ? [moment(id, '2026-11-20')] : id === becker?.id ? [moment(id, '2026-09-01')] : []
  const [mention] = understand('lunch with Tom', context({ momentsOf })).mentions
  expect(mention).toMatchObject({ who: { known: adeyemi?.id }, others: [becker?.id] })
})

test('an initial after a first name decides between two people', () => {
  const whole = (line: string): string | undefined => {
    const who = understand(line, context()).mentions[0]?.who
    return who !== undefined && 'known' in who ? cast.find((person) => person.id === who.known)?.name : undefined
  }
  expect(whole('met Tom B. for coffee')).toBe('Tom Becker')
  expect(whole('met Tom A. for coffee')).toBe('Tom Adeyemi')
})

test('a name one letter away from somebody known offers them', () => {
  const [mention] = understand('lunch with Pria', context()).mentions
  expect(mention).toMatchObject({ who: { fresh: 'Pria' }, others: [cast[3]?.id] })
})

test('on the page of a person the line is about them without naming them', () => {
  const ana = cast[0]?.id
  const about = context({ about: ana })
  expect(said(understand('coffee, she likes oat milk', about), today)).toBe(
    'Ana: face coffee, today, by both | fact about Ana: She likes oat milk',
  )
  expect(said(understand('promised the deck by Friday', about), today)).toBe('promise to Ana: the deck, by 2026-11-27')
  expect(said(understand('allergic to nuts', about), today)).toBe('fact about Ana: Allergic to nuts')
  expect(said(understand('lunch with Jonas', about), today)).toBe('Ana and Jonas: meal lunch, today, by both')
})

test('without the reader of days a line is about today, and its words stay whole', () => {
  const read = understand('lunch with Ana yesterday', { people: cast, today })
  expect(read.moment).toMatchObject({ day: today, text: 'Lunch with Ana yesterday' })
})

test('a line that names nobody keeps its promise until somebody is chosen', () => {
  const read = understand('promised her the deck by Friday', context())
  expect(read.needs).toBe('person')
  expect(read.promises).toEqual([{ to: [], text: 'the deck', due: '2026-11-27' }])
})

test('each span covers the words it stands for', () => {
  const line = 'lunch with Ana and Ruth Okafor yesterday, promised her the deck by Friday'
  const spans = understand(line, context()).spans.map((span) => `${span.as}: ${line.slice(span.from, span.to)}`)
  expect(spans).toEqual([
    'medium: lunch',
    'person: Ana',
    'new-person: Ruth Okafor',
    'day: yesterday',
    'promise: promised her the deck by Friday',
  ])
})

const pieces = fc.constantFrom(
  ...[
    'lunch',
    'with',
    'Ana',
    'Tom',
    'Ruth',
    'and',
    ',',
    ';',
    '.',
    'promised',
    'her',
    'the deck',
    'by Friday',
    'tomorrow',
    'yesterday',
    "I'll",
    'send',
  ],
  ...[
    'likes',
    'oat milk',
    'told me',
    'about',
    'his',
    'birthday',
    '3 May',
    '29 February',
    'no answer',
    'wrote',
    'she',
    "Ana's",
    '(',
    ')',
    '—',
    'until',
    '12 people',
    'Will',
    'May',
    '🙂',
    'é',
    '李小龙',
  ],
)
const germanPieces = fc.constantFrom(
  'habe',
  'hat',
  'ihr',
  'Ana',
  'Anas',
  'Ruth',
  'versprochen',
  'geschrieben',
  'geholfen',
  'mit',
  'Mittagessen',
  'bis Freitag',
  '3. Mai',
  'und',
  ',',
  ', sie ist',
  'schicke',
  'die Folien',
  'zu schicken',
  'ich',
  'Geburtstag',
  'am 29. Februar',
  'seinen',
)
const germanLines = fc.array(germanPieces, { maxLength: 14 }).map((list) => list.join(' '))

const lines = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.array(pieces, { maxLength: 14 }).map((list) => list.join(' ')),
)

test('no line makes it throw, its moment is never in the future, and its spans are in order inside the line', () => {
  fc.assert(
    fc.property(fc.oneof(lines, germanLines), fc.boolean(), (line, inGerman) => {
      const read = understand(line, context(inGerman ? { language: 'de', days: germanDays } : {}))
      if (read.moment !== undefined) expect(read.moment.day <= today).toBe(true)
      let end = 0
      for (const span of read.spans) {
        expect(span.from).toBeGreaterThanOrEqual(end)
        expect(span.to).toBeGreaterThan(span.from)
        end = span.to
      }
      expect(end).toBeLessThanOrEqual(line.length)
    }),
    { numRuns: 400 },
  )
})

test('whatever moment a line makes, the book holds the whole line', () => {
  fc.assert(
    fc.property(fc.oneof(lines, germanLines), fc.boolean(), (line, inGerman) => {
      const book = new Book(frozenClock('2026-11-24T10:00:00Z'))
      book.receive(cast)
      write(book, understand(line, context(inGerman ? { language: 'de', days: germanDays } : {})))
      for (const { text, typed } of book.all('moment')) expect(typed ?? text).toBe(line)
    }),
    { numRuns: 200 },
  )
})

test('a line with a name or on a page is never left without anything to write', () => {
  fc.assert(
    fc.property(fc.oneof(lines, germanLines), fc.boolean(), (line, inGerman) => {
      const read = understand(line, context({ about: cast[0]?.id, ...(inGerman ? { language: 'de', days: germanDays } : {}) }))
      if (read.needs !== 'words')
        expect(read.moment !== undefined || read.promises.length + read.facts.length + read.dates.length > 0).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test('a promise of nothing but a day is kept as the words of a moment', () => {
  const read = understand("I'll 29 February", context({ about: cast[0]?.id }))
  expect(read.promises).toEqual([])
  expect(read.moment).toBeDefined()
})

test('names that are words too are understood as both', () => {
  const who = (line: string): string[] => understand(line, context()).mentions.map(({ who }) => called(who))
  expect(who('Will and May had tea')).toEqual(['Will', 'May'])
  expect(who('will send Ana the slides in May')).toEqual(['Ana'])
})
