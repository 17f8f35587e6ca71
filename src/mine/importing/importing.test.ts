import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aFact, aMoment, aPerson, bookAt, dayClock, personId } from '../../../test/a-book.ts'
import type { Item, PersonItem } from '../../formats/item.ts'
import { Book } from '../book.ts'
import { unite } from '../twins/unite.ts'
import { accept } from './accept.ts'
import type { Choice, FileRead, PreviewRow } from './contract.ts'
import { profileKey } from './identity.ts'
import { dryRun, dryRunInSteps } from './preview.ts'
import { asOne } from './several.ts'
import { takeBack } from './take-back.ts'

const anItem = (index: number, fields: Partial<PersonItem> = {}): PersonItem => ({
  kind: 'person',
  index,
  line: index,
  name: `Person ${index}`,
  nameFrom: 'name',
  nicknames: [],
  emails: [],
  phones: [],
  links: [],
  dates: [],
  notes: [],
  labels: [],
  photoIgnored: false,
  ...fields,
})

const fileOf = (...items: Item[]): FileRead => ({ file: 'people.vcf', format: 'vcard', items, seconds: 0 })
const everybody = (rows: readonly PreviewRow[]): Choice[] => rows.map((row) => ({ index: row.index }))
const day = '2026-11-22'
const live = (): Book => new Book(dayClock(day))
const said = (rows: readonly PreviewRow[]): string[] => rows.map((row) => `${row.verdict}${row.ask === undefined ? '' : ' asks'}`)

test('Somebody is known again by UID, by profile page or by email address, and gains only what is new', () => {
  const book = bookAt(day, [
    aPerson(1, { name: 'Ana Sousa', emails: ['Ana@Example.org'], role: 'Buyer' }),
    aPerson(2, { name: 'Jan Kuiper', links: ['https://linkedin.com/in/jan-kuiper/'] }),
    aPerson(3, { name: 'Noor Haddad', sourceId: 'uid-3' }),
  ])
  const rows = dryRun(book, [
    anItem(1, { name: 'Ana Sousa', emails: ['ana@example.org'], role: 'Planner', phones: ['1'] }),
    anItem(2, { name: 'Jan Kuiper', links: ['http://www.linkedin.com/in/Jan-Kuiper?trk=export'] }),
    anItem(3, { name: 'Noor El-Haddad', uid: 'uid-3' }),
  ])
  expect(said(rows)).toEqual(['differs', 'same', 'differs'])
  expect(rows.map((row) => row.candidate?.id)).toEqual([1, 2, 3].map(personId))
  expect(rows[0]?.reason).toBe('Already in your book. The file adds a phone number and changes the role.')
  expect(rows[2]?.reason).toBe('Already in your book. The file adds another name.')
})

test('An equal name alone is a question, and so is a shared address with quite another name', () => {
  const book = bookAt(day, [aPerson(1, { name: 'Léa Fontaine', emails: ['desk@example.org'] })])
  const rows = dryRun(book, [
    anItem(1, { name: 'Lea Fontaine', emails: ['lea@example.org'] }),
    anItem(2, { name: 'Tom Becker', emails: ['desk@example.org'] }),
  ])
  expect(said(rows)).toEqual(['new asks', 'new asks'])
  expect(rows[0]).toMatchObject({ reason: 'Looks like Léa Fontaine in your book.', candidate: { id: personId(1) }, selected: false })
  const read = fileOf(...rows.map((row) => row.item))
  expect(accept(book, read, everybody(rows))).toMatchObject({ added: 0, changed: 0, batch: undefined })
  const answered = accept(book, read, [
    { index: 1, as: 'same' },
    { index: 2, as: 'two' },
  ])
  expect(answered).toMatchObject({ added: 1, changed: 1 })
  expect(book.get('person', personId(1))?.emails).toEqual(['desk@example.org', 'lea@example.org'])
  expect(said(dryRun(book, read.items))).toEqual(['same', 'same'])
})

test('Nobody is chosen in a large file; in a small one those who are new are', () => {
  const items = (count: number): PersonItem[] => Array.from({ length: count }, (_, i) => anItem(i + 1, { emails: [`p${i}@example.org`] }))
  expect(dryRun(live(), items(10)).every((row) => row.selected)).toBe(true)
  expect(dryRun(live(), items(11)).some((row) => row.selected)).toBe(false)
  const book = bookAt(day, [aPerson(1, { emails: ['p0@example.org'], role: 'Buyer' })])
  expect(dryRun(book, [anItem(1, { name: 'Person 1', emails: ['p0@example.org'], role: 'Planner' })])[0]).toMatchObject({
    verdict: 'differs',
    selected: false,
  })
})

