import { cloneElement, createContext, type ReactElement, type ReactNode, use, useEffect, useId, useRef, useState } from 'react'
import { useShortcutWord } from '../shortcut-words.ts'
import { keysOf, type ShortcutId } from '../shortcuts.ts'

const Delay = createContext(500)

/** How long the tooltips within wait, in ms. */
export const TipGroup = ({ delay = 500, children }: { delay?: number; children: ReactNode }) => <Delay value={delay}>{children}</Delay>

interface Tipped {
  readonly className?: string
  readonly children?: ReactNode
  readonly onPointerEnter?: (event: { readonly pointerType: string }) => void
  readonly onPointerLeave?: () => void
  readonly onPointerDown?: () => void
  readonly onFocus?: (event: { readonly currentTarget: Element }) => void
  readonly onBlur?: () => void
}

/**
 * What a control does and the keys that do it, taken from the registry of shortcuts. It shows on
 * hovering and on keyboard focus, stays while the pointer is upon it, and Escape puts it away.
 */
export function KeyTip({
  id,
  says,
  side = 'below',
  children,
}: {
  id: ShortcutId
  /** What the keys do here, where that is not what they do elsewhere. */
  says?: string
  side?: 'below' | 'right'
  children: ReactElement<Tipped>
}) {
  const word = useShortcutWord()
  const delay = use(Delay)
  const tip = useId()
  const [shown, show] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const hide = (): void => {
    clearTimeout(timer.current)
    show(false)
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  useEffect(() => {
    if (!shown) return
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') show(false)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [shown])
  return cloneElement(
    children,
    {
      className: `relative ${children.props.className ?? ''}`,
      onPointerEnter: ({ pointerType }) => {
        if (pointerType === 'touch') return
        clearTimeout(timer.current)
        timer.current = setTimeout(() => show(true), delay)
      },
      onPointerLeave: hide,
      onPointerDown: hide,
      onFocus: ({ currentTarget }) => {
        if (currentTarget.matches(':focus-visible')) show(true)
      },
      onBlur: hide,
    },
    children.props.children,
    shown ? (
      <span
        key={tip}
        aria-hidden="true"
        className={`absolute z-30 flex items-center gap-2 rounded-control bg-ink px-2 py-1 text-note font-medium whitespace-nowrap text-paper transition-opacity duration-(--answer) starting:opacity-0 ${side === 'right' ? 'top-1/2 start-[calc(100%+6px)] -translate-y-1/2' : 'top-[calc(100%+6px)] start-1/2 -translate-x-1/2 rtl:translate-x-1/2'}`}
      >
        {says ?? word(id)}
        <kbd className="font-sans opacity-80">{keysOf(id)}</kbd>
      </span>
    ) : null,
  )
}
