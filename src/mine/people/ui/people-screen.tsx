import { useLingui } from '@lingui/react/macro'
import { PageHead, useTitle } from '../../../web/ui/page.tsx'

/** The screen of People. */
export function PeopleScreen() {
  const { t } = useLingui()
  useTitle(t`People`)
  return <PageHead title={t`People`} />
}
