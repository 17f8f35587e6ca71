import { i18n } from '@lingui/core'
import { addDays } from '../../kernel/time.ts'
import type { Book, Change } from '../book.ts'
import type { FirstLine } from './first-lines.ts'

/**
 * Writes the first people of a book. What somebody did becomes a moment of help received, so that
 * the first plan already has a thanks in it. The page asks about this month and the line names no
 * day, so the moment lies a week back, where it can be corrected.
 */
export function beginBook(book: Book, lines: readonly FirstLine[]): Change {
  const label = i18n._({
    id: 'first.begun',
    message: '{count, plural, one {{name} is in your book} other {# people are in your book}}',
    values: { count: lines.length, name: lines[0]?.name ?? '' },
  })
  return book.change(label, (hands) => {
    for (const line of lines) {
      const person = hands.add('person', { name: line.name })
      if (line.did === undefined) continue
      hands.add('moment', {
        day: addDays(book.today(), -7),
        people: [person.id],
        medium: 'message',
        shape: 'help',
        startedBy: 'they',
        help: 'received',
        text: line.did,
      })
    }
    if (book.setting('begun') === undefined) hands.add('setting', { what: { key: 'begun', on: book.today() } })
  })
}
