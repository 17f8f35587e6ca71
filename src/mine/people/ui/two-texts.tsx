import { Trans, useLingui } from '@lingui/react/macro'
import { tell, useOpenBook } from '../../../web/book-context.tsx'
import { Button } from '../../../web/ui/button.tsx'
import type { Moment, Promised } from '../../moments/contract.ts'
import { settleOther } from '../actions.ts'
import type { Fact, Person } from '../contract.ts'

const shown = (value: unknown): string =>
  Array.isArray(value) ? value.join(', ') : typeof value === 'string' || typeof value === 'number' ? String(value) : ''

/** Where two devices wrote into the same place at once: both texts, and one tap for either. Not there while there is nothing to settle. */
export function TwoTexts({ record, narrow = false }: { record: Person | Moment | Fact | Promised; narrow?: boolean }) {
  const { t } = useLingui()
  const book = useOpenBook()
  const others = record.others ?? []
  const words: Record<string, string> = {
    name: t`Name`,
    line: t`Their one line`,
    department: t`Department`,
    role: t`Role`,
    place: t`Place`,
    company: t`Company`,
    manager: t`Reports to`,
    circle: t`Circle`,
    tags: t`Tags`,
    emails: t`Email`,
    phones: t`Phone`,
    links: t`Links`,
    text: t`What was written`,
    day: t`Day`,
    due: t`By when`,
    expires: t`How long it stays`,
  }
  if (others.length === 0) return null
  return (
    <section
      aria-label={t`Written on two devices`}
      className={
        narrow
          ? 'my-2 rounded-card border border-edge bg-card px-3 py-2.5'
          : 'mt-4 rounded-card border border-edge bg-card px-5 py-4 max-desk:px-4'
      }
    >
      {others.map((other, index) => {
        const take = (which: 'present' | 'other'): void => {
          const change = settleOther(book, record.kind, record.id, index, which)
          if (change !== null) tell(book, change)
        }
        const present = shown((record as unknown as Record<string, unknown>)[other.field])
        return (
          <div key={`${other.field} ${other.changed}`} className="border-t border-line py-3 first:border-t-0 first:pt-0 last:pb-0">
            <p className="text-text text-faint">
              <Trans>Two of your devices wrote here at once. Both texts are kept until you choose.</Trans>
            </p>
            <p className="mt-1 mb-2 text-text font-medium text-soft">{words[other.field] ?? other.field}</p>
            <div className={narrow ? 'grid gap-2' : 'grid gap-3 desk:grid-cols-2'}>
              {[
                { which: 'present' as const, text: present, word: t`Keep this one` },
                { which: 'other' as const, text: shown(other.value), word: t`Take this one` },
              ].map(({ which, text, word }) => (
                <div key={which} className="flex flex-wrap items-start justify-between gap-3 rounded-control bg-well px-3 py-2.5">
                  <p className="min-w-0 text-body break-words">{text === '' ? <span className="text-faint">{t`nothing`}</span> : text}</p>
                  <Button small onClick={() => take(which)}>
                    {word}
                  </Button>
                </div>
              ))}
            </div>
          </div>
        )
      })}
    </section>
  )
}
