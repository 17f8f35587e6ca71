import { i18n } from '@lingui/core'
import { newId } from '../kernel/ids.ts'
import type { Book, Change } from '../mine/book.ts'
import { sampleCompany } from './company.ts'

/** Whether anything of the sample company is in the book; the banner goes by it. */
export const hasSample = (book: Book): boolean => book.all('person').some((person) => person.sample === true)

/** Puts the sample company into the book as one change. What the owner said about herself stays hers. */
export function addSample(book: Book): Change {
  const named = book.setting('me') !== undefined
  return book.change(i18n._({ id: 'sample.added', message: 'The sample company is in your book. One tap removes it again.' }), (hands) => {
    for (const record of sampleCompany(book.today(), newId())) if (!(named && record.kind === 'setting')) hands.put(record)
  })
}
