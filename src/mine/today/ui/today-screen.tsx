import { useLingui } from '@lingui/react/macro'
import { useBook } from '../../../web/book-context.tsx'
import { useTitle } from '../../../web/ui/page.tsx'
import { FirstRun } from '../../people/ui/first-run.tsx'
import { Today } from './today.tsx'

/** The first screen: the day, or in an empty book the question with which it begins. */
export function TodayScreen() {
  const { t } = useLingui()
  useTitle(t`Today`)
  return useBook((book) => book.all('person').length > 0) ? <Today /> : <FirstRun />
}
