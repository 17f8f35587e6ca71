import { useLingui } from '@lingui/react/macro'
import { PageHead, useTitle } from '../../../web/ui/page.tsx'

/** The screen of Import. */
export function ImportScreen() {
  const { t } = useLingui()
  useTitle(t`Import`)
  return <PageHead title={t`Import`} />
}
