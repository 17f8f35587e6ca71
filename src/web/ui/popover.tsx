import { Popover as Base } from '@base-ui/react/popover'
import type { ReactElement, ReactNode } from 'react'

/** Something small to fill in, beside the button that asks for it. */
export function Popover({
  trigger,
  title,
  open,
  onOpenChange,
  children,
}: {
  trigger: ReactElement
  title: string
  open?: boolean
  onOpenChange?: (open: boolean) => void
  children: ReactNode
}) {
  return (
    <Base.Root
      {...(open === undefined ? {} : { open })}
      {...(onOpenChange === undefined ? {} : { onOpenChange: (next: boolean) => onOpenChange(next) })}
    >
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className="z-20" align="end" sideOffset={6} collisionPadding={12}>
          <Base.Popup className="w-[min(320px,calc(100vw-24px))] origin-(--transform-origin) rounded-card bg-card p-4 text-ink shadow-float outline-none move-settle data-ending-style:scale-[.98] data-ending-style:opacity-0 data-starting-style:scale-[.98] data-starting-style:opacity-0">
            <Base.Title className="mb-2 text-text font-bold">{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
