import { Menu as Base } from '@base-ui/react/menu'
import { useEffect } from 'react'
import { Icon } from './icon.tsx'
import type { MenuGroupProps, MenuItemProps, MenuProps } from './menu.tsx'

/** The menu itself; a file of its own, because nothing of it is needed for the first paint. */
export function BaseMenu({
  trigger,
  open,
  onOpenChange,
  align = 'end',
  children,
}: MenuProps & { open: boolean; onOpenChange: (open: boolean) => void }) {
  useEffect(() => {
    if (!open) return
    // The guards around the popup take the focus only to hand it on; hidden from readers and focusable at once, they would be a flaw.
    const bare = (): void => {
      for (const guard of document.querySelectorAll('[data-base-ui-focus-guard][aria-hidden]')) guard.removeAttribute('aria-hidden')
    }
    bare()
    const watcher = new MutationObserver(bare)
    watcher.observe(document.body, { subtree: true, childList: true, attributeFilter: ['aria-hidden'] })
    return () => watcher.disconnect()
  }, [open])
  return (
    <Base.Root modal={false} open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className="z-30 outline-none" align={align} sideOffset={6} collisionPadding={12}>
          <Base.Popup className="max-h-(--available-height) min-w-[208px] max-w-[min(328px,100vw-24px)] origin-(--transform-origin) overflow-y-auto rounded-card bg-card p-1.5 text-ink shadow-float outline-none move-settle data-ending-style:scale-[.98] data-ending-style:opacity-0 data-starting-style:scale-[.98] data-starting-style:opacity-0">
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

/** One choice within it. */
export const BaseMenuItem = ({ icon, does, onPick, children }: MenuItemProps) => (
  <Base.Item
    onClick={onPick}
    className="flex min-h-target cursor-pointer items-start gap-2.5 rounded-control px-2.5 py-1.5 text-text text-ink max-desk:text-line outline-none data-highlighted:bg-hover"
  >
    {icon === undefined ? null : <Icon name={icon} size={16} className="mt-[2.5px] text-faint" />}
    <span className="min-w-0">
      <span className="block font-medium">{children}</span>
      {does === undefined ? null : <span className="block text-note text-faint max-desk:text-text">{does}</span>}
    </span>
  </Base.Item>
)

/** A few choices within it. */
export const BaseMenuGroup = ({ label, children }: MenuGroupProps) => (
  <Base.Group className="[&+&]:mt-1.5 [&+&]:border-t [&+&]:border-line [&+&]:pt-1.5">
    {label === undefined ? null : <Base.GroupLabel className="px-2.5 pt-1 pb-0.5 text-note text-faint">{label}</Base.GroupLabel>}
    {children}
  </Base.Group>
)