test('Two cards of one person in a file become one person', () => {
  const book = live()
  const read = fileOf(
    anItem(1, { name: 'Ana Sousa', emails: ['a@example.org'], role: 'Planner' }),
    anItem(2, { name: 'Ana Sousa', emails: ['a@example.org', 'b@example.org'], role: 'Buyer' }),
    anItem(3, { name: 'Ana Sousa' }),
    anItem(4, { name: 'Ana Sousa', emails: ['other@example.org'] }),
  )
  const rows = dryRun(book, read.items)
  expect(said(rows)).toEqual(['new', 'differs', 'same', 'new'])
  expect(rows[1]).toMatchObject({ twinOf: 1, reason: 'The same person as number 1 of this file, who gains from it.' })
  expect(accept(book, read, everybody(rows))).toMatchObject({ added: 2, changed: 0 })
  expect(book.people().map((person) => [person.emails, person.role])).toEqual([
    [['a@example.org', 'b@example.org'], 'Planner'],
    [['other@example.org'], undefined],
  ])
  expect(said(dryRun(book, read.items))).toEqual(['same', 'same', 'same', 'same'])
})

test('An accepted person brings dates, notes and tags; the day of connection and system groups stay in the file', () => {
  const book = live()
  const read = fileOf(
    anItem(1, {
      name: 'Ana Sousa',
      nicknames: ['Nita'],
      uid: 'u1',
      birthday: { month: 2, day: 29 },
      dates: [{ what: 'other', label: 'First day', date: { month: 9, day: 2, year: 2019 } }],
      notes: ['Knows the forms.', 'x '.repeat(3000)],
      labels: ['My Contacts', 'Lisbon'],
      connectedOn: '2024-03-12',
    }),
  )
  const done = accept(book, read, [{ index: 1 }])
  const [ana] = book.people()
  expect(ana).toMatchObject({ name: 'Ana Sousa', aliases: ['Nita'], tags: ['Lisbon'], sourceId: 'u1', batch: done.batch })
  expect(book.datesOf(ana?.id ?? '')).toMatchObject([
    { what: 'birthday', month: 2, day: 29 },
    { what: 'other', label: 'First day', year: 2019 },
  ])
  expect(book.factsOf(ana?.id ?? '').map((fact) => fact.text.length)).toEqual(expect.arrayContaining([16, 3999]))
  expect(book.all('moment')).toEqual([])
  expect(done.sentence).toBe('One person joined your book.')
})

test('Taking an import back leaves the book as it was', () => {
  const book = bookAt(day, [aPerson(1, { name: 'Ana Sousa', emails: ['a@example.org'], role: 'Buyer' })], dayClock(day))
  const was = book.get('person', personId(1))
  const read = fileOf(
    anItem(1, { name: 'Ana Sousa', emails: ['a@example.org', 'b@example.org'], role: 'Planner', birthday: { month: 3, day: 1 } }),
    anItem(2, { name: 'Jan Kuiper', notes: ['Third floor.'] }),
  )
  const done = accept(book, read, [{ index: 1 }, { index: 2 }])
  expect(done.sentence).toBe('One person joined your book, one more is more complete now.')
  const back = takeBack(book, done.batch ?? '')
  expect(back).toMatchObject({ removed: 1, kept: 0, restored: 1, sentence: 'The import is taken back: one person left your book.' })
  expect(book.get('person', personId(1))).toEqual({ ...was, changed: expect.any(String) })
  expect([book.people().length, book.all('date').length, book.all('fact').length]).toEqual([1, 0, 0])
  expect(() => takeBack(book, done.batch ?? '')).toThrow('cannot be taken back')
  expect(said(dryRun(book, read.items))).toEqual(['differs', 'new'])
})

