import { i18n } from '@lingui/core'
import type { EventItem } from '../../formats/item.ts'
import type { Book } from '../book.ts'
import type { PreviewRow } from '../importing/contract.ts'
import { acquaintances, guestName } from './guests.ts'
import { guessMe, myEmails } from './me.ts'
import { calendarRun, type Judged } from './proposals.ts'
import { leftOutText, peopleText, titleText } from './wording.ts'

/** What would happen to each entry of a calendar, as lines of a dry run, by the place of the entry in the file. */
export function eventRows(book: Book, items: readonly EventItem[], me?: readonly string[]): ReadonlyMap<number, PreviewRow> {
  if (items.length === 0) return new Map()
  const emails = me ?? guessMe(items, myEmails(book)).emails
  const found = acquaintances(book)
  const names = ({ draft }: Judged): string => {
    const { known, unknown } = found.part(draft?.guests ?? [])
    return peopleText([...known.map((person) => person.name), ...unknown.map(guestName)])
  }
  return new Map(
    calendarRun(book, items, emails).judged.map((one) => {
      const { item, verdict } = one
      const row = { index: item.index, line: item.line, name: titleText(item), detail: '', item, about: names(one) }
      return [item.index, { ...row, verdict, reason: reasonOf(one), selected: verdict === 'new', choosable: verdict === 'new' }]
    }),
  )
}

function reasonOf({ verdict, why, draft, item }: Judged): string {
  if (verdict === 'same') return i18n._({ id: 'calendar.row.same', message: 'Your calendar has told this before.' })
  if (verdict === 'skipped') return leftOutText(why ?? 'long-ago')
  const count = item.replaces === undefined ? (draft?.days.length ?? 1) : 1
  return i18n._({
    id: 'calendar.row.new',
    message: '{count, plural, one {It would be proposed.} other {# days of it would be proposed.}}',
    values: { count },
  })
}
