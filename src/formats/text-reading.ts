import { detect, type Format, HEAD, type Sink, tables } from './detect.ts'
import type { FormatName, Reading } from './item.ts'
import { type Encoding, TextDecoding } from './text-encoding.ts'

/** Reads the text of a file bit by bit: decodes it, finds out its format by its beginning, and hands out its items. */
export class TextReading {
  readonly #reading: Reading
  readonly #decoding: TextDecoding
  #head = ''
  #sink: Sink | undefined
  #format: Format | 'empty' | 'unknown' | undefined

  constructor(reading: Reading, encoding: Encoding) {
    this.#reading = reading
    this.#decoding = new TextDecoding(encoding)
  }

  /** The next bytes of the file, in order; answers false when it is clear that they can be of no use. */
  push(slice: Uint8Array): boolean {
    this.#text(this.#decoding.push(slice))
    return typeof this.#format !== 'string'
  }

  /** The file has ended; answers which format it was, or why it was none. */
  end(): FormatName | 'empty' | 'unknown' {
    this.#text(this.#decoding.end())
    this.#begin()
    this.#sink?.end()
    return typeof this.#format === 'object' ? this.#format.name : (this.#format ?? 'unknown')
  }

  #text(text: string): void {
    if (this.#sink !== undefined) {
      this.#sink.push(text)
      return
    }
    if (this.#format !== undefined) return
    this.#head += text
    if (this.#head.length >= HEAD) this.#begin()
  }

  #begin(): void {
    if (this.#format !== undefined) return
    const text = this.#head.startsWith('\uFEFF') ? this.#head.slice(1) : this.#head
    this.#head = ''
    if (text.trim() === '') {
      this.#format = 'empty'
      return
    }
    const found = detect(text)
    // Whoever says what the columns hold means a plain table, even where it looks like the table of some program.
    const plain = tables.at(-1)
    const format =
      this.#reading.columns !== undefined && plain !== undefined && (found === undefined || tables.includes(found)) ? plain : found
    this.#format = format ?? 'unknown'
    this.#sink = format?.open(this.#reading)
    this.#sink?.push(text)
  }
}
