import { Trans, useLingui } from '@lingui/react/macro'
import { PageHead, TwoColumns, useTitle } from '../../../web/ui/page.tsx'
import { AlarmSection } from './alarm-section.tsx'
import { CopiesSection } from './copies-section.tsx'
import { KeysSection } from './keys-section.tsx'
import { ServerSection } from './server-section.tsx'
import { TrashSection } from './trash-section.tsx'
import { YouRail } from './you-rail.tsx'

/** Your data: who can open the book, what the server sees, how it comes and goes. */
export function DataScreen() {
  const { t } = useLingui()
  useTitle(t`Your data`)
  return (
    <TwoColumns railLabel={t`You and how you like it`} rail={<YouRail />}>
      <PageHead title={t`Your data`} lede={<Trans>It is yours: to read, to take along, to lock, to throw away.</Trans>} />
      <div className="mt-7">
        <AlarmSection />
        <KeysSection />
        <CopiesSection />
        <ServerSection />
        <TrashSection />
      </div>
    </TwoColumns>
  )
}
