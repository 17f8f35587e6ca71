import { parse } from 'csv-parse/browser/esm/sync'

/** Rows that are taken apart in one go. */
const TOGETHER = 200

/** A quoted cell that has not ended after so many lines never will: its first line alone is the bad row. */
const LINES = 1000

/** After many bad rows a quoted cell is given no more lines than this. */
const FEW = 20

/** The longest row, in characters. */
const LONGEST = 400_000

/** Takes one row apart; undefined when it is none. */
export function cellsOf(row: string, delimiter: string): readonly string[] | undefined {
  const plain = plainCells(row, delimiter)
  if (plain !== undefined) return plain
  const rows = parsed(row, delimiter)
  return rows?.length === 1 ? rows[0] : undefined
}

/** The cells of a row that is written as it should be: quotes only around whole cells, and doubled within them. Undefined for any other. */
function plainCells(row: string, delimiter: string): readonly string[] | undefined {
  if (!row.includes('"')) return row.split(delimiter)
  const cells: string[] = []
  for (let at = 0; ; at++) {
    if (row[at] !== '"') {
      const next = row.indexOf(delimiter, at)
      const cell = next < 0 ? row.slice(at) : row.slice(at, next)
      if (cell.includes('"')) return undefined
      cells.push(cell)
      if (next < 0) return cells
      at = next
      continue
    }
    let text = ''
    let end = row.indexOf('"', at + 1)
    for (at += 1; end >= 0 && row[end + 1] === '"'; end = row.indexOf('"', at)) {
      text += row.slice(at, end + 1)
      at = end + 2
    }
    if (end < 0) return undefined
    cells.push(text + row.slice(at, end))
    at = end + 1
    if (at >= row.length) return cells
    if (row[at] !== delimiter) return undefined
  }
}

/** Rows that are written in odd ways, as csv-parse understands them. */
function parsed(text: string, delimiter: string): readonly (readonly string[])[] | undefined {
  try {
    const rows: unknown = parse(text, {
      delimiter,
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

/**
 * Takes rows out of lines: a quoted cell may hold line breaks. A row that cannot be taken apart is
 * handed out as `undefined`, and the rows after it are read as if nothing had been.
 */
export class CsvRows {
  readonly #delimiter: string
  readonly #row: (cells: readonly string[] | undefined, line: number) => void
  #open: { text: string; line: number }[] = []
  #size = 0
  #quoted = false
  #patience = LINES
  #waiting: { text: string; line: number }[] = []

  constructor(delimiter: string, row: (cells: readonly string[] | undefined, line: number) => void) {
    this.#delimiter = delimiter
    this.#row = row
  }

  /** The next line of the file, without its end, and its number. */
  push(text: string, line: number): void {
    const again = [{ text, line }]
    for (let next = again.pop(); next !== undefined; next = again.pop()) {
      this.#open.push(next)
      this.#size += next.text.length + 1
      this.#quoted = endsQuoted(next.text, this.#delimiter, this.#quoted)
      if (!this.#quoted) this.#whole()
      else if (this.#open.length >= this.#patience || this.#size > LONGEST) again.push(...this.#giveUp())
    }
  }

  /** Hands out the rows that are whole so far; answers whether one is still open. */
  settle(): boolean {
    this.#flush()
    return this.#open.length > 0
  }

  end(): void {
    while (this.#open.length > 0) for (const part of this.#giveUp().reverse()) this.push(part.text, part.line)
    this.#flush()
  }

  /** Lines that form a whole row wait to be taken apart. */
  #whole(): void {
    const line = this.#open[0]?.line ?? 0
    this.#waiting.push({
      text: this.#open.length === 1 ? (this.#open[0]?.text ?? '') : this.#open.map((part) => part.text).join('\n'),
      line,
    })
    this.#open = []
    this.#size = 0
    if (this.#waiting.length >= TOGETHER) this.#flush()
  }

  /** A row that never ends gives up its first line; the others are to be read anew, the last one first in the answer. */
  #giveUp(): { text: string; line: number }[] {
    const [first, ...rest] = this.#open
    this.#open = []
    this.#size = 0
    this.#quoted = false
    this.#patience = Math.max(FEW, Math.floor(this.#patience / 2))
    this.#flush()
    if (first !== undefined) this.#row(undefined, first.line)
    return rest.reverse()
  }

  #flush(): void {
    const waiting = this.#waiting
    this.#waiting = []
    if (waiting.length === 0) return
    const cells = waiting.map((one) => plainCells(one.text, this.#delimiter))
    const odd = waiting.filter((_, at) => cells[at] === undefined)
    const together = odd.length === 0 ? [] : parsed(odd.map((one) => one.text).join('\n'), this.#delimiter)
    const whole = together?.length === odd.length ? together : undefined
    let next = 0
    for (const [at, one] of waiting.entries()) this.#row(cells[at] ?? whole?.[next++] ?? this.#alone(one.text), one.line)
  }

  #alone(text: string): readonly string[] | undefined {
    return text.trim() === '' ? [] : cellsOf(text, this.#delimiter)
  }
}

/** Whether a line ends inside a quoted cell, having begun inside one or not. A quote counts only where a cell begins, as `5" pipe` shows. */
function endsQuoted(line: string, delimiter: string, began: boolean): boolean {
  if (!line.includes('"')) return began
  let quoted = began
  let fresh = !began
  for (let i = 0; i < line.length; i++) {
    const sign = line[i]
    if (quoted) {
      if (sign !== '"') continue
      if (line[i + 1] === '"') i += 1
      else quoted = false
    } else if (sign === '"' && fresh) {
      quoted = true
      fresh = false
    } else fresh = sign === delimiter
  }
  return quoted
}
