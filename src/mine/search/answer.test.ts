import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aDate, aFact, aMoment, aPerson, aPromise, bookAt, dayClock, idOf, personId } from '../../../test/a-book.ts'
import { addDays } from '../../kernel/time.ts'
import { Book } from '../book.ts'
import type { AnyRecord } from '../record.ts'
import { unite } from '../twins/unite.ts'
import { type Answer, ask } from './answer.ts'
import type { Group } from './entry.ts'
import { SearchIndex } from './search-index.ts'
import { lineOfHit } from './wording.ts'

const DAY = '2026-11-24'
const MOST = 50

const made = (book: Book): SearchIndex => {
  const index = new SearchIndex(book)
  while (index.work(7));
  return index
}

const records = [
  aPerson(1, {
    name: 'Tom Becker',
    department: 'Finance',
    role: 'Controller',
    line: 'Third floor. Knows every exception in the travel policy.',
  }),
  aPerson(2, {
    name: 'Priya Raman',
    department: 'Customer Care',
    aliases: ['Pri'],
    emails: ['priya.raman@fjordlicht.example'],
    tags: ['climbing'],
  }),
  aPerson(3, { name: 'Ελένη Παπαδοπούλου', department: 'Research', place: 'Athens' }),
  aPerson(4, { name: 'Алёна Соловьёва', company: 'Nordwind' }),
  aPerson(5, { name: '李小龙', department: 'Sales', circle: 'close' }),
  aPerson(6, { name: 'Hanna Vogt', department: 'Finance', resting: { since: '2026-01-01' } }),
  aPerson(7, { name: 'Finn Anders', role: 'Head of finance systems' }),
  aMoment(1, '2026-11-02', { text: 'Lunch in the canteen, her move to Porto', people: [personId(2)], medium: 'meal', shape: 'lunch' }),
  aMoment(2, '2026-09-01', { text: 'Portraits for the intranet', people: [personId(2), personId(1)] }),
  aMoment(3, '2025-02-01', { text: 'About Porto and the audit', people: [personId(1)] }),
  aMoment(4, '2026-11-20', { text: '', shape: 'coffee', people: [personId(3)] }),
  aMoment(5, '2026-11-21', { text: '和小龙谈了预算', people: [personId(5)] }),
  aMoment(6, '2026-11-22', { text: 'numbers', typed: 'call with Tom, the budget numbers by Friday', people: [personId(1)] }),
  aFact(1, { about: [personId(1)], text: 'Plays the bassoon in the city orchestra' }),
  aFact(2, { about: [personId(1)], text: 'Ask how the bassoon exam went', expires: '2026-11-01' }),
  aPromise(1, { to: [personId(2)], text: 'Send the slide deck', due: '2026-11-27' }),
  aDate(1, { person: personId(4), what: 'other', label: 'Name day' }),
]
const book = bookAt(DAY, records)
const index = made(book)

const in_ = (answer: Answer, group: Group): string[] =>
  (answer.found.find((found) => found.group === group)?.hits ?? []).map((hit) => {
    const { parts } = lineOfHit(hit, DAY)
    return parts.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('')
  })
const people = (typed: string, from = index): string[] => in_(ask(from, typed, MOST), 'people')
const moments = (typed: string, from = index): string[] => in_(ask(from, typed, MOST), 'moments')

test.each([
  ['tom', '[Tom] Becker'],
  ['becker to', '[To]m [Becker]'],
  ['becekr', 'Tom [Becker]'],
  ['pri', '[Pri]ya Raman'],
  ['ελενη', '[Ελένη] Παπαδοπούλου'],
  ['παπαδοπουλο', 'Ελένη [Παπαδοπούλο]υ'],
  ['соловьева', 'Алёна [Соловьёва]'],
  ['алён', '[Алён]а Соловьёва'],
  ['小龙', '李[小龙]'],
  ['李', '[李]小龙'],
])('"%s" finds %s among people', (typed, name) => {
  expect(people(typed)[0]).toBe(name)
})

test('a person is found by everything that stands on their page, and the line beside the name says by what', () => {
  const beside = (typed: string): string => {
    const hit = ask(index, typed, MOST).found.find(({ group }) => group === 'people')?.hits[0]
    return hit === undefined
      ? ''
      : lineOfHit(hit, DAY)
          .beside.map(({ text, marked }) => (marked ? `[${text}]` : text))
          .join('')
  }
  expect(beside('athens')).toBe('[Athens]')
  expect(beside('nordwind')).toBe('[Nordwind]')
  expect(beside('travel policy')).toBe('Third floor. Knows every exception in the [travel] [policy].')
  expect(beside('fjordlicht')).toBe('priya.raman@[fjordlicht].example')
  expect(beside('controler')).toBe('[Controller]')
  expect(beside('tom')).toBe('Finance')
})

test('words come before beginnings, and the newer before the older', () => {
  expect(moments('porto')).toEqual(['Lunch in the canteen, her move to [Porto]', 'About [Porto] and the audit'])
  expect(moments('port')).toEqual([
    'Lunch in the canteen, her move to [Port]o',
    '[Port]raits for the intranet',
    'About [Port]o and the audit',
  ])
})

