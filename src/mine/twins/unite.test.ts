import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aDate, aFact, aMoment, anAway, aPerson, aPlan, aPromise, bookAt, idOf, personId } from '../../../test/a-book.ts'
import { byName } from '../../kernel/text.ts'
import { addDays, dayNumber, frozenClock } from '../../kernel/time.ts'
import { Book, type Change } from '../book.ts'
import { mergeBodies } from '../merge.ts'
import { Person } from '../people/contract.ts'
import type { AnyRecord } from '../record.ts'
import { flaw } from '../records.ts'
import { clocksFor } from '../warmth/clock.ts'
import { tieIn } from '../warmth/reading.ts'
import { tieOf } from '../warmth/warmth.ts'
import { chosenFields, unitedFields } from './differences.ts'
import { proposalsIn } from './proposals.ts'
import { callTwo, unite } from './unite.ts'

const today = '2026-11-24'
const [lea, l, tom] = [personId(1), personId(2), personId(3)]

/** Everything a book shows, without when it was written: trash and answers aside. */
const seen = (book: Book): unknown =>
  book
    .everything()
    .filter((record) => record.trashed === undefined)
    .map(({ changed: _, ...record }) => record)
    .sort((a, b) => (a.id < b.id ? -1 : 1))

const aMark = (n: number, fields: object): AnyRecord =>
  ({ kind: 'mark', id: idOf('mark', n), v: 1, changed: `${today}T08:00:00Z`, ...fields }) as AnyRecord

test('every field of a person is chosen, united or led, so that none is lost with whoever goes', () => {
  const led = ['resting', 'sourceId', 'otherSourceIds', 'kind', 'id', 'v', 'changed', 'trashed', 'sample', 'batch', 'others']
  expect(Object.keys(Person.shape).filter((field) => ![...chosenFields, ...unitedFields, ...led].includes(field))).toEqual([])
  const book = bookAt(today, [aPerson(1), aPerson(2, { manager: 'Ruth Okafor', place: 'Porto' })])
  unite(book, lea, l)
  expect(book.get('person', lea)).toMatchObject({ manager: 'Ruth Okafor', place: 'Porto' })
})

test('calling two people the same moves everything about either to one, and one undo brings both back', () => {
  const book = bookAt(today, [
    aPerson(1, { name: 'Léa Fontaine', emails: ['lea@example.org'], tags: ['porto'], sourceId: 'uid-1' }),
    aPerson(2, { name: 'L. Fontaine', emails: ['LEA@example.org', 'l@example.org'], department: 'Research', sourceId: 'uid-2' }),
    aPerson(3, { name: 'Tom Becker' }),
    aMoment(1, '2026-11-20', { people: [l, tom], text: 'lunch' }),
    aMoment(2, '2026-11-21', { people: [lea, l], text: 'a walk' }),
    aFact(1, { about: [l], text: 'Oat milk' }),
    aFact(2, { about: [lea], text: 'Oat milk' }),
    aPromise(1, { to: [l, tom] }),
    aDate(1, { person: lea, what: 'birthday', month: 2, day: 14 }),
    aDate(2, { person: l, what: 'birthday', month: 2, day: 14, year: 1990 }),
    anAway(1, { who: { person: l }, from: '2026-11-01', to: '2026-11-05' }),
    aPlan(1, today, [{ key: `warmth:${l}`, kind: 'ask-how', person: l }]),
    aMark(1, { on: today, what: { answer: 'not-now', move: `warmth:${l}`, person: l, until: '2026-12-01' } }),
    {
      kind: 'batch',
      id: idOf('batch', 1),
      v: 1,
      changed: '',
      at: '',
      file: 'a.vcf',
      format: 'vcard',
      added: 1,
      changedPeople: 0,
      before: [],
      taken: [`abc:${l}`],
    } as AnyRecord,
    { kind: 'to-come', id: idOf('to-come', 1), v: 9, changed: '', whom: { [l]: 'x' } } as AnyRecord,
  ])
  const before = seen(book)
  const done = unite(book, l, lea)
  expect(done?.person).toBe(lea)
  expect(done?.change.label).toBe('One person now: Léa Fontaine.')
  expect(book.people().map((person) => person.name)).toEqual(['Léa Fontaine', 'Tom Becker'])
  expect(book.get('person', lea)).toMatchObject({
    name: 'Léa Fontaine',
    aliases: ['L. Fontaine'],
    department: 'Research',
    emails: ['lea@example.org', 'l@example.org'],
    tags: ['porto'],
    sourceId: 'uid-1',
    otherSourceIds: ['uid-2'],
  })
  expect(book.momentsOf(lea).map((moment) => [moment.text, moment.people])).toEqual([
    ['a walk', [lea]],
    ['lunch', [lea, tom]],
  ])
  expect(book.factsOf(lea).map((fact) => fact.text)).toEqual(['Oat milk'])
  expect(book.promisesTo(lea).map((promise) => promise.to)).toEqual([[lea, tom]])
  expect(book.datesOf(lea).map((date) => [date.month, date.day, date.year])).toEqual([[2, 14, 1990]])
  expect(book.all('away')[0]?.who).toEqual({ person: lea })
  expect(book.all('plan')[0]?.moves).toEqual([{ key: `warmth:${lea}`, kind: 'ask-how', person: lea }])
  expect(book.all('mark')[0]?.what).toMatchObject({ move: `warmth:${lea}`, person: lea })
  expect(book.all('batch')[0]?.taken).toEqual([`abc:${lea}`])
  expect(book.record(idOf('to-come', 1))).toMatchObject({ v: 9, whom: { [lea]: 'x' } })
  expect(
    book
      .everything()
      .map(flaw)
      .filter((found) => found !== null),
  ).toEqual([])
  book.undo(done!.change)
  expect(seen(book)).toEqual(before)
  expect(book.whoIs(l)).toBe(l)
})

