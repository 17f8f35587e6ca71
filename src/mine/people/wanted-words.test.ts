import { i18n } from '@lingui/core'
import { afterEach, expect, test } from 'vitest'
import { aMoment, aPerson, bookAt, personId } from '../../../test/a-book.ts'
import { addDays } from '../../kernel/time.ts'
import { chosen, everybody, rowsOf } from './rows.ts'
import { filterText, readWords, wantedFrom, withTyped } from './wanted-words.ts'

const DAY = '2026-11-24'
const met = (n: number, who: number, ago: number) => aMoment(n, addDays(DAY, -ago), { people: [personId(who)], medium: 'meal' })

const book = bookAt(DAY, [
  aPerson(1, { name: 'Tom Becker', department: 'Finance', tags: ['climbing'] }),
  aPerson(2, { name: 'Priya Raman', department: 'Customer Care', circle: 'close' }),
  aPerson(3, { name: 'Léa Fontaine', department: 'Finance', resting: { since: '2026-01-01' } }),
  aPerson(4, { name: 'Hanna Vogt', department: 'Finance' }),
  aPerson(5, { name: 'Sales Okafor', department: 'Sales' }),
  aPerson(6, { name: 'Jan Kuiper', department: 'Care', tags: ['étage 3'] }),
  met(1, 1, 55),
  met(2, 1, 62),
  met(3, 1, 70),
  ...[1, 3, 6, 9, 12, 15, 20].map((ago, n) => met(10 + n, 4, ago)),
])
const namesFor = (typed: string): string[] => chosen(rowsOf(book), wantedFrom(book, typed)).map((row) => row.person.name)

afterEach(() => i18n.loadAndActivate({ locale: 'en', messages: {} }))

test('a word of warmth and a department together choose people by both', () => {
  const band = rowsOf(book).find((row) => row.person.name === 'Tom Becker')?.band
  expect(band).toBe('cooling')
  expect(namesFor('cooling finance')).toEqual(['Tom Becker'])
  expect(namesFor('Finance COOLING')).toEqual(['Tom Becker'])
  expect(namesFor('warm finance')).toEqual(['Hanna Vogt'])
})

test.each([
  ['customer care', { department: 'Customer Care', words: '' }],
  ['care', { department: 'Care', words: '' }],
  ['  Customer   Care lisbon ', { department: 'Customer Care', words: 'lisbon' }],
  ['customer', { words: 'customer' }],
  ['close', { circle: 'close', words: '' }],
  ['climbing tom', { tag: 'climbing', words: 'tom' }],
  ['etage 3', { tag: 'étage 3', words: '' }],
  ['resting finance', { resting: true, department: 'Finance', words: '' }],
  ['finance care', { department: 'Finance', words: 'care' }],
  ['cooling quiet', { bands: new Set(['cooling', 'quiet']), words: '' }],
  ['out of touch', { bands: new Set(['dormant']), words: '' }],
  ['dormant', { bands: new Set(['dormant']), words: '' }],
  ['out of', { words: 'out of' }],
  ['nothing written yet', { bands: new Set(['none']), words: '' }],
  ['Tom Becker', { words: 'Tom Becker' }],
  ['', {}],
])('"%s" is read as filters and words', (typed, wanted) => {
  expect(wantedFrom(book, typed)).toEqual({ ...everybody, ...wanted })
})

test('a word that is also somebody’s name is looked for, and finds the department too', () => {
  expect(wantedFrom(book, 'sales').words).toBe('sales')
  expect(namesFor('sales')).toEqual(['Sales Okafor'])
})

test('each filter knows its words in the line', () => {
  const typed = 'quiet customer care lisbon'
  const { filters } = readWords(book, typed)
  expect(filters.map(({ from, to }) => typed.slice(from, to))).toEqual(['quiet', 'customer care'])
  expect(filters.map(({ filter }) => filterText(filter))).toEqual(['quiet', 'Customer Care'])
})

test('the words of warmth are those of the language that is spoken', () => {
  i18n.loadAndActivate({
    locale: 'de',
    messages: { 'warmth.cooling': 'kühler', 'wanted.dormant': 'aus den Augen', 'wanted.resting': 'ruht' },
  })
  expect([...wantedFrom(book, 'kühler finance').bands]).toEqual(['cooling'])
  expect([...wantedFrom(book, 'Aus den Augen').bands]).toEqual(['dormant'])
  expect(wantedFrom(book, 'ruht').resting).toBe(true)
  expect(wantedFrom(book, 'cooling').words).toBe('cooling')
})

test('what is chosen by hand stays beside what is typed', () => {
  const byHand = { ...everybody, words: 'quiet lisbon', bands: new Set(['warm'] as const), department: 'Care', order: 'warmth' as const }
  expect(withTyped(book, byHand)).toEqual({ ...byHand, words: 'lisbon', bands: new Set(['warm', 'quiet']) })
  expect(withTyped(book, { ...byHand, words: 'finance' }).department).toBe('Finance')
})

test('a person who comes or goes changes the words that are known', () => {
  expect(wantedFrom(book, 'legal').words).toBe('legal')
  const change = book.change('', (hands) => void hands.add('person', { name: 'Ruth Okafor', department: 'Legal' }))
  expect(wantedFrom(book, 'legal').department).toBe('Legal')
  book.undo(change)
  expect(wantedFrom(book, 'legal').words).toBe('legal')
})
