import type { DaySpan, FormatName, Item } from '../../formats/item.ts'
import { FileReading, type Unreadable, UnreadableFile } from '../../formats/read.ts'
import { type Sealed, sealedAs } from '../../formats/sealed-file.ts'
import type { TableChoice, TableForm } from '../../formats/table-fields.ts'

/** What the reader is asked to do. */
export interface Order {
  /** Says each item's place before it is read, so that the one that holds up the reader is known. */
  readonly careful: boolean
  /** Items that held up an earlier reader. */
  readonly passOver: readonly number[]
  /** How the columns of a plain table are to be understood, where the owner has said so. */
  readonly columns?: TableChoice | undefined
  /** The days of which the repetitions in a calendar are wanted. */
  readonly days?: DaySpan | undefined
}

/** What the reader says while it works. */
export type Report =
  | { readonly say: 'ready' }
  | { readonly say: 'at'; readonly index: number; readonly bytes: number }
  | { readonly say: 'items'; readonly items: readonly Item[] }
  | { readonly say: 'table'; readonly form: TableForm }
  | { readonly say: 'done'; readonly format: FormatName }
  | { readonly say: 'unreadable'; readonly why: Unreadable | Sealed | 'not-readable' }

/** How long the reader works between two signs of life, in milliseconds. */
const SIGN = 100

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
    days: order.days,
    at: (place) => {
      index = place
      if (order.careful || performance.now() - said > SIGN) sign()
    },
    take: (item) => {
      items.push(item)
      if (items.length >= TOGETHER) flush()
    },
    passOver: (place) => passOver.has(place),
    columns: order.columns,
    table: (form) => report({ say: 'table', form }),
  })
  try {
    for await (const slice of unsealed(slices)) {
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

/** The slices of the file, unless it is sealed. */
async function* unsealed(slices: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let first = true
  for await (const slice of slices) {
    const sealed = first ? sealedAs(slice) : null
    if (sealed !== null) throw new SealedFile(sealed)
    first = false
    yield slice
  }
}
