import { CsvRows } from './csv-rows.ts'
import { csvText, unguarded } from './csv-writing.ts'
import type { Format, Sink } from './detect.ts'
import { type Item, type ItemDate, type Reading, SHORT } from './item.ts'
import { ownOf } from './kith-own.ts'
import { Lines } from './lines.ts'
import type { PersonOut } from './person-out.ts'
import { yearDayText } from './vcard-writing.ts'
import { yearDay } from './year-day.ts'

/** The columns of the table of people that Kith writes, as they are called in its first line. */
const columns = [
  'Name',
  'Other names',
  'Who they are',
  'Company',
  'Department',
  'Role',
  'Place',
  'Reports to',
  'Emails',
  'Phones',
  'Links',
  'Circle',
  'Tags',
  'Rhythm in days',
  'Importance',
  'Birthday',
  'Other dates',
  'Kith id',
] as const
type Column = (typeof columns)[number]

const dayText = (date: { month: number; day: number; year?: number | undefined }): string =>
  yearDayText(date).replace(
    /^(--|\d{4})(\d\d)(\d\d)$/,
    (_, year: string, month: string, day: string) => `${year === '--' ? '--' : `${year}-`}${month}-${day}`,
  )

/** Several values in one cell, each on a line of its own; a line end within one becomes a space. */
const together = (values: readonly string[]): string => values.map((value) => value.replace(/[\r\n]+/g, ' ')).join('\n')

/** People as one table, safe for spreadsheets, that {@link kithPeople} reads back. */
export function peopleTable(people: readonly PersonOut[]): string {
  const rows = people.map((person) => {
    const cells: Record<Column, string> = {
      Name: person.name,
      'Other names': together(person.nicknames),
      'Who they are': person.own?.about ?? '',
      Company: person.company ?? '',
      Department: person.department ?? '',
      Role: person.role ?? '',
      Place: person.place ?? '',
      'Reports to': person.manager ?? '',
      Emails: together(person.emails),
      Phones: together(person.phones),
      Links: together(person.links),
      Circle: person.own?.circle ?? '',
      Tags: together(person.labels),
      'Rhythm in days': person.own?.rhythm?.toString() ?? '',
      Importance: person.own?.importance?.toString() ?? '',
      Birthday: person.birthday === undefined ? '' : dayText(person.birthday),
      'Other dates': together(
        person.dates.map(({ what, label, date }) => `${dayText(date)} ${what}${label === undefined ? '' : `: ${label}`}`),
      ),
      'Kith id': person.uid,
    }
    return columns.map((column) => cells[column])
  })
  return csvText([columns, ...rows])
}

const titlesOf = (line: string): string[] => line.replace(/^\uFEFF/, '').split(',')

/** The table of people that Kith writes, whatever the order of its columns. */
export const kithPeople: Format = {
  name: 'kith-people',
  recognise: (head) => {
    const titles = titlesOf(head.split(/\r\n|\n|\r/, 1)[0] ?? '')
    return titles.includes('Name') && titles.includes('Kith id')
  },
  open: (reading) => new Table(reading),
}

class Table implements Sink {
  readonly #reading: Reading
  readonly #lines: Lines
  readonly #rows: CsvRows
  #line = 0
  #index = 0
  #titles: readonly string[] | undefined

  constructor(reading: Reading) {
    this.#reading = reading
    this.#rows = new CsvRows(',', (cells, line) => this.#row(cells, line))
    this.#lines = new Lines((line) => {
      this.#line += 1
      if (this.#titles === undefined) this.#titles = titlesOf(line)
      else this.#rows.push(line, this.#line)
    })
  }

  push(text: string): void {
    this.#lines.push(text)
  }

  end(): void {
    this.#lines.end()
    this.#rows.end()
  }

  #row(cells: readonly string[] | undefined, line: number): void {
    if (cells?.every((cell) => cell.trim() === '') === true) return
    this.#index += 1
    const place = { index: this.#index, line }
    this.#reading.at(place.index)
    if (cells === undefined || this.#reading.passOver(place.index)) {
      this.#reading.take({ kind: 'skipped', ...place, name: '', why: 'unreadable' })
      return
    }
    const titles = this.#titles ?? []
    this.#reading.take(
      personOf((column) => {
        const at = titles.indexOf(column)
        return at < 0 ? '' : unguarded(cells[at] ?? '')
      }, place),
    )
  }
}

function personOf(cell: (column: Column) => string, place: { readonly index: number; readonly line: number }): Item {
  const short = (column: Column): string => cell(column).trim().slice(0, SHORT)
  const lines = (column: Column): string[] =>
    cell(column)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
  const several = (column: Column): string[] => lines(column).map((line) => line.slice(0, SHORT))
  const name = short('Name')
  if (name === '') return { kind: 'skipped', ...place, name: short('Company'), why: 'no-name' }
  return {
    kind: 'person',
    ...place,
    name,
    nameFrom: 'name',
    nicknames: several('Other names'),
    emails: several('Emails'),
    phones: several('Phones'),
    links: several('Links'),
    company: short('Company') || undefined,
    department: short('Department') || undefined,
    role: short('Role') || undefined,
    place: short('Place') || undefined,
    manager: short('Reports to') || undefined,
    birthday: yearDay(short('Birthday')),
    dates: lines('Other dates').flatMap(dateOf),
    notes: [],
    labels: several('Tags'),
    uid: short('Kith id') || undefined,
    photoIgnored: false,
    ...ownOf({ about: cell('Who they are'), circle: cell('Circle'), rhythm: cell('Rhythm in days'), importance: cell('Importance') }),
  }
}

function dateOf(text: string): ItemDate[] {
  const [, written = '', what, label] = /^(\S+) (anniversary|other)(?:: (.+))?$/.exec(text) ?? []
  const date = yearDay(written)
  if (date === undefined || (what !== 'anniversary' && what !== 'other')) return []
  return [label === undefined ? { what, date } : { what, label: label.slice(0, SHORT), date }]
}
