import { expect, test } from 'vitest'
import type { Item } from '../../src/formats/item.ts'
import { readBytes, UnreadableFile } from '../../src/formats/read.ts'

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const card = (body: string): string => `BEGIN:VCARD\r\nVERSION:3.0\r\n${body}\r\nEND:VCARD\r\n`
const header = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On\n'

/** People of whom each reports to the next, and the last to the first. */
const directory = (count: number): string =>
  Array.from(
    { length: count },
    (_, i) => `dn: uid=${i},dc=x\nobjectClass: person\ncn: Ana ${i}\nmanager: uid=${(i + 1) % count},dc=x\n\n`,
  ).join('')

const monica = (values: string): string =>
  `{"version":"1.0-preview.1","account":{"data":[{"type":"contact","values":[{"uuid":"a","properties":{"first_name":"Ana"}}]},{"type":"relationship","values":[${values}]}]}}`

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
  'a hundred thousand folds of one value': `dn: cn=a,dc=x\nobjectClass: person\ncn: Ana${'\n a'.repeat(100_000)}`,
  'a directory of fifty thousand people who report to each other': directory(50_000),
  'a value of a hundred thousand escapes': `dn: cn=a,dc=x\nobjectClass: person\nsn: a\nmanager: cn=${'\\2C'.repeat(100_000)}`,
  'a hundred thousand values of one attribute': `dn: cn=a,dc=x\nsn: a\n${'cn: Ana Sousa\n'.repeat(100_000)}`,
  'five megabytes of base64': `dn: cn=a,dc=x\nsn: a\njpegPhoto:: ${'QUJD'.repeat(1_250_000)}`,
  'a hundred thousand relations of one person': monica(
    Array.from({ length: 100_000 }, () => '{"properties":{"type":"friend","contact_is":"a","of_contact":"a"}}').join(','),
  ),
  'a picture of five megabytes in an export': monica(`{"dataUrl":"${'A'.repeat(5_000_000)}"}`),
  'a hundred thousand nested objects in an export': monica('{"a":'.repeat(100_000)),
  'a hundred thousand nested openings': `{"@type":"JobPosting","a":${'{"@type":"JobPosting","a":'.repeat(100_000)}`,
  'a hundred thousand openings': `[${'{"@type":"JobPosting","title":"A"},'.repeat(100_000)}{}]`,
  'a hundred thousand scripts that begin': `<html>${'<script type="application/ld+json">'.repeat(50_000)}`,
  'a hundred thousand scripts that almost begin': `<html>${'<script '.repeat(200_000)}`,
  'a hundred thousand scripts on one line': `<html>${'<script type="application/ld+json">"JobPosting"</script>'.repeat(50_000)}`,
  'a hundred thousand entries that begin': `<rss>${'<item>'.repeat(200_000)}`,
  'a hundred thousand entries on one line': `<rss>${'<item><title>A</title></item>'.repeat(100_000)}`,
  'an entry of a hundred thousand tags': `<rss><item><title>A</title>${'<b><![CDATA['.repeat(30_000)}</item>`,
  'a hundred thousand quotes in tags': `<rss><item><title>A</title>${`<a "<a '`.repeat(40_000)}</item>`,
  'entities within entities': `<rss><item><title>${'&amp;'.repeat(50_000)}</title></item></rss>`,
  'a description of a million opening signs': `{"@type":"JobPosting","title":"A","description":"${'<'.repeat(90_000)}"}`,
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
