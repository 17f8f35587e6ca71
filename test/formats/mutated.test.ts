import fc from 'fast-check'
import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readBytes, UnreadableFile } from '../../src/formats/read.ts'
import { seeded } from '../../src/kernel/random.ts'
import { quirkyCard } from './quirky-cards.ts'

/** How many damaged files are read; a campaign before a release sets it to 200000. */
const RUNS = Number(process.env['KITH_CAMPAIGN'] ?? 3000)

/** The most work that one damaged file may make, in microseconds of this process's own time. */
const MOST = 1_000_000

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

const connections = encode(
  `Notes:\r\n"When exporting, ""some"" are missing"\r\n\r\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\r\n${Array.from(
    { length: 12 },
    (_, i) => `Ana${i},Sousa,https://www.linkedin.com/in/ana${i},,"Example, Inc.",Planner,${i + 1} Mar 2024`,
  ).join('\r\n')}\r\n`,
)
const archive = encode(
  `{"kith": 1, "exported": "2026-01-01T00:00:00Z", "records": [\n${Array.from(
    { length: 6 },
    (_, i) =>
      `{"kind":"person","id":"00000000-0000-4000-8000-00000000000${i}","v":1,"changed":"2026-01-01T00:00:00Z","name":"Ana \\"${i}\\" {["}`,
  ).join(',\n')}\n]}\n`,
)
const cards = Array.from({ length: 40 }, (_, n) => quirkyCard(`seed ${n}`).bytes)
const messages = encode(
  `CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT\r\n${Array.from(
    { length: 12 },
    (_, i) =>
      `${i % 5},,"Ana, ${i}",https://www.linkedin.com/in/ana${i},Me,https://www.linkedin.com/in/me,2024-03-${i + 10} 10:00:00 UTC,,"words, ""more""\nand more"`,
  ).join('\r\n')}\r\n`,
)
const google = encode(
  `First Name,Last Name,Birthday,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,Event 1 - Label,Event 1 - Value\n${Array.from(
    { length: 12 },
    (_, i) =>
      `Ana${i},Sousa,--02-${i + 10},"One\nTwo",* myContacts ::: Lisbon,* Work,a${i}@example.org ::: b@example.org,Anniversary,2010-09-02`,
  ).join('\n')}\n`,
)
const outlook = encode(
  `"Title","First Name","Last Name","Business Phone","Business Street","Home Street","Birthday","E-mail Address","Manager's Name"\r\n${Array.from(
    { length: 12 },
    (_, i) => `"Mr.","Jan${i}","Kuiper","+31 ${i}","Street 1","","${i + 1}/${i + 10}/1980","jan${i}@example.org","Ana Sousa"`,
  ).join('\r\n')}\r\n`,
)
const table = encode(
  `email;name;department;title;manager;site;started\n${Array.from({ length: 12 }, (_, i) => `p${i}@example.org;Noor ${i};Ops;Planner;p0@example.org;Porto;${i + 1}.2.2015`).join('\n')}\n`,
)
const packed = zipSync({
  'a/Connections.csv': connections,
  'a/messages.csv': messages,
  'a/b.zip': zipSync({ 'c.vcf': encode('BEGIN:VCARD\nFN:Ana\nEND:VCARD\n') }),
})
const people = [messages, google, outlook, table, packed, zipSync({ 'table.csv': table, 'google.csv': google }, { level: 0 })]
const seeds = [...people, ...cards, connections, archive, ...cards.slice(0, 8).map((card) => Uint8Array.from([...card, ...card]))]

/** Signs at which readers stumble. */
const barbs = [
  '\n',
  '\r',
  '\r\n ',
  ':',
  ';',
  ',',
  '"',
  '=',
  '\\',
  '\0',
  '\uFEFF',
  '\u2028',
  '{',
  '[',
  ']}',
  'BEGIN:VCARD\r\n',
  'END:VCARD\r\n',
  ';ENCODING=QUOTED-PRINTABLE:',
  'item1.',
  '=0D=0A=\r\n',
  '\\n',
  '\ud800',
  '9'.repeat(400),
  ';'.repeat(400),
  '"'.repeat(99),
  ' ::: ',
  '\t',
  '0/0/00',
  'PK\u0003\u0004',
  'PK\u0005\u0006',
].map(encode)

/** A seed file with a few wounds: bytes turned over, cut out, doubled, or barbs put in. */
function damaged(file: Uint8Array, wounds: number, random: ReturnType<typeof seeded>): Uint8Array {
  let bytes = [...file]
  for (let n = 0; n < wounds; n++) {
    const at = random.below(bytes.length + 1)
    const length = random.below(60)
    switch (random.below(5)) {
      case 0:
        if (at < bytes.length) bytes[at] = random.below(256)
        break
      case 1:
        bytes = [...bytes.slice(0, at), ...bytes.slice(at + length)]
        break
      case 2:
        bytes = [...bytes.slice(0, at), ...bytes.slice(Math.max(0, at - length)), ...bytes.slice(at)].slice(0, 200_000)
        break
      default:
        bytes = [...bytes.slice(0, at), ...random.pick(barbs), ...bytes.slice(at)]
    }
  }
  return Uint8Array.from(bytes)
}

test(
  'A damaged file never breaks a reader: each is read or refused, in order, in good time',
  () => {
    let slowest = 0
    fc.assert(
      fc.property(fc.nat(seeds.length - 1), fc.integer({ min: 1, max: 12 }), fc.nat(), (which, wounds, seed) => {
        const bytes = damaged(seeds[which] as Uint8Array, wounds, seeded(`${seed}`))
        const began = process.cpuUsage()
        try {
          const { items } = readBytes(bytes)
          expect(items.map((item) => item.index)).toEqual(items.map((_, at) => at + 1))
          for (const item of items) if (item.kind === 'person') expect(item.name.trim()).not.toBe('')
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableFile)
        }
        slowest = Math.max(slowest, process.cpuUsage(began).user)
      }),
      { numRuns: RUNS },
    )
    expect(slowest).toBeLessThan(MOST)
  },
  60_000 + RUNS * 20,
)

test('Text without sense, in every size, is refused or read', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
      try {
        readBytes(bytes)
      } catch (error) {
        expect(error).toBeInstanceOf(UnreadableFile)
      }
    }),
    { numRuns: 500 },
  )
})
