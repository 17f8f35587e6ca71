import { fold } from '../kernel/text.ts'

/** What a column of a table holds. */
export type Field =
  | 'name'
  | 'prefix'
  | 'first'
  | 'middle'
  | 'last'
  | 'suffix'
  | 'nickname'
  | 'email'
  | 'phone'
  | 'company'
  | 'department'
  | 'role'
  | 'place'
  | 'manager'
  | 'birthday'
  | 'birth-year'
  | 'birth-month'
  | 'birth-day'
  | 'anniversary'
  | 'day'
  | 'note'
  | 'tag'
  | 'link'
  | 'ignore'

/** What the owner of a table may say that a column holds, in the order in which it is offered. */
export const choosableFields = [
  'name',
  'first',
  'last',
  'nickname',
  'email',
  'phone',
  'company',
  'department',
  'role',
  'place',
  'manager',
  'birthday',
  'day',
  'note',
  'tag',
  'link',
  'ignore',
] as const satisfies readonly Field[]

/** One column of a plain table, as it was understood. */
export interface TableColumn {
  /** The title that stands above it; empty in a table without titles. */
  readonly title: string
  readonly field: Field
  /** A few of its cells, to recognise it by. */
  readonly samples: readonly string[]
}

/** How a plain table was understood. */
export interface TableForm {
  readonly columns: readonly TableColumn[]
  /** Whether the first line holds titles. */
  readonly titled: boolean
  /** Whether a column names people; without one nobody can be read. */
  readonly named: boolean
}

/** How a plain table is to be understood, when its owner has said so. Columns beyond the list are ignored. */
export interface TableChoice {
  readonly fields: readonly Field[]
  /** Absent: it is judged by the first line. */
  readonly titled?: boolean | undefined
}

/** Whether columns can name somebody. */
export const namesPeople = (fields: readonly Field[]): boolean =>
  fields.some((field) => field === 'name' || field === 'first' || field === 'last' || field === 'nickname' || field === 'email')

/** Titles of columns, as {@link plainTitle} writes them, in English and German and the plainest ones of a few neighbours. */
const titles: Readonly<Partial<Record<Field, string>>> = {
  name: 'name,full name,fullname,display name,displayname,displayed name,employee,employee name,person,colleague,member,contact,contact name,anzeigename,vollstandiger name,ganzer name,mitarbeiter,mitarbeiterin,mitarbeitende,kollege,kollegin,ansprechpartner,ansprechpartnerin,vor und nachname,vorname nachname,vorname und nachname,nachname vorname,common name,cn,formatted name,姓名,氏名,名前,이름,фио,nom complet,nombre completo,nome completo,naam',
  prefix: 'name prefix,prefix,anrede,salutation,akademischer titel,academic title,titel',
  first: 'first name,firstname,first,given name,givenname,given,forename,vorname,prenom,nombre,nome,voornaam,imie,fornamn',
  middle: 'middle name,middle,additional name,weitere vornamen,weiterer vorname,zweiter vorname',
  last: 'last name,lastname,last,surname,family name,familyname,sn,nachname,familienname,zuname,nom,nom de famille,apellidos,apellido,cognome,sobrenome,achternaam,nazwisko,efternamn',
  suffix: 'name suffix,suffix,namenszusatz',
  nickname: 'nickname,nick,nick name,spitzname,alias,rufname,preferred name,known as,also known as,goes by',
  email:
    'email,email address,emailaddress,mail,email adresse,emailadresse,email value,primary email,secondary email,work email,business email,company email,home email,private email,personal email,email work,email home,email other,email privat,email geschaftlich,emails,mail address,mailadresse,primary smtp address,user principal name,userprincipalname,upn,adresse email,adresse mail,courriel,correo,correo electronico,indirizzo email,endereco de email,emailadres,epost',
  phone:
    'phone,phone number,phonenumber,phones,telephone,telephone number,telephonenumber,tel,mobile,mobile phone,mobile number,cell,cell phone,work phone,business phone,home phone,home mobile,other phone,primary phone,car phone,office phone,phone work,phone mobile,phone home,phone value,phone video,telefon,telefonnummer,telefonnr,telefon nr,mobiltelefon,mobil,mobilnummer,handy,handynummer,telefon geschaftlich,telefon dienstlich,telefon privat,telefon mobil,haupttelefon,autotelefon,weiteres telefon,durchwahl,rufnummer,festnetz,extension',
  company:
    'company,company name,organization,organisation,organization name,employer,firma,firmenname,unternehmen,arbeitgeber,gesellschaft,org,entreprise,societe,empresa,azienda,bedrijf',
  department:
    'department,dept,department name,division,team,unit,business unit,abteilung,bereich,fachbereich,organisationseinheit,ou,organization department,departement,departamento,afdeling,departmentnumber',
  role: 'role,job title,jobtitle,title,position,job,job role,function,occupation,profession,rolle,funktion,stelle,stellenbezeichnung,berufsbezeichnung,jobbezeichnung,jobtitel,tatigkeit,beruf,aufgabe,organization title,poste,fonction,puesto,cargo,functie',
  place:
    'place,city,location,office,office location,site,town,work city,business city,home city,other city,standort,ort,buro,stadt,dienstort,arbeitsort,ort geschaftlich,ort privat,weiterer ort,room,desk,floor,building,raum,gebaude,niederlassung,branch,lieu,ville,ciudad,sede,plaats,physicaldeliveryofficename',
  manager:
    'manager,manager s name,manager name,managername,managers name,reports to,reporting to,supervisor,line manager,linemanager,boss,vorgesetzter,vorgesetzte,vorgesetzte r,fuhrungskraft,teamleitung,teamleiter,name des der vorgesetzten,manager email,manager email address,berichtet an',
  birthday:
    'birthday,birth date,birthdate,date of birth,dob,bday,geburtstag,geburtsdatum,geb datum,geboren,geboren am,anniversaire,date de naissance,fecha de nacimiento,cumpleanos,data di nascita,geboortedatum,verjaardag',
  'birth-year': 'birth year',
  'birth-month': 'birth month',
  'birth-day': 'birth day',
  anniversary: 'anniversary,jahrestag,hochzeitstag',
  day: 'started,started on,start,start date,startdate,hire date,hired,hired on,first day,joined,joined on,joining date,date of joining,entry date,employed since,since,work anniversary,eintritt,eintrittsdatum,eintritt am,eingetreten,eingetreten am,dabei seit,seit,erster tag,beginn,startdatum',
  note: 'note,notes,comment,comments,remark,remarks,description,about,notizen,notiz,bemerkung,bemerkungen,kommentar,kommentare,anmerkung,anmerkungen,beschreibung,remarques,notas',
  tag: 'tag,tags,label,labels,category,categories,group,groups,group membership,kategorie,kategorien,schlagwort,schlagworte,schlagworter,stichworter,gruppe,gruppen,circle,circles,keywords',
  link: 'link,links,url,urls,website,web site,web page,webpage,personal web page,homepage,home page,profile,profile url,profil,profil url,linkedin,linkedin url,linkedin profile,linkedin profil,webseite,internet,xing,github,website value,website home page,website work,website profile,website blog,website other',
}