test('where the two differ, my choice stays; the other name is another name, the other line a note', () => {
  const two = [
    aPerson(1, { name: 'Léa Fontaine', line: 'Third floor', rhythm: 30, role: 'Archive' }),
    aPerson(2, { name: 'Léa Dumas', line: 'Knows every exception in the travel policy', rhythm: 7, role: 'Audit' }),
    aDate(1, { person: lea, what: 'birthday', month: 2, day: 14 }),
    aDate(2, { person: l, what: 'birthday', month: 3, day: 1 }),
  ]
  const book = bookAt(today, two)
  unite(book, lea, l, { name: l, line: lea, rhythm: l, birthday: l })
  expect(book.get('person', lea)).toMatchObject({ name: 'Léa Dumas', aliases: ['Léa Fontaine'], line: 'Third floor', rhythm: 7 })
  expect(book.factsOf(lea).map((fact) => fact.text)).toEqual(['Knows every exception in the travel policy'])
  expect(book.datesOf(lea).map((date) => date.month)).toEqual([3])
})

test('whoever is awake with one of the two stays awake unless I say otherwise', () => {
  const two = [aPerson(1, { resting: { since: '2026-11-01' } }), aPerson(2)]
  const [usual, asked] = [bookAt(today, two), bookAt(today, two)]
  unite(usual, lea, l)
  unite(asked, lea, l, { resting: lea })
  expect([usual.get('person', lea)?.resting, asked.get('person', lea)?.resting]).toEqual([undefined, { since: '2026-11-01' }])
})

test('nobody is the same as themselves, as somebody who is not there, or as somebody they became', () => {
  const book = bookAt(today, [aPerson(1), aPerson(2)])
  expect([unite(book, lea, lea), unite(book, lea, tom)]).toEqual([null, null])
  unite(book, lea, l)
  expect(unite(book, lea, l)).toBeNull()
})

test('three who are one are one, in whatever order they are called so', () => {
  for (const steps of [
    [
      [1, 2],
      [1, 3],
    ],
    [
      [2, 3],
      [1, 2],
    ],
    [
      [1, 3],
      [1, 2],
    ],
  ] as const) {
    const book = bookAt(today, [aPerson(1), aPerson(2), aPerson(3), aMoment(1, '2026-11-20', { people: [tom] })])
    for (const [a, b] of steps) unite(book, personId(a), personId(b))
    expect([book.people().length, book.whoIs(tom), book.whoIs(l), book.momentsOf(lea).length]).toEqual([1, lea, lea, 1])
  }
})

