import { CsvRows, cellsOf } from './csv-rows.ts'
import type { Sink } from './detect.ts'
import { Lines } from './lines.ts'

/** What parts the cells of a table. */
export const delimiters = [',', ';', '\t', '|'] as const

/** A longer line is no line of titles. */
const LONGEST_HEADER = 20_000

/** The line of titles of a table, taken apart. */
export interface Header {
  readonly titles: readonly string[]
  readonly delimiter: string
}

/** The line as titles, if `known` knows them in one of the ways to part them. */
export function headerOf(line: string, known: (titles: readonly string[]) => boolean): Header | undefined {
  if (line.length > LONGEST_HEADER) return undefined
  for (const delimiter of delimiters) {
    const cells = line.includes(delimiter) ? cellsOf(line.replace(/^\uFEFF/, ''), delimiter) : undefined
    const titles = cells?.map((cell) => cell.trim().replace(/^"|"$/g, ''))
    if (titles !== undefined && known(titles)) return { titles, delimiter }
  }
  return undefined
}

/** The lines of a text that may hold the titles, as far as they go. */
export const firstLines = (head: string, most: number): string[] => head.split(/\r\n|\n|\r/, most)

/** The rows of one kind of table below its line of titles. */
export interface Rows {
  row(cells: readonly string[] | undefined, line: number): void
  end(): void
}

/** Looks for the line of titles and hands out the rows below it; what stands above is passed over. */
export class TableRows implements Sink {
  readonly #known: (titles: readonly string[]) => boolean
  readonly #open: (header: Header) => Rows
  readonly #lines: Lines
  #line = 0
  #rows: Rows | undefined
  #csv: CsvRows | undefined

  constructor(known: (titles: readonly string[]) => boolean, open: (header: Header) => Rows) {
    this.#known = known
    this.#open = open
    this.#lines = new Lines((line) => this.#take(line))
  }

  push(text: string): void {
    this.#lines.push(text)
  }

  end(): void {
    this.#lines.end()
    this.#csv?.end()
    this.#rows?.end()
  }

  #take(line: string): void {
    this.#line += 1
    if (this.#csv !== undefined) {
      this.#csv.push(line, this.#line)
      return
    }
    const header = headerOf(line, this.#known)
    if (header === undefined) return
    const rows = this.#open(header)
    this.#rows = rows
    this.#csv = new CsvRows(header.delimiter, (cells, at) => rows.row(cells, at))
  }
}
