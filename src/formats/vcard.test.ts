import { expect, test } from 'vitest'
import type { Item, PersonItem } from './item.ts'
import { readBytes } from './read.ts'

const items = (text: string | Uint8Array): Item[] => readBytes(typeof text === 'string' ? new TextEncoder().encode(text) : text).items
const card = (...lines: string[]): string => ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD', ''].join('\r\n')
const person = (text: string | Uint8Array): PersonItem => {
  const [item] = items(text)
  if (item?.kind !== 'person') throw new Error(JSON.stringify(item))
  return item
}
const skipped = (text: string): string => {
  const [item] = items(text)
  return item?.kind === 'skipped' ? item.why : `${item?.kind}`
}

test('A card is read with everything that belongs to a colleague', () => {
  const ana = person(
    card(
      'N:Sousa;Ana;;Dr.;',
      'FN:Dr. Ana Sousa',
      'NICKNAME:Nita,Anita',
      'EMAIL;TYPE=INTERNET,WORK:ana@example.org',
      'TEL;TYPE=CELL:+351 912 000 000',
      'TEL;TYPE=WORK,FAX:+351 912 000 001',
      'ORG:Example\\, Inc.;Operations;Returns',
      'TITLE:Planner',
      'ADR;TYPE=HOME:;;Rua A 1;Braga;;;Portugal',
      'ADR;TYPE=WORK:;;Rua B 2;Porto;;;Portugal',
      'BDAY;VALUE=date:1980-03-22',
      'URL:http\\://example.org/ana',
      'CATEGORIES:Lisbon,Travel',
      'NOTE:Knows the forms\\; and\\, the people.\\nThird floor.',
      'UID:abc-1',
      'PHOTO;VALUE=uri:https://example.org/ana.jpg',
    ),
  )
  expect(ana).toMatchObject({
    name: 'Dr. Ana Sousa',
    nicknames: ['Nita', 'Anita'],
    emails: ['ana@example.org'],
    phones: ['+351 912 000 000'],
    company: 'Example, Inc.',
    department: 'Operations, Returns',
    role: 'Planner',
    place: 'Porto',
    birthday: { month: 3, day: 22, year: 1980 },
    links: ['http://example.org/ana'],
    labels: ['Lisbon', 'Travel'],
    notes: ['Knows the forms; and, the people.\nThird floor.'],
    uid: 'abc-1',
    photoIgnored: true,
  })
})

test('Quoted-printable with soft breaks is read in the charset that it names', () => {
  const text = card(
    'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6=',
    'rg;;;',
    'FN;CHARSET=ISO-8859-1;QUOTED-PRINTABLE:J=F6rg M=FCller',
    'NOTE;ENCODING=QUOTED-PRINTABLE:One=0D=0ATwo=',
    '=20three',
  )
  expect(person(text)).toMatchObject({ name: 'Jörg Müller', notes: ['One\nTwo three'] })
})

test('Types without TYPE, quoted types and types in other words leave the value alone', () => {
  const text = card(
    'FN:Ana Sousa',
    'TEL;CELL;PREF:1',
    'TEL;TYPE="home,voice":2',
    'TEL;TYPE=Arbeit:3',
    'TEL;HOMEFAX:4',
    'EMAIL;INTERNET;WORK:a@example.org',
  )
  expect(person(text)).toMatchObject({ phones: ['1', '2', '3'], emails: ['a@example.org'] })
})

test('Grouped properties are all read, and a label names its date', () => {
  const text = card(
    'FN:Ana Sousa',
    'item1.EMAIL:a@example.org',
    'item1.X-ABLabel:Desk',
    'item2.X-ABDATE:1975-03-01',
    'item2.X-ABLabel:_$!<Anniversary>!$_',
    'item3.X-ABDATE;type=pref:2019-09-02',
    'item3.X-ABLabel:First day',
    'X-ANNIVERSARY:1975-03-01',
    'ANNIVERSARY:19750301',
  )
  expect(person(text)).toMatchObject({
    emails: ['a@example.org'],
    dates: [
      { what: 'anniversary', date: { month: 3, day: 1, year: 1975 } },
      { what: 'other', label: 'First day', date: { month: 9, day: 2, year: 2019 } },
    ],
  })
})

