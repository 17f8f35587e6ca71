import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useRef, useState } from 'react'
import { callName, initials } from '../../../kernel/text.ts'
import { useOpenBook, useToday } from '../../../web/book-context.tsx'
import { Button } from '../../../web/ui/button.tsx'
import { Chip } from '../../../web/ui/chip.tsx'
import { Field } from '../../../web/ui/field.tsx'
import { Keycap } from '../../../web/ui/kbd.tsx'
import { Pair } from '../../../web/ui/pair.tsx'
import { Care } from '../../tact/ui/care.tsx'
import { writeOn } from '../actions.ts'
import { type Card, FirstMove, type Stack } from '../contract.ts'
import { dayFor, firstMoveText } from '../first-move.ts'
import type { Standing } from '../standing.ts'
import { aboutText, reachText } from '../wording.ts'

/** How long after the last letter what was written on a card is kept, in ms. */
const KEEP_MS = 500

interface Props {
  readonly stack: Stack
  readonly card: Card
  readonly standing: Standing
  readonly onYes: () => void
  readonly onLetGo: () => void
  readonly onNext: () => void
  /** Whether no other card is open. */
  readonly last: boolean
}

/** One card as it lies on the table, with its two answers; after a yes, what you talked about and a first move. */
export function CardSheet({ stack, card, standing, onYes, onLetGo, onNext, last }: Props) {
  const { t } = useLingui()
  const book = useOpenBook()
  const about = aboutText(card)
  const reach = reachText(card)
  const answered = (answer: Card['answer']): string =>
    card.answer === answer ? 'flex-1 border-ink max-w-[200px] max-desk:max-w-none' : 'flex-1 max-w-[200px] max-desk:max-w-none'
  return (
    <article className="rounded-card border border-line bg-card p-6 max-desk:p-4">
      <div className="flex items-start gap-5 max-desk:block">
        <Pair
          band={card.answer === 'again' ? 'steady' : undefined}
          size="row"
          initials={initials(card.name)}
          className="mt-1 max-desk:mb-3"
        />
        <div className="min-w-0 flex-1">
          <h2 className="text-head font-bold break-words">{card.name}</h2>
          {about === '' ? null : <p className="text-body text-soft">{about}</p>}
          {reach === '' ? null : <p className="text-text break-words text-faint">{reach}</p>}
          {(card.notes ?? []).map((note) => (
            <p key={note} className="mt-2 line-clamp-4 text-body break-words whitespace-pre-line">
              {note}
            </p>
          ))}
        </div>
      </div>
      {standing.is === 'known' ? (
        <p className="mt-4 text-text text-faint">
          <Trans>{standing.name} is in your book already. A yes adds this meeting there.</Trans>
        </p>
      ) : null}
      {standing.is === 'ask' ? (
        <fieldset className="mt-4 flex min-w-0 flex-wrap items-center gap-x-3 gap-y-2 rounded-control bg-well px-3 py-2">
          <legend className="sr-only">{t`The same person?`}</legend>
          <p className="min-w-0 flex-1 basis-[200px] text-text text-soft">
            <Trans>Somebody called {standing.name} is in your book.</Trans>
          </p>
          <div className="flex gap-1.5">
            {(['same', 'two'] as const).map((as) => (
              <Chip key={as} pressed={card.as === as} onClick={() => writeOn(book, stack.id, card.id, { as })}>
                {as === 'same' ? t`Same person` : t`Two people`}
              </Chip>
            ))}
          </div>
        </fieldset>
      ) : null}
      <fieldset className="mt-5 flex min-w-0 gap-2">
        <legend className="sr-only">{t`See again, or let go`}</legend>
        <Button icon="check" className={answered('again')} aria-pressed={card.answer === 'again'} onClick={onYes}>
          <Trans>Yes, again</Trans>
          <span aria-hidden="true" className="-me-1 ms-1 inline-flex">
            <Keycap>E</Keycap>
          </span>
        </Button>
        <Button className={answered('let-go')} aria-pressed={card.answer === 'let-go'} onClick={onLetGo}>
          <Trans>Let go</Trans>
          <span aria-hidden="true" className="-me-1 ms-1 inline-flex">
            <Keycap>N</Keycap>
          </span>
        </Button>
      </fieldset>
      {card.answer === 'again' ? <Again stack={stack} card={card} last={last} onNext={onNext} /> : null}
    </article>
  )
}

