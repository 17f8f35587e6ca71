import { expect, test } from 'vitest'
import type { Item, PersonItem } from './item.ts'
import { monica } from './monica.ts'
import { nearestRhythm } from './monica-person.ts'
import { readBytes } from './read.ts'

type Thing = Readonly<Record<string, unknown>>

const list = (type: string, ...values: readonly unknown[]): Thing => ({ count: values.length, type, values })
const somebody = (uuid: string, properties: Thing, ...data: readonly Thing[]): Thing => ({
  uuid,
  created_at: '2020-01-01T00:00:00Z',
  properties: { is_partial: false, is_active: true, is_dead: false, ...properties },
  data,
})
const exported = (data: readonly Thing[], instance: Thing = {}): string =>
  JSON.stringify({
    version: '1.0-preview.1',
    app_version: '4.0.0',
    export_date: '2026-01-02T03:04:05Z',
    url: 'https://monica.example.org',
    exported_by: 'me',
    account: { uuid: 'account', data, properties: {}, instance },
  })
const items = (text: string): Item[] => readBytes(new TextEncoder().encode(text)).items
const one = (properties: Thing, ...data: readonly Thing[]): PersonItem =>
  items(exported([list('contact', somebody('a', { first_name: 'Ana', ...properties }, ...data))]))[0] as PersonItem

test('Somebody comes with names, work, birthday, labels, a rhythm and how to reach them', () => {
  const types = {
    contact_field_types: [
      { uuid: 'mail', properties: { name: 'Email', protocol: 'mailto:', type: 'email' } },
      { uuid: 'tel', properties: { name: 'Phone', protocol: 'tel:', type: 'phone' } },
      { uuid: 'game', properties: { name: 'Chess club' } },
    ],
  }
  const fields = list(
    'contact_field',
    { properties: { data: 'ana@example.org', type: 'mail' } },
    { properties: { data: '+351 91 2345', type: 'tel' } },
    { properties: { data: 'anita64', type: 'game' } },
    { properties: { data: 'https://social.example/ana', type: 'gone' } },
  )
  const properties = {
    first_name: 'Ana',
    middle_name: 'Maria',
    last_name: 'Ferreira',
    nickname: 'Anita',
    job: 'Planner',
    company: 'Fjordlicht',
    description: 'Knows the archive.',
    tags: ['choir', 'Lisbon'],
    stay_in_touch_frequency: 28,
    birthdate: { is_age_based: false, is_year_unknown: false, date: '1984-02-29T00:00:00.000000Z' },
    avatar: { has_avatar: true },
  }
  const address = list('address', { properties: { city: 'Porto', country: 'PT' } })
  expect(items(exported([list('contact', somebody('u-1', properties, fields, address))], types))).toEqual([
    {
      kind: 'person',
      index: 1,
      line: 1,
      name: 'Ana Maria Ferreira',
      nameFrom: 'name',
      nicknames: ['Anita'],
      emails: ['ana@example.org'],
      phones: ['+351 91 2345'],
      links: ['https://social.example/ana'],
      company: 'Fjordlicht',
      role: 'Planner',
      place: 'Porto',
      birthday: { year: 1984, month: 2, day: 29 },
      dates: [],
      notes: ['Knows the archive.', 'Chess club: anita64'],
      labels: ['choir', 'Lisbon'],
      uid: 'u-1',
      manager: undefined,
      rhythm: 30,
      moments: undefined,
      photoIgnored: true,
    },
  ])
})

test('A birthday keeps its year only where it is known, and an age is no birthday', () => {
  expect(one({ birthdate: { is_year_unknown: true, date: '2020-03-22' } }).birthday).toEqual({ month: 3, day: 22 })
  expect(one({ birthdate: { is_age_based: true, date: '1980-01-01' } }).birthday).toBeUndefined()
  expect(one({ birthdate: { date: 'soon' } }).birthday).toBeUndefined()
})

test('Calls, activities and conversations become moments, oldest first', () => {
  const account = exported(
    [
      list('activity', {
        uuid: 'act',
        properties: { summary: 'Lunch by the river', description: 'Her move.', happened_at: '2024-05-06', type: 'rest' },
      }),
      list(
        'contact',
        somebody(
          'a',
          { first_name: 'Ana' },
          list('call', { properties: { called_at: '2024-06-01T10:00:00Z', content: 'About Porto', contact_called: true } }),
          list('activity', 'act', 'unknown'),
          list('conversation', {
            properties: { happened_at: '2024-04-01', messages: [{ properties: { content: 'Hello', written_by_me: true } }] },
          }),
          list('call', { properties: { called_at: 'never' } }),
        ),
      ),
    ],
    { activity_types: [{ uuid: 'rest', properties: { translation_key: 'ate_restaurant' } }] },
  )
  expect((items(account)[0] as PersonItem).moments).toEqual([
    { day: '2024-04-01', medium: 'message', startedBy: 'me', text: 'Hello' },
    { day: '2024-05-06', medium: 'meal', startedBy: 'both', text: 'Lunch by the river\nHer move.' },
    { day: '2024-06-01', medium: 'call', startedBy: 'they', text: 'About Porto' },
  ])
})

