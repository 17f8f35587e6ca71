import ICAL from 'ical.js'
import { type CardLine, cardLine } from './vcard-lines.ts'

/** One property of a card, unescaped: `parts` are the components of N, ORG and ADR, else one text. */
export interface CardProperty extends Omit<CardLine, 'value'> {
  readonly parts: readonly string[]
}

/** What is read of a card; all else stays in the file. */
const read = new Set([
  'FN',
  'N',
  'NICKNAME',
  'ORG',
  'X-DEPARTMENT',
  'TITLE',
  'ROLE',
  'EMAIL',
  'TEL',
  'URL',
  'X-SOCIALPROFILE',
  'ADR',
  'BDAY',
  'ANNIVERSARY',
  'X-ANNIVERSARY',
  'X-EVOLUTION-ANNIVERSARY',
  'X-MS-ANNIVERSARY',
  'X-KADDRESSBOOK-X-ANNIVERSARY',
  'X-ABDATE',
  'X-ABLABEL',
  'X-ANDROID-CUSTOM',
  'X-ABRELATEDNAMES',
  'X-MANAGER',
  'X-MS-MANAGER',
  'X-EVOLUTION-MANAGER',
  'X-KADDRESSBOOK-X-MANAGERSNAME',
  'X-ABSHOWAS',
  'X-ADDRESSBOOKSERVER-KIND',
  'KIND',
  'NOTE',
  'CATEGORIES',
  'UID',
  'PRODID',
  'PHOTO',
  'X-KITH-ABOUT',
  'X-KITH-CIRCLE',
  'X-KITH-RHYTHM',
  'X-KITH-IMPORTANCE',
])

/** Properties that vCard 4.0 structures by semicolons, and those that hold a list parted by commas; the rest is handed over as plain text. */
const structured = new Set(['N', 'ORG', 'ADR'])
const listed = new Set(['NICKNAME', 'CATEGORIES'])

/** Stands for an escaped backslash while ical.js takes values apart, which sees only the one before a comma or semicolon; no value holds it. */
const BACKSLASH = '\u0001'

/** The line as the strictest reader wants it: version 4.0, no parameter but the type of value, escapes in order. */
function canonical(line: CardLine): string {
  const value = line.value
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/\p{Cc}/gu, ' ')
    .replace(/\\(.)/g, (whole, sign: string) => (sign === '\\' ? BACKSLASH : whole))
  // Many programs escape semicolons, colons and quotes in plain text too, where ical.js would leave the backslash.
  const plain = value.replace(/\\(.)/g, (whole, sign: string) => (sign === ';' || sign === ':' || sign === '"' ? sign : whole))
  if (listed.has(line.name)) return `${line.name}:${plain}`
  return structured.has(line.name) ? `${line.name}:${value}` : `${line.name};VALUE=text:${plain}`
}

function parse(lines: readonly CardLine[]): unknown {
  const text = `BEGIN:VCARD\r\nVERSION:4.0\r\n${lines.map(canonical).join('\r\n')}\r\nEND:VCARD`
  return ICAL.parse(text) as unknown
}

/** A jCard value as texts: several values of one component are one text again. */
function texts(values: readonly unknown[]): string[] {
  return values
    .flatMap((value) =>
      Array.isArray(value) ? value.map((part) => (Array.isArray(part) ? part.map(String).join(', ') : String(part))) : [String(value)],
    )
    .map((text) => text.replaceAll(BACKSLASH, '\\'))
}

/** The properties of a jCard without its VERSION; an empty list where the shape is another one. */
function jcardProperties(card: unknown): readonly (readonly unknown[])[] {
  const list: unknown = Array.isArray(card) ? card[1] : undefined
  return Array.isArray(list) ? list.slice(1).filter((entry): entry is unknown[] => Array.isArray(entry)) : []
}

/**
 * The properties of one card that are read, from its unfolded lines. ical.js takes the values apart;
 * a line that it refuses is left out and the others are read without it.
 */
export function propertiesOf(lines: readonly string[]): CardProperty[] {
  const wanted = lines.map(cardLine).filter((line): line is CardLine => line !== undefined && read.has(line.name))
  const whole = attempt(wanted)
  if (whole !== undefined) return whole
  return wanted.flatMap((line) => attempt([line]) ?? [])
}

function attempt(lines: readonly CardLine[]): CardProperty[] | undefined {
  try {
    const parsed = jcardProperties(parse(lines))
    if (parsed.length !== lines.length) return undefined
    return lines.map(({ value: _, ...line }, at) => ({ ...line, parts: texts((parsed[at] ?? []).slice(3)) }))
  } catch {
    return undefined
  }
}
