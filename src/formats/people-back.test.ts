import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ItemOwn, PersonItem } from './item.ts'
import { peopleTable } from './kith-people.ts'
import type { PersonOut } from './person-out.ts'
import { readBytes } from './read.ts'
import { vcardText } from './vcard-writing.ts'

const word = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 24 })
  // What every reader of files does with texts: no signs of control, no white space around or doubled.
  .map((text) =>
    text
      .replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, '')
      .replace(/\s+/gu, ' ')
      .trim(),
  )
  .filter((text) => /[\p{L}\p{N}]/u.test(text))
const words = (most = 3) => fc.uniqueArray(word, { maxLength: most })
const date = fc.oneof(
  fc.record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) }),
  fc.record({ year: fc.integer({ min: 1800, max: 2200 }), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) }),
  fc.constantFrom({ month: 2, day: 29 }, { month: 2, day: 29, year: 1996 }, { month: 2, day: 14 }),
)
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined })
const own: fc.Arbitrary<ItemOwn | undefined> = maybe(
  fc.record({
    about: word,
    circle: maybe(word),
    rhythm: fc.constantFrom(...([7, 14, 30, 90, 'none'] as const)),
    importance: fc.constantFrom(...([1, 2, 3] as const)),
  }),
)
const person: fc.Arbitrary<PersonOut> = fc.record({
  uid: fc.uuid().map((id) => `urn:uuid:${id}`),
  name: word,
  // A comma parts two nicknames for every reader of cards.
  nicknames: words(2).map((list) => list.map((one) => one.replaceAll(',', '')).filter((one) => /[\p{L}\p{N}]/u.test(one.trim()))),
  emails: fc.uniqueArray(fc.emailAddress(), { maxLength: 2 }),
  phones: fc.uniqueArray(fc.constantFrom('+351 912 345 678', '(030) 22-33', '112'), { maxLength: 2 }),
  links: fc.uniqueArray(fc.webUrl(), { maxLength: 2 }),
  company: maybe(word),
  department: maybe(word),
  role: maybe(word),
  place: maybe(word),
  manager: maybe(word),
  birthday: maybe(date),
  dates: fc.uniqueArray(
    fc.record({
      what: fc.constantFrom('anniversary' as const, 'other' as const),
      label: maybe(fc.constantFrom('First day', 'Name day, with cake; and 50 % of it')),
      date,
    }),
    {
      maxLength: 3,
      selector: ({ what, label, date: on }) => `${what} ${label} ${on.month} ${on.day}`,
    },
  ),
  notes: words(2),
  labels: words(3),
  own,
})

const tidied = (one: PersonOut | PersonItem): object =>
  JSON.parse(
    JSON.stringify({
      uid: one.uid,
      name: one.name,
      nicknames: one.nicknames.map((name) => name.trim()).filter((name) => name !== one.name),
      emails: one.emails,
      phones: one.phones,
      links: one.links,
      company: one.company,
      department: one.department,
      role: one.role,
      place: one.place,
      birthday: one.birthday,
      dates: one.dates.map(({ what, label, date: on }) => ({ what, label, date: on })),
      labels: one.labels,
      own: one.own,
    }),
  ) as object

const back = (text: string): PersonItem[] =>
  readBytes(new TextEncoder().encode(text)).items.flatMap((item) => (item.kind === 'person' ? [item] : []))

test('people written as vCard 4.0 are read back the same, days without a year and 29 February too', () => {
  fc.assert(
    fc.property(fc.array(person, { minLength: 1, maxLength: 4 }), (people) => {
      const read = back(vcardText(people))
      expect(read.map(tidied)).toEqual(people.map(tidied))
      expect(read.map(({ notes }) => notes)).toEqual(people.map(({ notes }) => notes))
    }),
    { numRuns: 400 },
  )
})

test('a backslash at the end of a word parts nothing and joins nothing', () => {
  const [one] = back(
    'BEGIN:VCARD\r\nVERSION:4.0\r\nPRODID:-//Kith//Kith//EN\r\nFN:Tom Becker\r\nORG:A\\\\;B\\;C\r\nCATEGORIES:x\\\\,y\\,z\r\nNOTE:C:\\\\new\\nline\r\nEND:VCARD\r\n',
  )
  expect(one).toMatchObject({ company: 'A\\', department: 'B;C', labels: ['x\\', 'y,z'], notes: ['C:\\new\nline'] })
})

test('people written as a table are read back the same, formulas and all', () => {
  const sly = fc.constantFrom('=HYPERLINK("x")', '+1', '-2', '@sum', "'=x")
  fc.assert(
    fc.property(
      fc.array(
        fc.record({ one: person, sly }).map(({ one, sly: role }) => ({ ...one, role, notes: [] })),
        { minLength: 1, maxLength: 4 },
      ),
      (people) => {
        expect(back(peopleTable(people)).map(tidied)).toEqual(people.map(tidied))
      },
    ),
    { numRuns: 400 },
  )
})

test('no line of a card is longer than 75 octets, and lines end as the standard says', () => {
  fc.assert(
    fc.property(person, (one) => {
      const lines = vcardText([one]).split('\r\n')
      expect(lines.at(-1)).toBe('')
      for (const line of lines) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
    }),
    { numRuns: 200 },
  )
})

test('a birthday in Apple’s year 1604 has no year, and goes out without one', () => {
  const [ana] = back('BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana Sousa\r\nBDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29\r\nEND:VCARD\r\n')
  const text = vcardText([{ ...(ana as PersonItem), uid: 'a' }])
  expect(text).toContain('BDAY:--0229\r\n')
  expect(back(text)[0]?.birthday).toEqual({ month: 2, day: 29 })
})
