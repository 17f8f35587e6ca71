import { cloneElement, lazy, type ReactElement, type ReactNode, Suspense, useState } from 'react'
import type { IconName } from './icon.tsx'

export interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactElement<{ onClick?: () => void; onPointerEnter?: () => void; 'aria-haspopup'?: 'menu'; 'aria-expanded'?: boolean }>
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
  readonly align?: 'start' | 'end'
  readonly children: ReactNode
}
export interface MenuItemProps {
  readonly icon?: IconName
  /** What the choice changes, in soft words. */
  readonly does?: string
  readonly onPick: () => void
  readonly children: ReactNode
}
export interface MenuGroupProps {
  readonly label?: string
  readonly children: ReactNode
}

const fetchMenu = () => import('./base-menu.tsx')
const BaseMenu = lazy(async () => ({ default: (await fetchMenu()).BaseMenu }))
const BaseMenuItem = lazy(async () => ({ default: (await fetchMenu()).BaseMenuItem }))
const BaseMenuGroup = lazy(async () => ({ default: (await fetchMenu()).BaseMenuGroup }))

/**
 * Choices behind one button; items and groups go inside. Until it is opened for the first time it
 * is the button alone.
 */
export function Menu(props: MenuProps) {
  const { trigger, open, onOpenChange } = props
  const [own, setOwn] = useState(false)
  const [used, setUsed] = useState(false)
  const isOpen = open ?? own
  const change = (next: boolean): void => {
    setUsed(true)
    setOwn(next)
    onOpenChange?.(next)
  }
  const plain = cloneElement(trigger, {
    'aria-haspopup': 'menu',
    'aria-expanded': isOpen,
    onClick: () => change(true),
    onPointerEnter: () => void fetchMenu(),
  })
  if (!used && !isOpen) return plain
  return (
    <Suspense fallback={plain}>
      <BaseMenu {...props} open={isOpen} onOpenChange={change} />
    </Suspense>
  )
}

/** One choice; `does` says in soft words what it changes. */
export const MenuItem = (props: MenuItemProps) => <BaseMenuItem {...props} />

/** A few choices under a soft heading. */
export const MenuGroup = (props: MenuGroupProps) => <BaseMenuGroup {...props} />