test('Notes keep the day on which they were written, and what happened once becomes a note', () => {
  const person = one(
    { first_met_date: { date: '2019-09-01' }, first_met_additional_info: 'At the conference', food_preferences: 'No nuts' },
    list('note', { created_at: '2021-07-08T09:00:00Z', properties: { body: 'Plays the cello.\nLikes Brahms.' } }),
    list('life_event', { properties: { name: 'Moved to Porto', happened_at: '2022-03-04' } }),
    list('task', { properties: { title: 'Send the book', completed: false } }, { properties: { title: 'Old', completed: true } }),
  )
  expect(person.notes).toEqual([
    'First met: 2019-09-01, At the conference',
    'Food: No nuts',
    '2022-03-04: Moved to Porto',
    'Task: Send the book',
    '2021-07-08: Plays the cello.\nLikes Brahms.',
  ])
})

test('What comes round each year becomes a date, once', () => {
  const person = one(
    { birthdate: { date: '1980-03-22' } },
    list(
      'reminder',
      { properties: { title: 'Birthday', initial_date: '2020-03-22', frequency_type: 'year', frequency_number: 1 } },
      { properties: { title: 'First day at work', initial_date: '2020-09-01', frequency_type: 'year', frequency_number: 1 } },
      { properties: { title: 'Wedding anniversary', initial_date: '2020-06-05', frequency_type: 'year', frequency_number: 1 } },
      { properties: { title: 'Ask about Porto', initial_date: '2020-10-01', frequency_type: 'one_time' } },
    ),
  )
  expect(person.dates).toEqual([
    { what: 'other', label: 'First day at work', date: { year: 2020, month: 9, day: 1 } },
    { what: 'anniversary', date: { year: 2020, month: 6, day: 5 } },
  ])
  expect(person.notes).toEqual(['2020-10-01: Ask about Porto'])
})

test('Relatives who are only named stay a note, of a child the first name; a boss is whom one reports to', () => {
  const text = exported([
    list(
      'relationship',
      { properties: { type: 'partner', contact_is: 'sam', of_contact: 'ana' } },
      { properties: { type: 'child', contact_is: 'mia', of_contact: 'ana' } },
      { properties: { type: 'boss', contact_is: 'ruth', of_contact: 'ana' } },
      { properties: { type: 'choir_friend', contact_is: 'ruth', of_contact: 'ana' } },
    ),
    list(
      'contact',
      somebody('ana', { first_name: 'Ana', last_name: 'Ferreira' }),
      somebody('sam', { first_name: 'Sam', last_name: 'Becker', is_partial: true }),
      somebody('mia', { first_name: 'Mia', last_name: 'Ferreira', is_partial: true }),
      somebody('ruth', { first_name: 'Ruth', last_name: 'Okafor' }),
      somebody('me', { first_name: 'Noor' }),
      somebody('nobody', { company: 'Fjordlicht' }),
    ),
    list('user', { properties: { me_contact: 'me' } }),
  ])
  expect(items(text)).toMatchObject([
    { name: 'Ana Ferreira', manager: 'Ruth Okafor', notes: ['partner: Sam Becker', 'child: Mia', 'choir friend: Ruth Okafor'] },
    { kind: 'skipped', name: 'Sam Becker', why: 'relative' },
    { kind: 'skipped', name: 'Mia Ferreira', why: 'relative' },
    { kind: 'person', name: 'Ruth Okafor' },
    { kind: 'skipped', why: 'yourself' },
    { kind: 'skipped', name: 'Fjordlicht', why: 'no-name' },
  ])
})

test('A rhythm is the nearest one, and of two the one that asks less', () => {
  expect([0, -1, Number.NaN, 1, 10, 11, 22, 60, 365].map(nearestRhythm)).toEqual([undefined, undefined, undefined, 7, 7, 14, 30, 90, 90])
})

test('An export that breaks off, or is none, is one line that says so', () => {
  const text = exported([list('contact', somebody('a', { first_name: 'Ana' }))])
  expect(items(text.slice(0, -20))).toEqual([{ kind: 'skipped', index: 1, line: 1, name: '', why: 'unfinished' }])
  expect(items(`${text}]`)).toMatchObject([{ why: 'unreadable' }])
})

test('Pictures in an export are left out before it is read, however it is cut', () => {
  const photo = list('photo', { properties: { dataUrl: `data:image/png;base64,${'A'.repeat(300_000)}` }, after: 'the "picture"\\' })
  const text = exported([photo, list('contact', somebody('a', { first_name: 'Ana', description: '\\u00e4"'.repeat(60_000) }))])
  const found: Item[] = []
  const sink = monica.open({ at: () => {}, take: (item) => found.push(item), passOver: () => false })
  for (let at = 0; at < text.length; at += 777) sink.push(text.slice(at, at + 777))
  sink.end()
  expect(found).toMatchObject([{ kind: 'person', name: 'Ana' }])
  expect(found).toEqual(items(text))
})
