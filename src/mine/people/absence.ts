import { i18n } from '@lingui/core'
import { type Day, isDay } from '../../kernel/time.ts'
import type { Book, Change } from '../book.ts'
import type { Away } from './contract.ts'

/** Whose time away: mine, the company's closure, or one person's. */
export type Whose = Away['who']

const fits = (from: Day, to: Day | undefined): boolean => isDay(from) && (to === undefined || (isDay(to) && to >= from))

/** Writes a time away, both days included; without `to` it stays open. Null when the days are in the wrong order. */
export function addAway(book: Book, who: Whose, from: Day, to: Day | undefined): Change | null {
  if (!fits(from, to)) return null
  return book.change(i18n._({ id: 'away.added', message: 'Noted. The clock stands still meanwhile.' }), (hands) => {
    hands.add('away', { who, from, to })
  })
}

/** Changes the days of a time away. Null when they are in the wrong order. */
export function editAway(book: Book, id: string, from: Day, to: Day | undefined): Change | null {
  if (!fits(from, to) || book.get('away', id) === undefined) return null
  return book.change(i18n._({ id: 'away.edited', message: 'The days are changed.' }), (hands) => {
    hands.patch('away', id, { from, to })
  })
}

/** Takes a time away out again; warmth is then read as if it had never been. */
export function removeAway(book: Book, id: string): Change {
  return book.change(i18n._({ id: 'away.removed', message: 'Taken out.' }), (hands) => hands.trash(id))
}

/** Times away of one kind, the latest first. */
export function awaysOf(book: Book, who: Whose): readonly Away[] {
  const same = (other: Whose): boolean =>
    typeof who === 'string' ? other === who : typeof other !== 'string' && other.person === who.person
  return book
    .all('away')
    .filter((away) => same(away.who))
    .sort((a, b) => (a.from < b.from ? 1 : -1))
}
