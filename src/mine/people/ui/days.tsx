import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { type Day, isDay, nextYearDay, yearDayIn } from '../../../kernel/time.ts'
import { tell, useBook, useOpenBook } from '../../../web/book-context.tsx'
import { Button, IconButton } from '../../../web/ui/button.tsx'
import { Field, Select } from '../../../web/ui/field.tsx'
import { RailSection } from '../../../web/ui/page.tsx'
import { longDay, yearDayText } from '../../moments/day-text.ts'
import { monthName } from '../../warmth/days-in-words.ts'
import { addAway, awaysOf, editAway, removeAway, type Whose } from '../absence.ts'
import type { Away, Person, YearDate } from '../contract.ts'
import { addDate, editDate, isYearDay, removeDate } from '../remembering.ts'
import { AddLine, RailForm } from './rail-parts.tsx'

const line = '-mx-2 block w-[calc(100%+16px)] rounded-control px-2 py-[7px] text-start text-body move-answer hover:bg-hover max-desk:py-2.5'

/** Days of the year that belong to a person. */
export function YearDays({ person, today }: { person: Person; today: Day }) {
  const { t } = useLingui()
  const dates = useBook((book) => book.datesOf(person.id), [person.id])
  const [form, setForm] = useState<string | 'new' | null>(null)
  const sorted = [...dates].sort((a, b) => (nextYearDay(a, today) < nextYearDay(b, today) ? -1 : 1))
  const word = (date: YearDate): string =>
    date.what === 'birthday'
      ? t`Birthday`
      : date.what === 'anniversary'
        ? (date.label ?? t`First day at work`)
        : (date.label ?? t`A day of theirs`)
  return (
    <RailSection icon="gift" label={<Trans>Days</Trans>}>
      <ul>
        {sorted.map((date) => (
          <li key={date.id} className="border-t border-line first:border-t-0">
            {form === date.id ? (
              <DateForm person={person} date={date} onClose={() => setForm(null)} />
            ) : (
              <button type="button" title={t`Change`} onClick={() => setForm(date.id)} className={line}>
                {word(date)}
                <small className="block text-note text-faint max-desk:text-text">{yearDayText(date)}</small>
              </button>
            )}
          </li>
        ))}
      </ul>
      {form === 'new' ? (
        <DateForm person={person} onClose={() => setForm(null)} />
      ) : (
        <AddLine onPress={() => setForm('new')}>{t`A birthday or another day`}</AddLine>
      )}
    </RailSection>
  )
}

function DateForm({ person, date, onClose }: { person: Person; date?: YearDate; onClose: () => void }) {
  const { t } = useLingui()
  const book = useOpenBook()
  const [what, setWhat] = useState<YearDate['what']>(date?.what ?? 'birthday')
  const [label, setLabel] = useState(date?.label ?? '')
  const [day, setDay] = useState(date === undefined ? '' : String(date.day))
  const [month, setMonth] = useState(date?.month ?? 1)
  const [year, setYear] = useState(date?.year === undefined ? '' : String(date.year))
  const years = year === '' ? undefined : Number(year)
  const fits = isYearDay(month, Number(day)) && (years === undefined || (Number.isInteger(years) && years >= 1800 && years <= 2200))
  const keep = (): void => {
    if (!fits) return
    const fields = { what, label, month, day: Number(day), year: years }
    const change = date === undefined ? addDate(book, person.id, fields) : editDate(book, date.id, fields)
    if (change !== null) tell(book, change)
    onClose()
  }
  return (
    <RailForm onSubmit={keep} onClose={onClose}>
      <Select label={t`What day it is`} autoFocus value={what} onChange={(event) => setWhat(event.target.value as typeof what)}>
        <option value="birthday">{t`Birthday`}</option>
        <option value="anniversary">{t`First day at work`}</option>
        <option value="other">{t`Another day`}</option>
      </Select>
      {what === 'other' ? (
        <Field label={t`What to call it`} maxLength={200} value={label} onChange={(event) => setLabel(event.target.value)} />
      ) : null}
      <div className="grid grid-cols-[72px_minmax(0,1fr)] gap-2">
        <Field label={t`Day`} inputMode="numeric" required maxLength={2} value={day} onChange={(event) => setDay(event.target.value)} />
        <Select label={t`Month`} value={month} onChange={(event) => setMonth(Number(event.target.value))}>
          {Array.from({ length: 12 }, (_, i) => i + 1).map((one) => (
            <option key={one} value={one}>
              {monthName(yearDayIn({ month: one, day: 1 }, 2024))}
            </option>
          ))}
        </Select>
      </div>
      <Field
        label={t`Year, if you know it`}
        inputMode="numeric"
        maxLength={4}
        value={year}
        onChange={(event) => setYear(event.target.value)}
        wrong={day !== '' && !fits ? t`No year has such a day.` : undefined}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" disabled={!fits}>
          <Trans>Keep it so</Trans>
        </Button>
        {date === undefined ? null : (
          <Button
            kind="bare"
            icon="trash"
            onClick={() => {
              tell(book, removeDate(book, date.id))
              onClose()
            }}
          >
            <Trans>Take it out</Trans>
          </Button>
        )}
        <Button kind="bare" onClick={onClose}>
          <Trans>Leave it</Trans>
        </Button>
      </div>
    </RailForm>
  )
}

