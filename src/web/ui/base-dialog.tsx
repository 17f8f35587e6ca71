import { Dialog as Base } from '@base-ui/react/dialog'
import { useLingui } from '@lingui/react/macro'
import { IconButton } from './button.tsx'
import type { DialogProps } from './dialog.tsx'

/** The dialog itself; a file of its own, because nothing of it is needed for the first paint. */
export function BaseDialog({
  open,
  onClose,
  title,
  quietTitle = false,
  description,
  at = 'middle',
  wide = false,
  focus,
  children,
}: DialogProps) {
  const { t } = useLingui()
  return (
    <Base.Root open={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-20 bg-veil transition-opacity duration-(--settle) data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Viewport
          className={`fixed inset-0 z-20 grid justify-items-center overflow-y-auto desk:px-4 max-desk:items-end ${at === 'top' ? 'desk:items-start desk:pt-[14vh] desk:pb-6' : 'desk:items-center desk:py-8'}`}
        >
          <Base.Popup
            {...(focus === undefined ? {} : { initialFocus: focus })}
            className={`relative w-full bg-card text-ink shadow-float outline-none move-settle data-ending-style:translate-y-1 data-ending-style:opacity-0 data-starting-style:translate-y-1 data-starting-style:opacity-0 desk:rounded-page max-desk:max-h-[92vh] max-desk:overflow-y-auto max-desk:rounded-t-page max-desk:pb-4 ${wide ? 'desk:max-w-[640px]' : 'desk:max-w-[460px]'}`}
          >
            {quietTitle ? (
              <Base.Title className="sr-only">{title}</Base.Title>
            ) : (
              <header className="flex items-start justify-between gap-4 pt-4 pe-3 ps-6 max-desk:ps-[18px]">
                <Base.Title className="pt-0.5 text-head font-bold text-ink">{title}</Base.Title>
                <Base.Close render={<IconButton icon="close" label={t`Close`} />} />
              </header>
            )}
            {description === undefined ? null : (
              <Base.Description className="px-6 pt-1 text-body text-soft max-desk:px-[18px]">{description}</Base.Description>
            )}
            {quietTitle ? children : <div className="px-6 pt-4 pb-6 max-desk:px-[18px]">{children}</div>}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  )
}
