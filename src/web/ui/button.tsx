import type { ComponentProps } from 'react'
import { Icon, type IconName } from './icon.tsx'

const kinds = {
  /** A word in a hairline: the usual button. */
  plain: 'border-edge bg-card text-ink hover:bg-well',
  /** The one filled button of a screen. */
  go: 'border-transparent bg-damson-fill text-on-damson hover:bg-damson-press',
  /** A word without a box, for what is seldom pressed. */
  bare: 'border-transparent text-soft hover:bg-hover',
  /** The same in the ink of the pen: the way back in a toast. */
  back: 'border-transparent text-damson hover:bg-hover',
} as const

type Look = { kind?: keyof typeof kinds; icon?: IconName; small?: boolean }

/** The classes of a button, for links that look like one. */
export const buttonLook = ({ kind = 'plain', small = false }: Look = {}): string =>
  `inline-flex max-w-full items-center justify-center gap-1.5 rounded-control desk:whitespace-nowrap border text-center font-medium leading-[18px] move-answer max-desk:py-1 select-none disabled:opacity-60 ${
    small ? 'min-h-[28px] px-2.5 text-note max-desk:min-h-target max-desk:text-text' : 'min-h-target px-3.5 text-text'
  } ${kinds[kind]}`

/** A button that holds a word. It never submits by accident; forms pass `type="submit"`. */
export function Button({ kind = 'plain', icon, small = false, className = '', children, ...rest }: ComponentProps<'button'> & Look) {
  return (
    <button type="button" className={`${buttonLook({ kind, small })} ${className}`} {...rest}>
      {icon === undefined ? null : <Icon name={icon} size={16} className={kind === 'plain' ? '-ms-1 text-damson' : '-ms-1'} />}
      {children}
    </button>
  )
}

/** A button that holds only an icon; `label` is what it does. */
export function IconButton({
  icon,
  label,
  className = '',
  size = 18,
  ...rest
}: ComponentProps<'button'> & { icon: IconName; label: string; size?: number }) {
  return (
    <button
      type="button"
      aria-label={label}
      className={`inline-grid h-target w-target flex-none place-items-center rounded-control text-soft move-answer hover:bg-hover ${className}`}
      {...rest}
    >
      <Icon name={icon} size={size} />
    </button>
  )
}
