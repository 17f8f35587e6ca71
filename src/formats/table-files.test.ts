import { expect, test } from 'vitest'
import type { Item } from './item.ts'
import { readBytes } from './read.ts'

const read = (text: string) => readBytes(new TextEncoder().encode(text))
const items = (text: string): Item[] => read(text).items
const wide = (text: string): Uint8Array => {
  const marked = `\uFEFF${text}`
  const bytes = new Uint8Array(marked.length * 2)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < marked.length; i++) view.setUint16(i * 2, marked.charCodeAt(i), true)
  return bytes
}
const western = (text: string): Uint8Array => Uint8Array.from([...text].map((sign) => (sign === '–' ? 0x96 : sign.charCodeAt(0))))

test("Google's layout of today is read with its labels, joined values and system groups", () => {
  const text = [
    'First Name,Middle Name,Last Name,Phonetic First Name,Name Prefix,Name Suffix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value,Address 1 - Label,Address 1 - City,Event 1 - Label,Event 1 - Value,Website 1 - Label,Website 1 - Value',
    'Ana,Maria,Sousa,,Dr.,,Nita,,Fjordlicht,Planner,Operations, --02-14,"Third floor.\nTea, no sugar.",https://example.org/a.jpg,Lisbon ::: * myContacts ::: * starred,* Work,ana@example.org ::: a.sousa@example.org,Home,ana@home.example,Mobile ::: Work Fax,+351 912 000 000 ::: +351 912 000 001,Work Fax,+351 1,Work,Porto,Anniversary,2010-09-02,Profile,https://example.org/ana',
    ',,,,,,,,Example GmbH,,,,,,* myContacts,* Work,info@example.org,,,,,,,,,,,,',
    ',,,,,,,,,,,,,,* myContacts,* Other,noor@example.org,,,,,,,,,,,,',
  ].join('\r\n')
  expect(read(text).format).toBe('google-csv')
  expect(items(text)).toMatchObject([
    {
      name: 'Dr. Ana Maria Sousa',
      nicknames: ['Nita'],
      emails: ['ana@example.org', 'a.sousa@example.org', 'ana@home.example'],
      phones: ['+351 912 000 000'],
      company: 'Fjordlicht',
      department: 'Operations',
      role: 'Planner',
      place: 'Porto',
      birthday: { month: 2, day: 14 },
      dates: [{ what: 'anniversary', date: { month: 9, day: 2, year: 2010 } }],
      notes: ['Third floor.\nTea, no sugar.'],
      labels: ['Lisbon'],
      links: ['https://example.org/ana'],
    },
    { kind: 'skipped', name: 'Example GmbH', why: 'company' },
    { name: 'noor@example.org', nameFrom: 'email' },
  ])
})

test("Google's layout of before is read in UTF-16", () => {
  const text =
    'Name,Given Name,Additional Name,Family Name,Birthday,Notes,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Organization 1 - Type,Organization 1 - Name,Organization 1 - Title,Organization 1 - Department\n' +
    'Jörg Müller,Jörg,,Müller,1980-03-22,,* My Contacts ::: Team,* Work,j@example.org,Mobile,+49 30 1,* Work,Beispiel GmbH,Einkauf,Beschaffung\n'
  const { format, items: found } = readBytes(wide(text))
  expect(format).toBe('google-csv')
  expect(found).toMatchObject([
    {
      name: 'Jörg Müller',
      emails: ['j@example.org'],
      company: 'Beispiel GmbH',
      role: 'Einkauf',
      department: 'Beschaffung',
      labels: ['Team'],
    },
  ])
})

