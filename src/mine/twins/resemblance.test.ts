import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aPerson } from '../../../test/a-book.ts'
import type { Person } from '../people/contract.ts'
import { pairKey, resemblances } from './resemblance.ts'
import { reasonText } from './wording.ts'

/** What is said about people with these fields, pair by pair. */
const said = (...people: Partial<Person>[]): string[] =>
  resemblances(people.map((fields, n) => aPerson(n + 1, fields))).map(
    ({ people: [one, other], reason }) => `${one.name} / ${other.name}: ${reasonText(reason)}`,
  )

test('one address, one profile page, one number or one card propose two people, whatever their names', () => {
  expect(said({ name: 'Léa Fontaine', emails: ['lea@example.org'] }, { name: 'Lea F.', emails: ['LEA@example.org '] })).toEqual([
    'Léa Fontaine / Lea F.: Both have the address lea@example.org.',
  ])
  expect(said({ name: 'A', links: ['https://www.linkedin.com/in/lea/'] }, { name: 'B', links: ['linkedin.com/in/lea?x=1'] })).toEqual([
    'A / B: Both have the profile page linkedin.com/in/lea.',
  ])
  expect(said({ name: 'A', phones: ['+49 30 1234567'] }, { name: 'B', phones: ['+49301234567'] })).toEqual([
    'A / B: Both have the number +49 30 1234567.',
  ])
  expect(said({ name: 'A', sourceId: 'uid-1' }, { name: 'B', otherSourceIds: ['uid-1'] })).toEqual(['A / B: Both came from the same card.'])
})

test('a page of the company, an extension, and the address of a whole team say nothing', () => {
  expect(
    said({ name: 'A', links: ['https://fjordlicht.example/team'] }, { name: 'B', links: ['https://fjordlicht.example/team'] }),
  ).toEqual([])
  expect(said({ name: 'A', phones: ['4711'] }, { name: 'B', phones: ['4711'] })).toEqual([])
  expect(said(...['A', 'B', 'C', 'D', 'E'].map((name) => ({ name, emails: ['press@example.org'] })))).toEqual([])
})

test('a name alone only proposes, and says so; the same department says more', () => {
  expect(said({ name: 'Tom Becker' }, { name: 'tom  becker' })).toEqual([
    'Tom Becker / tom  becker: The same name. Nothing else says that they are one.',
  ])
  expect(said({ name: 'Tom Becker', department: 'Research' }, { name: 'Tom Becker', department: 'research' })).toEqual([
    'Tom Becker / Tom Becker: The same name, and both in Research.',
  ])
  expect(said({ name: 'Tom Becker', company: 'Fjordlicht' }, { name: 'Tom Becker', company: 'Fjordlicht' })).toEqual([
    'Tom Becker / Tom Becker: The same name, and both at Fjordlicht.',
  ])
  expect(said({ name: 'Tom Becker', department: 'Sales' }, { name: 'Tom Becker', department: 'Research' })).toEqual([
    'Tom Becker / Tom Becker: The same name. Nothing else says that they are one.',
  ])
})

test('accents, vowels written out, the order of the words and a comma make no other name', () => {
  expect(said({ name: 'Jörg Müller' }, { name: 'Joerg Mueller' })).toHaveLength(1)
  expect(said({ name: 'Zoë Kraus' }, { name: 'Zoe Kraus' })).toHaveLength(1)
  expect(said({ name: 'Fontaine, Léa' }, { name: 'Léa Fontaine' })).toHaveLength(1)
  expect(said({ name: 'Dr. Léa Fontaine' }, { name: 'Lea Fontaine' })).toHaveLength(1)
  expect(said({ name: 'Tanabe Akira' }, { name: 'Akira Tanabe' })).toEqual([
    'Tanabe Akira / Akira Tanabe: The same name, with its words in another order.',
  ])
  expect(said({ name: 'Inês Sofia Duarte' }, { name: 'Inês Duarte' })).toEqual([
    'Inês Sofia Duarte / Inês Duarte: The same first and last name, once with another one in between.',
  ])
})

