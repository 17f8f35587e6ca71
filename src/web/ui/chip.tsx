import type { ComponentProps } from 'react'
import { Icon, type IconName } from './icon.tsx'

/** A round word that is on or off. `pressed` left out: it does something once. */
export function Chip({
  pressed,
  icon,
  className = '',
  children,
  ...rest
}: ComponentProps<'button'> & { pressed?: boolean; icon?: IconName }) {
  const look = pressed === true ? 'border-ink bg-ink text-paper' : 'border-edge text-soft hover:bg-hover'
  return (
    <button
      type="button"
      aria-pressed={pressed}
      className={`inline-flex min-h-target items-center gap-1.5 whitespace-nowrap rounded-full border px-3 text-text font-medium move-answer ${look} ${className}`}
      {...rest}
    >
      {icon === undefined ? null : <Icon name={icon} size={16} className="-ms-0.5" />}
      {children}
    </button>
  )
}

/** Two or three views of one thing, one of them on. */
export function Segments<K extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: string
  value: K
  options: readonly { key: K; word: string; icon?: IconName }[]
  onChange: (key: K) => void
}) {
  return (
    <div role="radiogroup" aria-label={label} className="inline-flex rounded-[9px] bg-hover p-0.5">
      {options.map((option) => (
        <label
          key={option.key}
          className="inline-flex min-h-target cursor-pointer items-center justify-center gap-1.5 rounded-control px-3.5 text-text font-medium text-soft has-checked:bg-card has-checked:text-ink has-checked:shadow-page has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-damson"
        >
          <input type="radio" className="sr-only" name={label} checked={value === option.key} onChange={() => onChange(option.key)} />
          {option.icon === undefined ? null : <Icon name={option.icon} size={16} />}
          {option.word}
        </label>
      ))}
    </div>
  )
}
