import { i18n } from '@lingui/core'
import { expect, test } from 'vitest'
import type { PersonItem } from '../../../formats/item.ts'
import type { PersonId } from '../../../kernel/ids.ts'
import { frozenClock } from '../../../kernel/time.ts'
import { Book } from '../../book.ts'
import type { PreviewRow } from '../contract.ts'
import { type Chosen, choicesOf, fits, outcome, readable, seen, usualCompany } from './choosing.ts'
import { worded } from './kind-words.ts'

i18n.loadAndActivate({ locale: 'en', messages: {} })

const item = (more: Partial<PersonItem>): PersonItem => ({
  kind: 'person',
  index: 1,
  line: 1,
  name: 'Amara Obi',
  nameFrom: 'name',
  nicknames: [],
  emails: [],
  phones: [],
  links: [],
  dates: [],
  notes: [],
  labels: [],
  photoIgnored: false,
  ...more,
})
const row = (index: number, more: Partial<PreviewRow> = {}, who: Partial<PersonItem> = {}): PreviewRow => ({
  index,
  line: index,
  verdict: 'new',
  name: 'Amara Obi',
  about: 'Operations · Hafen Logistik',
  reason: '',
  detail: '',
  selected: false,
  choosable: true,
  item: item(who),
  ...more,
})
const given = { company: 'Hafen Logistik', today: '2026-11-24', chosen: new Map() as Chosen }

test('a doubtful row counts by its answer, and without one it does nothing', () => {
  const rows = [
    row(1),
    row(2, { ask: 'same-or-two' }),
    row(3, { ask: 'same-or-two' }),
    row(4, { ask: 'same-or-two' }),
    row(5, { verdict: 'differs' }),
    row(6, { verdict: 'same', choosable: false }),
  ]
  const chosen: Chosen = new Map([
    [1, undefined],
    [2, 'same'],
    [3, 'two'],
    [4, undefined],
    [5, undefined],
    [6, undefined],
  ])
  expect(outcome(rows, chosen)).toEqual({ joins: 2, grows: 2 })
  expect(choicesOf(chosen)).toContainEqual({ index: 2, as: 'same' })
  expect(choicesOf(chosen)).toContainEqual({ index: 1 })
})

test('lenses narrow rows down by what is known of them', () => {
  expect(seen(row(1), 'new', given)).toBe(true)
  expect(seen(row(1, { ask: 'same-or-two' }), 'new', given)).toBe(false)
  expect(seen(row(1, { ask: 'same-or-two' }), 'asks', given)).toBe(true)
  expect(seen(row(1, {}, { company: 'hafen  logistik' }), 'company', given)).toBe(true)
  expect(seen(row(1, {}, { company: 'Elsewhere' }), 'company', given)).toBe(false)
  expect(seen(row(1, {}, { connectedOn: '2026-03-01' }), 'recent', given)).toBe(true)
  expect(seen(row(1, {}, { connectedOn: '2021-03-01' }), 'recent', given)).toBe(false)
  expect(seen(row(7), 'chosen', { ...given, chosen: new Map([[7, undefined]]) })).toBe(true)
})

test('typing finds by name and by what they do, without accents', () => {
  expect(fits(row(1, { name: 'Léa Fontaine' }), 'lea operat')).toBe(true)
  expect(fits(row(1), 'nobody')).toBe(false)
})

test('the usual company is the one that most people of the book share', () => {
  const book = new Book(frozenClock('2026-11-24T09:00:00Z'))
  expect(usualCompany(book)).toBeUndefined()
  book.change('', (hands) => {
    for (const company of ['Hafen Logistik', 'Elsewhere', 'hafen logistik'])
      hands.add('person', { name: 'Somebody' as string & PersonId, company })
  })
  expect(usualCompany(book)).toBe('Hafen Logistik')
})

test('what could not be read is no row to choose from', () => {
  expect(readable([row(1), row(2, { verdict: 'skipped' })]).map((one) => one.index)).toEqual([1])
})

test('an archive is told in words, people first', () => {
  const record = (index: number, kind: string, name: string): PreviewRow => ({
    ...row(index),
    name,
    about: kind,
    item: { kind: 'record', index, line: index, record: { kind } },
  })
  const rows = worded([record(1, 'away', 'away'), record(2, 'weather', 'weather'), record(3, 'person', 'Amara Obi')])
  expect(rows.map((one) => [one.name, one.about])).toEqual([
    ['Amara Obi', 'A person'],
    ['A time away', ''],
    ['Something that a newer Kith knows', ''],
  ])
  const people = [row(1), row(2)]
  expect(worded(people)).toBe(people)
})
