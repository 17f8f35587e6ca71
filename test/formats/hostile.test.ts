import { expect, test } from 'vitest'
import type { Item } from '../../src/formats/item.ts'
import { readBytes, UnreadableFile } from '../../src/formats/read.ts'

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
  'a hundred thousand quoted cells that never end': `name,email\n${'"a\n'.repeat(100_000)}`,
  'a table of a million columns': `name${',x'.repeat(1_000_000)}\nAna${',1'.repeat(1_000_000)}\n`,
  'a table of a hundred thousand short rows': `name;email\n${'Ana;a@example.org\n'.repeat(100_000)}`,
  'a cell of five megabytes': `name,email,note\nAna,a@example.org,"${'x'.repeat(5_000_000)}"\n`,
  'a cell of a hundred thousand lines': `name,email,note\nAna,a@example.org,"${'x "" \n'.repeat(100_000)}"\n`,
  'a hundred thousand addresses in a cell': `name,email\nAna,"${'a@example.org; '.repeat(100_000)}"\n`,
  'a hundred thousand joined values': `Given Name,Family Name,E-mail 1 - Label,E-mail 1 - Value\nAna,Sousa,${'* Work ::: '.repeat(100_000)},${'a@example.org ::: '.repeat(100_000)}\n`,
  'a hundred thousand conversations': `CONVERSATION ID,FROM,TO,DATE\n${Array.from({ length: 50_000 }, (_, n) => `${n},Ana ${n},Me,2024-01-01 10:00:00`).join('\n')}\n`,
  'a conversation of thousands': `CONVERSATION ID,FROM,TO,DATE\n${`1,Ana,"${'Name,'.repeat(5000)}",2024-01-01\n`.repeat(40)}`,
  'commas without end': ','.repeat(3_000_000),
  'a hundred thousand nested lists': `{"kith": 1, "records": [${'['.repeat(100_000)}`,
  'a record of five megabytes': `{"kith": 1, "records": [{"kind": "${'x'.repeat(5_000_000)}"}]}`,
}

/** What is read of it; nothing when it is refused as a whole. */
function read(bytes: Uint8Array): readonly Item[] {
  try {
    return readBytes(bytes).items
  } catch (error) {
    if (error instanceof UnreadableFile) return []
    throw error
  }
}

for (const [what, text] of Object.entries(hostile)) {
  test(`A file with ${what} is read within its second`, () => {
    const began = process.cpuUsage()
    const items = read(encode(text))
    expect(process.cpuUsage(began).user).toBeLessThan(1_000_000 + text.length)
    for (const item of items) if (item.kind === 'person') expect(item.name.length).toBeLessThanOrEqual(500)
  })
}
