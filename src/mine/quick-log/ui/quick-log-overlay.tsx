import { Trans, useLingui } from '@lingui/react/macro'
import { Dialog } from '../../../web/ui/dialog.tsx'
import { Keycap } from '../../../web/ui/kbd.tsx'
import { QuickLogLine } from './quick-log-line.tsx'

/** The line to write on, over any page; it closes when something is written. */
export function QuickLogOverlay({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  return (
    <Dialog open onClose={onClose} title={t`Log a moment`} quietTitle at="top" wide>
      <div className="p-3 max-desk:p-[18px]">
        <QuickLogLine autoFocus onWritten={onClose} />
        <p className="flex flex-wrap items-center gap-x-1.5 gap-y-1 px-1 pt-3 text-note text-faint max-desk:text-text">
          <Trans>Who, how, when; a promise or something to remember, in one line.</Trans>
          <span className="ms-auto inline-flex items-center gap-1.5 pointer-coarse:hidden">
            <Keycap>Enter</Keycap>
            <Trans>writes</Trans>
          </span>
        </p>
      </div>
    </Dialog>
  )
}