test('two people are not proposed again, until that is taken back', () => {
  const book = bookAt(today, [aPerson(1, { name: 'Tom Becker' }), aPerson(2, { name: 'Tom Becker' })])
  expect(proposalsIn(book)).toHaveLength(1)
  const change = callTwo(book, l, lea)
  expect(proposalsIn(book)).toEqual([])
  expect(callTwo(book, lea, l)).toBeNull()
  // The answer travels with an archive and holds in another book.
  const other = new Book(frozenClock(`${today}T09:00:00Z`))
  other.receive(book.everything())
  expect(proposalsIn(other)).toEqual([])
  book.undo(change!)
  expect(proposalsIn(book)).toHaveLength(1)
})

test('what was said of the one who went holds for the one who stays', () => {
  const book = bookAt(today, [aPerson(1, { name: 'Tom Becker' }), aPerson(2, { name: 'Tommy' }), aPerson(3, { name: 'Tom Becker' })])
  callTwo(book, l, tom)
  unite(book, lea, l, { name: lea })
  expect(proposalsIn(book)).toEqual([])
})

test('somebody who rests or lies in the trash is not proposed', () => {
  const twice = { name: 'Tom Becker' }
  expect(proposalsIn(bookAt(today, [aPerson(1, twice), aPerson(2, { ...twice, resting: { since: today } })]))).toEqual([])
  expect(proposalsIn(bookAt(today, [aPerson(1, twice), aPerson(2, { ...twice, trashed: { on: today } })]))).toEqual([])
})

// ——— generated books ———

const who = fc.integer({ min: 1, max: 5 }).map(personId)
const some = fc.uniqueArray(who, { minLength: 1, maxLength: 4 })
const ago = fc.nat(200).map((days) => addDays(today, -days))
const records = fc
  .record({
    people: fc.tuple(
      ...[1, 2, 3, 4, 5].map((n) =>
        fc
          .record(
            {
              name: fc.constantFrom('Léa Fontaine', 'L. Fontaine', 'Tom'),
              line: fc.constantFrom('a', 'bb'),
              emails: fc.uniqueArray(fc.constantFrom('a@x', 'b@x', 'A@x'), { maxLength: 3 }),
              aliases: fc.uniqueArray(fc.constantFrom('Lea', 'tom'), { maxLength: 2 }),
              department: fc.constantFrom('Research', 'Sales'),
              rhythm: fc.constantFrom<7 | 30 | 'none'>(7, 30, 'none'),
            },
            { requiredKeys: ['name'] },
          )
          .map((fields) => aPerson(n, fields)),
      ),
    ),
    moments: fc.array(fc.tuple(ago, some), { maxLength: 12 }),
    facts: fc.array(fc.tuple(some, fc.constantFrom('x', 'y')), { maxLength: 5 }),
    promises: fc.array(some, { maxLength: 4 }),
    dates: fc.array(fc.tuple(who, fc.constantFrom('birthday' as const, 'other' as const), fc.integer({ min: 1, max: 3 })), {
      maxLength: 5,
    }),
    aways: fc.array(who, { maxLength: 3 }),
    strange: fc.array(some, { maxLength: 3 }),
  })
  .map(({ people, moments, facts, promises, dates, aways, strange }): AnyRecord[] => [
    ...people,
    ...moments.map(([day, people], n) => aMoment(n, day, { people, text: `m${n}` })),
    ...facts.map(([about, text], n) => aFact(n, { about, text, expires: undefined })),
    ...promises.map((to, n) => aPromise(n, { to, text: `p${n}` })),
    ...dates.map(([person, what, month], n) => aDate(n, { person, what, month, day: 1 })),
    ...aways.map((person, n) => anAway(n, { who: { person }, from: '2026-10-01', to: '2026-10-05' })),
    ...strange.map(
      (ids, n) => ({ kind: 'to-come', id: idOf('to-come', n), v: 1, changed: '', ids, keys: ids.map((id) => `k:${id}`) }) as AnyRecord,
    ),
  ])
  .map((list) => list.map((record) => JSON.parse(JSON.stringify(record)) as AnyRecord))

