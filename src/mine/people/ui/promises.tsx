import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { callName } from '../../../kernel/text.ts'
import { addDays, type Day } from '../../../kernel/time.ts'
import { tell, useBook, useOpenBook } from '../../../web/book-context.tsx'
import { Button, IconButton } from '../../../web/ui/button.tsx'
import { Field } from '../../../web/ui/field.tsx'
import { Menu, MenuItem } from '../../../web/ui/menu.tsx'
import { RailSection } from '../../../web/ui/page.tsx'
import { addPromise, dropPromise, editPromise, keepPromise, postponePromise, trashPromise } from '../../moments/actions.ts'
import type { Promised } from '../../moments/contract.ts'
import { longDay } from '../../moments/day-text.ts'
import { sentence } from '../../moments/wording.ts'
import { Care } from '../../tact/ui/care.tsx'
import { dayText } from '../../warmth/days-in-words.ts'
import type { Person } from '../contract.ts'
import { rememberToAsk } from '../remembering.ts'
import { AddLine, RailForm } from './rail-parts.tsx'
import { TwoTexts } from './two-texts.tsx'

/** What I said I would do for a person: open ones to keep, settled ones to look back on. */
export function Promises({ person, today }: { person: Person; today: Day }) {
  const { t } = useLingui()
  const book = useOpenBook()
  const all = useBook((open) => open.promisesTo(person.id), [person.id])
  const [form, setForm] = useState<string | 'new' | null>(null)
  const open = all.filter((promise) => promise.kept === undefined && promise.dropped === undefined)
  const settled = all.filter((promise) => promise.kept !== undefined || promise.dropped !== undefined)
  return (
    <RailSection icon="hourglass" label={<Trans>Promises</Trans>}>
      <ul className="grid gap-3">
        {open.map((promise) =>
          form === promise.id ? (
            <li key={promise.id}>
              <PromiseForm person={person} today={today} promise={promise} onClose={() => setForm(null)} />
            </li>
          ) : (
            <li key={promise.id}>
              <p className="text-body break-words">{sentence(promise.text)}</p>
              <p className="text-note text-faint max-desk:text-text">
                <When promise={promise} today={today} />
              </p>
              <TwoTexts record={promise} narrow />
              <div className="mt-2 flex gap-2">
                <Button small onClick={() => tell(book, keepPromise(book, promise.id))}>
                  <Trans>Kept</Trans>
                </Button>
                <Button
                  small
                  onClick={() => {
                    const change = postponePromise(book, promise.id)
                    if (change !== null) tell(book, change)
                  }}
                >
                  <Trans>A week later</Trans>
                </Button>
                <Menu trigger={<IconButton icon="more" size={16} label={t`More about this promise`} className="-my-0.5" />}>
                  <MenuItem icon="pen" onPick={() => setForm(promise.id)}>
                    <Trans>Change words or day</Trans>
                  </MenuItem>
                  <MenuItem icon="check" does={t`It stays here as one you made.`} onPick={() => tell(book, dropPromise(book, promise.id))}>
                    <Trans>Let go of it</Trans>
                  </MenuItem>
                  <MenuItem icon="trash" does={t`As if it had never been made.`} onPick={() => tell(book, trashPromise(book, promise.id))}>
                    <Trans>Take it out</Trans>
                  </MenuItem>
                </Menu>
              </div>
            </li>
          ),
        )}
      </ul>
      {form === 'new' ? (
        <PromiseForm person={person} today={today} onClose={() => setForm(null)} />
      ) : (
        <AddLine onPress={() => setForm('new')}>{all.length === 0 ? t`Did you say you would do something?` : t`Another promise`}</AddLine>
      )}
      {settled.length === 0 ? null : (
        <details className="mt-1 text-body">
          <summary className="min-h-[24px] text-faint">
            <Trans>Settled before</Trans>
          </summary>
          <ul className="mt-1">
            {settled.map((promise) => (
              <li key={promise.id} className="border-t border-line py-1.5 text-soft first:border-t-0">
                {promise.text}
                <small className="block text-note text-faint max-desk:text-text">
                  {promise.kept !== undefined
                    ? t`Kept on ${longDay(promise.kept.on, today)}`
                    : t`Let go of on ${longDay(promise.dropped?.on ?? today, today)}`}
                </small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </RailSection>
  )
}

/** By when, and since when it is said. */
function When({ promise, today }: { promise: Promised; today: Day }) {
  const { t } = useLingui()
  const { due } = promise
  const said = longDay(promise.madeOn, today)
  if (due === undefined) return t`whenever it suits · you said so on ${said}`
  if (due === today) return t`for today · you said so on ${said}`
  return due > today
    ? t`by ${dayText(due, today)} · you said so on ${said}`
    : t`you had ${longDay(due, today)} in mind · you said so on ${said}`
}

function PromiseForm({ person, today, promise, onClose }: { person: Person; today: Day; promise?: Promised; onClose: () => void }) {
  const { t } = useLingui()
  const book = useOpenBook()
  const [text, setText] = useState(promise?.text ?? '')
  const [due, setDue] = useState(promise === undefined ? addDays(today, 7) : (promise.due ?? ''))
  const keep = (): void => {
    const day = due === '' ? undefined : due
    const change = promise === undefined ? addPromise(book, [person.id], text, day) : editPromise(book, promise.id, text, day)
    if (change !== null) tell(book, change)
    onClose()
  }
  return (
    <RailForm onSubmit={keep} onClose={onClose}>
      <Care
        text={text}
        name={callName(person.name)}
        onAskHow={() => {
          tell(book, rememberToAsk(book, [person.id]))
          onClose()
        }}
      >
        <Field
          label={t`What you said you would do`}
          autoFocus
          maxLength={4000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </Care>
      <Field label={t`By when, if you said so`} type="date" value={due} onChange={(event) => setDue(event.target.value)} />
      <div className="flex gap-2">
        <Button type="submit" disabled={text.trim() === ''}>
          <Trans>Keep it so</Trans>
        </Button>
        <Button kind="bare" onClick={onClose}>
          <Trans>Leave it</Trans>
        </Button>
      </div>
    </RailForm>
  )
}
