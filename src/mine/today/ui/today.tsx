import { useLingui } from '@lingui/react/macro'
import { lazy, Suspense, useEffect } from 'react'
import { localNow } from '../../../kernel/time.ts'
import { useBook, useOpenBook, useToday } from '../../../web/book-context.tsx'
import { PageHead, TwoColumns } from '../../../web/ui/page.tsx'
import { QuickLogLine } from '../../quick-log/ui/quick-log-line.tsx'
import { monthName, weekdayName } from '../../warmth/days-in-words.ts'
import { showPlan } from '../answers.ts'
import { greetingText, ledeText } from '../day-wording.ts'
import { planFor } from '../plan.ts'
import { Ahead } from './ahead.tsx'
import { End } from './end.tsx'
import { Moves } from './moves.tsx'

/** What comes last on the page waits for so long, in milliseconds, so that the plan is painted and answers first. */
const LAST_AFTER_MS = 300
const atRest = (): Promise<void> => new Promise((done) => setTimeout(done, LAST_AFTER_MS))

const CalendarSection = lazy(async () => {
  await atRest()
  return { default: (await import('../../calendar/ui/calendar-section.tsx')).CalendarSection }
})
const CapacitySection = lazy(async () => {
  await atRest()
  return { default: (await import('./capacity-section.tsx')).CapacitySection }
})

/** Today: a greeting, a line to write on, at most three moves, and an end. */
export function Today() {
  const { t } = useLingui()
  const book = useOpenBook()
  const day = useToday()
  const plan = useBook((open) => planFor(open, day), [day])
  useEffect(() => {
    // What was shown stays for the day, on every device.
    showPlan(book, plan)
  }, [book, plan])
  const date = t`${weekdayName(day)} ${+day.slice(8)} ${monthName(day)}`
  return (
    <TwoColumns
      railLabel={t`Coming days`}
      rail={
        <>
          <Ahead plan={plan} />
          <Suspense fallback={null}>
            <CapacitySection />
            <CalendarSection />
          </Suspense>
        </>
      }
      end={<End plan={plan} />}
    >
      <PageHead
        kicker={<time dateTime={day}>{date}</time>}
        title={greetingText(localNow(book.clock).hour, book.setting('me')?.name)}
        // On a day without moves the end says it all.
        lede={plan.still === undefined && plan.moves.length + plan.answered.length > 0 ? ledeText(plan) : undefined}
      />
      <div className="mt-5">
        <QuickLogLine inline />
      </div>
      <Moves key={day} plan={plan} />
    </TwoColumns>
  )
}