test('whatever the book: nothing about either is lost, warmth is that of all their moments, and undo is exact', () => {
  fc.assert(
    fc.property(records, fc.boolean(), (list, turned) => {
      const book = bookAt(today, list)
      const before = seen(book)
      const moments = new Set([...book.momentsOf(lea), ...book.momentsOf(l)].map((moment) => moment.text))
      const facts = new Set([...book.factsOf(lea), ...book.factsOf(l)].map((fact) => fact.text))
      const promises = new Set([...book.promisesTo(lea), ...book.promisesTo(l)].map((promise) => promise.text))
      // A moment with both of them was a moment with one person.
      const united = [...new Set([...book.momentsOf(lea), ...book.momentsOf(l)])]
        .map((moment) => ({ ...moment, people: [...new Set(moment.people.map((id) => (id === l ? lea : id)))] }))
        .sort((a, b) => (a.day < b.day ? 1 : -1))
      const lines = [book.get('person', lea)?.line, book.get('person', l)?.line]
      const done = turned ? unite(book, l, lea) : unite(book, lea, l)
      expect(done).not.toBeNull()

      expect(
        book
          .everything()
          .map(flaw)
          .filter((found) => found !== null),
      ).toEqual([])
      const naming = book.everything().filter((record) => record.id !== l && record.kind !== 'twin' && JSON.stringify(record).includes(l))
      expect(naming).toEqual([])
      expect(new Set(book.momentsOf(lea).map((moment) => moment.text))).toEqual(moments)
      for (const { people } of book.momentsOf(lea)) expect(new Set(people).size).toBe(people.length)
      const told = new Set(book.factsOf(lea).map((fact) => fact.text))
      for (const text of facts) expect(told).toContain(text)
      for (const line of lines) if (line !== undefined) expect([book.get('person', lea)?.line, ...told]).toContain(line)
      expect(new Set(book.promisesTo(lea).map((promise) => promise.text))).toEqual(promises)
      expect(book.momentsOf(l)).toEqual([])

      const person = book.get('person', lea)!
      const clock = clocksFor(book.all('away')).of(lea)
      expect(tieIn(book, person).warmth).toBeCloseTo(tieOf(person, united, clock, dayNumber(today)).warmth, 9)

      book.undo(done!.change)
      expect(seen(book)).toEqual(before)
    }),
    { numRuns: 150 },
  )
})

// ——— two devices ———

/** Two devices that both begin with the records, do something each, and then hear of one another. */
function together(list: readonly AnyRecord[], onOne: (book: Book) => void, onTwo: (book: Book) => void): readonly [Book, Book] {
  const device = (at: string, act: (book: Book) => void): { readonly book: Book; readonly wrote: Map<string, AnyRecord> } => {
    const book = new Book(frozenClock(`${today}T${at}:00Z`))
    book.receive(list)
    const wrote = new Map<string, AnyRecord>()
    book.onWrite((records) => {
      for (const record of records) wrote.set(record.id, record)
    })
    act(book)
    return { book, wrote }
  }
  const [one, two] = [device('10:00', onOne), device('11:00', onTwo)]
  const base = new Map(list.map((record) => [record.id, record]))
  const merged = [...new Set([...one.wrote.keys(), ...two.wrote.keys()])].map((id) => {
    const [mine, theirs] = [one.wrote.get(id), two.wrote.get(id)]
    return mine === undefined || theirs === undefined ? ((mine ?? theirs) as AnyRecord) : mergeBodies(base.get(id), mine, theirs)
  })
  // Each hears of it in an order of its own.
  one.book.receive(merged)
  for (const record of [...merged].reverse()) two.book.receive([record])
  expect(seen(one.book)).toEqual(seen(two.book))
  expect(
    one.book
      .people()
      .map((person) => person.id)
      .sort(),
  ).toEqual(
    two.book
      .people()
      .map((person) => person.id)
      .sort(),
  )
  return [one.book, two.book]
}
const pair = [
  aPerson(1, { name: 'Léa Fontaine' }),
  aPerson(2, { name: 'L. Fontaine' }),
  aPerson(3, { name: 'Tom Becker' }),
  aMoment(1, '2026-11-20', { people: [l], text: 'before' }),
]
const logged = (book: Book, people: string[]): void =>
  void book.change('', (hands) =>
    hands.add('moment', { day: today, people, medium: 'face', shape: 'talk', startedBy: 'both', text: 'meanwhile' }),
  )

test('what another device writes about the one who went shows with the one who stays', () => {
  for (const book of together(
    pair,
    (one) => unite(one, lea, l),
    (two) => logged(two, [l, tom]),
  )) {
    expect(book.people().map((person) => person.id)).toEqual(
      [lea, tom].sort((a, b) => byName(book.get('person', a)!.name, book.get('person', b)!.name)),
    )
    expect(book.momentsOf(lea).map((moment) => [moment.text, moment.people])).toEqual([
      ['meanwhile', [lea, tom]],
      ['before', [lea]],
    ])
    expect(book.momentsOf(tom)).toHaveLength(1)
  }
})

