import { DayOrder } from './day-order.ts'
import type { ItemDate, PersonItem, Reading, SkippedItem } from './item.ts'
import { distinct, lengthy, speaks, tidy } from './short-text.ts'
import type { Field } from './table-fields.ts'

/** Where a value stands in the rows of a table. */
export interface Column {
  readonly at: number
  readonly field: Field
  /** The title of the column, which names its days. */
  readonly title: string
  /** The column that says what kind of value it is: work, fax, anniversary. */
  readonly label?: number | undefined
}

/** People wait until the whole table has been seen; beyond so many, or so much text, they are handed out with what is known. */
const MOST = 20_000
const TEXT = 8_000_000

/** The most values of one kind that a person is given. */
const VALUES = 100

interface Waiting {
  readonly item: PersonItem | SkippedItem
  readonly days: readonly { readonly field: 'birthday' | 'anniversary' | 'day'; readonly label: string; readonly text: string }[]
}

/**
 * Makes people of the rows of a table. Two things are settled by all the rows together: whether days
 * begin with the month, and who is meant by the email address of a manager.
 */
export class TablePeople {
  readonly #reading: Reading
  readonly #columns: Columns
  readonly #order = new DayOrder()
  readonly #names = new Map<string, string>()
  #waiting: Waiting[] = []
  #text = 0
  #index = 0

  constructor(reading: Reading, columns: readonly Column[]) {
    this.#reading = reading
    this.#columns = { all: columns, byField: Map.groupBy(columns, ({ field }) => field) }
  }

