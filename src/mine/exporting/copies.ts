import { vcardText } from '../../formats/vcard-writing.ts'
import { zipOf } from '../../formats/zip-archive.ts'
import type { Book } from '../book.ts'
import { archiveOf } from './archive.ts'
import { calendarOf } from './calendar.ts'
import { peopleOut } from './people.ts'
import { onePage, pagesOf } from './readable.ts'
import { type TableOf, tableOf } from './tables.ts'
import { wholeZip } from './whole.ts'

/** A form in which the book goes out, by the ending of its file. */
export type CopyForm = 'json' | 'zip' | 'md' | 'md.zip' | 'vcf' | 'csv' | 'ics'

/** What may be chosen about a copy. */
export interface CopyChoice {
  /** Which table a `csv` is; people unless something else is said. */
  readonly only?: TableOf | undefined
  /** Whether cards carry what I noted and how I see people; not unless asked for. */
  readonly notes?: boolean | undefined
}

/** What kind of file each form is. */
export const copyTypes: Readonly<Record<CopyForm, string>> = {
  json: 'application/json',
  zip: 'application/zip',
  md: 'text/markdown;charset=utf-8',
  'md.zip': 'application/zip',
  vcf: 'text/vcard;charset=utf-8',
  csv: 'text/csv;charset=utf-8',
  ics: 'text/calendar;charset=utf-8',
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** The book in one of its forms. Facts about children are in `json` and `zip` alone, and there in the archive alone. */
export function copyOf(book: Book, form: CopyForm, { only = 'people', notes = false }: CopyChoice = {}): Uint8Array {
  switch (form) {
    case 'json':
      return bytesOf(archiveOf(book))
    case 'zip':
      return wholeZip(book)
    case 'md':
      return bytesOf(onePage(book))
    case 'md.zip':
      return zipOf(pagesOf(book), book.clock.now().epochMilliseconds)
    case 'vcf':
      return bytesOf(vcardText(peopleOut(book, notes ? 'all' : 'card')))
    case 'csv':
      return bytesOf(tableOf(book, only))
    case 'ics':
      return bytesOf(calendarOf(book))
  }
}
