import type { ItemDate, PersonItem } from '../../src/formats/item.ts'
import { type Random, seeded } from '../../src/kernel/random.ts'

/** What a generated card says of somebody, however it is written. */
export type Truth = Pick<
  PersonItem,
  | 'name'
  | 'emails'
  | 'phones'
  | 'company'
  | 'department'
  | 'role'
  | 'place'
  | 'manager'
  | 'birthday'
  | 'dates'
  | 'notes'
  | 'labels'
  | 'links'
  | 'uid'
  | 'photoIgnored'
>

const given = ['Ana', 'Zoë', 'Jörg', 'Łukasz', 'Søren', '小龙', 'Amélie', 'Iñaki', 'Ольга', 'Noor']
const family = ['Sousa', 'Müller', 'Fontaine', 'Åkesson', '李', 'García-Núñez', "O'Neil", 'Петрова', 'Yıldız']
const notes = [
  'Third floor.',
  'Likes tea; no sugar, please.',
  'Line one\nLine two',
  'Größe: 12" = ok',
  'Ends with a backslash \\',
  'A'.repeat(300),
  `${'Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich. '.repeat(12)}Ende.`,
]

const escaped = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll(',', '\\,').replaceAll(';', '\\;')

/** Some programs escape more than vCard asks for. */
const zealous = (text: string): string => escaped(text).replaceAll(':', '\\:').replaceAll('"', '\\"')

const printable = (bytes: Iterable<number>): string =>
  [...bytes]
    .map((byte) =>
      byte === 61 || byte < 32 || byte > 126 ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte),
    )
    .join('')