test('another name, an initial or a first name proposes where one person alone is meant', () => {
  expect(said({ name: 'Mei-Ling Zhou', aliases: ['Lin'] }, { name: 'Lin' })).toEqual([
    'Mei-Ling Zhou / Lin: Lin is also another name of Mei-Ling Zhou.',
  ])
  expect(said({ name: 'Léa Fontaine' }, { name: 'L. Fontaine' })).toEqual([
    'Léa Fontaine / L. Fontaine: L. Fontaine may be short for Léa Fontaine.',
  ])
  expect(said({ name: 'Léa Fontaine' }, { name: 'Luc Fontaine' }, { name: 'L. Fontaine' })).toEqual([])
  expect(
    said(
      { name: 'Léa Fontaine', department: 'Sales' },
      { name: 'Luc Fontaine', department: 'Legal' },
      { name: 'L. Fontaine', department: 'Legal' },
    ),
  ).toEqual(['Luc Fontaine / L. Fontaine: L. Fontaine may be short for Luc Fontaine.'])
  expect(said({ name: 'Tom Becker' }, { name: 'Tom' })).toEqual([
    'Tom Becker / Tom: Tom may be Tom Becker: nobody else in your book is called that.',
  ])
  expect(said({ name: 'Tom Becker' }, { name: 'Tom Kraus' }, { name: 'Tom' })).toEqual([])
})

test('one letter apart counts only in the same place, and only in names that are long enough', () => {
  const [a, b] = [{ name: 'Nele Brandhorst' }, { name: 'Nele Brandhost' }]
  expect(said(a, b)).toEqual([])
  expect(said({ ...a, company: 'Fjordlicht' }, { ...b, company: 'Fjordlicht' })).toEqual([
    'Nele Brandhorst / Nele Brandhost: Their names differ by one letter, and both are at Fjordlicht.',
  ])
  expect(said({ name: 'Nele Brandhosrt', department: 'Data' }, { ...a, department: 'Data' })).toHaveLength(1)
  expect(said({ ...a, department: 'Data' }, { ...b, department: 'Legal' })).toEqual([])
  expect(said({ name: 'Jan Li', department: 'Data' }, { name: 'Jan Lo', department: 'Data' })).toEqual([])
})

test('a pair is proposed once, with its strongest reason, and the strongest pairs come first', () => {
  const twice = { name: 'Léa Fontaine', department: 'Research', emails: ['lea@example.org'] }
  expect(said({ name: 'Tom Becker' }, { name: 'Tom Becker' }, twice, twice)).toEqual([
    'Léa Fontaine / Léa Fontaine: Both have the address lea@example.org.',
    'Tom Becker / Tom Becker: The same name. Nothing else says that they are one.',
  ])
})

const names = fc.constantFrom(
  'Léa Fontaine',
  'Lea Fontaine',
  'L. Fontaine',
  'Fontaine Léa',
  'Léa Fontane',
  'Lea',
  'Tom Becker',
  'Becker, Tom',
  'Tom',
  '李小龙',
  '',
  '...',
)
const person = fc.record(
  {
    name: names,
    department: fc.constantFrom('Research', 'Sales'),
    company: fc.constantFrom('Fjordlicht', 'Other'),
    emails: fc.array(fc.constantFrom('lea@example.org', 'tom@example.org'), { maxLength: 2 }),
    aliases: fc.array(names, { maxLength: 2 }),
  },
  { requiredKeys: ['name'] },
)

test('whatever the people, a pair is two people, comes once, and does not depend on their order', () => {
  fc.assert(
    fc.property(fc.array(person, { maxLength: 14 }), (fields) => {
      const people = fields.map((one, n) => aPerson(n + 1, one))
      const found = resemblances(people)
      const keys = found.map(({ people: [one, other] }) => pairKey(one.id, other.id))
      expect(new Set(keys).size).toBe(keys.length)
      expect(found.every(({ people: [one, other] }) => one.id < other.id)).toBe(true)
      const turned = resemblances([...people].reverse()).map(({ people: [one, other] }) => pairKey(one.id, other.id))
      expect(turned.sort()).toEqual(keys.sort())
    }),
    { numRuns: 200 },
  )
})
