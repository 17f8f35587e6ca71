import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import type { PersonId } from '../../../kernel/ids.ts'
import { addDays, type Day } from '../../../kernel/time.ts'
import { tell, useOpenBook } from '../../../web/book-context.tsx'
import { Button } from '../../../web/ui/button.tsx'
import { Check, Field, Select, TextArea } from '../../../web/ui/field.tsx'
import { ASK_HOW_DAYS } from '../../tact/ask-how.ts'
import { touches } from '../../tact/tact.ts'
import { Care } from '../../tact/ui/care.tsx'
import type { Fact } from '../contract.ts'
import { addFact, editFact, forgetFact, rememberToAsk } from '../remembering.ts'
import { isUp, renewFact } from '../renewal.ts'

interface Props {
  readonly person: PersonId
  readonly name: string
  readonly today: Day
  readonly fact?: Fact
  readonly onClose: () => void
}

/** Writes or changes one fact. Where the words touch health, belief or the like, a gentler line is offered in their place. */
export function FactForm({ person, name, today, fact, onClose }: Props) {
  const { t } = useLingui()
  const book = useOpenBook()
  const [text, setText] = useState(fact?.text ?? '')
  const [stays, setStays] = useState<'stays' | 'two-weeks' | 'until'>(fact?.expires === undefined ? 'stays' : 'until')
  const [until, setUntil] = useState(fact?.expires ?? addDays(today, 30))
  const [child, setChild] = useState<boolean | null>(fact === undefined ? null : fact.child === true)
  const found = touches(text)
  const delicate = found.kinds.length > 0
  const aboutChild = child ?? found.child
  const expires = stays === 'stays' ? undefined : stays === 'two-weeks' ? addDays(today, ASK_HOW_DAYS) : until
  const gentler = (): void => {
    tell(book, rememberToAsk(book, fact?.about ?? [person], fact?.id))
    onClose()
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const change =
      fact === undefined
        ? addFact(book, [person], text, { expires, child: aboutChild })
        : editFact(book, fact.id, { text, expires, child: aboutChild })
    // Whoever looks at an old note and leaves its words as they are has kept it.
    const kept = change === null && fact !== undefined && isUp(fact, today) ? renewFact(book, fact.id) : change
    if (kept !== null) tell(book, kept)
    onClose()
  }
  return (
    <form
      onSubmit={submit}
      onKeyDown={(event) => (event.key === 'Escape' ? onClose() : undefined)}
      className="mt-1 grid grid-cols-[minmax(0,1fr)] gap-3 rounded-card border border-line bg-card p-3"
    >
      <Care text={text} name={name} onAskHow={gentler} keptSays={t`It stays, and comes up again in a year.`}>
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
      </Care>
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
          hint={t`A first name is enough. It leaves this book only in your own full copy.`}
          checked={aboutChild}
          onChange={(event) => setChild(event.target.checked)}
        />
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" disabled={text.trim() === ''}>
          <Trans>Remember</Trans>
        </Button>
        {fact === undefined ? (
          delicate ? null : (
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