test('a slip is forgiven where the words themselves find little', () => {
  expect(moments('prto')).toEqual(['Lunch in the canteen, her move to [Porto]', 'About [Porto] and the audit'])
  expect(moments('cantene lucnh')).toEqual(['[Lunch] in the [canteen], her move to Porto'])
  expect(moments('audti')).toEqual(['About Porto and the [audit]'])
})

test('each word must be found, in the record or in the name of somebody it belongs to', () => {
  expect(moments('porto tom')).toEqual(['About [Porto] and the audit'])
  expect(moments('priya porto')).toEqual(['Lunch in the canteen, her move to [Porto]'])
  expect(moments('porto zebra')).toEqual([])
  expect(in_(ask(index, 'tom bassoon', MOST), 'remembered')).toEqual(['Plays the [bassoon] in the city orchestra'])
  expect(in_(ask(index, 'pri deck', MOST), 'promises')).toEqual(['Send the slide [deck]'])
})

test('two names of two people find what they share, and one whole name finds the person', () => {
  expect(moments('tom priya')).toEqual(['Portraits for the intranet'])
  expect(moments('tom becker')).toEqual(['call with [Tom], the budget numbers by Friday'])
  expect(people('tom becker')).toEqual(['[Tom] [Becker]'])
})

test('a moment without words is found by what it shows, and one from the quick log by the sentence that was typed', () => {
  expect(moments('coffee')).toEqual(['[Coffee]'])
  expect(moments('budget friday')).toEqual(['call with Tom, the [budget] numbers by [Friday]'])
  expect(moments('预算')).toEqual(['和小龙谈了[预算]'])
})

test('words of warmth, departments, circles and tags choose people, and what mentions them is found as well', () => {
  expect(people('close')).toEqual(['李小龙'])
  expect(people('climbing')).toEqual(['Priya Raman'])
  expect(people('finance')).toEqual(['Tom Becker', 'Finn Anders', 'Hanna Vogt'])
  expect(people('resting finance')).toEqual(['Hanna Vogt'])
  const answer = ask(index, 'finance porto', MOST)
  expect(in_(answer, 'moments')).toEqual(['About [Porto] and the audit'])
  expect(answer.filters).toHaveLength(1)
  expect(people('customer care')).toEqual(['Priya Raman'])
})

test('people lead where a name fits, and follow where something else fits better', () => {
  const order = (typed: string): Group[] => ask(index, typed, MOST).found.map(({ group }) => group)
  expect(order('tom')[0]).toBe('people')
  const other = bookAt(DAY, [aPerson(1, { name: 'Jan Kuiper', line: 'Bassoonist' }), aFact(1, { text: 'Plays the bassoon' })])
  expect(ask(made(other), 'bassoon', MOST).found.map(({ group }) => group)).toEqual(['remembered', 'people'])
})

test('what is past its day, in the trash, or belongs to nobody any more is not found', () => {
  expect(in_(ask(index, 'bassoon', MOST), 'remembered')).toEqual(['Plays the [bassoon] in the city orchestra'])
  const own = bookAt(DAY, records)
  const follows = made(own)
  own.change('', (hands) => hands.trash(idOf('moment', 1)))
  expect(moments('porto', follows)).toEqual(['About [Porto] and the audit'])
  const gone = own.change('', (hands) => hands.trash(personId(1)))
  expect(moments('porto', follows)).toEqual([])
  expect(people('tom', follows)).toEqual([])
  own.undo(gone)
  expect(moments('porto', follows)).toEqual(['About [Porto] and the audit'])
})

test('a long text is cut around what was found', () => {
  const text = `${'Many words about the weather and the train before it. '.repeat(6)}Then she told me about the lighthouse on the island. ${'And more. '.repeat(40)}`
  const long = made(bookAt(DAY, [aPerson(1), aMoment(1, '2026-11-01', { text })]))
  const [line] = moments('lighthouse', long)
  expect(line).toMatch(/^… .*\[lighthouse\].* …$/)
  expect(line?.length).toBeLessThan(180)
})

test('a group says how many there are and gives the first of them', () => {
  const many = made(
    bookAt(DAY, [aPerson(1), ...Array.from({ length: 60 }, (_, n) => aMoment(n, addDays(DAY, -n), { text: `Chess, game ${n}` }))]),
  )
  const [found] = ask(many, 'chess', 3).found
  expect(found?.count).toBe(60)
  expect(found?.hits.map(({ record }) => record.id)).toEqual([0, 1, 2].map((n) => idOf('moment', n)))
})

test('an index that is still made says so, and finds what it has', () => {
  const young = new SearchIndex(
    bookAt(DAY, [...records, ...Array.from({ length: 400 }, (_, n) => aMoment(100 + n, DAY, { text: 'Chess' }))]),
  )
  young.work(20)
  const answer = ask(young, 'tom', MOST)
  expect(answer.whole).toBe(false)
  expect(in_(answer, 'people')).toEqual(['[Tom] Becker'])
})

// ——— the index follows the book ———