test("Outlook's three families are read, and a day that is none stays away", () => {
  const web =
    "First Name,Middle Name,Last Name,Title,Suffix,Nickname,Given Yomi,Surname Yomi,E-mail Address,E-mail 2 Address,E-mail 3 Address,Home Phone,Business Phone,Mobile Phone,Pager,Business Fax,Company Main Phone,Job Title,Department,Company,Office Location,Manager's Name,Assistant's Name,Assistant's Phone,Business City,Home City,Personal Web Page,Web Page,Birthday,Anniversary,Notes\n" +
    'Tom,,Becker,,,,,,tom@example.org,t@home.example,,,+1 2,+1 3,9,8,7,Head of sales,Sales,Fjordlicht,Room 4,Ana Sousa,Jan,+1 9,Bergen,Oslo,,https://example.org/tom,5/14/1980,0/0/00,Likes boats.\n'
  expect(read(web)).toMatchObject({ format: 'outlook-csv' })
  expect(items(web)).toMatchObject([
    {
      name: 'Tom Becker',
      emails: ['tom@example.org', 't@home.example'],
      phones: ['+1 2', '+1 3'],
      role: 'Head of sales',
      department: 'Sales',
      company: 'Fjordlicht',
      place: 'Room 4',
      manager: 'Ana Sousa',
      links: ['https://example.org/tom'],
      birthday: { month: 5, day: 14, year: 1980 },
      dates: [],
      notes: ['Likes boats.'],
    },
  ])
  const google =
    "First Name,Middle Name,Last Name,Title,Suffix,Initials,Web Page,Gender,Birthday,Anniversary,Location,Language,Internet Free Busy,Notes,E-mail Address,E-mail 2 Address,E-mail 3 Address,Primary Phone,Home Phone,Spouse,Children,Manager's Name,Assistant's Name,Referred By,Company Main Phone,Business Phone,Company,Job Title,Department,Categories\n" +
    'Noor,,Haddad,Dr.,,,,,,,,,,,noor@example.org,,,,,Sam,,Tom Becker,,,,+2 1,Fjordlicht,Buyer,Supply,Team;Lisbon\n'
  expect(items(google)).toMatchObject([{ name: 'Dr. Noor Haddad', role: 'Buyer', manager: 'Tom Becker', labels: ['Team', 'Lisbon'] }])
  const classic =
    '"Title","First Name","Middle Name","Last Name","Suffix","Company","Department","Job Title","Business Street","Business City","Business Phone","Business Fax","Home Phone","Mobile Phone","Anniversary","Birthday","Categories","E-mail Address","E-mail Type","E-mail Display Name","Manager\'s Name","Notes"\r\n' +
    '"Mr.","Jan","","Kuiper","","Fjordlicht","Research","Analyst","Street 1","Utrecht","+31 1","+31 2","","+31 3","0/0/00","0/0/00","","jan@example.org","SMTP","Jan Kuiper (jan@example.org)","",""\r\n'
  const [jan] = items(classic)
  expect(jan).toMatchObject({ name: 'Jan Kuiper', place: 'Utrecht', phones: ['+31 1', '+31 3'], dates: [], role: 'Analyst' })
  expect(jan).toMatchObject({ birthday: undefined })
})

test('The German Outlook of the desktop is read in Windows-1252', () => {
  const text =
    '"Anrede","Vorname","Weitere Vornamen","Nachname","Suffix","Firma","Abteilung","Position","Straße geschäftlich","Ort geschäftlich","Ort privat","Fax geschäftlich","Telefon geschäftlich","Telefon (privat)","Mobiltelefon","Telefon Firma","Geburtstag","Jahrestag","Kategorien","E-Mail-Adresse","E-Mail-Typ","E-Mail: Angezeigter Name","E-Mail 2: Adresse","Name des/der Vorgesetzten","Büro","Notizen","Webseite"\r\n' +
    '"Frau","Zoë","","Müller","","Beispiel GmbH","Einkauf","Leiterin","Gasse 1","Köln","Bonn","+49 9","+49 1","+49 2","+49 3","+49 4","14.5.1980","0.0.00","Team;Köln","zoe@example.org","SMTP","Zoë Müller (zoe@example.org)","z@privat.example","Jörg Weiß","","Mag Tee – ohne Zucker.","https://example.org"\r\n'
  const { format, items: found } = readBytes(western(text))
  expect(format).toBe('outlook-csv')
  expect(found).toMatchObject([
    {
      name: 'Zoë Müller',
      company: 'Beispiel GmbH',
      department: 'Einkauf',
      role: 'Leiterin',
      place: 'Köln',
      emails: ['zoe@example.org', 'z@privat.example'],
      phones: ['+49 1', '+49 2', '+49 3'],
      birthday: { month: 5, day: 14, year: 1980 },
      manager: 'Jörg Weiß',
      labels: ['Team', 'Köln'],
      notes: ['Mag Tee – ohne Zucker.'],
    },
  ])
})

test('The other days of a table say whether the month comes first; where none does, the file is quoted', () => {
  const table = (...days: string[]): string =>
    `Name,E-Mail,Birthday\n${days.map((day, i) => `Person ${i},p${i}@example.org,${day}`).join('\n')}\n`
  expect(items(table('3/4/1980', '14/5/1980'))).toMatchObject([{ birthday: { month: 4, day: 3 } }, { birthday: { month: 5, day: 14 } }])
  expect(items(table('3/4/1980', '5/14/1980'))).toMatchObject([{ birthday: { month: 3, day: 4 } }, {}])
  expect(items(table('3/4/1980', '3/3/1980'))).toMatchObject([
    { birthday: undefined, notes: ['Birthday: 3/4/1980'] },
    { birthday: { month: 3, day: 3 }, notes: [] },
  ])
  expect(items(table('29.2.', '2.3.80', '1/1/4501'))).toMatchObject([
    { birthday: { month: 2, day: 29 } },
    { birthday: { month: 3, day: 2 } },
    { birthday: undefined },
  ])
})

