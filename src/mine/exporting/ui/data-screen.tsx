import { useLingui } from '@lingui/react/macro'
import { PageHead, useTitle } from '../../../web/ui/page.tsx'

/** The screen of Data. */
export function DataScreen() {
  const { t } = useLingui()
  useTitle(t`Data`)
  return <PageHead title={t`Data`} />
}
