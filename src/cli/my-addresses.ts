import { AppError } from '../kernel/errors.ts'
import type { Book } from '../mine/book.ts'
import { mineIn } from '../mine/calendar/actions.ts'
import { rememberMe } from '../mine/calendar/me.ts'
import type { FileRead } from '../mine/importing/contract.ts'

/** The addresses of an option, with commas between, in lower case. */
export const addresses = (list: string | undefined): readonly string[] =>
  (list ?? '')
    .split(',')
    .map((one) => one.trim().toLowerCase())
    .filter((one) => one.includes('@'))

/**
 * Sees to it that the owner is known in a calendar, and remembers the addresses that were named.
 *
 * @throws AppError `calendar-who` when nobody has said which address is the owner's, and the file does not show it
 */
export function mustKnowMe(book: Book, read: FileRead, named: readonly string[]): void {
  if (named.length > 0) rememberMe(book, named)
  if (mineIn(book, read).length > 0 || !read.items.some((item) => item.kind === 'event' && item.attendees.length > 0)) return
  throw new AppError('calendar-who', {
    what: `Nothing of ${read.file} is proposed yet.`,
    why: 'Kith does not know which of its addresses is yours.',
    next: 'Say so once with --me ADDRESS; it is remembered in your book.',
    status: 400,
  })
}
