import { detect, HEAD, type Sink } from './detect.ts'
import type { DaySpan, FormatName, Item, Reading } from './item.ts'
import { encodingOf, type NotText, TextDecoding } from './text-encoding.ts'

/** Why a file as a whole cannot be read. */
export type Unreadable = NotText | 'unknown'

/** Thrown when a file as a whole cannot be read; one bad item never causes it. */
export class UnreadableFile extends Error {
  readonly why: Unreadable

  constructor(why: Unreadable) {
    super(why)
    this.name = 'UnreadableFile'
    this.why = why
  }
}

/**
 * Reads a file slice by slice and hands out its items in order; memory stays bounded by the slice and
 * the longest item.
 *
 * @throws UnreadableFile when the bytes are no text, or a text of no format that is understood.
 */
export class FileReading {
  readonly #reading: Reading
  #decoding: TextDecoding | undefined
  #head = ''
  #sink: Sink | undefined
  #format: FormatName | undefined

  constructor(reading: Reading) {
    this.#reading = reading
  }

  /** The next bytes of the file, in order; slices of 64 KiB or more. */
  push(slice: Uint8Array): void {
    if (slice.length === 0) return
    if (this.#decoding === undefined) {
      const encoding = encodingOf(slice)
      if (encoding === 'empty' || encoding === 'binary' || encoding === 'zip') throw new UnreadableFile(encoding)
      this.#decoding = new TextDecoding(encoding)
    }
    this.#text(this.#decoding.push(slice))
  }

  /** The file has ended; answers which format it was. */
  end(): FormatName {
    if (this.#decoding === undefined) throw new UnreadableFile('empty')
    this.#text(this.#decoding.end())
    if (this.#sink === undefined) this.#begin()
    this.#sink?.end()
    return this.#format as FormatName
  }

  #text(text: string): void {
    if (this.#sink !== undefined) {
      this.#sink.push(text)
      return
    }
    this.#head += text
    if (this.#head.length >= HEAD) this.#begin()
  }

  #begin(): void {
    const text = this.#head.startsWith('\uFEFF') ? this.#head.slice(1) : this.#head
    if (text.trim() === '') throw new UnreadableFile('empty')
    const format = detect(text)
    if (format === undefined) throw new UnreadableFile('unknown')
    this.#head = ''
    this.#format = format.name
    this.#sink = format.open(this.#reading)
    this.#sink.push(text)
  }
}

/** Reads bytes that are in memory already. `days` are those of which a calendar's repetitions are wanted. */
export function readBytes(bytes: Uint8Array, days?: DaySpan): { format: FormatName; items: Item[] } {
  const items: Item[] = []
  const reading = new FileReading({ days, at: () => {}, take: (item) => items.push(item), passOver: () => false })
  for (let start = 0; start < bytes.length; start += 1_048_576) reading.push(bytes.subarray(start, start + 1_048_576))
  const format = reading.end()
  return { format, items }
}