test('it also does when the trash was emptied in between', () => {
  for (const book of together(
    pair,
    (one) => unite(one, lea, l),
    () => undefined,
  )) {
    book.receive([{ kind: 'gone', id: l, v: 1, changed: '2026-12-30T09:00:00Z' }])
    logged(book, [l])
    expect(book.momentsOf(lea).map((moment) => moment.text)).toEqual(['meanwhile', 'before'])
  }
})

test('two devices that call the same two one, each from its side, agree', () => {
  for (const book of together(
    pair,
    (one) => unite(one, lea, l, { name: lea }),
    (two) => unite(two, l, lea, { name: l }),
  )) {
    expect(
      book
        .people()
        .map((person) => person.id)
        .filter((id) => id !== tom),
    ).toEqual([lea])
    expect(book.momentsOf(lea).map((moment) => moment.text)).toEqual(['before'])
    const person = book.get('person', lea)
    expect([person?.name, ...(person?.aliases ?? [])]).toEqual(expect.arrayContaining(['Léa Fontaine', 'L. Fontaine']))
  }
})

test('two devices that call one person two different people lose nothing, ask again, and then all three are one', () => {
  for (const book of together(
    pair,
    (one) => unite(one, lea, l),
    (two) => unite(two, l, tom, { name: tom }),
  )) {
    expect(book.people().map((person) => person.id)).toEqual([lea, l])
    expect(book.momentsOf(lea).map((moment) => moment.text)).toEqual(['before'])
    expect(proposalsIn(book)[0]?.reason).toEqual({ because: 'again' })
    unite(book, lea, l)
    expect([book.whoIs(l), book.whoIs(tom), book.people().length]).toEqual([lea, lea, 1])
  }
})

const step = fc.record({
  does: fc.constantFrom('unite', 'two', 'log', 'edit', 'undo'),
  one: fc.integer({ min: 1, max: 4 }),
  other: fc.integer({ min: 1, max: 4 }),
})

test('whatever two devices do at once, they agree, and every moment stands with somebody', () => {
  const list = [1, 2, 3, 4].flatMap((n) => [aPerson(n), aMoment(n, '2026-11-20', { people: [personId(n)], text: `m${n}` })])
  let count = 0
  const texts = new Set<string>()
  const run =
    (steps: readonly { does: string; one: number; other: number }[]) =>
    (book: Book): void => {
      let last: Change | null | undefined
      for (const { does, one, other } of steps) {
        const [a, b] = [book.whoIs(personId(one)), book.whoIs(personId(other))]
        if (does === 'unite') last = unite(book, a, b)?.change
        else if (does === 'two') callTwo(book, a, b)
        else if (does === 'edit') book.change('', (hands) => hands.patch('person', a, { line: `line ${++count}` }))
        else if (does === 'undo' && last != null) {
          book.undo(last)
          last = null
        } else if (does === 'log') {
          const text = `n${++count}`
          texts.add(text)
          book.change('', (hands) =>
            hands.add('moment', { day: today, people: [...new Set([a, b])], medium: 'face', shape: 'talk', startedBy: 'both', text }),
          )
        }
      }
    }
  fc.assert(
    fc.property(fc.array(step, { maxLength: 6 }), fc.array(step, { maxLength: 6 }), (first, second) => {
      texts.clear()
      for (const book of together(list, run(first), run(second))) {
        const shown = new Set(book.people().flatMap((person) => book.momentsOf(person.id).map((moment) => moment.text)))
        for (const text of ['m1', 'm2', 'm3', 'm4', ...texts]) expect(shown).toContain(text)
      }
    }),
    { numRuns: 150 },
  )
})

test('whoever is edited elsewhere meanwhile comes back, and the two are proposed again with that reason', () => {
  const edit = (book: Book): void => void book.change('', (hands) => hands.patch('person', l, { line: 'Third floor' }))
  for (const book of together(pair, (one) => unite(one, lea, l), edit)) {
    expect(book.get('person', l)?.line).toBe('Third floor')
    expect(proposalsIn(book)[0]?.reason).toEqual({ because: 'again' })
    unite(book, lea, l)
    expect(book.get('person', lea)?.line).toBe('Third floor')
    expect(book.get('person', l)).toBeUndefined()
    expect(book.whoIs(l)).toBe(lea)
  }
})
