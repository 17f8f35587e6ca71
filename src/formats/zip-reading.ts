import { detect, HEAD } from './detect.ts'
import type { FormatName, Item, Reading } from './item.ts'
import { ownerOf, pagesOf, together } from './linkedin-export.ts'
import { knownMessages, MessageDays } from './linkedin-messages.ts'
import type { TableForm } from './table-fields.ts'
import { TableRows } from './table-rows.ts'
import { encodingOf, TextDecoding } from './text-encoding.ts'
import { TextReading } from './text-reading.ts'
import { Allowance, gathered, joined, type PackedFile, PackedFolderError, packedFiles } from './zip-folder.ts'

/** Folders within folders that are opened. */
const DEPTH = 3

/** A packed folder within this one that is larger, unpacked, is not opened. */
const LARGEST_INNER = 50 * 1024 * 1024

/** A file of the folder that is text of a known format. */
interface Known {
  readonly file: PackedFile
  readonly format: FormatName
  readonly head: string
}

/** What programs leave in packed folders beside the files. */
const litter = /(^|\/)(__MACOSX\/|\.DS_Store$|\._|Thumbs\.db$)/

/**
 * Reads the files of people in a packed folder, one after the other; all others are passed over.
 * Answers the format, or `zip` as a reason when no file in it is known, `workbook` when it is a
 * spreadsheet.
 *
 * @throws PackedFolderError when the folder is damaged, locked, or far too large
 */
export function readPacked(bytes: Uint8Array, reading: Reading): { format: FormatName } | { why: 'zip' | 'workbook' } {
  const allowance = new Allowance()
  const files = packedFiles(bytes, allowance)
  if (files.some(({ path }) => path === 'xl/workbook.xml' || path === 'xl/workbook.bin')) return { why: 'workbook' }
  const { known, owner } = knownIn(files, allowance, 1)
  const chosen = choose(known)
  const [first] = chosen
  if (first === undefined) return { why: 'zip' }
  if (chosen.some(({ format }) => format.startsWith('linkedin-'))) {
    readExport(chosen, owner, reading)
    return { format: 'linkedin-export' }
  }
  const hands = new InTurn(reading, chosen.length === 1)
  for (const { file } of chosen) {
    hands.next()
    readText(file, hands)
  }
  if (hands.count === 0 && chosen.length > 1 && chosen.every(({ format }) => format === 'csv')) return { why: 'zip' }
  return { format: chosen.every(({ format }) => format === first.format) ? first.format : 'several' }
}

/** Files that are read together: LinkedIn's own, else one archive, else what surely holds people, else calendars, else any table. */
function choose(known: readonly Known[]): readonly Known[] {
  const linkedin = known.filter(({ format }) => format.startsWith('linkedin-'))
  if (linkedin.length > 0) return linkedin
  const archive = known.find(({ format }) => format === 'kith')
  if (archive !== undefined) return [archive]
  const sure = known.filter(({ format }) => format !== 'csv')
  // Moments are gone through by themselves: a folder with both is one of people.
  const people = sure.filter(({ format }) => format !== 'icalendar')
  return [people, sure, known].find(({ length }) => length > 0) ?? []
}

/** Looks at the beginning of every file, and into folders within this one. */
function knownIn(files: readonly PackedFile[], allowance: Allowance, depth: number): { known: Known[]; owner: string | undefined } {
  const known: Known[] = []
  let owner: string | undefined
  for (const file of files) {
    if (litter.test(file.path)) continue
    try {
      const head = headOf(file)
      if (head === 'zip') {
        const inner = depth < DEPTH ? wholeOf(file) : undefined
        if (inner === undefined) continue
        const more = knownIn(packedFiles(inner, allowance), allowance, depth + 1)
        known.push(...more.known)
        owner ??= more.owner
        continue
      }
      if (head === undefined) continue
      if (/(^|\/)profile\.csv$/i.test(file.path)) owner ??= ownerOf(head)
      const format = detect(head)?.name
      if (format !== undefined) known.push({ file, format, head })
    } catch (error) {
      // A damaged file is passed over like any other that cannot be read; what is too large ends it all.
      if (!(error instanceof PackedFolderError) || error.why === 'zip-large') throw error
    }
  }
  return { known, owner }
}

