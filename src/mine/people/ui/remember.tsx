import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import type { PersonId } from '../../../kernel/ids.ts'
import { callName } from '../../../kernel/text.ts'
import { addDays, type Day } from '../../../kernel/time.ts'
import { tell, useBook, useOpenBook } from '../../../web/book-context.tsx'
import { Button } from '../../../web/ui/button.tsx'
import { Check, Field, Select, TextArea } from '../../../web/ui/field.tsx'
import { RailSection } from '../../../web/ui/page.tsx'
import { longDay } from '../../moments/day-text.ts'
import type { Fact, Person } from '../contract.ts'
import { ASK_HOW_DAYS, addFact, editFact, forgetFact, rememberToAsk } from '../remembering.ts'
import { touches } from '../tact.ts'
import { AddLine } from './rail-parts.tsx'
import { TwoTexts } from './two-texts.tsx'

/** What is worth remembering about a person, each line to be pressed and changed. */
export function Remember({ person, today }: { person: Person; today: Day }) {
  const { t } = useLingui()
  const facts = useBook((book) => book.factsOf(person.id), [person.id])
  const [open, setOpen] = useState<string | 'new' | null>(null)
  const name = callName(person.name)
  const close = (): void => setOpen(null)
  return (
    <RailSection icon="pen" label={<Trans>What to remember</Trans>}>
      <ul>
        {facts.map((fact) =>
          open === fact.id ? (
            <li key={fact.id} className="border-t border-line py-2 first:border-t-0">
              <FactForm person={person.id} name={name} today={today} fact={fact} onClose={close} />
            </li>
          ) : (
            <li key={fact.id} className="border-t border-line first:border-t-0">
              <button
                type="button"
                title={t`Change`}
                onClick={() => setOpen(fact.id)}
                className="-mx-2 block w-[calc(100%+16px)] rounded-control px-2 py-[7px] text-start text-body move-answer hover:bg-hover max-desk:py-2.5"
              >
                <bdi className="break-words">{fact.text}</bdi>
                {fact.expires === undefined ? null : (
                  <small className="mt-0.5 block text-note text-faint max-desk:text-text">
                    <Trans>Forgets itself on {longDay(fact.expires, today)}.</Trans>
                  </small>
                )}
              </button>
              <TwoTexts record={fact} narrow />
            </li>
          ),
        )}
      </ul>
      {open === 'new' ? (
        <FactForm person={person.id} name={name} today={today} onClose={close} />
      ) : (
        <AddLine onPress={() => setOpen('new')}>
          {facts.length === 0 ? t`What would be good to know next time?` : t`Something else`}
        </AddLine>
      )}
      {facts.length > 0 && open === null ? <p className="mt-2 text-body text-faint">{t`Would ${name} be fine reading this?`}</p> : null}
    </RailSection>
  )
}

interface FormProps {
  readonly person: PersonId
  readonly name: string
  readonly today: Day
  readonly fact?: Fact
  readonly onClose: () => void
}

/** Writes or changes one fact. Where the words touch health, belief or the like, a gentler line is offered in their place. */
function FactForm({ person, name, today, fact, onClose }: FormProps) {
  const { t } = useLingui()
  const book = useOpenBook()
  const [text, setText] = useState(fact?.text ?? '')
  const [stays, setStays] = useState<'stays' | 'two-weeks' | 'until'>(fact?.expires === undefined ? 'stays' : 'until')
  const [until, setUntil] = useState(fact?.expires ?? addDays(today, 30))
  const [child, setChild] = useState<boolean | null>(fact === undefined ? null : fact.child === true)
  const found = touches(text)
  const aboutChild = child ?? found.child
  const expires = stays === 'stays' ? undefined : stays === 'two-weeks' ? addDays(today, ASK_HOW_DAYS) : until
  const gentler = (): void => {
    if (fact !== undefined) book.change('', (hands) => hands.trash(fact.id))
    tell(book, rememberToAsk(book, person))
    onClose()
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const change =
      fact === undefined
        ? addFact(book, [person], text, { expires, child: aboutChild })
        : editFact(book, fact.id, { text, expires, child: aboutChild })
    if (change !== null) tell(book, change)
    onClose()
  }
  return (
    <form
      onSubmit={submit}
      onKeyDown={(event) => (event.key === 'Escape' ? onClose() : undefined)}
      className="mt-1 grid grid-cols-[minmax(0,1fr)] gap-3 rounded-card border border-line bg-card p-3"
    >
      <TextArea
        label={t`What to remember`}
        hideLabel
        autoFocus
        rows={2}
        maxLength={4000}
        value={text}
        placeholder={t`Plays the cello; oat milk; laughs about timesheets`}
        onChange={(event) => setText(event.target.value)}
      />
      {found.tact ? (
        <div className="rounded-control bg-well p-3 text-text">
          <p>
            <Trans>This may be {name}’s to tell and nobody’s to keep. A softer note says only that you care.</Trans>
          </p>
          <Button small className="mt-2" onClick={gentler}>
            <Trans>Just ask how they are</Trans>
          </Button>
        </div>
      ) : null}
      <Select label={t`How long it stays`} value={stays} onChange={(event) => setStays(event.target.value as typeof stays)}>
        <option value="stays">{t`As long as I like`}</option>
        <option value="two-weeks">{t`Forgets itself after two weeks`}</option>
        <option value="until">{t`Until a day`}</option>
      </Select>
      {stays === 'until' ? (
        <Field label={t`Last day`} type="date" required min={today} value={until} onChange={(event) => setUntil(event.target.value)} />
      ) : null}
      {found.child || aboutChild ? (
        <Check
          label={t`It is about a child`}
          hint={t`Then it leaves this book only in your own full copy.`}
          checked={aboutChild}
          onChange={(event) => setChild(event.target.checked)}
        />
      ) : null}
      <p className="text-text text-faint">{t`Would ${name} be fine reading this?`}</p>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" disabled={text.trim() === ''}>
          <Trans>Remember</Trans>
        </Button>
        {fact === undefined ? (
          found.tact ? null : (
            <Button kind="bare" onClick={gentler}>
              <Trans>Just ask how they are</Trans>
            </Button>
          )
        ) : (
          <Button
            kind="bare"
            icon="trash"
            onClick={() => {
              tell(book, forgetFact(book, fact.id))
              onClose()
            }}
          >
            <Trans>Forget</Trans>
          </Button>
        )}
        <Button kind="bare" onClick={onClose}>
          <Trans>Leave it</Trans>
        </Button>
      </div>
    </form>
  )
}