const latin = (text: string): number[] | undefined => {
  const codes = [...text].map((sign) => sign.codePointAt(0) ?? 0)
  return codes.every((code) => code < 128 || (code >= 160 && code < 256)) ? codes : undefined
}

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
  const indent = random.pick([' ', '\t'])
  for (let at = width; at < signs.length; at += width) lines.push(`${indent}${signs.slice(at, at + width).join('')}`)
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
  const leap = random.below(12) === 0
  const born = leap ? { month: 2, day: 29 } : { month, day }
  const year = maybe() && !leap ? 1950 + random.below(50) : undefined
  const two = (n: number): string => String(n).padStart(2, '0')
  const lines: string[] = []
  let groups = 0
  const group = (): string => (maybe() ? `item${++groups}.` : '')
  const put = (property: string, text: string): void => {
    const bytes = maybe() ? latin(text) : undefined
    if (old && maybe()) {
      const charset = bytes === undefined ? 'UTF-8' : random.pick(['ISO-8859-1', 'windows-1252', '"iso-8859-1"'])
      const [head, ...rest] = soften(printable(bytes ?? new TextEncoder().encode(text.replaceAll('\n', '\r\n'))), random)
      const encoding = random.pick(['ENCODING=QUOTED-PRINTABLE', 'QUOTED-PRINTABLE', 'encoding=quoted-printable'])
      lines.push(`${property};CHARSET=${charset};${encoding}:${head}`, ...rest)
    } else lines.push(...fold(`${property}:${maybe() ? escaped(text) : zealous(text)}`, random))
  }
  /** A value whose kind stands beside it, in its group. */
  const labelled = (property: string, value: string, label: string): void => {
    groups += 1
    const both = [`item${groups}.${property}:${value}`, `item${groups}.X-ABLabel:${label}`]
    lines.push(...(maybe() ? both : both.reverse()))
  }
  lines.push(random.pick(['BEGIN:VCARD', 'begin:vcard', 'BEGIN:vCard', 'BEGIN: VCARD']), `VERSION:${old ? '2.1' : maybe() ? '3.0' : '4.0'}`)
  if (maybe()) lines.push(random.pick(['KIND:individual', 'X-ADDRESSBOOKSERVER-KIND:individual', 'X-ABShowAs:PERSON']))
  const composed = maybe()
  if (composed) lines.push(`N;LANGUAGE=de:${escaped(last)};${escaped(first)};;;`)
  const asian = /^\p{Script=Han}+$/u.test(first) && /^\p{Script=Han}+$/u.test(last)
  const unwritten = composed && !asian && random.below(5) === 0
  if (!unwritten) put('FN', name)
  lines.push(
    `${group()}EMAIL;${random.pick(['TYPE=work', 'WORK;INTERNET', 'TYPE="work,pref"', 'type=INTERNET;type=pref', 'PREF=1', 'TYPE=geschäftlich', 'TYPE=Arbeit,HOME'])}:${email}`,
  )
  const more = maybe() ? `more.${email}` : undefined
  if (more !== undefined) labelled('EMAIL', more, random.pick(['Büro', '_$!<Other>!$_', 'Desk']))
  lines.push(
    `${group()}TEL;${random.pick(['CELL', 'TYPE=cell,voice', 'TYPE=Mobil', 'VALUE=uri;TYPE=cell', 'TYPE="cell";TYPE="voice"'])}:${phone}`,
  )
  if (maybe())
    lines.push(random.pick(['TEL;TYPE=FAX:999', 'TEL;HOME;FAX:999', 'TEL;TYPE=homefax:999', 'TEL;TYPE="work,fax":999', 'TEL;PAGER:999']))
  lines.push(maybe() ? 'ORG:Example\\, Inc.;Operations' : 'ORG;TYPE=work:Example\\, Inc.;Operations;')
  put('TITLE', 'Planner')
  const placed = maybe()
  if (placed)
    lines.push(
      'ADR;TYPE=home:;;Rua A 1;Braga;;;Portugal',
      `${group()}ADR;${random.pick(['WORK', 'TYPE=WORK', 'TYPE="work,pref"'])}:;;Rua B 2;Porto;;;Portugal`,
    )
  const manager = random.pick([undefined, 'X-MANAGER', 'X-MS-MANAGER', 'X-EVOLUTION-MANAGER', 'related'])
  if (manager === 'related') labelled('X-ABRELATEDNAMES', 'Tom Becker', '_$!<Manager>!$_')
  else if (manager !== undefined) lines.push(`${manager}:Tom Becker`)
  const [m, d] = [two(born.month), two(born.day)]
  const written =
    year === undefined
      ? random.pick([`--${m}${d}`, `--${m}-${d}`, `1604-${m}-${d}`, `1604${m}${d}`])
      : random.pick([`${year}-${m}-${d}`, `${year}${m}${d}`, `${year}-${m}-${d}T00:00:00Z`, `${year}-${m}-${d}T23:30:00-08:00`])
  const omits = written.startsWith('1604') ? random.pick(['', ';X-APPLE-OMIT-YEAR=1604', ';X-APPLE-OMIT-YEAR=1900']) : ''
  lines.push(`BDAY${omits}${maybe() ? ';VALUE=date' : ''}:${written}`)
  const dates: ItemDate[] = []
  if (maybe()) {
    const date = { month: 1 + random.below(12), day: 1 + random.below(28), year: 1990 + random.below(30) }
    const iso = `${date.year}-${two(date.month)}-${two(date.day)}`
    // The same day under several names, as programs do who want to be understood by all.
    const ways = [0, 1, 2, 3].filter(() => maybe())
    for (const way of ways.length === 0 ? [0] : ways) {
      if (way === 0) labelled('X-ABDATE', iso, random.pick(['_$!<Anniversary>!$_', 'Anniversary', 'Jahrestag']))
      else lines.push([`ANNIVERSARY:${iso.replaceAll('-', '')}`, `X-ANNIVERSARY:${iso}`, `X-MS-ANNIVERSARY:${iso}`][way - 1] ?? '')
    }
    dates.push({ what: 'anniversary', date })
  }
  if (maybe()) {
    labelled('X-ABDATE;type=pref', '2019-09-02', 'First day')
    dates.push({ what: 'other', label: 'First day', date: { month: 9, day: 2, year: 2019 } })
  }
  put('NOTE', note)
  const link = random.pick([undefined, 'https://example.org/ana'])
  if (link !== undefined) lines.push(maybe() ? `${group()}URL:${link}` : `URL;TYPE=WORK:${link.replace(':', '\\:')}`)
  const labels = maybe() ? ['Lisbon', 'Team'] : []
  if (labels.length > 0) lines.push(maybe() ? 'CATEGORIES:Lisbon,Team' : 'CATEGORIES:Lisbon\r\nCATEGORIES:Team')
  const photo = random.below(4)
  if (photo === 1) lines.push('PHOTO;ENCODING=b;TYPE=JPEG:', ...Array.from({ length: 5 }, () => ` ${'QUJD'.repeat(18)}`))
  if (photo === 2) lines.push('PHOTO;VALUE=uri:https://example.org/photo.jpg?size=1:2;3')
  if (photo === 3) lines.push('PHOTO;ENCODING=BASE64;JPEG:', ...Array.from({ length: 5 }, () => 'QUJD'.repeat(18)), '')
  if (maybe()) lines.push('', 'X-CUSTOM;X-A="b;c:d":whatever')
  const uid = random.below(4) === 0 ? undefined : `uid-${seed}`
  if (uid !== undefined) lines.push(`UID:${uid}`)
  lines.push(random.pick(['END:VCARD', 'end:vcard', 'END:vCard']), '')
  const text = lines.join(random.pick(['\r\n', '\n', '\r\r\n']))
  const truth: Truth = {
    name,
    emails: more === undefined ? [email] : [email, more],
    phones: [phone],
    company: 'Example, Inc.',
    department: 'Operations',
    role: 'Planner',
    place: placed ? 'Porto' : undefined,
    manager: manager === undefined ? undefined : 'Tom Becker',
    birthday: year === undefined ? born : { ...born, year },
    dates,
    notes: [note],
    labels,
    links: link === undefined ? [] : [link],
    uid,
    photoIgnored: photo > 0,
  }
  return { truth, bytes: encoded(text, random.below(8)) }
}

