import { type ComponentProps, type ReactNode, useId } from 'react'

const box = 'w-full rounded-control border border-edge-firm bg-card px-3 text-line text-ink move-answer focus-visible:outline-offset-[-1px]'

type Said = { label: string; hint?: ReactNode; wrong?: string | undefined; hideLabel?: boolean }

const Frame = ({ id, label, hint, wrong, hideLabel = false, children }: Said & { id: string; children: ReactNode }) => (
  <div className="grid gap-1.5">
    <label htmlFor={id} className={hideLabel ? 'sr-only' : 'text-text font-medium text-soft'}>
      {label}
    </label>
    {children}
    {hint === undefined ? null : (
      <p id={`${id}-hint`} className="text-note text-faint max-desk:text-text">
        {hint}
      </p>
    )}
    {wrong === undefined ? null : (
      <p id={`${id}-wrong`} role="alert" className="text-text font-medium text-ink">
        {wrong}
      </p>
    )}
  </div>
)

const described = (id: string, { hint, wrong }: Said): string | undefined =>
  [hint === undefined ? '' : `${id}-hint`, wrong === undefined ? '' : `${id}-wrong`].filter((part) => part !== '').join(' ') || undefined

/** One line to write on, with its label above it. `wrong` says in one sentence what does not fit. */
export function Field({ label, hint, wrong, hideLabel, className = '', ...rest }: ComponentProps<'input'> & Said) {
  const own = useId()
  const id = rest.id ?? own
  const said = { label, hint, wrong, ...(hideLabel === undefined ? {} : { hideLabel }) }
  return (
    <Frame id={id} {...said}>
      <input
        id={id}
        aria-describedby={described(id, said)}
        aria-invalid={wrong === undefined ? undefined : true}
        className={`${box} min-h-[36px] max-desk:min-h-target ${className}`}
        {...rest}
      />
    </Frame>
  )
}

/** Several lines to write on. */
export function TextArea({ label, hint, wrong, hideLabel, className = '', ...rest }: ComponentProps<'textarea'> & Said) {
  const own = useId()
  const id = rest.id ?? own
  const said = { label, hint, wrong, ...(hideLabel === undefined ? {} : { hideLabel }) }
  return (
    <Frame id={id} {...said}>
      <textarea
        id={id}
        aria-describedby={described(id, said)}
        aria-invalid={wrong === undefined ? undefined : true}
        className={`${box} min-h-[88px] py-2 ${className}`}
        {...rest}
      />
    </Frame>
  )
}

/** A choice among a few; the browser's own list, so that it works with every keyboard and reader. */
export function Select({ label, hint, wrong, hideLabel, className = '', children, ...rest }: ComponentProps<'select'> & Said) {
  const own = useId()
  const id = rest.id ?? own
  const said = { label, hint, wrong, ...(hideLabel === undefined ? {} : { hideLabel }) }
  return (
    <Frame id={id} {...said}>
      <select id={id} aria-describedby={described(id, said)} className={`${box} min-h-[36px] max-desk:min-h-target ${className}`} {...rest}>
        {children}
      </select>
    </Frame>
  )
}

/** A box to tick, with its sentence. */
export function Check({ label, hint, className = '', ...rest }: ComponentProps<'input'> & { label: ReactNode; hint?: ReactNode }) {
  return (
    <label className={`flex min-h-target items-start gap-3 py-1.5 ${className}`}>
      <input type="checkbox" className="mt-px size-5 flex-none accent-damson-fill max-desk:size-6" {...rest} />
      <span className="text-body text-ink">
        {label}
        {hint === undefined ? null : <span className="block text-note text-faint max-desk:text-text">{hint}</span>}
      </span>
    </label>
  )
}
