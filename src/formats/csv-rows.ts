import { parse } from 'csv-parse/browser/esm/sync'

/** Rows that are taken apart in one go. */
const TOGETHER = 200

/** A quoted cell that has not ended after so many lines never will: its first line alone is the bad row. */
const LINES = 60

/**
 * Takes rows out of lines: a quoted cell may hold line breaks. A row that cannot be taken apart is
 * handed out as `undefined`, and the rows after it are read as if nothing had been.
 */
export class CsvRows {
  readonly #delimiter: string
  readonly #row: (cells: readonly string[] | undefined, line: number) => void
  #open: { text: string; line: number }[] = []
  #waiting: { text: string; line: number }[] = []

  constructor(delimiter: string, row: (cells: readonly string[] | undefined, line: number) => void) {
    this.#delimiter = delimiter
    this.#row = row
  }

  /** The next line of the file, without its end, and its number. */
  push(text: string, line: number): void {
    this.#open.push({ text, line })
    this.#settle()
  }

  end(): void {
    while (this.#open.length > 0) this.#giveUp()
    this.#flush()
  }

  /** Lines that form a whole row wait to be taken apart; a row that never ends gives up its first line. */
  #settle(): void {
    const whole = this.#open.map((part) => part.text).join('\n')
    if (!endsQuoted(whole, this.#delimiter)) {
      const line = this.#open[0]?.line ?? 0
      this.#open = []
      this.#waiting.push({ text: whole, line })
      if (this.#waiting.length >= TOGETHER) this.#flush()
    } else if (this.#open.length >= LINES || whole.length > 200_000) {
      this.#giveUp()
    }
  }

  #giveUp(): void {
    const [first, ...rest] = this.#open
    this.#open = []
    this.#flush()
    if (first !== undefined) this.#row(undefined, first.line)
    for (const part of rest) this.push(part.text, part.line)
  }

  #flush(): void {
    const waiting = this.#waiting
    this.#waiting = []
    const together = this.#cells(waiting.map((one) => one.text).join('\n'))
    for (const [at, one] of waiting.entries()) {
      this.#row(together?.length === waiting.length ? together[at] : this.#alone(one.text), one.line)
    }
  }

  #alone(text: string): readonly string[] | undefined {
    if (text.trim() === '') return []
    const rows = this.#cells(text)
    return rows?.length === 1 ? rows[0] : undefined
  }

  #cells(text: string): readonly (readonly string[])[] | undefined {
    try {
      const rows: unknown = parse(text, {
        delimiter: this.#delimiter,
        relax_quotes: true,
        relax_column_count: true,
        skip_empty_lines: false,
        record_delimiter: ['\n'],
      })
      return rows as readonly (readonly string[])[]
    } catch {
      return undefined
    }
  }
}

/** Whether a row ends inside a quoted cell. A quote counts only where a cell begins, as `5" pipe` shows. */
function endsQuoted(row: string, delimiter: string): boolean {
  let quoted = false
  let fresh = true
  for (let i = 0; i < row.length; i++) {
    const sign = row[i]
    if (quoted) {
      if (sign !== '"') continue
      if (row[i + 1] === '"') i += 1
      else quoted = false
    } else if (sign === '"' && fresh) {
      quoted = true
      fresh = false
    } else fresh = sign === delimiter || sign === '\n'
  }
  return quoted
}
