import { useLingui } from '@lingui/react/macro'
import { PageHead, useTitle } from '../../../web/ui/page.tsx'

/** The screen of Person. */
export function PersonScreen() {
  const { t } = useLingui()
  useTitle(t`Person`)
  return <PageHead title={t`Person`} />
}