  /** The next row; `undefined` for one that could not be taken apart. Rows without a word are nothing. */
  row(cells: readonly string[] | undefined, line: number): void {
    if (cells?.every((cell) => cell.trim() === '') === true) return
    this.#index += 1
    const place = { index: this.#index, line }
    this.#reading.at(place.index)
    if (cells === undefined || this.#reading.passOver(place.index)) {
      this.#wait({ item: { kind: 'skipped', ...place, name: '', why: 'unreadable' }, days: [] })
      return
    }
    const row = new Row(this.#columns, cells)
    const item = personOf(row, place)
    if (item.kind === 'person')
      for (const email of item.emails) if (item.nameFrom !== 'email') this.#names.set(email.toLowerCase(), item.name)
    const days = item.kind === 'person' ? row.days() : []
    for (const { text } of days) this.#order.see(text)
    for (const cell of cells) this.#text += cell.length
    this.#wait({ item, days })
  }

  end(): void {
    const waiting = this.#waiting
    this.#waiting = []
    this.#text = 0
    for (const one of waiting) this.#reading.take(this.#settled(one))
  }

  #wait(one: Waiting): void {
    this.#waiting.push(one)
    if (this.#waiting.length >= MOST || this.#text > TEXT) this.end()
  }

  #settled({ item, days }: Waiting): PersonItem | SkippedItem {
    if (item.kind === 'skipped') return item
    let birthday = item.birthday
    const dates: ItemDate[] = []
    const notes = [...item.notes]
    for (const { field, label, text } of days) {
      const date = this.#order.read(text)
      // The book keeps no day that may be another one; the owner can still read what the file says.
      if (date === 'unsure') notes.push(`${label}: ${tidy(text)}`)
      else if (date === undefined) continue
      else if (field === 'birthday') birthday ??= date
      else if (field === 'anniversary' || /^(anniversary|jahrestag)$/i.test(label)) dates.push({ what: 'anniversary', date })
      else dates.push(label === '' ? { what: 'other', date } : { what: 'other', label, date })
    }
    const manager = item.manager === undefined ? undefined : (this.#names.get(item.manager.toLowerCase()) ?? item.manager)
    return { ...item, birthday, dates, notes, manager: manager === item.name ? undefined : manager }
  }
}

/** The columns of a table, and the same by what they hold. */
interface Columns {
  readonly all: readonly Column[]
  readonly byField: ReadonlyMap<Field, readonly Column[]>
}

/** The values of one row, by what they are. */
class Row {
  readonly #columns: Columns
  readonly #cells: readonly string[]

  constructor(columns: Columns, cells: readonly string[]) {
    this.#columns = columns
    this.#cells = cells
  }

  /** The kind of value that stands beside it: Google marks the preferred one with a star. */
  #label(column: Column): string {
    return column.label === undefined ? '' : tidy(this.#cells[column.label] ?? '').replace(/^\* /, '')
  }

  of(field: Field): { readonly text: string; readonly label: string }[] {
    const columns = this.#columns.byField.get(field)
    if (columns === undefined) return []
    const found: { readonly text: string; readonly label: string }[] = []
    for (const column of columns) {
      const text = this.#cells[column.at] ?? ''
      if (text.trim() !== '') found.push({ text, label: this.#label(column) })
    }
    return found
  }

  first(field: Field): string {
    for (const { text } of this.of(field)) {
      const one = tidy(text.split(' ::: ')[0] ?? '')
      if (one !== '') return one
    }
    return ''
  }

  /** Several values in one cell, parted as address books and people part them. */
  all(field: Field, parting: RegExp = / ::: |[;\n]/): { readonly text: string; readonly label: string }[] {
    const found: { text: string; label: string }[] = []
    for (const { text, label } of this.of(field)) {
      const labels = label.split(' ::: ')
      for (const [at, part] of text.slice(0, 20_000).split(parting, VALUES).entries())
        if (part.trim() !== '') found.push({ text: part.trim(), label: labels[at] ?? label })
    }
    return found.slice(0, VALUES)
  }

  days(): Waiting['days'] {
    const found: { field: 'birthday' | 'anniversary' | 'day'; label: string; text: string }[] = []
    for (const column of this.#columns.all) {
      const text = this.#cells[column.at] ?? ''
      const { field } = column
      if (text.trim() === '' || (field !== 'birthday' && field !== 'anniversary' && field !== 'day')) continue
      found.push({ field, label: this.#label(column) || capital(tidy(column.title)), text })
    }
    const [year, month, day] = [this.first('birth-year'), this.first('birth-month'), this.first('birth-day')]
    if (month !== '' && day !== '') {
      const monthDay = `${month.padStart(2, '0')}-${day.padStart(2, '0')}`
      found.push({ field: 'birthday', label: '', text: /^\d{4}$/.test(year) ? `${year}-${monthDay}` : `--${monthDay}` })
    }
    return found
  }
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

/** Forms of address that are no part of a name. */
const address = /^(mr|mrs|ms|miss|mx|herr|frau|m|mme|mlle|sr|sra|sig|dhr|mevr)\.?$/i

const addresses = (text: string): string[] => text.match(/[^\s<>,;:"'()[\]]{1,200}@[^\s<>,;:"'()[\]]{1,200}/g) ?? []

/** Telephones that do not reach the person. */
const elsewhere = /fax|pager|assist/i

function named(row: Row, emails: readonly string[]): { name: string; nameFrom: PersonItem['nameFrom'] } | undefined {
  const prefix = row.first('prefix')
  const parts = [row.first('first'), row.first('middle'), row.first('last')].filter((part) => part !== '')
  const together = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]+$/u
  const [given = '', family = ''] = parts
  // Names in Chinese, Japanese and Korean letters put the family first.
  const name = parts.length === 2 && together.test(given) && together.test(family) ? `${family}${given}` : parts.join(' ')
  const composed = speaks(name)
    ? tidy([address.test(prefix) ? '' : prefix, name, row.first('suffix')].filter((part) => part !== '').join(' '))
    : ''
  const written = row.first('name')
  const mail = written.includes('@')
  if (speaks(written) && !mail) return { name: written.replace(/\s*<[^<>]*@[^<>]*>$/, '') || written, nameFrom: 'name' }
  if (composed !== '') return { name: composed, nameFrom: 'name' }
  const nickname = row.first('nickname')
  if (speaks(nickname)) return { name: nickname, nameFrom: 'nickname' }
  const before = mail ? tidy(/^"?([^"<@]*)"?\s*</.exec(written)?.[1] ?? '') : ''
  if (speaks(before)) return { name: before, nameFrom: 'name' }
  const email = emails[0]
  return email === undefined ? undefined : { name: email, nameFrom: 'email' }
}

/** The person that a row describes, without the days, or why it describes none. */
function personOf(row: Row, place: { readonly index: number; readonly line: number }): PersonItem | SkippedItem {
  const emails = distinct([...row.all('email'), ...row.all('name', / ::: /)].flatMap(({ text }) => addresses(text)))
  const who = named(row, emails)
  const company = row.first('company')
  if (who === undefined) return { kind: 'skipped', ...place, name: company, why: company === '' ? 'no-name' : 'company' }
  const alone = row.first('first') === '' && row.first('last') === ''
  if (company !== '' && alone && (who.nameFrom === 'email' || who.name === company))
    return { kind: 'skipped', ...place, name: company, why: 'company' }
  const text = (field: Field): string | undefined => row.first(field) || undefined
  const notes = row
    .of('note')
    .map((note) => lengthy(note.text).slice(0, 100_000))
    .filter((note) => note !== '')
  return {
    kind: 'person',
    ...place,
    ...who,
    nicknames: distinct(row.all('nickname', / ::: |[;,\n]/).map((one) => one.text)).filter((nickname) => nickname !== who.name),
    emails,
    phones: distinct(
      row
        .all('phone')
        .filter((one) => !elsewhere.test(one.label) && /\d/.test(one.text))
        .map((one) => one.text),
    ),
    links: distinct(row.all('link', / ::: |[\s]/).map((one) => one.text)).filter((link) => /\.|^https?:/i.test(link)),
    company: company || undefined,
    department: text('department'),
    role: text('role'),
    place: text('place'),
    manager: text('manager'),
    dates: [],
    notes: [...new Set(notes)],
    // Google marks the groups that every address book has with a star.
    labels: distinct(row.all('tag', / ::: |[;,\n]/).map((one) => one.text)).filter((label) => !/^\*/.test(label)),
    photoIgnored: false,
  }
}