/** The text at the beginning of a file; `zip` for a packed folder, undefined where it is no text. */
function headOf(file: PackedFile): string | 'zip' | undefined {
  let decoding: TextDecoding | undefined
  let head = ''
  for (const slice of file.slices()) {
    if (decoding === undefined) {
      const encoding = encodingOf(slice)
      if (encoding === 'zip') return 'zip'
      if (encoding === 'binary' || encoding === 'empty') return undefined
      decoding = new TextDecoding(encoding)
    }
    head += decoding.push(slice)
    if (head.length >= HEAD) break
  }
  if (decoding !== undefined && head.length < HEAD) head += decoding.end()
  return head.trim() === '' ? undefined : head.replace(/^\uFEFF/, '').slice(0, HEAD)
}

function wholeOf(file: PackedFile): Uint8Array | undefined {
  const parts: Uint8Array[] = []
  let size = 0
  for (const slice of file.slices()) {
    parts.push(slice)
    size += slice.length
    if (size > LARGEST_INNER) return undefined
  }
  return joined(parts, size)
}

/** Reads one file to its end; a damaged end leaves what came before it, and says so. */
function readText(file: PackedFile, hands: InTurn): void {
  let text: TextReading | undefined
  let broken = false
  try {
    for (const slice of gathered(file)) {
      const encoding = encodingOf(slice)
      if (text === undefined && (encoding === 'binary' || encoding === 'zip' || encoding === 'empty')) return
      text ??= new TextReading(hands, encoding === 'utf-16be' || encoding === 'utf-16le' ? encoding : 'bytes')
      if (!text.push(slice)) return
    }
  } catch (error) {
    if (!(error instanceof PackedFolderError) || error.why === 'zip-large') throw error
    broken = true
  }
  text?.end()
  if (broken) hands.take({ kind: 'skipped', index: hands.inFile + 1, line: 1, name: '', why: 'unfinished' })
}

/** Counts the items of several files through. What is said of columns is said of a table that is alone. */
class InTurn implements Reading {
  readonly days: Reading['days']
  readonly columns: Reading['columns']
  readonly #reading: Reading
  readonly #alone: boolean
  #before = 0
  /** Items of the present file. */
  inFile = 0

  constructor(reading: Reading, alone = false) {
    this.#reading = reading
    this.#alone = alone
    this.days = reading.days
    this.columns = alone ? reading.columns : undefined
  }

  get count(): number {
    return this.#before + this.inFile
  }

  /** The next file begins. */
  next(): void {
    this.#before += this.inFile
    this.inFile = 0
  }

  at(index: number): void {
    this.#reading.at(this.#before + index)
  }

  take(item: Item): void {
    this.inFile = Math.max(this.inFile, item.index)
    this.#reading.take({ ...item, index: this.#before + item.index })
  }

  passOver(index: number): boolean {
    return this.#reading.passOver(this.#before + index)
  }

  table(form: TableForm): void {
    if (this.#alone) this.#reading.table?.(form)
  }
}

/** An export of LinkedIn: the connections with the days of their messages. */
function readExport(known: readonly Known[], owner: string | undefined, reading: Reading): void {
  const connections: Item[] = []
  const hands = new InTurn({
    at: (index) => reading.at(index),
    take: (item) => connections.push(item),
    passOver: (index) => reading.passOver(index),
  })
  for (const { file } of known.filter(({ format }) => format === 'linkedin-connections')) {
    hands.next()
    readText(file, hands)
  }
  const hints = { owner, connections: pagesOf(connections) }
  const counterparts: Item[] = []
  for (const { file, head } of known.filter(({ format }) => format === 'linkedin-messages')) {
    let days: MessageDays | undefined
    const rows = new TableRows(knownMessages, ({ titles }) => {
      days = new MessageDays(titles, () => reading.at(Math.max(1, connections.length)))
      return days
    })
    decodeInto(file, head, (text) => rows.push(text))
    rows.end()
    counterparts.push(...(days?.people(hints) ?? []))
  }
  for (const item of together(connections, counterparts)) reading.take(item)
}

/** The text of a file whose beginning is known to be text; a damaged end leaves what came before it. */
function decodeInto(file: PackedFile, head: string, push: (text: string) => void): void {
  if (head === '') return
  let decoding: TextDecoding | undefined
  try {
    for (const slice of gathered(file)) {
      const encoding = encodingOf(slice)
      decoding ??= new TextDecoding(encoding === 'utf-16be' || encoding === 'utf-16le' ? encoding : 'bytes')
      push(decoding.push(slice))
    }
  } catch (error) {
    if (!(error instanceof PackedFolderError) || error.why === 'zip-large') throw error
  }
  push(decoding?.end() ?? '')
}
