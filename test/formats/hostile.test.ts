import { expect, test } from 'vitest'
import { readBytes } from '../../src/formats/read.ts'

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const card = (body: string): string => `BEGIN:VCARD\r\nVERSION:3.0\r\n${body}\r\nEND:VCARD\r\n`
const header = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On\n'

const hostile: Readonly<Record<string, string>> = {
  'a name of a hundred thousand parts': card(`FN:Ana\r\nN:${';'.repeat(100_000)}`),
  'a name of a hundred thousand words': card(`FN:Ana\r\nN:${'a,'.repeat(100_000)}`),
  'a hundred thousand addresses': card(`FN:Ana\r\n${'EMAIL:a@example.org\r\n'.repeat(100_000)}`),
  'a hundred thousand dates': card(`FN:Ana\r\n${'i.X-ABDATE:2000-01-01\r\n'.repeat(50_000)}${'i.X-ABLabel:x\r\n'.repeat(50_000)}`),
  'a hundred thousand parameters': card(`FN${';A=b'.repeat(100_000)}:Ana`),
  'a hundred thousand quotes': card(`FN;A="${'"'.repeat(100_001)}:Ana`),
  'a hundred thousand folds': card(`FN:Ana\r\n${' a\r\n'.repeat(100_000)}`),
  'a hundred thousand soft breaks': card(`NOTE;ENCODING=QUOTED-PRINTABLE:${'=\r\n'.repeat(100_000)}\r\nFN:Ana`),
  'a line of five megabytes': card(`FN:Ana\r\nNOTE:${'x'.repeat(5_000_000)}`),
  'a hundred thousand beginnings': 'BEGIN:VCARD\r\n'.repeat(100_000),
  'a hundred thousand quoted rows that never end': header + '"a\n'.repeat(3000),
  'a row of a million cells': header + ','.repeat(1_000_000),
  'a hundred thousand nested lists': `{"kith": 1, "records": [${'['.repeat(100_000)}`,
  'a record of five megabytes': `{"kith": 1, "records": [{"kind": "${'x'.repeat(5_000_000)}"}]}`,
}

for (const [what, text] of Object.entries(hostile)) {
  test(`A file with ${what} is read within its second`, () => {
    const began = process.cpuUsage()
    const { items } = readBytes(encode(text))
    expect(process.cpuUsage(began).user).toBeLessThan(1_000_000 + text.length)
    for (const item of items) if (item.kind === 'person') expect(item.name.length).toBeLessThanOrEqual(500)
  })
}
