import { useLingui } from '@lingui/react/macro'
import { Dialog } from '../../../web/ui/dialog.tsx'

/** Quick log over any page. */
export function QuickLogOverlay({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  return (
    <Dialog open onClose={onClose} title={t`Log a moment`} at="top" wide>
      <p>{t`Log a moment`}</p>
    </Dialog>
  )
}
