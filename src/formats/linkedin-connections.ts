import { fold } from '../kernel/text.ts'
import type { Format } from './detect.ts'
import type { Item, Reading } from './item.ts'
import { profile } from './linkedin-profile.ts'
import { speaks, tidy } from './short-text.ts'
import { headerOf, type Rows, TableRows } from './table-rows.ts'
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

type Columns = ReadonlyMap<Column, number>

/** The columns by what they are called, wherever they stand; undefined when the row is not the header. */
function columnsOf(cells: readonly string[]): Columns | undefined {
  const columns = new Map<Column, number>()
  for (const [at, cell] of cells.entries()) {
    const title = fold(cell)
    for (const column of Object.keys(titles) as Column[])
      if (!columns.has(column) && titles[column].includes(title)) columns.set(column, at)
  }
  return columns.has('first') && columns.has('last') && columns.has('connected') ? columns : undefined
}

const known = (cells: readonly string[]): boolean => columnsOf(cells) !== undefined

/** LinkedIn's `Connections.csv`. Its header is looked for: notes of any length stand before it. */
export const linkedinConnections: Format = {
  name: 'linkedin-connections',
  recognise: (head) => head.split(/\r\n|\n|\r/).some((line) => headerOf(line, known) !== undefined),
  open: (reading) => new TableRows(known, ({ titles: cells }) => new Connections(reading, columnsOf(cells) ?? new Map())),
}

class Connections implements Rows {
  readonly #reading: Reading
  readonly #columns: Columns
  #index = 0

  constructor(reading: Reading, columns: Columns) {
    this.#reading = reading
    this.#columns = columns
  }

  end(): void {}

  row(cells: readonly string[] | undefined, line: number): void {
    if (cells?.every((cell) => cell.trim() === '') === true) return
    this.#index += 1
    const place = { index: this.#index, line }
    this.#reading.at(place.index)
    if (cells === undefined || this.#reading.passOver(place.index)) {
      this.#reading.take({ kind: 'skipped', ...place, name: '', why: 'unreadable' })
      return
    }
    this.#reading.take(connection(cells, this.#columns, place))
  }
}

function connection(cells: readonly string[], columns: Columns, place: { readonly index: number; readonly line: number }): Item {
  const cell = (column: Column): string => {
    const at = columns.get(column)
    const text = at === undefined ? '' : (cells[at] ?? '')
    return tidy(text)
  }
  const name = tidy(`${cell('first')} ${cell('last')}`)
  if (!speaks(name)) return { kind: 'skipped', ...place, name: cell('company'), why: 'no-name' }
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
