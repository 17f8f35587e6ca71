import { i18n } from '@lingui/core'
import { beforeEach, expect, test } from 'vitest'
import { frozenClock } from '../../kernel/time.ts'
import { Book } from '../book.ts'
import { letRest } from '../today/answers.ts'
import { addPerson } from './actions.ts'
import { chosen, everybody, isCalled, rowsOf } from './rows.ts'

i18n.loadAndActivate({ locale: 'en', messages: {} })

let book: Book
const names = (wanted: Partial<typeof everybody>): string[] =>
  chosen(rowsOf(book), { ...everybody, ...wanted }).map((row) => row.person.name)
beforeEach(() => {
  book = new Book(frozenClock('2026-11-24T09:00:00Z'))
  const ids = ['Zoë Kraus', 'Léa Fontaine', 'Bram de Wit', 'Yusuf Demir'].map((name) => addPerson(book, name)!.person)
  book.change('', (hands) => {
    hands.patch('person', ids[0]!, { department: 'Research', circle: 'close', tags: ['porto'] })
    hands.patch('person', ids[1]!, { department: 'Research', line: 'Moving to Porto' })
    for (let day = 1; day <= 9; day++)
      hands.add('moment', { day: `2026-11-0${day}`, people: [ids[2]!], medium: 'meal', shape: 'lunch', startedBy: 'both', text: 'lunch' })
    hands.add('moment', { day: '2026-11-10', people: [ids[1]!], medium: 'message', shape: 'message', startedBy: 'me', text: 'her move' })
    hands.add('moment', { day: '2026-11-12', people: [ids[1]!], medium: 'reaction', shape: 'message', startedBy: 'they', text: 'a thumb' })
  })
  letRest(book, ids[3]!)
})

test('people stand by name, and those who rest stand apart', () => {
  expect(names({})).toEqual(['Bram de Wit', 'Léa Fontaine', 'Zoë Kraus'])
  expect(names({ resting: true })).toEqual(['Yusuf Demir'])
})

test('ordered by warmth, the nearest come first and the unwritten last', () => {
  expect(names({ order: 'warmth' })).toEqual(['Bram de Wit', 'Léa Fontaine', 'Zoë Kraus'])
  expect(chosen(rowsOf(book), { ...everybody, order: 'warmth' }).map((row) => row.band ?? 'none')).toEqual(['warm', 'quiet', 'none'])
})

test('ordered by the last time, the longest ago come first and the unwritten last; a reaction is no meeting', () => {
  expect(names({ order: 'longest-ago' })).toEqual(['Bram de Wit', 'Léa Fontaine', 'Zoë Kraus'])
})

test('a department, circle or tag is the same word in any case and with any spaces, and one that nobody has finds nobody', () => {
  expect(names({ department: 'research ' })).toEqual(['Léa Fontaine', 'Zoë Kraus'])
  expect(names({ circle: 'Close', tag: 'PORTO' })).toEqual(['Zoë Kraus'])
  expect(names({ department: 'Alchemy' })).toEqual([])
})

test('the words of warmth choose rows, also those without a word yet', () => {
  expect(names({ bands: new Set(['warm']) })).toEqual(['Bram de Wit'])
  expect(names({ bands: new Set(['none', 'quiet']) })).toEqual(['Léa Fontaine', 'Zoë Kraus'])
})

test('department, circle and tag narrow down together', () => {
  expect(names({ department: 'Research' })).toEqual(['Léa Fontaine', 'Zoë Kraus'])
  expect(names({ department: 'Research', circle: 'close' })).toEqual(['Zoë Kraus'])
  expect(names({ tag: 'porto' })).toEqual(['Zoë Kraus'])
})

test('typing finds without accents and case, in names, departments and lines', () => {
  expect(names({ words: 'zoe' })).toEqual(['Zoë Kraus'])
  expect(names({ words: 'LEA font' })).toEqual(['Léa Fontaine'])
  expect(names({ words: 'porto' })).toEqual(['Léa Fontaine', 'Zoë Kraus'])
  expect(names({ words: 'd' })).toEqual(['Bram de Wit'])
  expect(names({ words: 'nobody' })).toEqual([])
})

test('a name counts as known only when all of it is typed', () => {
  const row = rowsOf(book).find((one) => one.person.name === 'Zoë Kraus')!
  expect(isCalled(row, 'zoe  kraus')).toBe(true)
  expect(isCalled(row, 'Zoë')).toBe(false)
  expect(isCalled(row, 'Zoë Krauser')).toBe(false)
})

test('the last thing that happened is never a reaction', () => {
  expect(rowsOf(book).find((row) => row.person.name === 'Léa Fontaine')?.last?.text).toBe('her move')
})
