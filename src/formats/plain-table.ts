import { fold } from '../kernel/text.ts'
import { CsvRows } from './csv-rows.ts'
import type { Format, Sink } from './detect.ts'
import type { Reading } from './item.ts'
import { Lines } from './lines.ts'
import { tidy } from './short-text.ts'
import { type Field, fieldOfTitle, fieldsOfTitles, namesPeople } from './table-fields.ts'
import { TablePeople } from './table-people.ts'
import { delimiters, firstLines } from './table-rows.ts'

/** Rows by which columns are understood. */
const FIRST = 60

/** Lines in which these rows are looked for. */
const LINES = 400

/** A beginning longer than this may end in the middle of a line. */
const CUT = 60_000

/** Rows of a heading that may stand above a table. */
const ABOVE = 5

/** More columns than these are no table of people. */
const WIDEST = 1000

/** Cells that show what a column holds. */
const SAMPLES = 3

/** The first rows of a text that are whole, what parts their cells, and how many rows stand above the table. */
interface Beginning {
  readonly delimiter: string
  readonly above: number
  readonly rows: readonly (readonly string[])[]
}

function rowsOf(lines: readonly string[], delimiter: string): Beginning & { readonly open: boolean } {
  const rows: (readonly string[])[] = []
  const csv = new CsvRows(delimiter, (cells) => {
    if (rows.length < FIRST && cells?.some((cell) => cell.trim() !== '') === true) rows.push(cells.slice(0, WIDEST + 1))
  })
  for (const [at, line] of lines.entries()) csv.push(line, at + 1)
  return { delimiter, above: 0, rows, open: csv.settle() }
}

/** How many cells most rows have. */
function usualWidth(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>()
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1)
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0])[0]
}

