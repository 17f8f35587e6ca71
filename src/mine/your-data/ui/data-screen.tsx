import { useLingui } from '@lingui/react/macro'
import { PageHead, useTitle } from '../../../web/ui/page.tsx'

/** Your data: what is kept where, who can open it, and how it comes and goes. */
export function DataScreen() {
  const { t } = useLingui()
  useTitle(t`Your data`)
  return <PageHead title={t`Your data`} />
}
