import type { ReactNode } from 'react'
import { Icon } from '../../../web/ui/icon.tsx'

/** The quiet line at the end of a section that opens a form. */
export const AddLine = ({ onPress, children }: { onPress: () => void; children: ReactNode }) => (
  <button
    type="button"
    onClick={onPress}
    className="-mx-2 flex min-h-target w-[calc(100%+16px)] items-center gap-2 rounded-control px-2 text-start text-body text-faint move-answer hover:bg-hover hover:text-soft"
  >
    <Icon name="plus" size={16} className="text-damson" />
    {children}
  </button>
)

/** A form within the rail. Escape closes it. */
export const RailForm = ({ onSubmit, onClose, children }: { onSubmit: () => void; onClose: () => void; children: ReactNode }) => (
  <form
    onSubmit={(event) => {
      event.preventDefault()
      onSubmit()
    }}
    onKeyDown={(event) => (event.key === 'Escape' ? onClose() : undefined)}
    className="mt-1 grid grid-cols-[minmax(0,1fr)] gap-3 rounded-card border border-line bg-card p-3"
  >
    {children}
  </form>
)
