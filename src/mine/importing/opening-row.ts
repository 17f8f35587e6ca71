import { i18n } from '@lingui/core'
import type { OpeningItem } from '../../formats/item.ts'
import type { Day } from '../../kernel/time.ts'
import { dayText } from '../warmth/days-in-words.ts'
import type { PreviewRow } from './contract.ts'

/** An opening as a line of the dry run: it is read, and the book has no place for it yet. */
export function openingRow(item: OpeningItem, today: Day): PreviewRow {
  const { index, line, title: name } = item
  const remote = item.remote ? i18n._({ id: 'import.opening.remote', message: 'From anywhere' }) : ''
  const about = [...new Set([item.department, item.company, item.place, remote])].filter(Boolean).join(' · ')
  const reason = i18n._({
    id: 'import.opening',
    message: 'An opening. Kith reads it, and will keep it once goals and openings are part of the book.',
  })
  return { index, line, name, about, verdict: 'skipped', reason, detail: days(item, today), selected: false, choosable: false, item }
}

/** When it was posted and when it closes; empty when the file does not say. */
function days({ postedOn, closesOn }: OpeningItem, today: Day): string {
  const text = (day: Day | undefined): string => (day === undefined ? '' : dayText(day, today))
  const values = { posted: text(postedOn), closes: text(closesOn) }
  if (postedOn !== undefined && closesOn !== undefined) {
    return i18n._({ id: 'import.opening.both', message: 'Posted: {posted}. Open until: {closes}.', values })
  }
  if (postedOn !== undefined) return i18n._({ id: 'import.opening.posted', message: 'Posted: {posted}.', values })
  return closesOn === undefined ? '' : i18n._({ id: 'import.opening.closes', message: 'Open until: {closes}.', values })
}