test('Whoever was written about since the import stays, and what was changed since by hand stays too', () => {
  const clock = dayClock(day)
  const book = bookAt(day, [aPerson(1, { name: 'Ana Sousa', emails: ['a@example.org'], role: 'Buyer' })], clock)
  const read = fileOf(
    anItem(1, { name: 'Ana Sousa', emails: ['a@example.org', 'b@example.org'], role: 'Planner' }),
    anItem(2, { name: 'Jan Kuiper', birthday: { month: 5, day: 4 } }),
    anItem(3, { name: 'Noor Haddad' }),
    anItem(4, { name: 'Tom Becker' }),
  )
  const done = accept(book, read, everybody(dryRun(book, read.items)).concat({ index: 1 }))
  const id = (name: string): string => book.people().find((person) => person.name === name)?.id ?? ''
  clock.day = '2027-01-10'
  book.receive([aMoment(1, '2026-12-01', { people: [id('Jan Kuiper')] }), aFact(1, { about: [id('Tom Becker')] })])
  book.change('', (hands) =>
    hands.patch('person', personId(1), { role: 'Head of planning', emails: ['a@example.org', 'b@example.org', 'c@example.org'] }),
  )
  expect(takeBack(book, done.batch ?? '')).toMatchObject({ removed: 1, kept: 2, restored: 1 })
  expect(book.people().map((person) => person.name)).toEqual(['Ana Sousa', 'Jan Kuiper', 'Tom Becker'])
  expect(book.datesOf(id('Jan Kuiper'))).toHaveLength(1)
  expect(book.get('person', personId(1))).toMatchObject({ role: 'Head of planning', emails: ['a@example.org', 'c@example.org'] })
})

test('What was brought in once and then changed by hand is not proposed again by the same file', () => {
  const book = live()
  const read = fileOf(anItem(1, { name: 'Ana Sousa', emails: ['a@example.org'], role: 'Planner' }))
  accept(book, read, [{ index: 1 }])
  const [ana] = book.people()
  book.change('', (hands) => hands.patch('person', ana?.id ?? '', { role: 'Head of planning', emails: undefined, name: 'Ana Lima' }))
  expect(dryRun(book, read.items)[0]).toMatchObject({ verdict: 'same', reason: 'Already in your book from an earlier import.' })
  const newer = fileOf(anItem(1, { name: 'Ana Sousa', emails: ['a@example.org'], role: 'Buyer' }))
  expect(dryRun(book, newer.items)[0]).toMatchObject({ verdict: 'new' })
})

test('Days of messages become moments of the import, each once, and leave with it', () => {
  const book = bookAt(day, [
    aPerson(1, { name: 'Ana Sousa', emails: ['a@example.org'], rhythm: 14 }),
    aMoment(1, '2024-03-12', { medium: 'message', shape: 'message' }),
  ])
  const moments = [
    { day: '2024-03-12', medium: 'message' as const, startedBy: 'me' as const },
    { day: '2024-03-20', medium: 'message' as const, startedBy: 'they' as const },
    { day: '2024-03-20', medium: 'one-way' as const, startedBy: 'they' as const },
  ]
  const read = fileOf(
    anItem(1, { name: 'Ana Sousa', emails: ['a@example.org'], rhythm: 30, manager: 'Tom Becker', moments }),
    anItem(2, {
      name: 'Jan Kuiper',
      rhythm: 30,
      moments: [...moments, { day: '2024-05-01', medium: 'call', startedBy: 'both', text: 'Porto' }],
    }),
  )
  const rows = dryRun(book, read.items)
  expect(rows[0]?.reason).toBe('Already in your book. The file adds whom they report to and days on which you were in touch.')
  expect(rows[1]?.detail).toBe('Moments on 3 days, the last in May 2024, a rhythm')
  const done = accept(book, read, [{ index: 1 }, { index: 2 }])
  expect(book.momentsOf(personId(1)).map((moment) => [moment.day, moment.medium, moment.startedBy])).toEqual(
    expect.arrayContaining([
      ['2024-03-12', 'message', 'both'],
      ['2024-03-20', 'message', 'they'],
    ]),
  )
  expect(book.all('moment')).toHaveLength(5)
  expect(book.all('moment').filter((moment) => moment.batch === done.batch)).toHaveLength(4)
  expect(book.all('moment').find((moment) => moment.day === '2024-05-01')).toMatchObject({ shape: 'call', text: 'Porto' })
  expect(book.get('person', personId(1))).toMatchObject({ rhythm: 14, manager: 'Tom Becker' })
  expect(book.people().find((person) => person.name === 'Jan Kuiper')).toMatchObject({ rhythm: 30 })
  expect(said(dryRun(book, read.items))).toEqual(['same', 'same'])
  takeBack(book, done.batch ?? '')
  expect(book.all('moment').map((moment) => moment.day)).toEqual(['2024-03-12'])
  expect(book.get('person', personId(1))?.manager).toBeUndefined()
})

