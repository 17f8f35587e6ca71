import type { ReactNode } from 'react'

/** An empty place: one sentence of why, at most one button, one real example in soft ink. `picture` is the pair, apart or alone. */
export const Empty = ({
  picture,
  title,
  example,
  action,
}: {
  picture?: ReactNode
  title: ReactNode
  example?: ReactNode
  action?: ReactNode
}) => (
  <div className="grid justify-items-center gap-3 px-4 py-12 text-center">
    {picture}
    <p className="max-w-[36ch] text-line font-medium text-ink">{title}</p>
    {example === undefined ? null : <p className="max-w-[44ch] text-body text-faint">{example}</p>}
    {action === undefined ? null : <div className="mt-2">{action}</div>}
  </div>
)
