import { useLingui } from '@lingui/react/macro'
import { lazy, Suspense } from 'react'
import { useBook } from '../../../web/book-context.tsx'
import { useTitle } from '../../../web/ui/page.tsx'
import { Today } from './today.tsx'

// Seen once in the life of a book, so no other start pays for it.
const FirstRun = lazy(async () => ({ default: (await import('../../people/ui/first-run.tsx')).FirstRun }))

/** The first screen: the day, or in an empty book the question with which it begins. */
export function TodayScreen() {
  const { t } = useLingui()
  useTitle(t`Today`)
  if (useBook((book) => book.all('person').length > 0)) return <Today />
  return (
    <Suspense fallback={null}>
      <FirstRun />
    </Suspense>
  )
}