test('A newer export of the same messages adds only the days that are new', () => {
  const book = live()
  const message = (day: string) => ({ day, medium: 'message' as const, startedBy: 'both' as const })
  const links = ['https://www.linkedin.com/in/ana']
  const older = fileOf(anItem(1, { name: 'Ana Sousa', links, moments: [message('2024-03-12')] }))
  accept(book, older, [{ index: 1 }])
  expect(dryRun(live(), older.items)[0]?.detail).toBe('Messages on one day, in March 2024')
  const newer = fileOf(anItem(1, { name: 'Ana Sousa', links, moments: [message('2024-03-12'), message('2024-06-01')] }))
  const rows = dryRun(book, newer.items)
  expect(said(rows)).toEqual(['differs'])
  expect(rows[0]?.detail).toBe('Messages on 2 days, the last in June 2024')
  accept(book, newer, [{ index: 1 }])
  expect(book.all('moment')).toHaveLength(2)
})

test('Several files are one import, counted through; a copy of a book and a nameless table come alone', () => {
  const one = fileOf(anItem(1, { name: 'Ana Sousa', links: ['https://linkedin.com/in/ana'] }), anItem(2))
  const other: FileRead = {
    ...fileOf(anItem(1, { name: 'Ana Sousa', links: ['https://linkedin.com/in/ana'], role: 'Planner' })),
    file: 'b.csv',
    format: 'csv',
  }
  const both = asOne([one, other])
  expect(both).toMatchObject({ file: 'people.vcf, b.csv', format: 'several' })
  expect(both.items.map((item) => item.index)).toEqual([1, 2, 3])
  expect(dryRun(live(), both.items)[2]).toMatchObject({ twinOf: 1, verdict: 'differs' })
  expect(asOne([one])).toBe(one)
  const calendar: FileRead = { ...one, format: 'icalendar', items: [{ kind: 'event' } as Item] }
  expect(() => asOne([one, calendar])).toThrow('is a calendar')
  expect(asOne([calendar, calendar]).format).toBe('icalendar')
  expect(() => asOne([one, { ...one, format: 'kith' }])).toThrow('is a copy of a book')
  expect(() => asOne([{ ...one, items: [], table: { columns: [], titled: true, named: false } }, one])).toThrow('which column')
})

test('Undo of an accepted import takes all of it out at once', () => {
  const book = live()
  const done = accept(book, fileOf(anItem(1, { birthday: { month: 1, day: 1 } })), [{ index: 1 }])
  book.undo(done.change)
  expect([book.people().length, book.all('date').length, book.all('batch').length]).toEqual([0, 0, 0])
})

test('A profile page is known in every way of writing it, and a company page is nobody', () => {
  for (const link of [
    'https://www.linkedin.com/in/ana-sousa/',
    'linkedin.com/in/Ana-Sousa?trk=x',
    'http://pt.linkedin.com/in/ana%2Dsousa#top',
  ]) {
    expect(profileKey(link)).toBe('linkedin.com/in/ana-sousa')
  }
  for (const link of ['https://www.linkedin.com/company/example', 'https://example.org', 'https://example.org/ana', '%'])
    expect(profileKey(link)).toBeUndefined()
})

test('In steps or at once, the dry run is the same', async () => {
  const items = Array.from({ length: 200 }, (_, i) =>
    anItem(i + 1, { name: `Person ${i % 40}`, emails: i % 3 === 0 ? [`p${i % 30}@example.org`] : [] }),
  )
  expect(await dryRunInSteps(live(), items)).toEqual(dryRun(live(), items))
})

const few = <T>(values: readonly T[]): fc.Arbitrary<T[]> => fc.uniqueArray(fc.constantFrom(...values), { maxLength: 2 })
const oneOf = <T>(...values: T[]): fc.Arbitrary<T | undefined> => fc.option(fc.constantFrom(...values), { nil: undefined })
const date = fc.record({ month: fc.integer({ min: 1, max: 3 }), day: fc.integer({ min: 1, max: 3 }), year: oneOf(1980, 1990) })

