import { Trans } from '@lingui/react/macro'
import { tell, useOpenBook } from '../../../web/book-context.tsx'
import { Button } from '../../../web/ui/button.tsx'
import { Together } from '../../../web/ui/pair.tsx'
import { unpause } from '../answers.ts'
import { endText, ledeText } from '../day-wording.ts'
import type { DayPlan } from '../move.ts'

/** The end of the day, always the last thing on the page. */
export function End({ plan }: { plan: DayPlan }) {
  const book = useOpenBook()
  const { head, note } = endText(plan)
  return (
    <section id="end" tabIndex={-1} className="flex flex-col items-center pt-4 text-center outline-none max-wide:pt-0">
      <div className="flex w-full items-center gap-4 before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        <Together />
      </div>
      <p className="mt-3 text-line font-medium">{plan.still === undefined ? head : ledeText(plan)}</p>
      {plan.still === undefined ? <p className="text-body text-faint">{note}</p> : null}
      {plan.still?.why === 'paused' ? (
        <>
          <p className="text-body text-faint">
            <Trans>What you write meanwhile is kept as ever.</Trans>
          </p>
          <Button className="mt-4" onClick={() => tell(book, unpause(book))}>
            <Trans>Bring the plan back</Trans>
          </Button>
        </>
      ) : null}
    </section>
  )
}
