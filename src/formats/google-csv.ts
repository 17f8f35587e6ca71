import { fold } from '../kernel/text.ts'
import type { Format } from './detect.ts'
import type { Field } from './table-fields.ts'
import { type Column, TablePeople } from './table-people.ts'
import { firstLines, headerOf, TableRows } from './table-rows.ts'

/** Columns that stand once, in the new layout and the old one. */
const single: Readonly<Record<string, Field>> = {
  name: 'name',
  'first name': 'first',
  'given name': 'first',
  'middle name': 'middle',
  'additional name': 'middle',
  'last name': 'last',
  'family name': 'last',
  'name prefix': 'prefix',
  'name suffix': 'suffix',
  nickname: 'nickname',
  'organization name': 'company',
  'organization title': 'role',
  'organization department': 'department',
  birthday: 'birthday',
  notes: 'note',
  labels: 'tag',
  'group membership': 'tag',
  location: 'place',
}

/** Columns that stand as often as the fullest card needs them: `E-mail 1 - Value` beside `E-mail 1 - Label` or `E-mail 1 - Type`. */
const many: Readonly<Record<string, Field>> = {
  'e-mail value': 'email',
  'phone value': 'phone',
  'address city': 'place',
  'organization name': 'company',
  'organization title': 'role',
  'organization department': 'department',
  'event value': 'day',
  'website value': 'link',
}

const numbered = /^(e-mail|phone|address|organization|event|website|relation|im) (\d+) - (.+)$/

/** Whether these are the titles of an export of Google's address book. */
const known = (titles: readonly string[]): boolean => {
  const folded = titles.map(fold)
  const has = (title: string): boolean => folded.includes(title)
  return (
    (has('given name') && has('family name') && folded.some((title) => numbered.test(title))) ||
    (has('first name') && has('last name') && (folded.some((title) => numbered.test(title)) || (has('organization name') && has('labels'))))
  )
}

function columnsOf(titles: readonly string[]): Column[] {
  const folded = titles.map(fold)
  return titles.flatMap((title, at): Column[] => {
    const plain = folded[at] ?? ''
    const alone = single[plain]
    if (alone !== undefined) return [{ at, field: alone, title }]
    const [, what = '', number = '', part = ''] = numbered.exec(plain) ?? []
    const field = many[`${what} ${part}`]
    if (field === undefined) return []
    const label = folded.findIndex((other) => other === `${what} ${number} - label` || other === `${what} ${number} - type`)
    return [{ at, field, title: field === 'day' ? '' : title, label: label < 0 ? undefined : label }]
  })
}

/** Google's address book as CSV, in the layout of today and the one before it. */
export const googleCsv: Format = {
  name: 'google-csv',
  recognise: (head) => firstLines(head, 5).some((line) => headerOf(line, known) !== undefined),
  open: (reading) => new TableRows(known, (header) => new TablePeople(reading, columnsOf(header.titles))),
}
