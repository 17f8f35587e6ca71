import { own } from './plain-text.ts'

/** A longer text within a document is cut: only pictures are longer, and those are not read. */
const LONG = 100_000

/** So many characters are kept of one document, pictures not counted. */
const MOST = 12_000_000

/** What became of a document: its value, or why it has none. */
export type JsonRead =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly why: 'unreadable' | 'unfinished' | 'too-long' }

/** Deeper documents hold no people and no openings. */
const DEEPEST = 200

/** The longest escape, `\\u00e4`; a text is cut only where none can be torn apart. */
const ESCAPE = 6

/** Gathers a JSON document that arrives bit by bit, without the pictures that stand in it as text, and reads it at its end. */
export class JsonText {
  #parts: string[] = []
  #size = 0
  #depth = 0
  #tooDeep = false
  #quoted = false
  #escaped = false
  /** How long the text within quotes is so far. */
  #length = 0
  /** How many signs ago an escape began in it. */
  #clear = 0
  #cut = false

  push(text: string): void {
    if (this.#size > MOST || this.#tooDeep) return
    let start = 0
    for (let i = 0; i < text.length; i++) {
      const sign = text.charCodeAt(i)
      if (!this.#quoted) {
        if (sign === 34) this.#begin()
        else if (sign === 123 || sign === 91) this.#deeper()
        else if (sign === 125 || sign === 93) this.#depth -= 1
        continue
      }
      if (sign === 34 && !this.#escaped) {
        if (this.#cut) start = i
        this.#quoted = false
        this.#cut = false
        continue
      }
      this.#escaped = sign === 92 && !this.#escaped
      this.#length += 1
      this.#clear = sign === 92 ? 0 : this.#clear + 1
      if (this.#cut || this.#length < LONG || this.#clear < ESCAPE) continue
      this.#cut = true
      this.#keep(own(text.slice(start, i)))
    }
    if (!this.#cut) this.#keep(start === 0 ? text : own(text.slice(start)))
  }

  /** The document has ended. */
  end(): JsonRead {
    if (this.#size > MOST) return { ok: false, why: 'too-long' }
    if (this.#tooDeep) return { ok: false, why: 'unreadable' }
    const text = this.#parts.join('')
    this.#parts = []
    const value = parsed(text) ?? parsed(mended(text))
    if (value !== undefined) return { ok: true, value: value.of }
    return { ok: false, why: this.#depth > 0 || this.#quoted ? 'unfinished' : 'unreadable' }
  }

  #begin(): void {
    this.#quoted = true
    this.#escaped = false
    this.#length = 0
    this.#clear = ESCAPE
  }

  #deeper(): void {
    this.#depth += 1
    if (this.#depth > DEEPEST) this.#tooDeep = true
  }

  #keep(text: string): void {
    if (text === '') return
    this.#size += text.length
    this.#parts.push(text)
  }
}

function parsed(text: string): { readonly of: unknown } | undefined {
  try {
    return { of: JSON.parse(text) as unknown }
  } catch {
    return undefined
  }
}

/** What pages do to their JSON: line breaks and tabs within texts, and a comment or CDATA around the whole. */
function mended(text: string): string {
  const bare = text.replace(/\p{Cc}+/gu, ' ').trim()
  const begun = bare.replace(/^(?:\/\/)?\s*(?:<!\[CDATA\[|<!--)/, '')
  const closed = ['//]]>', '// ]]>', ']]>', '//-->', '-->', ';'].find((end) => begun.endsWith(end)) ?? ''
  return begun.slice(0, begun.length - closed.length)
}

/** Reads a document that is there as a whole. */
export function readJson(text: string): JsonRead {
  const json = new JsonText()
  json.push(text)
  return json.end()
}

/** An object of a document; an empty one where there is none. */
export function objectIn(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : {}
}

/** A list of a document; the values of an object stand for a list whose places have gaps, and anything else for a list of one. */
export function listIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value as readonly unknown[]
  if (typeof value === 'object' && value !== null && Object.keys(value).every((key) => /^\d+$/.test(key)))
    return Object.values(value) as readonly unknown[]
  return value === undefined || value === null ? [] : [value]
}

/** A text of a document; numbers count as their digits. */
export function textIn(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : ''
}