/** Texts that are surely something else, whatever commas are in them: markup, programs, calendars, directories. */
const elsewise = /^\s*(?:[{[<%]|BEGIN:|dn:|version:)/i

/** Takes a text as a table, if it is one at all: its rows hold the same number of cells, more than one. A heading may stand above it. */
function beginningOf(lines: readonly string[]): Beginning | undefined {
  if (elsewise.test(lines.find((line) => line.trim() !== '') ?? '')) return undefined
  let best: { beginning: Beginning; agree: number; width: number } | undefined
  for (const delimiter of delimiters) {
    if (!lines.some((line) => line.includes(delimiter))) continue
    const { open, rows } = rowsOf(lines, delimiter)
    const width = usualWidth(rows)
    // `sep=;` tells a spreadsheet how its cells are parted.
    const told = /^sep=/i.test(rows[0]?.[0] ?? '') ? 1 : 0
    const above = rows.findIndex((row, at) => at >= told && row.length === width)
    if (width < 2 || width > WIDEST || above < 0 || above > ABOVE) continue
    const beginning = { delimiter, above, rows: rows.slice(above) }
    if (beginning.rows.length < 2 && !open) continue
    const agree = beginning.rows.filter((row) => row.length === width).length / beginning.rows.length
    if (agree > (best?.agree ?? 0) || (agree === best?.agree && width > best.width)) best = { beginning, agree, width }
  }
  return best !== undefined && best.agree >= 0.6 ? best.beginning : undefined
}

const email = /^\S+@\S+\.\S+$/
const looks: readonly { readonly field: Field; readonly form: RegExp }[] = [
  { field: 'email', form: email },
  { field: 'link', form: /^(https?:\/\/|www\.)\S+$|^\S*linkedin\.com\/\S+$/i },
  { field: 'phone', form: /^(?=(?:\D*\d){6})[+(]?[\d\s()/.-]{6,25}$/ },
]
const number = /^[\d\s.,:/+()-]+$/

/** The share of the cells that are filled and fit. */
function share(cells: readonly string[], fits: (cell: string) => boolean): number {
  const full = cells.filter((cell) => cell.trim() !== '')
  return full.length === 0 ? 0 : full.filter((cell) => fits(cell.trim())).length / full.length
}

/**
 * Whether the first row holds titles: it names known ones, says in words what the rows below say in
 * addresses and numbers, or is written small above words that are not.
 */
function titledBy(rows: readonly (readonly string[])[]): boolean {
  const [first = [], ...rest] = rows
  if (first.some((cell) => email.test(cell.trim()))) return false
  if (first.some((cell) => fieldOfTitle(cell) !== undefined)) return true
  const below = first.map((_, at) => rest.map((row) => row[at] ?? ''))
  const numbers = (cells: readonly string[]): number => share(cells, (cell) => number.test(cell) || email.test(cell))
  if (first.some((cell, at) => number.test(cell.trim()) && numbers(below[at] ?? []) > 0.5)) return false
  if (below.some((cells) => numbers(cells) > 0.8)) return true
  const small = (cell: string): boolean => !/[\p{Lu}\p{N}]/u.test(cell)
  return first.every(small) && share(below.flat(), small) < 0.5
}

/** What each column holds, by its title and else by its cells. */
function fieldsOf(titles: readonly string[], rows: readonly (readonly string[])[], width: number): Field[] {
  const named = fieldsOfTitles(titles)
  const column = (at: number): string[] => rows.map((row) => row[at] ?? '')
  const fields = Array.from({ length: width }, (_, at): Field => {
    const titled = named[at]
    if (titled !== undefined) return titled
    // A date is written with the signs of a telephone number.
    const dates = share(column(at), (cell) => /^\d{4}-\d\d-\d\d|^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$/.test(cell)) > 0.5
    return (
      looks.find(({ field, form }) => !(dates && field === 'phone') && share(column(at), (cell) => form.test(cell)) >= 0.6)?.field ??
      'ignore'
    )
  })
  const nameless = !fields.some((field) => field === 'name' || field === 'first' || field === 'last')
  const found = nameless ? namesBeside(fields, rows) : []
  for (const at of found) fields[at.column] = at.field
  if (nameless && found.length === 0 && !fields.includes('email')) {
    const [only, ...more] = fields.flatMap((field, at) => (field === 'ignore' && looksLikeNames(column(at)) ? [at] : []))
    if (only !== undefined && more.length === 0) fields[only] = 'name'
  }
  return fields
}

/** Whether cells read like whole names: two to four words, each with a large letter, hardly two alike. */
function looksLikeNames(cells: readonly string[]): boolean {
  const full = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  if (full.length < 2 || new Set(full).size / full.length < 0.9) return false
  return share(full, (cell) => /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,3}$/u.test(cell)) >= 0.9
}

/** Columns of names that no title names: their words stand in the email addresses beside them. */
function namesBeside(fields: readonly Field[], rows: readonly (readonly string[])[]): { column: number; field: Field }[] {
  const mail = fields.indexOf('email')
  if (mail < 0) return []
  const found: { column: number; several: boolean; at: number }[] = []
  for (const [column, field] of fields.entries()) {
    if (field !== 'ignore') continue
    let fits = 0
    let full = 0
    let several = 0
    let at = 0
    for (const row of rows) {
      const local = fold((row[mail] ?? '').split('@')[0] ?? '')
      const words = fold(row[column] ?? '')
        .split(/[^\p{L}]+/u)
        .filter((word) => word.length > 1)
      if (local === '' || words.length === 0) continue
      full += 1
      if (words.length > 1) several += 1
      const where = words.map((word) => local.indexOf(word)).filter((one) => one >= 0)
      if (where.length === 0) continue
      fits += 1
      at += Math.min(...where)
    }
    if (full > 0 && fits / full >= 0.5) found.push({ column, several: several / full > 0.5, at: at / Math.max(1, fits) })
  }
  const whole = found.find((one) => one.several)
  if (whole !== undefined) return [{ column: whole.column, field: 'name' }]
  const [first, last] = found.slice(0, 2).sort((a, b) => a.at - b.at)
  if (first === undefined) return []
  return last === undefined
    ? [{ column: first.column, field: 'name' }]
    : [
        { column: first.column, field: 'first' },
        { column: last.column, field: 'last' },
      ]
}

/** A list of email addresses, one in each line, with or without a title. */
function listOfAddresses(lines: readonly string[]): boolean {
  const full = lines.map((line) => line.trim().replace(/^"|"$/g, '')).filter((line) => line !== '')
  const [first = '', ...rest] = full
  return email.test(first)
    ? full.every((line) => email.test(line))
    : fieldOfTitle(first) === 'email' && rest.length > 0 && rest.every((line) => email.test(line))
}

/** Any other table of people: its columns are understood by their titles and what they hold, or as the owner says. */
export const plainTable: Format = {
  name: 'csv',
  recognise: (head) => {
    const lines = firstLines(head, LINES)
    // The last line of a beginning may be cut off.
    if (lines.length > 2 && head.length > CUT) lines.pop()
    return beginningOf(lines) !== undefined || listOfAddresses(lines)
  },
  open: (reading) => new PlainTable(reading),
}

class PlainTable implements Sink {
  readonly #reading: Reading
  readonly #lines: Lines
  #line = 0
  #first: { text: string; line: number }[] = []
  #csv: CsvRows | undefined
  #people: TablePeople | undefined

  constructor(reading: Reading) {
    this.#reading = reading
    this.#lines = new Lines((line) => this.#take(line))
  }

  push(text: string): void {
    this.#lines.push(text)
  }

  end(): void {
    this.#lines.end()
    if (this.#csv === undefined) this.#begin()
    this.#csv?.end()
    this.#people?.end()
  }

  #take(text: string): void {
    this.#line += 1
    if (this.#csv !== undefined) {
      this.#csv.push(text, this.#line)
      return
    }
    this.#first.push({ text, line: this.#line })
    if (this.#first.length >= LINES) this.#begin()
  }

  /** Understands the columns by the first rows, says how, and reads them. */
  #begin(): void {
    const first = this.#first
    this.#first = []
    const lines = first.map(({ text }) => text)
    const { delimiter, above, rows } = beginningOf(lines) ?? rowsOf(lines, ',')
    const choice = this.#reading.columns
    const titled = choice?.titled ?? titledBy(rows)
    const titles = titled ? (rows[0] ?? []) : []
    const below = titled ? rows.slice(1) : rows
    const width = Math.max(0, ...rows.map((row) => row.length))
    const guessed = choice === undefined ? fieldsOf(titles, below, width) : []
    const fields = Array.from({ length: width }, (_, at): Field => (choice === undefined ? guessed[at] : choice.fields[at]) ?? 'ignore')
    const named = namesPeople(fields)
    this.#reading.table?.({
      columns: fields.map((field, at) => ({
        title: tidy(titles[at] ?? ''),
        field,
        samples: [...new Set(below.map((row) => tidy(row[at] ?? '').slice(0, 60)).filter((cell) => cell !== ''))].slice(0, SAMPLES),
      })),
      titled,
      named,
    })
    const columns = fields.flatMap((field, at) => (field === 'ignore' ? [] : [{ at, field, title: titles[at] ?? '' }]))
    const people = new TablePeople(this.#reading, columns)
    this.#people = people
    let head = above + (titled ? 1 : 0)
    this.#csv = new CsvRows(delimiter, (cells, line) => {
      if (head > 0) {
        if (cells?.some((cell) => cell.trim() !== '') !== false) head -= 1
      } else if (named) people.row(cells, line)
    })
    for (const { text, line } of first) this.#csv.push(text, line)
  }
}
