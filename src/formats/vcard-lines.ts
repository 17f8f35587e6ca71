import { decodeCharset } from './text-encoding.ts'

/** One property of a card, repaired: decoded, with its parameters told apart. */
export interface CardLine {
  readonly group: string
  /** Upper case. */
  readonly name: string
  /** Lower case: `home`, `work`, `cell`, `pref`, whichever way the file wrote them. */
  readonly types: readonly string[]
  /** The year that Apple writes for "no year", when the parameter names one. */
  readonly omitYear?: string | undefined
  /** Still escaped as vCard escapes. */
  readonly value: string
}

/** Properties whose value is heavy and never read. */
const heavy = /^(?:[\w-]+\.)?(PHOTO|LOGO|SOUND|KEY|X-MS-OL-DESIGN|X-MS-CARDPICTURE|X-EVOLUTION-X509|X-WAB-[\w-]*)(?=[;:])/i

const beginning = /^[A-Za-z0-9_./-]+[ \t]*(?:;[^:]*)?:/

const quotedPrintable = /^[^:]*;[ \t]*(?:ENCODING[ \t]*=[ \t]*)?"?QUOTED-PRINTABLE"?[ \t]*[;:]/i

/** A text longer than this is cut: a note, at the very most. */
const LONG = 100_000

/** Keeps of a card only what is read: of a picture, a sound or a key nothing but its name. */
export class CardText {
  readonly lines: string[] = []
  #heavy = false
  #size = 0

  /** Whether so much text has come that this is no card of a person. */
  get tooLong(): boolean {
    return this.#size > 10 * LONG
  }

  add(line: string): void {
    if (this.#heavy && (line === '' || !beginning.test(line))) return
    const head = heavy.exec(line)
    this.#heavy = head !== null
    const kept = head === null ? line : `${head[0]}:`
    this.#size += kept.length
    if (!this.tooLong) this.lines.push(kept)
  }

  /** Whether the last line opens a card within this card. */
  holdsAgent(): boolean {
    return /^(?:[\w-]+\.)?AGENT[;:]/i.test(this.lines.at(-1) ?? '')
  }
}

/**
 * Puts the physical lines of a card together again: folded lines, soft breaks of quoted-printable,
 * and lines that a careless program broke without marking them.
 */
export function unfold(lines: readonly string[]): string[] {
  const whole: string[] = []
  let parts: string[] = []
  let size = 0
  let soft = false
  const add = (text: string): void => {
    if (size < LONG) parts.push(text.slice(0, LONG - size))
    size += text.length
  }
  for (const line of lines) {
    if (soft) {
      soft = line.endsWith('=')
      add(soft ? line.slice(0, -1) : line)
    } else if (line[0] === ' ' || line[0] === '\t') {
      if (parts.length > 0) add(line.slice(1))
    } else if (line !== '') {
      if (parts.length > 0 && !beginning.test(line)) {
        add(`\\n${line}`)
        continue
      }
      if (parts.length > 0) whole.push(parts.join(''))
      parts = []
      size = 0
      soft = line.endsWith('=') && quotedPrintable.test(line)
      add(soft ? line.slice(0, -1) : line)
    }
  }
  if (parts.length > 0) whole.push(parts.join(''))
  return whole
}

/** Quoted-printable to text, in the charset that the property names. */
export function unquote(value: string, charset: string | undefined): string {
  const bytes: number[] = []
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i)
    const hex = code === 61 ? value.slice(i + 1, i + 3) : ''
    if (/^[0-9A-Fa-f]{2}$/.test(hex)) {
      bytes.push(Number.parseInt(hex, 16))
      i += 2
    } else if (code < 128) {
      bytes.push(code)
    } else {
      for (const byte of new TextEncoder().encode(value[i] as string)) bytes.push(byte)
    }
  }
  return decodeCharset(Uint8Array.from(bytes), charset)
}

/** Splits at a sign that stands outside quotes. */
function outside(text: string, sign: string): string[] {
  const parts: string[] = []
  let quoted = false
  let start = 0
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '"') quoted = !quoted
    else if (text[i] === sign && !quoted) {
      parts.push(text.slice(start, i))
      start = i + 1
    }
  }
  parts.push(text.slice(start))
  return parts
}

/** Where the value begins: after the first colon outside quotes, or after the first one if quotes never close. */
function colon(line: string): number {
  let quoted = false
  for (let i = 0; i < line.length; i++) {
    if (line[i] === '"') quoted = !quoted
    else if (line[i] === ':' && !quoted) return i
  }
  return line.indexOf(':')
}

/** One whole line as a property; undefined when it is none. */
export function cardLine(line: string): CardLine | undefined {
  const at = colon(line)
  if (at < 1) return undefined
  const [head = '', ...parameters] = outside(line.slice(0, at), ';')
  const dot = head.indexOf('.')
  const types: string[] = []
  let charset: string | undefined
  let printable = false
  let omitYear: string | undefined
  for (const parameter of parameters) {
    const equals = parameter.indexOf('=')
    const key = equals < 0 ? 'TYPE' : parameter.slice(0, equals).trim().toUpperCase()
    const given = parameter
      .slice(equals + 1)
      .replaceAll('"', '')
      .trim()
    if (key === 'CHARSET') charset = given
    else if (key === 'ENCODING') printable ||= /^quoted-printable$/i.test(given)
    else if (key === 'X-APPLE-OMIT-YEAR') omitYear = given
    else if (key === 'TYPE') {
      for (const type of given.toLowerCase().split(',')) {
        if (equals < 0 && type === 'quoted-printable') printable = true
        else if (type.trim() !== '') types.push(type.trim())
      }
    }
  }
  const raw = line.slice(at + 1)
  return {
    group: dot < 0 ? '' : head.slice(0, dot).toLowerCase(),
    name: head
      .slice(dot + 1)
      .trim()
      .toUpperCase(),
    types,
    omitYear,
    value: printable ? unquote(raw, charset) : raw,
  }
}
