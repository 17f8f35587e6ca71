import { Tooltip as Base } from '@base-ui/react/tooltip'
import type { ReactElement } from 'react'
import { keysOf, type ShortcutId, useShortcutWord } from '../shortcuts.ts'

/** What a control does and the keys that do it, taken from the registry of shortcuts. */
export function KeyTip({ id, children }: { id: ShortcutId; children: ReactElement }) {
  const word = useShortcutWord()
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner className="z-30" sideOffset={6} collisionPadding={8}>
          <Base.Popup className="flex items-center gap-2 rounded-control bg-ink px-2 py-1 text-note font-medium text-paper transition-opacity duration-(--answer) data-ending-style:opacity-0 data-starting-style:opacity-0">
            {word(id)}
            <kbd className="font-sans opacity-80">{keysOf(id)}</kbd>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

/** Tooltips of one page open without a second wait once one has been open. */
export const TipGroup = Base.Provider
