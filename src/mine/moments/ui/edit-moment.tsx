import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useId, useState } from 'react'
import { callName, fold } from '../../../kernel/text.ts'
import { type Day, isDay } from '../../../kernel/time.ts'
import { tell, useBook, useOpenBook } from '../../../web/book-context.tsx'
import { Button } from '../../../web/ui/button.tsx'
import { Dialog } from '../../../web/ui/dialog.tsx'
import { Field, Select, TextArea } from '../../../web/ui/field.tsx'
import { Icon } from '../../../web/ui/icon.tsx'
import { Care } from '../../tact/ui/care.tsx'
import { namesText } from '../../tact/wording.ts'
import { askHowInstead, editMoment } from '../actions.ts'
import { Medium, type Moment, Shape } from '../contract.ts'
import { mediumText, shapeText } from '../wording.ts'

/** Everything that can be said about a moment, to put it right afterwards. */
export function EditMoment({ moment, today, onClose }: { moment: Moment; today: Day; onClose: () => void }) {
  const { t } = useLingui()
  const book = useOpenBook()
  const everybody = useBook((open) => open.people())
  const names = useId()
  const [text, setText] = useState(moment.text)
  const [day, setDay] = useState(moment.day)
  const [medium, setMedium] = useState(moment.medium)
  const [shape, setShape] = useState(moment.shape)
  const [startedBy, setStartedBy] = useState(moment.startedBy)
  const [depth, setDepth] = useState(moment.depth ?? 'normal')
  const [help, setHelp] = useState<'none' | 'given' | 'received'>(moment.help ?? 'none')
  const [people, setPeople] = useState<readonly string[]>(moment.people)
  const [also, setAlso] = useState('')
  const fits = isDay(day) && day <= today && people.length > 0

  const join = (name: string): boolean => {
    const found = everybody.find((person) => fold(person.name) === fold(name))
    if (found === undefined) return false
    if (!people.includes(found.id)) setPeople([...people, found.id])
    setAlso('')
    return true
  }
  const called = namesText(people.map((id) => callName(book.get('person', id)?.name ?? '')).filter((name) => name !== ''))
  /** The words go from the moment, and the reminder comes; what it was and when stays. */
  const askHow = (): void => {
    const about = people.filter((id) => book.get('person', id) !== undefined)
    tell(book, askHowInstead(book, moment.id, about))
    onClose()
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (also.trim() !== '' && join(also)) return
    if (!fits) return
    const change = editMoment(book, moment.id, {
      text,
      day,
      medium,
      shape,
      startedBy,
      people,
      depth: depth === 'normal' ? undefined : depth,
      help: help === 'none' ? undefined : help,
    })
    onClose()
    if (change !== null) tell(book, change)
  }
  return (
    <Dialog open onClose={onClose} title={t`Change the moment`} wide>
      <form onSubmit={submit} className="grid gap-4">
        <Care text={text} name={called} onAskHow={askHow}>
          <TextArea label={t`What happened`} value={text} maxLength={20_000} rows={3} onChange={(event) => setText(event.target.value)} />
        </Care>
        <div className="grid gap-4 desk:grid-cols-2">
          <Field label={t`Day`} type="date" required max={today} value={day} onChange={(event) => setDay(event.target.value)} />
          <Select label={t`What it was`} value={shape} onChange={(event) => setShape(Shape.parse(event.target.value))}>
            {Shape.options.map((one) => (
              <option key={one} value={one}>
                {shapeText({ shape: one, medium, startedBy: 'both' })}
              </option>
            ))}
          </Select>
          <Select label={t`How`} value={medium} onChange={(event) => setMedium(Medium.parse(event.target.value))}>
            {Medium.options.map((one) => (
              <option key={one} value={one}>
                {mediumText(one)}
              </option>
            ))}
          </Select>
          <Select label={t`Who started it`} value={startedBy} onChange={(event) => setStartedBy(event.target.value as typeof startedBy)}>
            <option value="me">{t`I did`}</option>
            <option value="they">{t`They did`}</option>
            <option value="both">{t`Both, or nobody in particular`}</option>
          </Select>
          <Select label={t`How deep it went`} value={depth} onChange={(event) => setDepth(event.target.value as typeof depth)}>
            <option value="passing">{t`In passing`}</option>
            <option value="normal">{t`As usual`}</option>
            <option value="real">{t`A real conversation`}</option>
          </Select>
          <Select label={t`A helping hand`} value={help} onChange={(event) => setHelp(event.target.value as typeof help)}>
            <option value="none">{t`No`}</option>
            <option value="given">{t`I helped them`}</option>
            <option value="received">{t`They helped me`}</option>
          </Select>
        </div>
        <div className="grid gap-1.5">
          <p className="text-text font-medium text-soft">
            <Trans>Who was there</Trans>
          </p>
          <ul className="flex flex-wrap gap-2">
            {people.map((id) => {
              const name = book.get('person', id)?.name ?? t`Somebody who is not in your book`
              return (
                <li key={id}>
                  <button
                    type="button"
                    disabled={people.length === 1}
                    aria-label={t`Leave out ${name}`}
                    onClick={() => setPeople(people.filter((one) => one !== id))}
                    className="inline-flex min-h-[28px] items-center gap-1.5 rounded-full border border-edge px-2.5 text-text text-ink hover:bg-hover disabled:border-line max-desk:min-h-target"
                  >
                    {name}
                    {people.length === 1 ? null : <Icon name="close" size={16} className="text-faint" />}
                  </button>
                </li>
              )
            })}
          </ul>
          <Field
            label={t`Somebody else who was there`}
            hideLabel
            list={names}
            value={also}
            placeholder={t`Somebody else from your book`}
            onChange={(event) => {
              setAlso(event.target.value)
              if (event.nativeEvent instanceof InputEvent && event.nativeEvent.inputType === 'insertReplacementText')
                join(event.target.value)
            }}
          />
          <datalist id={names}>
            {everybody.slice(0, 2000).map((person) => (
              <option key={person.id} value={person.name} />
            ))}
          </datalist>
        </div>
        <div className="flex gap-2">
          <Button kind="go" type="submit" disabled={!fits}>
            <Trans>Keep it so</Trans>
          </Button>
          <Button kind="bare" onClick={onClose}>
            <Trans>Leave it</Trans>
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