const words = ['porto', 'audit', 'lunch', 'bassoon', 'canteen', 'deck', '预算', 'Ελένη', 'finance']
const text = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }).map((list) => list.join(' '))
const n = fc.integer({ min: 0, max: 11 })
const edit = fc.oneof(
  fc.record({ do: fc.constant('person' as const), n, text }),
  fc.record({ do: fc.constant('moment' as const), n, text, who: n, day: fc.integer({ min: 0, max: 900 }) }),
  fc.record({ do: fc.constant('fact' as const), n, text, who: n, keeps: fc.boolean() }),
  fc.record({ do: fc.constant('trash' as const), n, kind: fc.constantFrom('person', 'moment', 'fact') }),
  fc.record({ do: fc.constant('restore' as const), n, kind: fc.constantFrom('person', 'moment', 'fact') }),
  fc.record({ do: fc.constant('undo' as const) }),
  fc.record({ do: fc.constant('work' as const), n }),
)
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never

function apply(target: Book, all: readonly Edit[], on: SearchIndex[]): void {
  const changes: ReturnType<Book['change']>[] = []
  const put = (record: AnyRecord): void => void changes.push(target.change('', (hands) => hands.put(record)))
  for (const one of all) {
    if (one.do === 'person') put(aPerson(one.n, { name: `${one.text} ${one.n}`, changed: `2026-11-2${one.n % 5}T00:00:00Z` }))
    else if (one.do === 'moment') put(aMoment(one.n, addDays(DAY, -one.day), { text: one.text, people: [personId(one.who)] }))
    else if (one.do === 'fact')
      put(aFact(one.n, { text: one.text, about: [personId(one.who)], ...(one.keeps ? {} : { expires: '2026-01-01' }) }))
    else if (one.do === 'undo') {
      const last = changes.pop()
      if (last !== undefined) target.undo(last)
    } else if (one.do === 'work') for (const index of on) index.work(one.n)
    else if (target.record(idOf(one.kind, one.n)) !== undefined)
      changes.push(
        target.change('', (hands) => (one.do === 'trash' ? hands.trash(idOf(one.kind, one.n)) : hands.restore(idOf(one.kind, one.n)))),
      )
  }
}

const questions = [...words, 'port', 'prto', 'lunch porto', 'finance audit', 'bassoon 3', 'deck lunch canteen', 'ba', '预']
const answers = (from: SearchIndex): unknown =>
  questions.map((typed) =>
    ask(from, typed, MOST).found.map(({ group, hits, count }) => ({
      group,
      count,
      hits: hits.map(({ record, fit }) => [record.id, fit]).sort(),
    })),
  )

test('after any edits the index answers as a fresh one does, and nothing from the trash', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 40 }), (all) => {
      const own = new Book(dayClock(DAY))
      const follows = new SearchIndex(own)
      apply(own, all, [follows])
      follows.catchUp()
      expect(answers(follows)).toEqual(answers(made(own)))
      for (const typed of questions)
        for (const { hits } of ask(follows, typed, MOST).found)
          for (const { record } of hits) expect(own.get(record.kind, record.id)).toBe(record)
    }),
    { numRuns: 60 },
  )
})

test('an index kept at any earlier time answers as a fresh one does once it was compared with the book', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 25 }), fc.array(edit, { maxLength: 25 }), (earlier, later) => {
      const own = new Book(dayClock(DAY))
      apply(own, earlier, [])
      const kept = made(own).words()
      expect(kept).not.toBeNull()
      apply(own, later, [])
      const back = new SearchIndex(own, kept ?? undefined)
      while (back.work(5));
      expect(answers(back)).toEqual(answers(made(own)))
    }),
    { numRuns: 60 },
  )
})

test('what still names somebody who turned out to be another one is found with the one who stays, whenever it comes', () => {
  const shared = bookAt(DAY, [aPerson(1, { name: 'Léa Fontaine' }), aPerson(2, { name: 'L. F.' })])
  const own = made(shared)
  unite(shared, personId(1), personId(2))
  shared.receive([aMoment(9, '2026-11-20', { text: 'A bassoon concert', people: [personId(2)] })])
  while (own.work(7));
  expect(ask(own, 'bassoon', MOST).found.flatMap(({ hits }) => hits.flatMap(({ people: who }) => who.map(({ id }) => id)))).toEqual([
    personId(1),
  ])
})

test('what came before the answer was known is found with the one who stays, too', () => {
  const there = bookAt(DAY, [aPerson(1, { name: 'Léa Fontaine' }), aPerson(2, { name: 'L. F.' })])
  const answered = unite(there, personId(1), personId(2))?.change.after.values() ?? []
  const here = bookAt(DAY, [
    aPerson(1, { name: 'Léa Fontaine' }),
    aPerson(2, { name: 'L. F.' }),
    aMoment(9, '2026-11-20', { text: 'A bassoon concert', people: [personId(2)] }),
  ])
  const own = made(here)
  here.receive(answered)
  while (own.work(7));
  const [hit] = ask(own, 'bassoon', MOST).found.flatMap(({ hits }) => hits)
  expect(hit?.people.map(({ name }) => name)).toEqual(['Léa Fontaine'])
})
