import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { AppError } from '../../../kernel/errors.ts'
import { errorWords } from '../../../web/error-words.ts'
import { say } from '../../../web/ui/toast.tsx'

/** One part of Your data: a title, a sentence, and what belongs to it. */
export const Section = ({ id, title, says, children }: { id: string; title: ReactNode; says?: ReactNode; children: ReactNode }) => (
  <section aria-labelledby={id} className="border-t border-line py-7 first:border-t-0 first:pt-0">
    <h2 id={id} tabIndex={-1} className="scroll-mt-6 text-line font-bold outline-none">
      {title}
    </h2>
    {says === undefined ? null : <p className="mt-0.5 max-w-[62ch] text-body text-soft">{says}</p>}
    <div className="mt-3.5">{children}</div>
  </section>
)

/** Says why something did not work, in the sentences of the error. */
export function sayError(error: unknown, otherwise: string): void {
  if (!(error instanceof AppError)) return say(otherwise)
  const { what, why, next } = errorWords(error)
  say(`${what} ${why} ${next}`)
}

/** What happened and what to do next, in one line. */
export function shortly(error: AppError): string {
  const { what, next } = errorWords(error)
  return `${what} ${next}`
}

/** The list of a section, with hairlines. */
export const Lines = ({ label, children }: { label: string; children: ReactNode }) => (
  <ul aria-label={label} className="border-t border-line">
    {children}
  </ul>
)

/** One line of such a list: what it is, a remark, and what can be done with it. */
export const Line = ({ picture, what, remark, act }: { picture?: ReactNode; what: ReactNode; remark?: ReactNode; act?: ReactNode }) => (
  <li className="flex min-h-[54px] items-center gap-3.5 border-b border-line py-2 max-desk:min-h-16">
    {picture}
    <div className="min-w-0 flex-1">
      <p className="break-words text-text font-medium max-desk:text-line">{what}</p>
      {remark === undefined ? null : <p className="text-note text-faint max-desk:text-text">{remark}</p>}
    </div>
    {act}
  </li>
)

/** A quiet sentence where a list would be. */
export const None = ({ children }: { children: ReactNode }) => <p className="text-body text-faint">{children}</p>

/** While something is asked of the server. */
export const Asking = () => (
  <p role="status" className="text-body text-faint">
    <Trans>Asking the server…</Trans>
  </p>
)
