import { expect, test } from 'vitest'
import { detect } from './detect.ts'
import type { Item } from './item.ts'
import { readBytes } from './read.ts'

const items = (text: string): Item[] => readBytes(new TextEncoder().encode(text)).items
const notes = 'Notes:\r\n"When exporting your connection data, you may notice that some ""email addresses"" are missing."\r\n\r\n'
const header = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On'

test('An export is read below its notes, with both forms of the date', () => {
  const rows = [
    'Ana,Sousa,https://www.linkedin.com/in/ana-sousa?trk=x,ana@example.org,"Example, Inc.",Planner,12 Mar 2024',
    'Jan,Kuiper,,,,,7-Feb-22',
  ]
  expect(items(`${notes}${header}\r\n${rows.join('\r\n')}\r\n`)).toMatchObject([
    {
      index: 1,
      line: 5,
      name: 'Ana Sousa',
      links: ['https://www.linkedin.com/in/ana-sousa'],
      emails: ['ana@example.org'],
      company: 'Example, Inc.',
      role: 'Planner',
      connectedOn: '2024-03-12',
    },
    { index: 2, line: 6, name: 'Jan Kuiper', links: [], emails: [], connectedOn: '2022-02-07' },
  ])
})

test('Columns may stand in any order, be missing, be written in another language or parted by semicolons', () => {
  const older = 'First Name,Last Name,Email Address,Company,Position,Connected On\nAna,Sousa,,Example,Planner,"12 Mar 2017, 09:12"\n'
  expect(items(older)).toMatchObject([{ name: 'Ana Sousa', company: 'Example' }])
  const german =
    'Hinweise:\n"Beim Export …"\n\nVorname;Nachname;URL;E-Mail-Adresse;Unternehmen;Position;Verbunden am\nJörg;Müller;;;Beispiel GmbH;Einkauf;3. Okt. 2023\n'
  expect(items(german)).toMatchObject([{ name: 'Jörg Müller', company: 'Beispiel GmbH', role: 'Einkauf', connectedOn: '2023-10-03' }])
  const moved = 'Connected On,Position,Last Name,First Name\n12 Mar 2024,Planner,Sousa,Ana\n'
  expect(items(moved)).toMatchObject([{ name: 'Ana Sousa', role: 'Planner', connectedOn: '2024-03-12' }])
})

test('Empty rows are nothing, and a row without a name is skipped with its place', () => {
  const text = `${header}\n,,,,,,\n\nAna,Sousa,,,,,12 Mar 2024\n,,https://www.linkedin.com/in/gone,,,,1 Jan 2020\nJan,Kuiper,,,,,\n`
  expect(items(text)).toMatchObject([
    { kind: 'person', index: 1, line: 4 },
    { kind: 'skipped', index: 2, line: 5, why: 'no-name' },
    { kind: 'person', index: 3, line: 6 },
  ])
})

test('A cell may hold line breaks, and a quote that never closes costs its own row alone', () => {
  const text = `${header}\nAna,Sousa,,,"Example\nInc.",Planner,12 Mar 2024\nBad,Row,,,"never closes,Planner,1 Jan 2024\n${'Jan,Kuiper,,,,,1 Jan 2024\n'.repeat(100)}`
  const read = items(text)
  expect(read).toHaveLength(102)
  expect(read[0]).toMatchObject({ name: 'Ana Sousa', company: 'Example Inc.' })
  expect(read[1]).toMatchObject({ kind: 'skipped', why: 'unreadable', line: 4 })
  expect(read.slice(2).every((item) => item.kind === 'person' && item.name === 'Jan Kuiper')).toBe(true)
})

test('Other tables are not taken for an export of connections', () => {
  expect(detect('First Name,Middle Name,Last Name,Organization Name,E-mail 1 - Value\nAna,,Sousa,Example,a@example.org\n')?.name).toBe(
    'google-csv',
  )
  expect(detect('CONVERSATION ID,FROM,TO,DATE\n1,Ana,Me,2024-01-01\n')?.name).toBe('linkedin-messages')
  expect(detect('a,b\n1,2\n')?.name).toBe('csv')
})

test('Three hundred generated rows all arrive, in order and unchanged', () => {
  const names = Array.from({ length: 300 }, (_, i) => [`Given${i}`, i % 7 === 0 ? `O'Name "${i}"` : `Family${i}`] as const)
  const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  const rows = names.map(([first, last], i) =>
    [
      first,
      last,
      `https://www.linkedin.com/in/p${i}`,
      i % 9 === 0 ? `p${i}@example.org` : '',
      `Company, No. ${i % 12}`,
      'Role',
      '1 Feb 2023',
    ]
      .map(quoted)
      .join(','),
  )
  const read = items(`\uFEFF${notes}${header}\r\n${rows.join('\r\n')}`)
  expect(read.map((item) => (item.kind === 'person' ? item.name : item.kind))).toEqual(names.map(([first, last]) => `${first} ${last}`))
  expect(read.every((item) => item.kind === 'person' && item.company?.startsWith('Company, No.') === true)).toBe(true)
})
