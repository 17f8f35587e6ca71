import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { callName } from '../../../kernel/text.ts'
import { addDays, type Day } from '../../../kernel/time.ts'
import { tell, useBook, useOpenBook } from '../../../web/book-context.tsx'
import { useShortcut } from '../../../web/shortcut-keys.tsx'
import { Button } from '../../../web/ui/button.tsx'
import { KeyTip, TipGroup } from '../../../web/ui/tooltip.tsx'
import { done, letRest, notNow, pauseFor, type WrongChoice, wake, wrong, wrongChoices } from '../../today/answers.ts'
import type { Move } from '../../today/move.ts'
import { stillness } from '../../today/plan.ts'
import { DayDialog } from '../../today/ui/day-dialog.tsx'
import { answerWidth } from '../../today/ui/move-card.tsx'
import { NotNowMenu } from '../../today/ui/not-now-menu.tsx'
import { WrongMenu } from '../../today/ui/wrong-menu.tsx'
import { howText, questionText, reasonText, titleText } from '../../today/wording.ts'
import { pastText } from '../../warmth/days-in-words.ts'
import { tieIn } from '../../warmth/reading.ts'
import type { Person } from '../contract.ts'
import { nextMove } from '../next-move.ts'

/** What may come next between the two, with a first question and the three answers; or a quiet word when nothing does. */
export function NextMoveCard({ person, today }: { person: Person; today: Day }) {
  const move = useBook((book) => nextMove(book, person, today), [person, today])
  return (
    <div className="flex flex-col p-5 desk:px-6 max-desk:px-4">
      <p className="text-body text-faint">
        <Trans>Next move</Trans>
      </p>
      {move === undefined ? (
        <Nothing person={person} today={today} />
      ) : (
        <Suggested key={move.key} move={move} person={person} today={today} />
      )}
    </div>
  )
}

function Nothing({ person, today }: { person: Person; today: Day }) {
  const { t } = useLingui()
  const book = useOpenBook()
  const name = callName(person.name)
  const tie = useBook((open) => tieIn(open, person, today), [person, today])
  const still = useBook((open) => stillness(open, today), [today])
  if (person.resting !== undefined) {
    return (
      <>
        <p className="text-head font-bold">{t`At rest`}</p>
        <p className="mt-1 text-body text-soft">{t`Nothing is lost meanwhile, and a moment can be written any time.`}</p>
        <div className="mt-auto pt-4">
          <Button onClick={() => tell(book, wake(book, person.id))}>
            <Trans>Wake it</Trans>
          </Button>
        </div>
      </>
    )
  }
  const why =
    still !== undefined
      ? t`Your plan stands still at the moment, and so does the clock.`
      : person.rhythm === 'none'
        ? t`You asked for no reminders of ${name}.`
        : tie.band === 'dormant'
          ? t`Nothing is suggested by itself after so long. A short note with a memory of yours is enough to begin.`
          : tie.last === undefined
            ? t`You have had your hello for today.`
            : t`You were in touch ${pastText(tie.last, today)}; that carries on for a while.`
  return (
    <>
      <p className="text-head font-bold">{t`Nothing for now`}</p>
      <p className="mt-1 text-body text-soft">{why}</p>
    </>
  )
}

type Choosing = WrongChoice | 'not-now' | null

function Suggested({ move, person, today }: { move: Move; person: Person; today: Day }) {
  const { t } = useLingui()
  const book = useOpenBook()
  const [asking, ask] = useState<'not-now' | 'wrong' | null>(null)
  const [choosing, choose] = useState<Choosing>(null)
  const question = questionText(move.question)
  const finish = (): void => tell(book, done(book, move))
  useShortcut('done', finish)
  useShortcut('not-now', () => ask('not-now'))
  useShortcut('wrong', () => ask('wrong'))
  const open = (what: 'not-now' | 'wrong') => ({ open: asking === what, onOpenChange: (next: boolean) => ask(next ? what : null) })
  return (
    <>
      <p className="text-head font-bold break-words">{titleText(book, move)}</p>
      <p className="mt-1 text-body text-soft">{reasonText(book, move, today)}</p>
      {question === undefined ? (
        <p className="mt-3 mb-4 text-body text-faint">{howText(move.how)}</p>
      ) : (
        <>
          <p className="mt-3 text-body text-faint">
            <Trans>A first question</Trans>
          </p>
          <p className="mb-4 text-body">
            <Trans>“{question}”</Trans>
          </p>
        </>
      )}
      <div className="mt-auto grid grid-cols-3 gap-2 desk:flex">
        <TipGroup delay={700}>
          <KeyTip id="done">
            <Button icon="check" className={answerWidth} onClick={finish}>
              <Trans>Done</Trans>
            </Button>
          </KeyTip>
          <NotNowMenu
            {...open('not-now')}
            today={today}
            name={callName(person.name)}
            onUntil={(day) => tell(book, notNow(book, move, day))}
            onOtherDay={() => choose('not-now')}
            onRest={() => tell(book, letRest(book, person.id))}
            onPause={(weeks) => tell(book, pauseFor(book, weeks))}
          />
          <WrongMenu
            {...open('wrong')}
            choices={wrongChoices(book, move)}
            onPick={(choice) => (choice.needs === 'day' ? choose(choice) : tell(book, wrong(book, move, choice.id)))}
          />
        </TipGroup>
      </div>
      {choosing === 'not-now' ? (
        <DayDialog
          title={t`Until which day?`}
          from={addDays(today, 1)}
          first={addDays(today, 7)}
          onClose={() => choose(null)}
          onDay={(day) => tell(book, notNow(book, move, day))}
        />
      ) : choosing !== null ? (
        <DayDialog
          title={choosing.id === 'in-touch' ? t`When was it?` : t`Which day is it?`}
          from={choosing.id === 'in-touch' ? undefined : addDays(today, 1)}
          to={choosing.id === 'in-touch' ? today : undefined}
          first={addDays(today, choosing.id === 'in-touch' ? -1 : 7)}
          medium={choosing.id === 'in-touch'}
          onClose={() => choose(null)}
          onDay={(day, medium) => tell(book, wrong(book, move, choosing.id, choosing.id === 'in-touch' ? { day, medium } : { day }))}
        />
      ) : null}
    </>
  )
}
