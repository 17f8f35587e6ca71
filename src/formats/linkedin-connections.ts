import { fold } from '../kernel/text.ts'
import { CsvRows } from './csv-rows.ts'
import type { Format, Sink } from './detect.ts'
import { type Item, type Reading, SHORT } from './item.ts'
import { Lines } from './lines.ts'
import { profile } from './linkedin-profile.ts'
import { writtenDay } from './written-day.ts'

type Column = 'first' | 'last' | 'url' | 'email' | 'company' | 'role' | 'connected'

/** What the columns are called, folded, in the languages in which people keep their profile. */
const titles: Readonly<Record<Column, readonly string[]>> = {
  first: ['first name', 'vorname', 'prenom', 'nombre', 'nome', 'voornaam', 'imie', 'fornamn', 'fornavn', 'etunimi', '名', 'имя'],
  last: [
    'last name',
    'nachname',
    'nom',
    'nom de famille',
    'apellidos',
    'apellido',
    'cognome',
    'sobrenome',
    'achternaam',
    'nazwisko',
    'efternamn',
    'efternavn',
    'etternavn',
    'sukunimi',
    '姓',
    'фамилия',
  ],
  url: ['url', 'profil-url', 'profile url', 'linkedin-profil', 'url del perfil', 'url du profil'],
  email: [
    'email address',
    'e-mail address',
    'email',
    'e-mail',
    'e-mail-adresse',
    'adresse e-mail',
    'direccion de correo electronico',
    'correo electronico',
    'indirizzo email',
    'indirizzo e-mail',
    'endereco de e-mail',
    'e-mailadres',
    'adres e-mail',
    'e-postadress',
  ],
  company: [
    'company',
    'unternehmen',
    'firma',
    'entreprise',
    'societe',
    'empresa',
    'azienda',
    'bedrijf',
    'foretag',
    'virksomhed',
    'yritys',
    '公司',
  ],
  role: [
    'position',
    'stelle',
    'poste',
    'cargo',
    'puesto',
    'posizione',
    'qualifica',
    'functie',
    'stanowisko',
    'befattning',
    'stilling',
    '职位',
  ],
  connected: [
    'connected on',
    'verbunden am',
    'vernetzt am',
    'vernetzt seit',
    'verknupft am',
    'in kontakt seit',
    'kontakt seit',
    'connexion le',
    'connecte le',
    'connecte(e) le',
    'en relation depuis',
    'conectado el',
    'fecha de conexion',
    'collegato il',
    'data collegamento',
    'conectado em',
    'conexao em',
    'verbonden op',
    'kontakt od',
    'ansluten',
    'tilsluttet den',
    '连接时间',
  ],
}

const delimiters = [',', ';', '\t'] as const

type Columns = ReadonlyMap<Column, number>

/** The columns by what they are called, wherever they stand; undefined when the row is not the header. */
function columnsOf(cells: readonly string[]): Columns | undefined {
  const columns = new Map<Column, number>()
  for (const [at, cell] of cells.entries()) {
    const title = fold(cell.replace(/^\uFEFF/, '').replace(/^"|"$/g, ''))
    for (const column of Object.keys(titles) as Column[])
      if (!columns.has(column) && titles[column].includes(title)) columns.set(column, at)
  }
  return columns.has('first') && columns.has('last') && columns.has('connected') ? columns : undefined
}

interface Header {
  readonly columns: Columns
  readonly delimiter: string
}

function headerOf(line: string): Header | undefined {
  if (line.length > 2000) return undefined
  for (const delimiter of delimiters) {
    const columns = line.includes(delimiter) ? columnsOf(line.split(delimiter)) : undefined
    if (columns !== undefined) return { columns, delimiter }
  }
  return undefined
}

/** LinkedIn's `Connections.csv`. Its header is looked for: notes of any length stand before it. */
export const linkedinConnections: Format = {
  name: 'linkedin-connections',
  recognise: (head) => head.split(/\r\n|\n|\r/).some((line) => headerOf(line) !== undefined),
  open: (reading) => new Connections(reading),
}

class Connections implements Sink {
  readonly #reading: Reading
  readonly #lines: Lines
  #line = 0
  #index = 0
  #header: Header | undefined
  #rows: CsvRows | undefined

  constructor(reading: Reading) {
    this.#reading = reading
    this.#lines = new Lines((line) => this.#take(line))
  }

  push(text: string): void {
    this.#lines.push(text)
  }

  end(): void {
    this.#lines.end()
    this.#rows?.end()
  }

  #take(line: string): void {
    this.#line += 1
    if (this.#rows !== undefined) {
      this.#rows.push(line, this.#line)
      return
    }
    const header = headerOf(line)
    if (header === undefined) return
    this.#header = header
    this.#rows = new CsvRows(header.delimiter, (cells, at) => this.#row(cells, at))
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
    this.#reading.take(connection(cells, (this.#header as Header).columns, place))
  }
}

function connection(cells: readonly string[], columns: Columns, place: { readonly index: number; readonly line: number }): Item {
  const cell = (column: Column): string => {
    const at = columns.get(column)
    const text = at === undefined ? '' : (cells[at] ?? '')
    return text
      .replace(/\p{Cc}+/gu, ' ')
      .replace(/ {2,}/g, ' ')
      .trim()
      .slice(0, SHORT)
      .trim()
  }
  const name = `${cell('first')} ${cell('last')}`.trim().slice(0, SHORT).trim()
  if (!/[\p{L}\p{N}]/u.test(name)) return { kind: 'skipped', ...place, name: cell('company'), why: 'no-name' }
  const email = cell('email')
  const url = profile(cell('url'))
  return {
    kind: 'person',
    ...place,
    name,
    nameFrom: 'name',
    nicknames: [],
    emails: /.@./.test(email) ? [email] : [],
    phones: [],
    links: url === '' ? [] : [url],
    company: cell('company') || undefined,
    role: cell('role') || undefined,
    dates: [],
    notes: [],
    labels: [],
    connectedOn: writtenDay(cell('connected')),
    photoIgnored: false,
  }
}