const byTitle = new Map<string, Field>(
  (Object.keys(titles) as Field[]).flatMap((field) => (titles[field] ?? '').split(',').map((title): [string, Field] => [title, field])),
)

/** A title as it is looked up: folded, its words parted by single spaces, without numbers and signs. `E-Mail 2: Adresse` is `email adresse`. */
export const plainTitle = (title: string): string =>
  fold(title.slice(0, 200).replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(?:^| )\d+(?= |$)/g, '')
    .trim()
    .replace(/\be mail/g, 'email')

/** What a column holds by its title alone; undefined when the title is not known. */
export function fieldOfTitle(title: string): Field | undefined {
  const plain = plainTitle(title)
  const known = byTitle.get(plain) ?? byTitle.get(plain.replaceAll(' ', ''))
  if (known !== undefined) return known
  if (
    /\b(fax|telefax|pager|assistant|assistent|assistenz|spouse|partner|photo|picture|avatar|foto|bild|type|typ|display|angezeigter|firma|company main)\b/.test(
      plain,
    )
  )
    return plain === '' ? undefined : 'ignore'
  if (/\bemail\b/.test(plain)) return 'email'
  if (/^(phone|telephone|telefon|mobile|mobil|tel)\b|\b(phone|telefon)$/.test(plain)) return 'phone'
  return undefined
}

/**
 * What each column holds by the titles of all: `Title` is a form of address beside `Job Title` and a
 * role alone, `Name` is the family's beside `Vorname`.
 */
export function fieldsOfTitles(row: readonly string[]): (Field | undefined)[] {
  const fields = row.map(fieldOfTitle)
  const plain = row.map(plainTitle)
  const roles = fields.filter((field) => field === 'role').length
  const part = fields.includes('first') && !fields.includes('last')
  return fields.map((field, at) => {
    if (plain[at] === 'title' && roles > 1) return 'prefix'
    if (plain[at] === 'titel' && roles === 0) return 'role'
    if (field === 'name' && part && (plain[at] === 'name' || plain[at] === 'naam')) return 'last'
    return field
  })
}