test('A birthday without a year has none, whatever Apple writes in its place', () => {
  expect(person(card('FN:Ana', 'BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29')).birthday).toEqual({ month: 2, day: 29 })
  expect(person(card('FN:Ana', 'BDAY:--0214')).birthday).toEqual({ month: 2, day: 14 })
  expect(person(card('FN:Ana', 'BDAY:sometime in spring')).birthday).toBeUndefined()
})

test('A name is found where there is one: in N, as a nickname, or as an email address', () => {
  expect(person(card('N:Sousa;Ana;Maria;;'))).toMatchObject({ name: 'Ana Maria Sousa', nameFrom: 'name' })
  expect(person(card('N:李;小龙;;;'))).toMatchObject({ name: '李小龙', nameFrom: 'name' })
  expect(person(card('NICKNAME:Nita'))).toMatchObject({ name: 'Nita', nameFrom: 'nickname', nicknames: [] })
  expect(person(card('EMAIL:a@example.org'))).toMatchObject({ name: 'a@example.org', nameFrom: 'email' })
  expect(person(card('FN:a@example.org', 'N:Sousa;Ana;;;', 'EMAIL:a@example.org'))).toMatchObject({ name: 'Ana Sousa' })
})

test('Companies, groups and cards without a name are no people, and the reason is told', () => {
  expect(skipped(card('FN:Example Inc.', 'ORG:Example Inc.', 'X-ABShowAs:COMPANY'))).toBe('company')
  expect(skipped(card('FN:Example Inc.', 'N:;;;;', 'ORG:Example Inc.;'))).toBe('company')
  expect(skipped(card('FN:Example Inc.', 'KIND:org'))).toBe('company')
  expect(skipped(card('FN:Team', 'X-ADDRESSBOOKSERVER-KIND:group'))).toBe('group')
  expect(skipped(card('FN:Room 4', 'KIND:location'))).toBe('place')
  expect(skipped(card('TEL:1'))).toBe('no-name')
  expect(skipped('BEGIN:VCARD\nVERSION:4.0\nFN:Cut off\n')).toBe('unfinished')
})

test('A bad card never stops the cards after it, and places are counted through', () => {
  const text = `${card('FN:One')}BEGIN:VCARD\r\nFN:Broken\r\n${card('FN:Three')}${card(';;;:::', 'N', 'FN:Four')}`
  expect(items(text).map((item) => [item.index, item.kind, 'name' in item ? item.name : ''])).toEqual([
    [1, 'person', 'One'],
    [2, 'skipped', 'Broken'],
    [3, 'person', 'Three'],
    [4, 'person', 'Four'],
  ])
})

test('A card within a card is the assistant of that person and nobody else', () => {
  expect(items(card('FN:One', 'AGENT:', 'BEGIN:VCARD', 'FN:Inner', 'END:VCARD', 'TITLE:Planner'))).toMatchObject([
    { name: 'One', role: 'Planner' },
  ])
})

test('Pictures leave no trace but the word that there was one, however they are folded', () => {
  const base64 = 'QUJD'.repeat(15)
  const text = card(
    'PHOTO;ENCODING=BASE64;JPEG:',
    ` ${base64}`,
    base64,
    '',
    'FN:Ana Sousa',
    'KEY;X509;ENCODING=BASE64:',
    `    ${base64}`,
    'TITLE:Planner',
  )
  expect(person(text)).toMatchObject({ name: 'Ana Sousa', role: 'Planner', photoIgnored: true, notes: [] })
})

test('Line ends of every kind end a line', () => {
  for (const end of ['\n', '\r', '\r\n', '\r\r\n']) {
    expect(
      person(['BEGIN:VCARD', 'VERSION:3.0', 'FN:Ana So', ' usa', 'TITLE:Planner', 'END:VCARD', ''].join(end)),
      JSON.stringify(end),
    ).toMatchObject({
      name: 'Ana Sousa',
      role: 'Planner',
    })
  }
})