/** What a yes asks for: one line, and a first move with its day. Both may be left out. */
function Again({ stack, card, last, onNext }: { stack: Stack; card: Card; last: boolean; onNext: () => void }) {
  const { t } = useLingui()
  const book = useOpenBook()
  const today = useToday()
  const [talked, setTalked] = useState(card.talked ?? '')
  const [what, setWhat] = useState(card.first?.what ?? '')
  const name = callName(card.name)
  const latest = useRef<() => void>(() => undefined)
  const keep = (): void => {
    const first = card.first === undefined || what.trim() === (card.first.what ?? '') ? {} : { first: withWhat(card.first, what) }
    writeOn(book, stack.id, card.id, { talked: talked.trim() === '' ? undefined : talked.trim(), ...first })
  }
  useEffect(() => {
    latest.current = keep
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: each letter begins the wait anew; what is kept is read when it ends.
  useEffect(() => {
    const timer = setTimeout(() => latest.current(), KEEP_MS)
    return () => clearTimeout(timer)
  }, [talked, what])
  const next = (): void => {
    keep()
    onNext()
  }
  const askHow = (): void => {
    setTalked('')
    writeOn(book, stack.id, card.id, { talked: undefined, askHow: true })
  }
  const choose = (move: FirstMove): void => {
    const off = card.first?.move === move
    writeOn(book, stack.id, card.id, { first: off ? undefined : { move, due: dayFor(move, today) } })
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        next()
      }}
      className="mt-5 grid grid-cols-[minmax(0,1fr)] gap-4 border-t border-line pt-5"
    >
      <Care text={talked} name={name} onAskHow={askHow}>
        <Field
          id="talked"
          label={t`What did you talk about?`}
          maxLength={4000}
          autoComplete="off"
          value={talked}
          onChange={(event) => setTalked(event.target.value)}
          onBlur={keep}
        />
      </Care>
      {card.askHow === true ? (
        <p className="-mt-2 text-text text-faint">
          <Trans>Only to ask how they are is remembered, for two weeks.</Trans>
        </p>
      ) : null}
      <fieldset className="min-w-0">
        <legend className="mb-1.5 text-text font-medium text-soft">
          <Trans>A first move, if you like</Trans>
        </legend>
        <div className="flex flex-wrap gap-2">
          {FirstMove.options.map((move) => (
            <Chip key={move} pressed={card.first?.move === move} onClick={() => choose(move)}>
              {firstMoveText(move)}
            </Chip>
          ))}
        </div>
      </fieldset>
      {card.first === undefined ? null : (
        <div
          className={`grid gap-3 max-desk:grid-cols-[minmax(0,1fr)] ${card.first.move === 'send' ? 'grid-cols-[minmax(0,1fr)_180px]' : 'grid-cols-[180px]'}`}
        >
          {card.first.move === 'send' ? (
            <Field
              label={t`What you said you would send`}
              maxLength={500}
              autoComplete="off"
              placeholder={t`the article about hives`}
              value={what}
              onChange={(event) => setWhat(event.target.value)}
              onBlur={keep}
            />
          ) : null}
          <Field
            label={t`On which day`}
            type="date"
            min={today}
            value={card.first.due}
            onChange={(event) => {
              if (card.first !== undefined && event.target.value >= today)
                writeOn(book, stack.id, card.id, { first: { ...card.first, due: event.target.value } })
            }}
          />
        </div>
      )}
      <div>
        <Button kind="go" type="submit">
          {last ? <Trans>To the end of the stack</Trans> : <Trans>Next card</Trans>}
        </Button>
      </div>
    </form>
  )
}

function withWhat(first: NonNullable<Card['first']>, what: string): NonNullable<Card['first']> {
  const { what: _, ...rest } = first
  return what.trim() === '' ? rest : { ...rest, what: what.trim() }
}
