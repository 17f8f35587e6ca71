import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useRef, useState } from 'react'
import type { PersonId } from '../../../kernel/ids.ts'
import { type Day, isDay } from '../../../kernel/time.ts'
import { Button } from '../../../web/ui/button.tsx'
import { Dialog } from '../../../web/ui/dialog.tsx'
import { Check, Field, Select } from '../../../web/ui/field.tsx'
import { Medium, Shape } from '../../moments/contract.ts'
import { longDay } from '../../moments/day-text.ts'
import { mediumText, shapeText } from '../../moments/wording.ts'
import { weekdayName } from '../../warmth/days-in-words.ts'
import { type Taking, wordsOf } from '../actions.ts'
import { guestName } from '../guests.ts'
import type { Waiting } from '../waiting.ts'
import { titleText } from '../wording.ts'

const media = Medium.options.filter((medium) => medium !== 'reaction' && medium !== 'one-way')

/** Puts a proposal right before it is taken: who was there, which days, how it was, and the words about it. */
export function PutRight({
  one,
  today,
  onClose,
  onTake,
}: {
  one: Waiting
  today: Day
  onClose: () => void
  onTake: (how: Taking) => void
}) {
  const { t } = useLingui()
  const { proposal, known, unknown, days } = one
  const [people, setPeople] = useState<ReadonlySet<string>>(() => new Set(known.map((person) => person.id)))
  const [joining, setJoining] = useState<ReadonlySet<number>>(new Set())
  const [kept, setKept] = useState<ReadonlySet<string>>(() => new Set(days.map(({ of }) => of)))
  const [day, setDay] = useState(days[0]?.day ?? today)
  const [medium, setMedium] = useState(proposal.medium)
  const [shape, setShape] = useState(proposal.shape)
  const [text, setText] = useState(wordsOf(proposal))
  const first = useRef<HTMLInputElement>(null)
  const single = days.length === 1
  const some = people.size + joining.size > 0
  const fits = some && (single ? isDay(day) && day <= today : kept.size > 0)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!fits) return
    onTake({
      people: known.filter((person) => people.has(person.id)).map((person): PersonId => person.id),
      joining: unknown.filter((_, at) => joining.has(at)),
      medium,
      shape,
      text,
      ...(single ? { day } : { days: [...kept] }),
    })
  }
  return (
    <Dialog open onClose={onClose} title={titleText(proposal)} wide focus={first}>
      <form onSubmit={submit} className="grid gap-4">
        <fieldset>
          <legend className="text-text font-medium text-soft">
            <Trans>Who was there</Trans>
          </legend>
          <div className="-mx-1 mt-1 px-1 desk:max-h-[28vh] desk:overflow-y-auto">
            {known.map((person, at) => (
              <Check
                key={person.id}
                ref={at === 0 ? first : undefined}
                className="border-b border-line last:border-b-0"
                label={person.name}
                checked={people.has(person.id)}
                onChange={() => setPeople(toggled(people, person.id))}
              />
            ))}
            {unknown.map((guest, at) => (
              <Check
                key={`${guest.email} ${guest.name}`}
                ref={at === 0 && known.length === 0 ? first : undefined}
                className="border-b border-line last:border-b-0"
                label={guestName(guest)}
                hint={joining.has(at) ? t`Joins your book` : t`Not in your book`}
                checked={joining.has(at)}
                onChange={() => setJoining(toggled(joining, at))}
              />
            ))}
          </div>
        </fieldset>
        {single ? null : (
          <fieldset>
            <legend className="text-text font-medium text-soft">
              <Trans>Which days</Trans>
            </legend>
            <div className="-mx-1 mt-1 grid gap-x-6 px-1 desk:max-h-[24vh] desk:grid-cols-2 desk:overflow-y-auto">
              {days.toReversed().map(({ of, day: on }) => (
                <Check
                  key={of}
                  label={t`${weekdayName(on)} ${longDay(on, today)}`}
                  checked={kept.has(of)}
                  onChange={() => setKept(toggled(kept, of))}
                />
              ))}
            </div>
            <p className="mt-1 text-note text-faint max-desk:text-text">
              <Trans>Days you leave out are not proposed again.</Trans>
            </p>
          </fieldset>
        )}
        <div className="grid gap-4 desk:grid-cols-2">
          <Select label={t`What it was`} value={shape} onChange={(event) => setShape(Shape.parse(event.target.value))}>
            {Shape.options.map((each) => (
              <option key={each} value={each}>
                {shapeText({ shape: each, medium, startedBy: 'both' })}
              </option>
            ))}
          </Select>
          <Select label={t`How`} value={medium} onChange={(event) => setMedium(Medium.parse(event.target.value))}>
            {media.map((each) => (
              <option key={each} value={each}>
                {mediumText(each)}
              </option>
            ))}
          </Select>
          {single ? (
            <Field label={t`Day`} type="date" required max={today} value={day} onChange={(event) => setDay(event.target.value)} />
          ) : null}
          <Field label={t`In your words`} maxLength={500} value={text} onChange={(event) => setText(event.target.value)} />
        </div>
        <div className="flex flex-wrap items-center gap-2">
          <Button kind="go" type="submit" disabled={!fits}>
            <Plural value={single ? 1 : kept.size} _0="Take it" one="Take it" other="Take these # days" />
          </Button>
          <Button kind="bare" onClick={onClose}>
            <Trans>Leave it</Trans>
          </Button>
          {some ? null : (
            <p className="text-text text-faint">
              <Trans>Choose somebody first.</Trans>
            </p>
          )}
        </div>
      </form>
    </Dialog>
  )
}

function toggled<T>(set: ReadonlySet<T>, one: T): ReadonlySet<T> {
  const next = new Set(set)
  if (!next.delete(one)) next.add(one)
  return next
}
