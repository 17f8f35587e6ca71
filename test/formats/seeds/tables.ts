import type { Seeds } from '../campaign.ts'

const rows = (count: number, row: (i: number) => string, end: string): string => Array.from({ length: count }, (_, i) => row(i)).join(end)

const messages = `CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT\r\n${rows(
  6,
  (i) =>
    `${i % 3},,"Ana, ${i}",https://www.linkedin.com/in/ana${i},Me,https://www.linkedin.com/in/me,2024-03-${i + 10} 10:00:00 UTC,,"words, ""more""\nand more"`,
  '\r\n',
)}\r\n`

const google = `First Name,Last Name,Birthday,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,Event 1 - Label,Event 1 - Value\n${rows(
  5,
  (i) =>
    `Ana${i},Sousa,--02-${i + 10},"One\nTwo",* myContacts ::: Lisbon,* Work,a${i}@example.org ::: b@example.org,Anniversary,2010-09-02`,
  '\n',
)}\n`

const outlook = `"Title","First Name","Last Name","Business Phone","Home Street","Birthday","E-mail Address","Manager's Name"\r\n${rows(
  5,
  (i) => `"Mr.","Jan${i}","Kuiper","+31 ${i}","Street 1","${i + 1}/${i + 10}/1980","jan${i}@example.org","Ana Sousa"`,
  '\r\n',
)}\r\n`

const plain = `email;name;department;title;manager;site;started\n${rows(
  5,
  (i) => `p${i}@example.org;Noor ${i};Ops;Planner;p0@example.org;Porto;${i + 1}.2.2015`,
  '\n',
)}\n`

/** Tables of people, and of messages, as text. */
export const tableTexts = { messages, google, outlook, plain }

export const tablesSeeds: Seeds = {
  name: 'tables',
  files: Object.values(tableTexts).map((text) => new TextEncoder().encode(text)),
  barbs: [' ::: ', '* ', '0/0/00', ',"', '",', '""', '";"', '\t', 'Name,', ',E-mail 1 - Value'],
}