/** A card that is no person, and why. */
export function quirkyStranger(seed: string): { why: 'company' | 'group' | 'no-name' | 'place'; bytes: Uint8Array } {
  const random = seeded(seed)
  const [why, lines] = random.pick([
    ['company', ['FN:Example Inc.', 'N:;;;;', 'ORG:Example Inc.;', 'X-ABShowAs:COMPANY']],
    ['company', ['X-ABSHOWAS:company', 'ORG:Example Inc.', 'FN:Example Inc.', 'TEL;MAIN:1']],
    ['company', ['KIND:org', 'FN:Example Inc.']],
    ['company', ['KIND:ORG', 'ORG:Example Inc.', 'EMAIL:info@example.org', 'FN:Example Inc.']],
    ['group', ['KIND:group', 'FN:Team', 'MEMBER:urn:uuid:1']],
    ['group', ['X-ADDRESSBOOKSERVER-KIND:group', 'N:Team', 'FN:Team', 'X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:1']],
    ['place', ['KIND:location', 'FN:Room 4']],
    ['no-name', ['FN:', 'N:;;;;', 'TEL:1', 'ADR:;;;Porto;;;']],
    ['no-name', ['TEL;CELL:1', 'NOTE:Nobody knows whose']],
  ] as const)
  const text = ['BEGIN:VCARD', `VERSION:${random.pick(['2.1', '3.0', '4.0'])}`, ...lines, 'END:VCARD', ''].join(random.pick(['\r\n', '\n']))
  return { why, bytes: new TextEncoder().encode(text) }
}

/** The file in UTF-8 with or without its mark, in UTF-16 with or without one, or in Latin-1 without a word about it. */
function encoded(text: string, way: number): Uint8Array {
  const codes = way === 7 ? latin(text.replaceAll('\r', '').replaceAll('\n', '')) : undefined
  if (codes !== undefined) return Uint8Array.from([...text].map((sign) => sign.codePointAt(0) ?? 0))
  if (way > 3) return new TextEncoder().encode(way === 4 ? `\uFEFF${text}` : text)
  const marked = way > 1 ? text : `\uFEFF${text}`
  const wide = new Uint8Array(marked.length * 2)
  const view = new DataView(wide.buffer)
  for (let i = 0; i < marked.length; i++) view.setUint16(i * 2, marked.charCodeAt(i), way % 2 === 0)
  return wide
}