test('A table of a directory is understood by its titles, and a manager by their address', () => {
  const text =
    'email,name,department,title,manager,site,started\nana@example.org,Ana Sousa,Operations,Head of operations,,Porto,2015-02-01\njan@example.org,Jan Kuiper,Operations,Planner,ana@example.org,Utrecht,2021-09-01\n'
  expect(read(text)).toMatchObject({ format: 'csv', table: { titled: true, named: true } })
  expect(items(text)).toMatchObject([
    { name: 'Ana Sousa', emails: ['ana@example.org'], role: 'Head of operations', place: 'Porto' },
    { name: 'Jan Kuiper', manager: 'Ana Sousa', dates: [{ what: 'other', label: 'Started', date: { month: 9, day: 1, year: 2021 } }] },
  ])
})

test('Titles in German, semicolons and tabs are understood', () => {
  const german =
    'Name;Vorname;Abteilung;Funktion;Telefon;Mailadresse;Geburtstag;Bemerkung\nMüller;Jörg;Einkauf;Leiter;030 1;j@example.org;3.4.1980;Tee\n'
  expect(items(german)).toMatchObject([
    { name: 'Jörg Müller', department: 'Einkauf', role: 'Leiter', birthday: { month: 4, day: 3, year: 1980 }, notes: ['Tee'] },
  ])
  expect(items('Full name\tTeam\tReports to\nAna Sousa\tOps\tTom Becker\n')).toMatchObject([
    { name: 'Ana Sousa', department: 'Ops', manager: 'Tom Becker' },
  ])
})

test('A list without titles is understood by what it holds', () => {
  const text = 'Lisbon;Ana Sousa;ana.sousa@example.org;+351 912 000 000\nUtrecht;Jan Kuiper;jan.kuiper@example.org;+31 6 1200 0000\n'
  expect(read(text).table).toMatchObject({
    titled: false,
    columns: [{ field: 'ignore' }, { field: 'name' }, { field: 'email' }, { field: 'phone' }],
  })
  expect(items(text)).toMatchObject([
    { index: 1, name: 'Ana Sousa' },
    { index: 2, name: 'Jan Kuiper' },
  ])
  expect(items('Planner,Ana Sousa\nBuyer,Tom Becker\n')).toMatchObject([{ name: 'Ana Sousa' }, { name: 'Tom Becker' }])
  expect(items('a@example.org\nb@example.org\n')).toMatchObject([{ name: 'a@example.org' }, { name: 'b@example.org' }])
})

test('A heading above a table, and the line by which a spreadsheet is told its separator, are passed over', () => {
  const rows = 'Name;E-Mail\nAna Sousa;a@example.org\nJan Kuiper;j@example.org\nNoor Haddad;n@example.org\n'
  for (const above of ['sep=;\n', 'Our people\n\n', 'Our people\nIn 2026, all of them\n']) {
    expect(items(above + rows), above).toMatchObject([{ index: 1, name: 'Ana Sousa' }, { name: 'Jan Kuiper' }, { name: 'Noor Haddad' }])
  }
})

test('Markup, programs and letters are no tables', () => {
  for (const text of ['{\n "a": "b",\n "c": "d",\n "e": "f"\n}\n', '<a>\n<b c="d,e">\n<f g="h,i">\n', 'Dear Ana,\nsee you soon.\n']) {
    expect(() => read(text), text).toThrow('unknown')
  }
})

test('What its owner says of a table holds, also where nothing could be guessed', () => {
  const text = 'x;y;z\nPorto;Ana;Operations\nUtrecht;Jan;Planning\n'
  expect(read(text)).toMatchObject({ format: 'csv', items: [], table: { named: false } })
  const bytes = new TextEncoder().encode(text)
  const told = readBytes(bytes, { columns: { fields: ['place', 'name', 'department'], titled: true } })
  expect(told.items).toMatchObject([{ name: 'Ana', place: 'Porto', department: 'Operations' }, { name: 'Jan' }])
  expect(readBytes(bytes, { columns: { fields: ['ignore', 'name'], titled: false } }).items).toHaveLength(3)
})

test('A cell of many lines is one cell, and a quote that never ends costs its own row alone', () => {
  const note = 'A line.\n'.repeat(300)
  expect(items(`name,email,notes\nAna Sousa,a@example.org,"${note}"\nJan Kuiper,j@example.org,\n`)).toMatchObject([
    { name: 'Ana Sousa', notes: [note.trim()] },
    { name: 'Jan Kuiper' },
  ])
  const broken = items(`name,email\nAna Sousa,a@example.org\nBad,"never\n${'Jan Kuiper,j@example.org\n'.repeat(50)}`)
  expect(broken.map((item) => item.kind).filter((kind) => kind === 'skipped')).toHaveLength(1)
  expect(broken).toHaveLength(52)
})
