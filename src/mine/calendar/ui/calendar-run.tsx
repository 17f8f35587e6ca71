import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link, useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { tell, useBook, useOpenBook, useToday } from '../../../web/book-context.tsx'
import { Button, buttonLook } from '../../../web/ui/button.tsx'
import { PageHead, RailSection, TwoColumns } from '../../../web/ui/page.tsx'
import type { FileRead } from '../../importing/contract.ts'
import { skipWords } from '../../importing/wording.ts'
import { propose } from '../actions.ts'
import { acquaintances } from '../guests.ts'
import { guessMe, myEmails, rememberMe } from '../me.ts'
import { calendarRun, eventsOf, type LeftOut } from '../proposals.ts'
import { waiting } from '../waiting.ts'
import { leftOutCount, titleText, whenText } from '../wording.ts'
import { WhoIsMe } from './who-is-me.tsx'

/** So many of what would be proposed are shown as an example. */
const SHOWN = 8

/** What a calendar would bring: whose it is, what it would propose, and what it leaves out. Writes nothing before it is told to. */
export function CalendarRun({ read, onAgain }: { read: FileRead; onAgain: () => void }) {
  const { t } = useLingui()
  const book = useOpenBook()
  const today = useToday()
  const navigate = useNavigate()
  const events = useMemo(() => eventsOf(read.items), [read])
  const [guess] = useState(() => guessMe(events, myEmails(book)))
  const [me, setMe] = useState<readonly string[]>(guess.emails)
  const run = useBook((open) => calendarRun(open, events, me), [events, me])
  const before = useBook((open) => waiting(open).length)
  const asks = !guess.known
  const sure = me.length > 0 || guess.offered.length === 0
  const count = sure ? run.drafts.reduce((sum, draft) => sum + draft.days.length, 0) : 0
  const skipped = read.items.filter((item) => item.kind === 'skipped')
  const go = (): void => {
    rememberMe(book, me)
    const { change } = propose(book, read, me)
    void navigate({ to: '/calendar' })
    tell(book, change)
  }
  const button = (
    <Button kind="go" className="w-full" disabled={count === 0} onClick={go}>
      {sure ? <Trans>Look at them</Trans> : <Trans>Say first who you are</Trans>}
    </Button>
  )
  const nothing = sure && count === 0
  return (
    <>
      <TwoColumns
        railLabel={t`What would happen`}
        rail={
          <div className="pt-1.5">
            {nothing ? null : (
              <section aria-live="polite" className="pb-[18px]">
                <h2 className="text-head font-bold">
                  <Trans>A dry run: nothing is written yet.</Trans>
                </h2>
                <p className="mt-1.5 mb-3.5 text-body text-soft">
                  <Trans>Next you go through them one by one. Only what you take becomes a moment.</Trans>
                </p>
                <div className="max-desk:hidden">{button}</div>
                <p className="mt-2.5 text-body text-faint">
                  <Trans>One click takes it all back, any day.</Trans>
                </p>
              </section>
            )}
            <div className={nothing ? '[&>section:first-child]:pt-0' : 'border-t border-line pt-[18px] [&>section:first-child]:pt-0'}>
              <RailSection icon="file" label={<Trans>What was read</Trans>}>
                <p className="text-body break-words text-soft">{read.file}</p>
                <p className="mt-1.5 text-body text-soft">
                  <Trans>Titles, days, places, and who was invited. What an invitation says further is not kept.</Trans>
                </p>
                <Button small className="mt-3" onClick={onAgain}>
                  <Trans>Another file</Trans>
                </Button>
              </RailSection>
              <LeftOutSection counts={sure ? run.leftOut : new Map()} known={sure ? run.known : 0} />
              {skipped.length === 0 ? null : (
                <RailSection
                  icon="filter"
                  label={<Plural value={skipped.length} one="One line was left out" other="# lines were left out" />}
                >
                  <details className="text-body text-soft">
                    <summary className="min-h-[24px] py-0.5 font-medium text-damson">
                      <Trans>Look at them</Trans>
                    </summary>
                    <ul className="mt-1 max-h-[320px] overflow-y-auto" tabIndex={-1}>
                      {skipped.slice(0, 200).map((item) => (
                        <li key={item.index} className="border-t border-line py-1.5 first:border-t-0">
                          <span className="tabular text-note text-faint">{t`Line ${item.line}`}</span>
                          {item.name === '' ? '' : ` · ${item.name}`}
                          <br />
                          {skipWords(item.why)}
                        </li>
                      ))}
                    </ul>
                  </details>
                </RailSection>
              )}
              <RailSection icon="lock" label={<Trans>Only on this device</Trans>}>
                <p className="text-body text-soft">
                  <Trans>The file is read here and is not sent anywhere.</Trans>
                </p>
              </RailSection>
            </div>
          </div>
        }
      >
        <PageHead
          title={sure ? (nothing ? t`Nothing new in this calendar` : t`Whom did you meet?`) : t`Which of these is you?`}
          lede={
            !sure ? (
              <Trans>So that your calendar can tell the others from you.</Trans>
            ) : events.length === 0 ? (
              <Trans>There is no meeting in this file.</Trans>
            ) : nothing ? (
              <Trans>Your book knows of it already, it is long ago, or nobody but you was there.</Trans>
            ) : (
              <Plural value={count} one="Your calendar knows of one moment." other="Your calendar knows of # moments." />
            )
          }
        />
        {asks && guess.offered.length > 0 ? <WhoIsMe offered={guess.offered} me={me} headed={sure} onMe={setMe} /> : null}
        {sure && run.drafts.length > 0 ? (
          <ul aria-label={t`What would be proposed`} className="mt-5 border-t border-line">
            {run.drafts.slice(0, SHOWN).map((draft) => (
              <li key={`${draft.uid} ${draft.days[0]?.of} ${draft.title}`} className="border-b border-line py-3">
                <b className="block text-text font-medium break-words max-desk:text-line">{titleText(draft)}</b>
                <span className="block text-text break-words text-soft">
                  {whenText({ days: draft.days, ...acquaintances(book).part(draft.guests) }, today)}
                </span>
              </li>
            ))}
            {run.drafts.length > SHOWN ? (
              <li className="py-3 text-body text-faint">
                <Plural value={run.drafts.length - SHOWN} one="And one more like these." other="And # more like these." />
              </li>
            ) : null}
          </ul>
        ) : null}
        {nothing && before > 0 ? (
          <Link to="/calendar" className={`${buttonLook()} mt-6`}>
            <Trans>To what waits from before</Trans>
          </Link>
        ) : null}
      </TwoColumns>
      {nothing ? null : (
        <div className="fixed inset-x-0 bottom-0 z-[15] border-t border-line bg-card px-[18px] pt-3 pb-[max(20px,env(safe-area-inset-bottom))] desk:hidden">
          {button}
        </div>
      )}
    </>
  )
}

/** What is not proposed, and why, in lines. */
function LeftOutSection({ counts, known }: { counts: ReadonlyMap<LeftOut, number>; known: number }) {
  if (counts.size === 0 && known === 0) return null
  return (
    <RailSection icon="rest" label={<Trans>Not proposed</Trans>}>
      <ul className="grid gap-1 text-body text-soft">
        {known === 0 ? null : (
          <li>
            <Plural value={known} one="One was proposed before" other="# were proposed before" />
          </li>
        )}
        {[...counts]
          .sort((a, b) => b[1] - a[1])
          .map(([why, count]) => (
            <li key={why}>{leftOutCount(why, count)}</li>
          ))}
      </ul>
    </RailSection>
  )
}
