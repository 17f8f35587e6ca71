import type { DaySpan, FormatName, Item, Reading } from './item.ts'
import type { TableChoice, TableForm } from './table-fields.ts'
import { encodingOf, type NotText } from './text-encoding.ts'
import { TextReading } from './text-reading.ts'
import { wholeBookIn } from './zip-archive.ts'
import { gathered, joined, type Packed, type PackedFile, PackedFolderError } from './zip-folder.ts'
import { readPacked } from './zip-reading.ts'

/** Why a file as a whole cannot be read. */
export type Unreadable = NotText | 'unknown' | 'workbook' | Packed

/** Thrown when a file as a whole cannot be read; one bad item never causes it. */
export class UnreadableFile extends Error {
  readonly why: Unreadable

  constructor(why: Unreadable) {
    super(why)
    this.name = 'UnreadableFile'
    this.why = why
  }
}

/** A packed folder is held as a whole, because its list of files stands at its end. */
const LARGEST_PACKED = 64 * 1024 * 1024

/**
 * Reads a file slice by slice and hands out its items in order; memory stays bounded by the slice and
 * the longest item, and for a packed folder by its size.
 *
 * @throws UnreadableFile when the bytes are no text, or a text of no format that is understood.
 */
export class FileReading {
  readonly #reading: Reading
  #text: TextReading | undefined
  #packed: Uint8Array[] | undefined
  #size = 0

  constructor(reading: Reading) {
    this.#reading = reading
  }

  /** The next bytes of the file, in order; slices of 64 KiB or more. */
  push(slice: Uint8Array): void {
    if (slice.length === 0) return
    if (this.#text === undefined && this.#packed === undefined) {
      const encoding = encodingOf(slice)
      if (encoding === 'empty' || encoding === 'binary') throw new UnreadableFile(encoding)
      if (encoding === 'zip') this.#packed = []
      else this.#text = new TextReading(this.#reading, encoding)
    }
    if (this.#text !== undefined) {
      if (!this.#text.push(slice)) this.end()
      return
    }
    this.#size += slice.length
    if (this.#size > LARGEST_PACKED) throw new UnreadableFile('zip-large')
    this.#packed?.push(slice.slice())
  }

  /** The file has ended; answers which format it was. */
  end(): FormatName {
    if (this.#packed !== undefined) return this.#unpack(this.#packed)
    const format = this.#text?.end() ?? 'empty'
    if (format === 'empty' || format === 'unknown') throw new UnreadableFile(format)
    return format
  }

  #unpack(slices: readonly Uint8Array[]): FormatName {
    const whole = joined(slices, this.#size)
    this.#packed = []
    try {
      // The folder that Kith packs holds the whole book, and beside it copies of it in other forms.
      const book = wholeBookIn(whole)
      if (book !== undefined) return this.#whole(book)
      const read = readPacked(whole, this.#reading)
      if ('why' in read) throw new UnreadableFile(read.why)
      return read.format
    } catch (error) {
      throw error instanceof PackedFolderError ? new UnreadableFile(error.why) : error
    }
  }

  #whole(book: PackedFile): FormatName {
    const text = new TextReading(this.#reading, 'bytes')
    for (const slice of gathered(book)) if (!text.push(slice)) break
    const format = text.end()
    if (format === 'empty' || format === 'unknown') throw new UnreadableFile(format)
    return format
  }
}

/** Reads bytes that are in memory already. `columns` says what those of a plain table hold, `days` of which days the repetitions of a calendar are wanted. */
export function readBytes(
  bytes: Uint8Array,
  asked: { readonly columns?: TableChoice | undefined; readonly days?: DaySpan | undefined } = {},
): { format: FormatName; items: Item[]; table?: TableForm } {
  const items: Item[] = []
  let table: TableForm | undefined
  const reading = new FileReading({
    at: () => {},
    take: (item) => items.push(item),
    passOver: () => false,
    columns: asked.columns,
    days: asked.days,
    table: (form) => {
      table = form
    },
  })
  for (let start = 0; start < bytes.length; start += 1_048_576) reading.push(bytes.subarray(start, start + 1_048_576))
  const format = reading.end()
  return table === undefined ? { format, items } : { format, items, table }
}
