import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { tell, useBook, useOpenBook, useToday } from '../../../web/book-context.tsx'
import { useShortcut } from '../../../web/shortcut-keys.tsx'
import { Button, buttonLook } from '../../../web/ui/button.tsx'
import { Empty } from '../../../web/ui/empty.tsx'
import { Icon } from '../../../web/ui/icon.tsx'
import { BackTo, PageHead, TwoColumns, useTitle } from '../../../web/ui/page.tsx'
import { Pair, Together } from '../../../web/ui/pair.tsx'
import { TipGroup } from '../../../web/ui/tooltip.tsx'
import type { Change } from '../../book.ts'
import { Folding } from '../../today/ui/folding.tsx'
import { dismiss, type Taking, take } from '../actions.ts'
import { type Waiting, waiting } from '../waiting.ts'
import { CalendarRail } from './calendar-rail.tsx'
import { ProposalRow } from './proposal-row.tsx'
import { useRows } from './rows-held.ts'

const PutRight = lazy(async () => ({ default: (await import('./put-right.tsx')).PutRight }))

/** So many rows are drawn at first, and so many more each time they are asked for. */
const PAGE = 40

const cards = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-proposal]:not([data-answered])')]
const heldCard = (): HTMLElement | null => document.activeElement?.closest<HTMLElement>('[data-proposal]') ?? null

/** What the calendar knows and the book does not: one pass with the keyboard, and an end. */
export function CalendarScreen() {
  const { t } = useLingui()
  useTitle(t`From your calendar`)
  const waits = useBook((book) => waiting(book))
  const ever = useBook((book) => book.all('proposal').length > 0)
  const { rows, release } = useRows(waits)
  const count = waits.reduce((sum, one) => sum + one.days.length, 0)
  if (!ever) {
    return (
      <>
        <BackToToday />
        <PageHead title={t`From your calendar`} />
        <Empty
          picture={<Pair band={undefined} size="row" />}
          title={<Trans>Your calendar remembers whom you met, so that you need not type it.</Trans>}
          example={<Trans>“Lunch with Léa, Thursday at noon” becomes a moment with one key.</Trans>}
          action={
            <Link to="/data/import" className={buttonLook({ kind: 'go' })}>
              <Trans>Read a calendar file</Trans>
            </Link>
          }
        />
      </>
    )
  }
  return (
    <TwoColumns railLabel={t`About your calendar`} rail={<CalendarRail />} end={<End some={rows.length > 0} />}>
      <BackToToday />
      <PageHead
        title={t`From your calendar`}
        lede={
          count === 0 ? undefined : (
            <Plural
              value={count}
              one="It knows of one moment that your book does not. Take it if it counts."
              other="It knows of # moments that your book does not. Take what counts."
            />
          )
        }
      />
      <Rows rows={rows} release={release} />
    </TwoColumns>
  )
}

const BackToToday = () => (
  <BackTo to="/">
    <Trans>Today</Trans>
  </BackTo>
)

function Rows({ rows, release }: ReturnType<typeof useRows>) {
  const { t } = useLingui()
  const book = useOpenBook()
  const today = useToday()
  const [shown, show] = useState(PAGE)
  const [correcting, correct] = useState<Waiting | null>(null)
  const [answers, setAnswers] = useState<ReadonlyMap<string, 'taken' | 'dismissed'>>(new Map())

  const step = (by: 1 | -1): boolean => {
    const all = cards()
    const at = all.indexOf(heldCard() ?? document.body)
    const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by]
    next?.focus()
    next?.scrollIntoView({ block: 'nearest' })
    return next !== undefined
  }
  const current = (): Waiting | undefined => {
    const id = heldCard()?.dataset['proposal'] ?? cards()[0]?.dataset['proposal']
    return rows.find((row) => !row.answered && row.one.proposal.id === id)?.one
  }
  const withCurrent = (act: (one: Waiting) => void): boolean => {
    const one = current()
    if (one !== undefined) act(one)
    return one !== undefined
  }
  /** Writes an answer, says it, and hands the keyboard on to the next row. */
  const answer = (one: Waiting, as: 'taken' | 'dismissed', act: () => Change | null): void => {
    const rest = cards()
    const at = rest.findIndex((card) => card.dataset['proposal'] === one.proposal.id)
    const next = rest[at + 1] ?? rest[at - 1] ?? document.getElementById('end')
    const held = correcting !== null || heldCard() !== null
    const change = act()
    if (change === null) return
    setAnswers((before) => new Map(before).set(one.proposal.id, as))
    tell(book, change)
    // After a dialog has given the focus back to a button that is no longer there.
    if (held) setTimeout(() => next?.focus({ preventScroll: false }), 30)
  }
  const takeIt = (one: Waiting, how?: Taking): void => {
    if (how === undefined && one.known.length === 0) return correct(one)
    correct(null)
    answer(one, 'taken', () => take(book, one.proposal.id, how))
  }
  const leave = (one: Waiting): void => answer(one, 'dismissed', () => dismiss(book, one.proposal.id))
  useShortcut('next', () => step(1))
  useShortcut('previous', () => step(-1))
  useShortcut('open', () => withCurrent(correct))
  useShortcut('done', () => withCurrent((one) => takeIt(one)))
  useShortcut('not-now', () => withCurrent(leave))

  const strangers = rows.findIndex((row) => row.one.known.length === 0)
  return (
    <section aria-label={t`Moments your calendar knows of`} data-moves="" className="mt-5">
      <TipGroup delay={700}>
        {rows.slice(0, shown).map(({ one, answered }, at) => (
          <div key={one.proposal.id}>
            {at === strangers ? (
              <h2 className={`pb-2 text-text font-medium text-faint ${at === 0 ? '' : 'pt-6'}`}>
                <Trans>With people who are not in your book</Trans>
              </h2>
            ) : null}
            <Folding answered={answered} onGone={() => release(one.proposal.id)}>
              <ProposalRow
                one={one}
                today={today}
                answered={answered ? (answers.get(one.proposal.id) ?? 'taken') : undefined}
                onTake={() => takeIt(one)}
                onDismiss={() => leave(one)}
                onCorrect={() => correct(one)}
              />
            </Folding>
          </div>
        ))}
      </TipGroup>
      {rows.length > shown ? (
        <Button kind="bare" className="mt-2" onClick={() => show(shown + PAGE)}>
          <Icon name="down" size={16} />
          <Trans>Earlier ones</Trans>
        </Button>
      ) : null}
      {correcting === null ? null : (
        <Suspense fallback={null}>
          <PutRight
            key={correcting.proposal.id}
            one={correcting}
            today={today}
            onClose={() => correct(null)}
            onTake={(how) => takeIt(correcting, how)}
          />
        </Suspense>
      )}
    </section>
  )
}

/** The end of the page, always the last thing on it. */
const End = ({ some }: { some: boolean }) => (
  <section id="end" tabIndex={-1} className="flex flex-col items-center pt-6 text-center outline-none max-wide:pt-0">
    <div className="flex w-full items-center gap-4 before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
      <Together />
    </div>
    <p className="mt-3 text-line font-medium">
      <Trans>That is all your calendar knows.</Trans>
    </p>
    <p className="text-body text-faint">
      {some ? <Trans>What you leave stays here, and asks nothing of you.</Trans> : <Trans>A newer file of it may know more.</Trans>}
    </p>
  </section>
)
