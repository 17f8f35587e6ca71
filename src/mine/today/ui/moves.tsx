import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { callName } from '../../../kernel/text.ts'
import { addDays } from '../../../kernel/time.ts'
import { tell, useOpenBook } from '../../../web/book-context.tsx'
import { useShortcut } from '../../../web/shortcut-keys.tsx'
import { TipGroup } from '../../../web/ui/tooltip.tsx'
import type { Change } from '../../book.ts'
import { tieIn } from '../../warmth/reading.ts'
import { done, letRest, notNow, pauseFor, type WrongChoice, wrong, wrongChoices } from '../answers.ts'
import type { Answered, DayPlan, Move } from '../move.ts'
import { howText, reasonText, titleParts } from '../wording.ts'
import { DayDialog } from './day-dialog.tsx'
import { Folding } from './folding.tsx'
import { MoveCard } from './move-card.tsx'
import { NotNowMenu } from './not-now-menu.tsx'
import { useSlots } from './slots.ts'
import { WrongMenu } from './wrong-menu.tsx'

type Asking = { readonly key: string; readonly what: 'not-now' | 'wrong' } | null
type Choosing = { readonly move: Move; readonly choice: WrongChoice | 'not-now' } | null

const cards = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-move]:not([data-answered])')]

/** The moves of the day with their answers, and the keys that give them. */
export function Moves({ plan }: { plan: DayPlan }) {
  const { t } = useLingui()
  const book = useOpenBook()
  const navigate = useNavigate()
  const { slots, release } = useSlots(plan.moves)
  const [asking, ask] = useState<Asking>(null)
  const [choosing, choose] = useState<Choosing>(null)

  const step = (by: 1 | -1): boolean => {
    const all = cards()
    const at = all.indexOf(document.activeElement?.closest<HTMLElement>('[data-move]') ?? document.body)
    const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by]
    next?.focus()
    return next !== undefined
  }
  const current = (): Move | undefined => {
    const key = document.activeElement?.closest<HTMLElement>('[data-move]')?.dataset['move'] ?? cards()[0]?.dataset['move']
    return plan.moves.find((move) => move.key === key)
  }
  /** Writes an answer, says it, and hands the keyboard on to the next card. */
  const answer = (move: Move, act: () => Change): void => {
    const held = asking !== null || choosing !== null || document.activeElement?.closest('[data-move]') != null
    const rest = cards()
    const at = rest.findIndex((card) => card.dataset['move'] === move.key)
    const next = rest[at + 1] ?? rest[at - 1] ?? document.getElementById('end')
    tell(book, act())
    // After the menu has given the focus back to a button that is no longer there.
    if (held) setTimeout(() => next?.focus({ preventScroll: true }), 30)
  }
  const withCurrent = (act: (move: Move) => void): boolean => {
    const move = current()
    if (move !== undefined) act(move)
    return move !== undefined
  }
  useShortcut('next', () => step(1))
  useShortcut('previous', () => step(-1))
  useShortcut('open', () => withCurrent((move) => void navigate({ to: '/people/$person', params: { person: move.person } })))
  useShortcut('done', () => withCurrent((move) => answer(move, () => done(book, move))))
  useShortcut('not-now', () => withCurrent((move) => ask({ key: move.key, what: 'not-now' })))
  useShortcut('wrong', () => withCurrent((move) => ask({ key: move.key, what: 'wrong' })))

  const words: Record<Answered['answer'], string> = {
    done: t`Done`,
    kept: t`Kept`,
    'not-now': t`Later`,
    wrong: t`Put right`,
    'in-touch': t`You were in touch`,
  }
  if (plan.still !== undefined) return <div className="pb-8" />
  return (
    <section className="mt-5" data-moves="">
      <h2 className="sr-only">
        <Trans>Moves</Trans>
      </h2>
      <TipGroup delay={700}>
        {slots.map(({ move, answered }) => {
          const person = book.get('person', move.person)
          if (person === undefined) return null
          const given = plan.answered.find((one) => one.key === move.key)?.answer
          const open = (what: 'not-now' | 'wrong') => ({
            open: asking?.key === move.key && asking.what === what,
            onOpenChange: (next: boolean) => ask(next ? { key: move.key, what } : null),
          })
          return (
            <Folding key={move.key} answered={answered} onGone={() => release(move.key)}>
              <MoveCard
                move={move}
                person={person}
                band={tieIn(book, person).band}
                answered={answered ? (given === undefined ? t`At rest` : words[given]) : undefined}
                landed={answered && (given === 'done' || given === 'kept' || given === 'in-touch')}
                title={titleParts(book, move)}
                reason={reasonText(book, move, plan.day)}
                how={howText(move.how)}
                onDone={() => answer(move, () => done(book, move))}
                notNow={
                  <NotNowMenu
                    {...open('not-now')}
                    today={plan.day}
                    name={callName(person.name)}
                    onUntil={(day) => answer(move, () => notNow(book, move, day))}
                    onOtherDay={() => choose({ move, choice: 'not-now' })}
                    onRest={() => answer(move, () => letRest(book, person.id))}
                    onPause={(weeks) => tell(book, pauseFor(book, weeks))}
                  />
                }
                wrong={
                  <WrongMenu
                    {...open('wrong')}
                    choices={wrongChoices(book, move)}
                    onPick={(choice) =>
                      choice.needs === 'day' ? choose({ move, choice }) : answer(move, () => wrong(book, move, choice.id))
                    }
                  />
                }
              />
            </Folding>
          )
        })}
      </TipGroup>
      {choosing === null ? null : <ChosenDay choosing={choosing} today={plan.day} onClose={() => choose(null)} answer={answer} />}
    </section>
  )
}

/** The day that an answer still needs: until when, when it took place, or when it is due. */
function ChosenDay({
  choosing,
  today,
  onClose,
  answer,
}: {
  choosing: NonNullable<Choosing>
  today: string
  onClose: () => void
  answer: (move: Move, act: () => Change) => void
}) {
  const { t } = useLingui()
  const book = useOpenBook()
  const { move, choice } = choosing
  if (choice === 'not-now') {
    return (
      <DayDialog
        title={t`Until which day?`}
        from={addDays(today, 1)}
        first={addDays(today, 7)}
        onClose={onClose}
        onDay={(day) => answer(move, () => notNow(book, move, day))}
      />
    )
  }
  const past = choice.id === 'in-touch'
  return (
    <DayDialog
      title={past ? t`When was it?` : t`Which day is it?`}
      from={past ? undefined : addDays(today, 1)}
      to={past ? today : undefined}
      first={past ? addDays(today, -1) : addDays(today, 7)}
      medium={past}
      onClose={onClose}
      onDay={(day, medium) => answer(move, () => wrong(book, move, choice.id, past ? { day, medium } : { day }))}
    />
  )
}
