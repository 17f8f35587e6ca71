import { i18n } from '@lingui/core'
import type { OpeningItem } from '../../formats/item.ts'
import type { PreviewRow } from './contract.ts'

/** An opening as a line of the dry run: it is read, and the book has no place for it yet. */
export function openingRow(item: OpeningItem): PreviewRow {
  const { index, line, title: name } = item
  const remote = item.remote ? i18n._({ id: 'import.opening.remote', message: 'From anywhere' }) : ''
  const about = [...new Set([item.department, item.company, item.place, remote])].filter(Boolean).join(' · ')
  const reason = i18n._({
    id: 'import.opening',
    message: 'An opening. Kith reads it, and will keep it once goals and openings are part of the book.',
  })
  return { index, line, name, about, verdict: 'skipped', reason, detail: days(item), selected: false, choosable: false, item }
}

/** When it was posted and when it closes; empty when the file does not say. */
function days({ postedOn, closesOn }: OpeningItem): string {
  const values = { posted: postedOn, closes: closesOn }
  if (postedOn !== undefined && closesOn !== undefined) {
    return i18n._({ id: 'import.opening.both', message: 'Posted on {posted}, open until {closes}.', values })
  }
  if (postedOn !== undefined) return i18n._({ id: 'import.opening.posted', message: 'Posted on {posted}.', values })
  return closesOn === undefined ? '' : i18n._({ id: 'import.opening.closes', message: 'Open until {closes}.', values })
}
