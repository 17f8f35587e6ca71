import { expect, test } from 'vitest'
import { readBytes } from './read.ts'

const header = 'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER'
const me = ['Léa Fontaine', 'https://www.linkedin.com/in/lea'] as const
const ana = ['Ana Sousa', 'https://www.linkedin.com/in/ana'] as const
const jan = ['Jan Kuiper', 'https://www.linkedin.com/in/jan'] as const
type One = readonly [string, string]
const row = (thread: string, [from, page]: One, to: readonly One[], date: string, content = 'words'): string =>
  [thread, '', from, page, to.map(([name]) => name).join(','), to.map(([, url]) => url).join(','), date, 'Subject', content, 'INBOX']
    .map((cell) => `"${cell.replaceAll('"', '""')}"`)
    .join(',')
const read = (...rows: string[]) => readBytes(new TextEncoder().encode([header, ...rows].join('\r\n')))

test('Only the days of conversations between two are taken, by counterpart, and nothing that was said', () => {
  const { format, items } = read(
    row('1', ana, [me], '2024-03-12 10:00:00 UTC', 'A secret,\n"really"'),
    row('1', me, [ana], '2024-03-12 09:00:00 UTC'),
    row('1', me, [ana], '2024-03-20 09:00:00 UTC'),
    row('2', jan, [me], '2023-01-05 09:00:00 UTC'),
    row('3', jan, [me, ana], '2023-02-05 09:00:00 UTC'),
  )
  expect(format).toBe('linkedin-messages')
  expect(items).toMatchObject([
    {
      index: 1,
      name: 'Ana Sousa',
      links: ['https://www.linkedin.com/in/ana'],
      moments: [
        { day: '2024-03-12', medium: 'message', startedBy: 'me' },
        { day: '2024-03-20', medium: 'one-way', startedBy: 'me' },
      ],
    },
    { index: 2, name: 'Jan Kuiper', moments: [{ day: '2023-01-05', medium: 'one-way', startedBy: 'they' }] },
  ])
  expect(JSON.stringify(items)).not.toMatch(/secret|words|Subject/)
})

test('Without addresses of profiles people are known by their names, also by names with a comma', () => {
  const { items } = read(
    row('1', ['Ana Sousa, PhD', ''], [['Léa Fontaine', '']], '2024-03-12 10:00:00'),
    row('1', ['Léa Fontaine', ''], [['Ana Sousa, PhD', '']], '2024-03-12 11:00:00'),
    row('2', ['Léa Fontaine', ''], [['Jan Kuiper', '']], '2024-03-12 11:00:00'),
  )
  expect(items).toMatchObject([
    { name: 'Ana Sousa, PhD', links: [], moments: [{ medium: 'message', startedBy: 'they' }] },
    { name: 'Jan Kuiper' },
  ])
})

test('Accounts that are gone are nobody, and where nothing tells which of two is the owner nobody is guessed', () => {
  expect(
    read(row('1', ['LinkedIn Member', ''], [me], '2024-03-12 10:00:00'), row('2', me, [ana], '2024-03-12 10:00:00')).items,
  ).toMatchObject([{ name: 'Ana Sousa' }])
  expect(read(row('1', ana, [jan], '2024-03-12 10:00:00'), row('1', jan, [ana], '2024-03-12 10:00:00')).items).toMatchObject([
    { kind: 'skipped', index: 1, why: 'which-is-you' },
    { kind: 'skipped', index: 2, why: 'which-is-you' },
  ])
})
