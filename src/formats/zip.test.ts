import { strToU8, type Zippable, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readBytes, UnreadableFile } from './read.ts'

const connections =
  'Notes:\r\n"About"\r\n\r\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\r\nAna,Sousa,https://www.linkedin.com/in/ana,,Fjordlicht,Planner,12 Mar 2024\r\nJan,Kuiper,https://www.linkedin.com/in/jan,,,,7-Feb-22\r\n'
const messages =
  'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT\r\n1,,Ana Sousa,https://www.linkedin.com/in/ana,Léa Fontaine,https://www.linkedin.com/in/lea,2024-05-01 10:00:00 UTC,,hello\r\n2,,Noor Haddad,https://www.linkedin.com/in/noor,Léa Fontaine,https://www.linkedin.com/in/lea,2024-06-01 10:00:00 UTC,,hello\r\n'
const others: Zippable = {
  'Invitations.csv': strToU8('From,To,Sent At,Message,Direction\r\nLéa Fontaine,Someone Else,"1/2/24, 3:00 PM",,OUTGOING\r\n'),
  'Profile.csv': strToU8('First Name,Last Name,Maiden Name,Headline\r\nLéa,Fontaine,,Writer\r\n'),
  'Recommendations_Given.csv': strToU8('First Name,Last Name,Company,Job Title,Text\r\nPetra,Nobody,X,Y,Z\r\n'),
  'media/photo.jpg': Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0, 1]),
  '__MACOSX/._Connections.csv': strToU8('x,y\n1,2\n'),
}
const card = (name: string): Uint8Array => strToU8(`BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${name}\r\nEND:VCARD\r\n`)
const why = (bytes: Uint8Array): string => {
  try {
    return readBytes(bytes).format
  } catch (error) {
    if (error instanceof UnreadableFile) return error.why
    throw error
  }
}

test("LinkedIn's archive is read as it comes: the connections with the days of their messages, and who wrote besides", () => {
  const { format, items } = readBytes(
    zipSync({ 'export/Connections.csv': strToU8(connections), 'export/messages.csv': strToU8(messages), ...others }),
  )
  expect(format).toBe('linkedin-export')
  expect(items).toMatchObject([
    { index: 1, name: 'Ana Sousa', connectedOn: '2024-03-12', moments: [{ day: '2024-05-01', medium: 'one-way', startedBy: 'they' }] },
    { index: 2, name: 'Jan Kuiper' },
    { index: 3, name: 'Noor Haddad', moments: [{ day: '2024-06-01' }] },
  ])
  expect(items).toHaveLength(3)
})

test('An archive within an archive is opened, but not without end', () => {
  const inner = zipSync({ 'Connections.csv': strToU8(connections) })
  expect(readBytes(zipSync({ 'outer/inner.zip': inner })).items).toHaveLength(2)
  let deep = inner
  for (let n = 0; n < 6; n++) deep = zipSync({ 'again.zip': deep })
  expect(why(deep)).toBe('zip')
})

test('Cards and tables in an archive are read one after the other, and counted through', () => {
  const { format, items } = readBytes(
    zipSync({ 'b.vcf': card('Ana Sousa'), 'c/d.vcf': card('Jan Kuiper'), 'e.pdf': strToU8('%PDF-1.4 x') }),
  )
  expect(format).toBe('vcard')
  expect(items).toMatchObject([
    { index: 1, name: 'Ana Sousa' },
    { index: 2, name: 'Jan Kuiper' },
  ])
  expect(readBytes(zipSync({ 'people.csv': strToU8('name,email\nAna Sousa,a@example.org\n') })).items).toMatchObject([
    { name: 'Ana Sousa' },
  ])
})

test('A packed calendar brings the wanted days of its series, and gives way to people', () => {
  const calendar = strToU8(
    'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Sync\r\nDTSTART:20200106T090000Z\r\nRRULE:FREQ=WEEKLY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
  )
  const days = { from: '2026-11-01', to: '2026-11-30' }
  const { format, items } = readBytes(zipSync({ 'ana@example.org.ics': calendar }), { days })
  expect(format).toBe('icalendar')
  expect(items[0]).toMatchObject({ starts: ['02', '09', '16', '23', '30'].map((day) => `2026-11-${day}T09:00:00Z`) })
  const both = readBytes(zipSync({ 'a.ics': calendar, 'b.vcf': card('Ana Sousa') }))
  expect(both.format).toBe('vcard')
  expect(both.items).toMatchObject([{ kind: 'person', name: 'Ana Sousa' }])
})

test('The columns of a packed table can be put right like those of any other', () => {
  const packed = zipSync({ 'people.csv': strToU8('wer,was\nAna Sousa,Planner\nJan Kuiper,Sound\n') })
  expect(readBytes(packed).table?.columns.map(({ title }) => title)).toEqual(['wer', 'was'])
  expect(readBytes(packed, { columns: { fields: ['name', 'role'], titled: true } }).items).toMatchObject([
    { name: 'Ana Sousa', role: 'Planner' },
    { name: 'Jan Kuiper', role: 'Sound' },
  ])
})

test('An archive without people, a damaged one, a locked one and a workbook are refused, each for its reason', () => {
  expect(why(zipSync({ 'letter.txt': strToU8('Dear Ana,\nsee you soon.\n') }))).toBe('zip')
  expect(why(zipSync({}))).toBe('zip')
  expect(why(zipSync({ 'xl/workbook.xml': strToU8('<x/>'), '[Content_Types].xml': strToU8('<x/>') }))).toBe('workbook')
  const whole = zipSync({ 'a.vcf': card('Ana Sousa') })
  expect(why(whole.subarray(0, whole.length - 30))).toBe('zip-damaged')
  const locked = Uint8Array.from(whole)
  const list = locked.findIndex((_, at) => locked[at] === 0x50 && locked[at + 1] === 0x4b && locked[at + 2] === 1 && locked[at + 3] === 2)
  locked[list + 8] = 1
  expect(why(locked)).toBe('zip-locked')
})

test('A file that is damaged in the middle leaves what came before it, and says that it breaks off', () => {
  const many = Array.from({ length: 4000 }, (_, n) => new TextDecoder().decode(card(`Person ${n * 7919} ${Math.sin(n)}`))).join('')
  const whole = zipSync({ 'a.vcf': strToU8(many) })
  whole.fill(255, Math.floor(whole.length * 0.7), Math.floor(whole.length * 0.7) + 200)
  const { items } = readBytes(whole)
  expect(items.length).toBeGreaterThan(500)
  expect(items.at(-1)).toMatchObject({ kind: 'skipped', why: 'unfinished' })
})

test('A small archive never becomes a mountain', () => {
  const began = process.cpuUsage()
  expect(why(zipSync({ 'zeros.bin': new Uint8Array(60_000_000) }))).toBe('zip')
  expect(why(zipSync({ 'a.txt': new Uint8Array(60_000_000).fill(97) }))).toBe('zip')
  const mountain = strToU8(`BEGIN:VCARD\r\n${'X-LINE:a\r\n'.repeat(5_000_000)}`)
  const packed = zipSync({ 'a.vcf': mountain })
  const same: Zippable = Object.fromEntries(Array.from({ length: 8 }, (_, n) => [`${n}.zip`, packed]))
  expect(why(zipSync(same))).toBe('zip-large')
  expect(process.cpuUsage(began).user).toBeLessThan(30_000_000)
})
