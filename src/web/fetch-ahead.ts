import { i18n } from '@lingui/core'
import { loadErrorWords } from './error-words.ts'
import type { OpenedBook } from './opened-book.ts'

const parts: readonly ((opened: OpenedBook) => Promise<unknown>)[] = [
  loadErrorWords,
  () => import('../mine/quick-log/ui/quick-log-overlay.tsx'),
  () => import('../mine/quick-log/ui/line-reader.ts'),
  () => import('../mine/quick-log/ui/understood.tsx'),
  () => import('../mine/quick-log/days.ts').then(({ loadDays }) => loadDays(i18n.locale === 'de' ? 'de' : 'en')),
  () => import('./ui/base-menu.tsx'),
  () => import('./ui/base-dialog.tsx'),
  () => import('./shell/palette.tsx'),
  () => import('../mine/people/ui/people-screen.tsx'),
  () => import('../mine/people/ui/person-screen.tsx'),
  () => import('../mine/your-data/ui/data-screen.tsx'),
  () => import('../mine/search/ui/find-screen.tsx'),
  // Last of all the book is read for its words, so that the first question is answered at once.
  (opened) => import('../mine/search/ui/searcher.ts').then(({ searcherOf }) => searcherOf(opened).begin()),
]

const AFTER_MS = 1200

let asked = false

/**
 * Fetches what the first paint did not need, one part after the other once the page is at rest: the
 * pen is then at hand at once, and going on without a connection works.
 */
export function fetchAhead(opened: OpenedBook): void {
  if (asked) return
  asked = true
  setTimeout(async () => {
    // What fails here is fetched again when it is needed.
    for (const part of parts) await part(opened).catch(() => undefined)
  }, AFTER_MS)
}
