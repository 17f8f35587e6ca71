import { i18n } from '@lingui/core'
import type { Book, Change } from '../book.ts'
import type { Setting } from '../setting.ts'

/** Writes a preference: one record per key, so that two devices seldom meet in one. Null when it is so already. */
export function prefer(book: Book, what: Setting['what']): Change | null {
  const known = book.all('setting').filter((setting) => setting.what.key === what.key)
  const latest = known.toSorted((a, b) => (a.changed < b.changed ? 1 : -1))[0]
  if (latest !== undefined && JSON.stringify(latest.what) === JSON.stringify(what)) return null
  return book.change(i18n._({ id: 'preference.kept', message: 'Kept so.' }), (hands) => {
    if (latest === undefined) hands.add('setting', { what })
    else hands.patch('setting', latest.id, { what })
  })
}
