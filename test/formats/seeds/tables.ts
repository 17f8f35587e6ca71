import { zipSync } from 'fflate'
import type { Seeds } from '../campaign.ts'

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const rows = (head: string, end: string, row: (n: number) => string): Uint8Array =>
  encode([head, ...Array.from({ length: 8 }, (_, n) => row(n))].join(end) + end)

const messages = rows(
  'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT',
  '\r\n',
  (n) =>
    `${n % 5},,"Ana, ${n}",https://www.linkedin.com/in/ana${n},Me,https://www.linkedin.com/in/me,2024-03-${n + 10} 10:00:00 UTC,,"words, ""more""\nand more"`,
)
const google = rows(
  'First Name,Last Name,Birthday,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,Event 1 - Label,Event 1 - Value',
  '\n',
  (n) =>
    `Ana${n},Sousa,--02-${n + 10},"One\nTwo",* myContacts ::: Lisbon,* Work,a${n}@example.org ::: b@example.org,Anniversary,2010-09-02`,
)
const outlook = rows(
  '"Title","First Name","Last Name","Business Phone","Business Street","Home Street","Birthday","E-mail Address","Manager\'s Name"',
  '\r\n',
  (n) => `"Mr.","Jan${n}","Kuiper","+31 ${n}","Street 1","","${n + 1}/${n + 10}/1980","jan${n}@example.org","Ana Sousa"`,
)
const table = rows(
  'email;name;department;title;manager;site;started',
  '\n',
  (n) => `p${n}@example.org;Noor ${n};Ops;Planner;p0@example.org;Porto;${n + 1}.2.2015`,
)

/** Tables of people as address books write them, and archives that hold some. */
export const tableSeeds: Seeds = {
  name: 'tables of people',
  files: [
    messages,
    google,
    outlook,
    table,
    zipSync({ 'a/messages.csv': messages, 'a/b.zip': zipSync({ 'c.vcf': encode('BEGIN:VCARD\nFN:Ana\nEND:VCARD\n') }) }),
    zipSync({ 'table.csv': table, 'google.csv': google }, { level: 0 }),
  ],
  barbs: [' ::: ', '\t', '0/0/00', 'PK\u0003\u0004', 'PK\u0005\u0006'],
}
