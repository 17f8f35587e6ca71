import type { PersonItem } from '../../src/formats/item.ts'
import { type Random, seeded } from '../../src/kernel/random.ts'

/** What a generated card says of somebody, however it is written. */
export type Truth = Pick<PersonItem, 'name' | 'emails' | 'phones' | 'company' | 'department' | 'role' | 'birthday' | 'notes' | 'uid'>

const given = ['Ana', 'Zoë', 'Jörg', 'Łukasz', 'Søren', '小龙', 'Amélie', 'Iñaki', 'Ольга', 'Noor']
const family = ['Sousa', 'Müller', 'Fontaine', 'Åkesson', '李', 'García-Núñez', "O'Neil", 'Петрова', 'Yıldız']
const notes = [
  'Third floor.',
  'Likes tea; no sugar, please.',
  'Line one\nLine two',
  'Größe: 12" = ok',
  'Ends with a backslash \\',
  'A'.repeat(300),
]

const escaped = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll(',', '\\,').replaceAll(';', '\\;')

const printable = (text: string): string =>
  [...new TextEncoder().encode(text.replaceAll('\n', '\r\n'))]
    .map((byte) =>
      byte === 61 || byte < 32 || byte > 126 ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte),
    )
    .join('')

/** Breaks quoted-printable with soft breaks, never within an escape. */
function soften(text: string, random: Random): string[] {
  const signs = text.match(/=[0-9A-F]{2}|./g) ?? []
  const lines: string[] = []
  for (let at = 0; at < signs.length; ) {
    const length = 10 + random.below(40)
    lines.push(signs.slice(at, at + length).join(''))
    at += length
  }
  return lines.map((line, at) => (at < lines.length - 1 ? `${line}=` : line))
}

function fold(line: string, random: Random): string[] {
  const signs = [...line]
  const width = 30 + random.below(45)
  const lines = [signs.slice(0, width).join('')]
  for (let at = width; at < signs.length; at += width) lines.push(` ${signs.slice(at, at + width).join('')}`)
  return lines
}

/** One person, written as some program would write the card. */
export function quirkyCard(seed: string): { truth: Truth; bytes: Uint8Array } {
  const random = seeded(seed)
  const maybe = (): boolean => random.below(2) === 0
  const old = random.below(4) === 0
  const first = random.pick(given)
  const last = random.pick(family)
  const name = `${first} ${last}`
  const note = random.pick(notes)
  const email = `p${random.below(10_000)}@example.org`
  const phone = `+49 30 ${random.below(10_000)}`
  const [month, day] = [1 + random.below(12), 1 + random.below(28)]
  const year = maybe() ? 1950 + random.below(50) : undefined
  const two = (n: number): string => String(n).padStart(2, '0')
  const group = maybe() ? 'item1.' : ''
  const lines: string[] = []
  const put = (property: string, text: string): void => {
    if (old && maybe()) {
      const [head, ...rest] = soften(printable(text), random)
      lines.push(`${property};CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:${head}`, ...rest)
    } else lines.push(...fold(`${property}:${escaped(text)}`, random))
  }
  lines.push(random.pick(['BEGIN:VCARD', 'begin:vcard', 'BEGIN:vCard', 'BEGIN: VCARD']), `VERSION:${old ? '2.1' : maybe() ? '3.0' : '4.0'}`)
  if (maybe()) lines.push(`N;LANGUAGE=de:${escaped(last)};${escaped(first)};;;`)
  put('FN', name)
  lines.push(
    `${group}EMAIL;${random.pick(['TYPE=work', 'WORK;INTERNET', 'TYPE="work,pref"', 'type=INTERNET;type=pref', 'PREF=1'])}:${email}`,
  )
  lines.push(`TEL;${random.pick(['CELL', 'TYPE=cell,voice', 'TYPE=Mobil', 'VALUE=uri;TYPE=cell'])}:${phone}`)
  if (maybe()) lines.push('TEL;TYPE=FAX:999')
  lines.push('ORG:Example\\, Inc.;Operations')
  put('TITLE', 'Planner')
  const born =
    year === undefined
      ? random.pick([`--${two(month)}${two(day)}`, `--${two(month)}-${two(day)}`, `1604-${two(month)}-${two(day)}`])
      : `${year}-${two(month)}-${two(day)}`
  lines.push(`BDAY${maybe() ? ';VALUE=date' : ''}:${born}${year !== undefined && maybe() ? 'T00:00:00Z' : ''}`)
  put('NOTE', note)
  if (maybe()) lines.push('PHOTO;ENCODING=b;TYPE=JPEG:', ...Array.from({ length: 5 }, () => ` ${'QUJD'.repeat(18)}`))
  if (maybe()) lines.push('', 'X-CUSTOM;X-A="b;c:d":whatever')
  lines.push(`UID:uid-${seed}`, 'END:VCARD', '')
  const text = lines.join(random.pick(['\r\n', '\n', '\r\r\n']))
  const truth: Truth = {
    name,
    emails: [email],
    phones: [phone],
    company: 'Example, Inc.',
    department: 'Operations',
    role: 'Planner',
    birthday: year === undefined ? { month, day } : { month, day, year },
    notes: [note],
    uid: `uid-${seed}`,
  }
  return { truth, bytes: encoded(text, random.below(6)) }
}

function encoded(text: string, way: number): Uint8Array {
  if (way > 1) return new TextEncoder().encode(way === 2 ? `\uFEFF${text}` : text)
  const wide = new Uint8Array((text.length + 1) * 2)
  const view = new DataView(wide.buffer)
  const marked = `\uFEFF${text}`
  for (let i = 0; i < marked.length; i++) view.setUint16(i * 2, marked.charCodeAt(i), way === 0)
  return wide
}