/** Items that meet often: few names, addresses and UIDs, in all mixtures. */
const manyItems = fc
  .array(
    fc.record({
      name: fc.constantFrom('Ana Sousa', 'Ana Lima', 'Tom Becker', '李小龙', 'ana sousa'),
      emails: few(['a@example.org', 'b@example.org', 'A@example.org', 'c@example.org']),
      phones: few(['1', '+1', '2 2']),
      links: few(['https://linkedin.com/in/ana', 'https://www.linkedin.com/in/ana/', 'https://example.org']),
      company: oneOf('Example', 'example', 'Other'),
      role: oneOf('Planner', 'Buyer'),
      place: oneOf('Porto', 'Braga'),
      uid: oneOf('u1', 'u2'),
      birthday: fc.option(date, { nil: undefined }),
      dates: fc.array(fc.record({ what: fc.constantFrom('anniversary' as const, 'other' as const), label: oneOf('First day'), date }), {
        maxLength: 2,
      }),
      notes: few(['One.', 'Two.']),
      labels: few(['Lisbon', 'Contacts']),
      manager: oneOf('Tom Becker', 'Noor Haddad'),
      rhythm: oneOf(7 as const, 30 as const),
      moments: fc.option(
        fc.array(
          fc.record({
            day: fc.constantFrom('2024-03-12', '2024-03-13'),
            medium: fc.constantFrom('message' as const, 'one-way' as const, 'call' as const),
            startedBy: fc.constantFrom('me' as const, 'they' as const, 'both' as const),
            text: oneOf('Words'),
          }),
          { maxLength: 3 },
        ),
        { nil: undefined },
      ),
    }),
    { maxLength: 8 },
  )
  .map((list) => list.map((fields, i) => anItem(i + 1, fields)))

test('The same file again changes nothing, whatever is in it and whatever was answered', () => {
  fc.assert(
    fc.property(
      manyItems,
      manyItems,
      fc.array(fc.constantFrom('same' as const, 'two' as const), { minLength: 8, maxLength: 8 }),
      (before, items, answers) => {
        const book = live()
        accept(book, fileOf(...before), everybody(dryRun(book, before)))
        const read = fileOf(...items)
        const choices = items.map((item, i): Choice => ({ index: item.index, as: answers[i] }))
        accept(book, read, choices)
        const again = accept(book, read, choices)
        expect(
          again.change.after.size,
          JSON.stringify(dryRun(book, items).map((row) => [row.verdict, row.reason, row.candidate, row.ask])),
        ).toBe(0)
      },
    ),
    { numRuns: 400 },
  )
})

test('Both cards of somebody who was called the same person are known again, unchanged or with something new', () => {
  const book = live()
  const cards = [
    anItem(1, { name: 'Léa Fontaine', uid: 'uid-1', role: 'Research' }),
    anItem(2, { name: 'L. Fontaine', uid: 'uid-2', phones: ['+49 30 5550 0142'] }),
  ]
  const read = fileOf(...cards)
  accept(book, read, everybody(dryRun(book, read.items)))
  const [one, other] = book.people()
  unite(book, one!.id, other!.id)
  expect(book.people()).toHaveLength(1)
  expect(said(dryRun(book, read.items))).toEqual(['same', 'same'])
  const later = dryRun(
    book,
    cards.map((card) => ({ ...card, notes: ['Moved to Porto'] })),
  )
  expect(later.map((row) => row.candidate?.id)).toEqual([book.people()[0]?.id, book.people()[0]?.id])
})

test('An import that is taken back leaves everybody who was there as they were', () => {
  fc.assert(
    fc.property(manyItems, manyItems, (before, items) => {
      const book = live()
      accept(book, fileOf(...before), everybody(dryRun(book, before)))
      const state = (): unknown =>
        [...book.all('person'), ...book.all('date'), ...book.all('fact'), ...book.all('moment')]
          .map(({ changed: _, ...rest }) => JSON.stringify(rest, Object.keys(rest).sort()))
          .sort()
      const was = state()
      const done = accept(book, fileOf(...items), everybody(dryRun(book, items)))
      if (done.batch !== undefined) takeBack(book, done.batch)
      expect(state()).toEqual(was)
    }),
    { numRuns: 200 },
  )
})

test('Notes of a file are marked as those that are typed: delicate ones grow old sooner, and what is about a child stays in the archive', () => {
  const book = live()
  accept(book, fileOf(anItem(1, { notes: ['Plays the cello', 'Her daughter Mia is in kindergarten', 'Has been in chemotherapy'] })), [
    { index: 1 },
  ])
  const marks = new Map(book.all('fact').map(({ text, child, tact }) => [text, [child === true, tact === true]]))
  expect(marks.get('Plays the cello')).toEqual([false, false])
  expect(marks.get('Her daughter Mia is in kindergarten')?.[0]).toBe(true)
  expect(marks.get('Has been in chemotherapy')?.[1]).toBe(true)
})
