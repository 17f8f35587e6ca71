import type { Format } from './detect.ts'
import { type Field, fieldsOfTitles, plainTitle } from './table-fields.ts'
import { type Column, TablePeople } from './table-people.ts'
import { firstLines, headerOf, TableRows } from './table-rows.ts'

/** Titles that stand together only in an export of Outlook, as {@link plainTitle} writes them: English, German, French, Spanish, Dutch. */
const telling = new Set(
  [
    'email display name,email type,business phone,business street,home street,other street,business fax,home fax,office location,manager s name,assistant s name,assistant s phone,referred by,company main phone,personal web page,directory server,billing information,tty tdd phone,radio phone,internet free busy,government id,organizational id,imaddress,given yomi,callback',
    'email angezeigter name,email typ,telefon geschaftlich,strasse geschaftlich,strasse privat,weitere strasse,fax geschaftlich,fax privat,buro,name des der vorgesetzten,name assistent,telefon assistent,empfohlen von,telefon firma,verzeichnisserver,abrechnungsinformation,telefon fur horbehinderte,weiteres telefon,weitere vornamen,ort geschaftlich,ort privat,postleitzahl geschaftlich,ruckmeldung,autotelefon',
    'nom complet de l adresse de messagerie,telephone bureau,rue bureau,rue domicile,telephone domicile,telecopie bureau,responsable,adresse de messagerie,telephone de l assistant e,titre professionnel',
    'telefono del trabajo,calle del trabajo,calle particular,telefono particular,fax del trabajo,nombre del director,direccion de correo electronico,particular telefono',
    'telefoon op werk,werkadres straat,huisadres straat,telefoon thuis,fax op werk,naam manager,emailadres,werkadres plaats',
  ].flatMap((list) => list.split(',')),
)

/** Titles of the French, Spanish and Dutch exports that plain tables do not use. */
const further: Readonly<Record<string, Field>> = {
  'adresse de messagerie': 'email',
  'telephone bureau': 'phone',
  'telephone domicile': 'phone',
  'tel mobile': 'phone',
  societe: 'company',
  service: 'department',
  'titre professionnel': 'role',
  'ville bureau': 'place',
  bureau: 'place',
  responsable: 'manager',
  'direccion de correo electronico': 'email',
  'telefono del trabajo': 'phone',
  'telefono particular': 'phone',
  'telefono movil': 'phone',
  organizacion: 'company',
  puesto: 'role',
  'ciudad de trabajo': 'place',
  'nombre del director': 'manager',
  'telefoon op werk': 'phone',
  'telefoon thuis': 'phone',
  'mobiele telefoon': 'phone',
  'naam manager': 'manager',
  'werkadres plaats': 'place',
}

/** Whether these are the titles of an export of Outlook, or of a program that writes as Outlook does. */
const known = (titles: readonly string[]): boolean => {
  const plain = titles.map(plainTitle)
  if (new Set(plain.filter((title) => telling.has(title))).size >= 3) return true
  return plain.length > 1 && plain.every((title) => title === 'email address') && titles.some((title) => /\d/.test(title))
}

/** Where somebody is, best first: the office, then the town of work, then any other. */
const rank = (plain: string): number =>
  /office location|buro|^bureau$/.test(plain) ? 0 : /business|work|geschaftlich|trabajo|werk/.test(plain) ? 1 : 2

function columnsOf(titles: readonly string[]): Column[] {
  const columns = fieldsOfTitles(titles).flatMap((field, at): Column[] => {
    const title = titles[at] ?? ''
    const plain = plainTitle(title)
    // Here a title is always a form of address: roles have a column of their own.
    const is = plain === 'title' || plain === 'titre' ? 'prefix' : (further[plain] ?? field)
    return is === undefined || is === 'ignore' ? [] : [{ at, field: is, title }]
  })
  const places = columns.filter((column) => column.field === 'place')
  places.sort((a, b) => rank(plainTitle(a.title)) - rank(plainTitle(b.title)))
  return [...columns.filter((column) => column.field !== 'place'), ...places]
}

/** Outlook's people as CSV: of the desktop, of the web, and as Google writes them for Outlook. */
export const outlookCsv: Format = {
  name: 'outlook-csv',
  recognise: (head) => firstLines(head, 5).some((line) => headerOf(line, known) !== undefined),
  open: (reading) => new TableRows(known, (header) => new TablePeople(reading, columnsOf(header.titles))),
}
