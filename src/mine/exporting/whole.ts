import { i18n } from '@lingui/core'
import { vcardText } from '../../formats/vcard-writing.ts'
import { WHOLE_BOOK, zipOf } from '../../formats/zip-archive.ts'
import type { Book } from '../book.ts'
import { longDay } from '../moments/day-text.ts'
import { archiveOf } from './archive.ts'
import { calendarOf } from './calendar.ts'
import { peopleOut } from './people.ts'
import { pagesOf } from './readable.ts'
import { tableOf } from './tables.ts'

function readme(book: Book): string {
  const values = { day: longDay(book.today(), '0000-01-01') }
  return [
    i18n._({ id: 'export.zip.what', message: 'A copy of a Kith book, made on {day}.', values }),
    '',
    i18n._({ id: 'export.zip.book', message: 'book.json: everything, and the only file that Kith needs to bring the book back.' }),
    i18n._({ id: 'export.zip.md', message: 'people.md and the folder people: one page for each person, to be read with any program.' }),
    i18n._({ id: 'export.zip.vcf', message: 'people.vcf: cards for an address book.' }),
    i18n._({ id: 'export.zip.csv', message: 'people.csv, moments.csv, promises.csv: tables for a spreadsheet.' }),
    i18n._({ id: 'export.zip.ics', message: 'dates.ics: birthdays and other days, and open promises, for a calendar.' }),
    '',
    i18n._({ id: 'export.zip.child', message: 'What you noted about children stands in book.json alone.' }),
    i18n._({ id: 'export.zip.open', message: 'Nothing here is sealed. Keep it where only you can read it.' }),
    '',
  ].join('\r\n')
}

/** The whole book as one ZIP file: the archive that comes back, and the same things in forms that other programs read. */
export function wholeZip(book: Book): Uint8Array {
  return zipOf(
    [
      { path: 'README.txt', text: readme(book) },
      { path: WHOLE_BOOK, text: archiveOf(book) },
      ...pagesOf(book),
      { path: 'people.vcf', text: vcardText(peopleOut(book, 'card')) },
      { path: 'people.csv', text: tableOf(book, 'people') },
      { path: 'moments.csv', text: tableOf(book, 'moments') },
      { path: 'promises.csv', text: tableOf(book, 'promises') },
      { path: 'dates.ics', text: calendarOf(book) },
    ],
    book.clock.now().epochMilliseconds,
  )
}