/** Times away of one person, of mine, or of the company, with a way to add one. */
export function AwayList({ who, today, add }: { who: Whose; today: Day; add: string }) {
  const { t } = useLingui()
  const book = useOpenBook()
  const aways = useBook((open) => awaysOf(open, who), [JSON.stringify(who)])
  const [form, setForm] = useState<string | 'new' | null>(null)
  const span = (away: Away): string =>
    away.to === undefined
      ? t`from ${longDay(away.from, today)}, end open`
      : away.to === away.from
        ? longDay(away.from, today)
        : t`${longDay(away.from, today)} to ${longDay(away.to, today)}`
  return (
    <>
      <ul>
        {aways.map((away) => (
          <li key={away.id} className="border-t border-line first:border-t-0">
            {form === away.id ? (
              <AwayForm who={who} today={today} away={away} onClose={() => setForm(null)} />
            ) : (
              <span className="flex items-center gap-1">
                <button type="button" title={t`Change`} onClick={() => setForm(away.id)} className={`${line} min-w-0 flex-1`}>
                  {span(away)}
                </button>
                <IconButton
                  icon="close"
                  size={16}
                  label={t`Take out: ${span(away)}`}
                  onClick={() => tell(book, removeAway(book, away.id))}
                />
              </span>
            )}
          </li>
        ))}
      </ul>
      {form === 'new' ? (
        <AwayForm who={who} today={today} onClose={() => setForm(null)} />
      ) : (
        <AddLine onPress={() => setForm('new')}>{add}</AddLine>
      )}
    </>
  )
}

function AwayForm({ who, today, away, onClose }: { who: Whose; today: Day; away?: Away; onClose: () => void }) {
  const { t } = useLingui()
  const book = useOpenBook()
  const [from, setFrom] = useState(away?.from ?? today)
  const [to, setTo] = useState(away?.to ?? '')
  const fits = isDay(from) && (to === '' || (isDay(to) && to >= from))
  const keep = (): void => {
    const end = to === '' ? undefined : to
    const change = away === undefined ? addAway(book, who, from, end) : editAway(book, away.id, from, end)
    if (change !== null) tell(book, change)
    onClose()
  }
  return (
    <RailForm onSubmit={keep} onClose={onClose}>
      <Field label={t`First day`} type="date" required autoFocus value={from} onChange={(event) => setFrom(event.target.value)} />
      <Field
        label={t`Last day, if it is known`}
        type="date"
        min={from}
        value={to}
        onChange={(event) => setTo(event.target.value)}
        wrong={fits ? undefined : t`The last day comes before the first.`}
      />
      <div className="flex gap-2">
        <Button type="submit" disabled={!fits}>
          <Trans>Keep it so</Trans>
        </Button>
        <Button kind="bare" onClick={onClose}>
          <Trans>Leave it</Trans>
        </Button>
      </div>
    </RailForm>
  )
}
