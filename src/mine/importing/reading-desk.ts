import type { FormatName, Item } from '../../formats/item.ts'
import { FileReading, type Unreadable, UnreadableFile } from '../../formats/read.ts'
import { type Sealed, sealedAs } from '../../formats/sealed-file.ts'
import { kithArchiveInZip } from '../../formats/zip-archive.ts'

/** What the reader is asked to do. */
export interface Order {
  /** Says each item's place before it is read, so that the one that holds up the reader is known. */
  readonly careful: boolean
  /** Items that held up an earlier reader. */
  readonly passOver: readonly number[]
}

/** What the reader says while it works. */
export type Report =
  | { readonly say: 'ready' }
  | { readonly say: 'at'; readonly index: number; readonly bytes: number }
  | { readonly say: 'items'; readonly items: readonly Item[] }
  | { readonly say: 'done'; readonly format: FormatName }
  | { readonly say: 'unreadable'; readonly why: Unreadable | Sealed | 'not-readable' }

/** How long the reader works between two signs of life, in milliseconds. */
const SIGN = 100

/** How much of an unpacked book is read at a time, in bytes. */
const SLICE = 1_048_576

/** Items that travel together. */
const TOGETHER = 500

/** Reads slices of a file and reports; this is all that happens in the worker, in the browser as under Node. */
export async function readSlices(slices: AsyncIterable<Uint8Array>, order: Order, report: (report: Report) => void): Promise<void> {
  const passOver = new Set(order.passOver)
  let items: Item[] = []
  let index = 0
  let bytes = 0
  let said = performance.now()
  const flush = (): void => {
    if (items.length > 0) report({ say: 'items', items })
    items = []
  }
  const sign = (): void => {
    flush()
    report({ say: 'at', index, bytes })
    said = performance.now()
  }
  const reading = new FileReading({
    at: (place) => {
      index = place
      if (order.careful || performance.now() - said > SIGN) sign()
    },
    take: (item) => {
      items.push(item)
      if (items.length >= TOGETHER) flush()
    },
    passOver: (place) => passOver.has(place),
  })
  try {
    for await (const slice of unpacked(slices)) {
      bytes += slice.length
      reading.push(slice)
      if (performance.now() - said > SIGN) sign()
    }
    const format = reading.end()
    flush()
    report({ say: 'done', format })
  } catch (error) {
    report({ say: 'unreadable', why: error instanceof UnreadableFile || error instanceof SealedFile ? error.why : 'not-readable' })
  }
}

/** Thrown for a file that holds a book, but sealed. */
class SealedFile extends Error {
  readonly why: Sealed

  constructor(why: Sealed) {
    super(why)
    this.why = why
  }
}

/** The slices to read: those of the file, or, of a ZIP file that Kith wrote, those of the book inside. */
async function* unpacked(slices: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const packed: Uint8Array[] = []
  let first = true
  for await (const slice of slices) {
    if (first) {
      const sealed = sealedAs(slice)
      if (sealed !== null) throw new SealedFile(sealed)
      if (slice[0] === 0x50 && slice[1] === 0x4b) packed.push(slice)
    } else if (packed.length > 0) packed.push(slice)
    if (packed.length === 0) yield slice
    first = false
  }
  if (packed.length === 0) return
  const whole = new Uint8Array(await new Blob(packed as Uint8Array<ArrayBuffer>[]).arrayBuffer())
  const book = kithArchiveInZip(whole)
  if (book === null) throw new UnreadableFile('zip')
  for (let start = 0; start < book.length; start += SLICE) yield book.subarray(start, start + SLICE)
}
