import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useMemo, useRef, useState } from 'react'
import { useBook, useOpenBook, useToday } from '../../../web/book-context.tsx'
import { useShortcut } from '../../../web/shortcut-keys.tsx'
import { Button } from '../../../web/ui/button.tsx'
import { Icon } from '../../../web/ui/icon.tsx'
import { PageHead, RailSection, TwoColumns } from '../../../web/ui/page.tsx'
import { say } from '../../../web/ui/toast.tsx'
import type { Change } from '../../book.ts'
import { longDay } from '../../moments/day-text.ts'
import { cardsOf, letGo, wantAgain, writeOn } from '../actions.ts'
import type { Card, Stack } from '../contract.ts'
import { dayFor } from '../first-move.ts'
import { Standings } from '../standing.ts'
import { aboutText, endText } from '../wording.ts'
import { CardSheet } from './card-sheet.tsx'

/** One card at a time: see them again, or let them go. */
export function Decide({ stack, onAdd, onFinish }: { stack: Stack; onAdd: () => void; onFinish: () => void }) {
  const { t } = useLingui()
  const book = useOpenBook()
  const today = useToday()
  const cards = useMemo(() => cardsOf(stack), [stack])
  const people = useBook((open) => open.all('person'))
  // biome-ignore lint/correctness/useExhaustiveDependencies: whom a card means changes with the people of the book alone.
  const standings = useMemo(() => new Standings(book), [book, people])
  const firstOpen = cards.find((card) => card.answer === undefined)?.id ?? null
  /** The card that is looked at; null at the end of the stack. */
  const [at, setAt] = useState<string | null>(firstOpen)
  const sheet = useRef<HTMLElement>(null)
  const card = cards.find((one) => one.id === at)
  const again = cards.filter((one) => one.answer === 'again')
  const open = cards.filter((one) => one.answer === undefined)

  /** Turns to a card and hands it the keyboard. */
  const turn = (to: string | null): void => {
    setAt(to)
    requestAnimationFrame(() => sheet.current?.focus())
  }
  const nextAfter = (id: string): string | null => {
    const from = cards.findIndex((one) => one.id === id)
    const rest = [...cards.slice(from + 1), ...cards.slice(0, from)]
    return rest.find((one) => one.answer === undefined)?.id ?? null
  }
  /** Says an answer; its undo takes back the answer alone, and leaves what was written on cards since. */
  const tellAnswer = (given: Card, change: Change | null): void => {
    if (change === null) return
    say(change.label, () => {
      writeOn(book, stack.id, given.id, { answer: given.answer })
      turn(given.id)
    })
  }
  const yes = (): boolean => {
    if (card === undefined) return false
    tellAnswer(card, wantAgain(book, stack.id, card, { move: 'write', due: dayFor('write', today) }))
    requestAnimationFrame(() => document.getElementById('talked')?.focus())
    return true
  }
  const go = (): boolean => {
    if (card === undefined) return false
    tellAnswer(card, letGo(book, stack.id, card))
    turn(nextAfter(card.id))
    return true
  }
  const step = (by: 1 | -1): boolean => {
    const next = cards[cards.findIndex((one) => one.id === at) + by]
    if (next !== undefined) turn(next.id)
    return next !== undefined
  }
  useShortcut('done', yes)
  useShortcut('not-now', go)
  useShortcut('next', () => step(1))
  useShortcut('previous', () => step(-1))

  const place = card === undefined ? 0 : cards.indexOf(card) + 1
  const where = stack.title === '' ? longDay(stack.day, today) : `${stack.title} · ${longDay(stack.day, today)}`
  return (
    <TwoColumns
      railLabel={t`The stack`}
      rail={
        <RailSection icon="file" label={<Trans>The stack</Trans>}>
          <ol className="grid">
            {cards.map((one) => (
              <li key={one.id}>
                <StackLine card={one} here={one.id === at} onTurn={() => turn(one.id)} />
              </li>
            ))}
          </ol>
          <Button small className="mt-3" onClick={onAdd}>
            <Trans>Add cards</Trans>
          </Button>
        </RailSection>
      }
    >
      <PageHead
        kicker={where}
        title={t`Whom do you really want to see again?`}
        lede={
          card === undefined ? (
            t`Every card has been looked at.`
          ) : (
            <span className="tabular">{t`Card ${place} of ${cards.length}. Whoever you let go never hears of it.`}</span>
          )
        }
      />
      <section
        ref={sheet}
        tabIndex={-1}
        aria-label={card === undefined ? t`The end of the stack` : t`A card`}
        className="mt-6 outline-none"
      >
        {card === undefined ? (
          <Finish again={again} rest={cards.length - again.length} open={open.length} onFinish={onFinish} onTurn={turn} />
        ) : (
          <CardSheet
            key={card.id}
            stack={stack}
            card={card}
            standing={standings.of(card)}
            onYes={yes}
            onLetGo={go}
            onNext={() => turn(nextAfter(card.id))}
            last={open.every((one) => one.id === card.id)}
          />
        )}
      </section>
    </TwoColumns>
  )
}

/** One line of the stack at the side: who, and what was decided. */
function StackLine({ card, here, onTurn }: { card: Card; here: boolean; onTurn: () => void }) {
  const { t } = useLingui()
  const fate = card.answer === 'again' ? t`to see again` : card.answer === 'let-go' ? t`let go` : t`open`
  return (
    <button
      type="button"
      aria-current={here ? 'step' : undefined}
      onClick={onTurn}
      className="-mx-2 flex min-h-[34px] w-[calc(100%+16px)] items-center gap-2.5 rounded-control px-2 text-start text-body move-answer hover:bg-hover aria-[current=step]:bg-hover max-desk:min-h-target"
    >
      <span className="grid w-4 flex-none place-items-center text-damson">
        {card.answer === 'again' ? <Icon name="check" size={16} /> : null}
      </span>
      <span
        className={`min-w-0 flex-1 truncate ${card.answer === 'let-go' ? 'text-faint line-through decoration-edge-firm' : here ? 'font-medium' : ''}`}
      >
        {card.name}
      </span>
      <span className="sr-only">{fate}</span>
    </button>
  )
}

/** Before the stack is done with: who stays, and that the rest goes. */
function Finish(props: { again: readonly Card[]; rest: number; open: number; onFinish: () => void; onTurn: (id: string) => void }) {
  const { again, rest, open, onFinish, onTurn } = props
  return (
    <div className="rounded-card border border-line bg-card p-6 max-desk:p-4">
      <h2 className="text-head font-bold">{endText(again.length, rest).head}</h2>
      {again.length === 0 ? null : (
        <ul className="mt-3 border-t border-line">
          {again.map((card) => (
            <li key={card.id}>
              <button
                type="button"
                onClick={() => onTurn(card.id)}
                className="flex min-h-[46px] w-full flex-wrap items-center gap-x-3 border-b border-line py-1.5 text-start move-answer hover:bg-hover"
              >
                <b className="text-text font-medium max-desk:text-line">{card.name}</b>
                <span className="min-w-0 text-text text-faint">{aboutText(card)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {rest === 0 ? null : (
        <p className="mt-3 text-body text-soft">
          <Plural
            value={rest}
            one="One card goes. Nothing of it is kept, not even the name."
            other="The other # cards go. Nothing of them is kept, not even the names."
          />
        </p>
      )}
      <div className="mt-5">
        <Button kind="go" disabled={open > 0} onClick={onFinish}>
          {again.length === 0 ? <Trans>Be done with the stack</Trans> : <Trans>Take them along</Trans>}
        </Button>
      </div>
    </div>
  )
}
