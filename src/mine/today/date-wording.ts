import { i18n } from '@lingui/core'
import type { Day } from '../../kernel/time.ts'
import { addDays } from '../../kernel/time.ts'
import { pastText, weekdayName } from '../warmth/days-in-words.ts'
import type { Reason } from './move.ts'

type DateReason = Extract<Reason, { because: 'date' }>

/** Why a yearly date makes a move, in one sentence: on its day, ahead of a weekend, or shortly after. */
export function dateReason(reason: DateReason, name: string, day: Day): string {
  const { on } = reason
  const when =
    on > day
      ? on === addDays(day, 1)
        ? i18n._({ id: 'date.tomorrow', message: 'tomorrow' })
        : i18n._({ id: 'date.on', message: 'on {weekday}', values: { weekday: weekdayName(on) } })
      : pastText(on, day)
  const values = { name, when }
  const tense = on === day ? 'today' : on > day ? 'ahead' : 'past'
  if (reason.what === 'birthday') {
    if (tense === 'today') return i18n._({ id: 'date.birthday', message: 'It is {name}’s birthday today.', values })
    if (tense === 'ahead')
      return i18n._({ id: 'date.birthday.ahead', message: '{name}’s birthday is {when}, when you will not meet.', values })
    return i18n._({ id: 'date.birthday.past', message: '{name}’s birthday was {when}; a late word is a warm one.', values })
  }
  if (reason.what === 'anniversary') {
    if (tense === 'today') return i18n._({ id: 'date.anniversary', message: 'On this day of the year {name} began here.', values })
    if (tense === 'ahead')
      return i18n._({
        id: 'date.anniversary.ahead',
        message: '{when}, another year since {name} began here.',
        values: { name, when: capital(when) },
      })
    return i18n._({ id: 'date.anniversary.past', message: 'Another year since {name} began here, {when}.', values })
  }
  const label = reason.label ?? ''
  if (label === '') {
    if (tense === 'today') return i18n._({ id: 'date.other.bare', message: 'You marked today for {name}.', values })
    if (tense === 'ahead') return i18n._({ id: 'date.other.bare.ahead', message: 'You marked a day for {name}: {when}.', values })
    return i18n._({ id: 'date.other.bare.past', message: 'You marked a day for {name}; it was {when}.', values })
  }
  const named = { ...values, label }
  if (tense === 'today') return i18n._({ id: 'date.other', message: 'Today, for {name}: {label}.', values: named })
  if (tense === 'ahead') return i18n._({ id: 'date.other.ahead', message: 'For {name} {when}: {label}.', values: named })
  return i18n._({ id: 'date.other.past', message: 'For {name}, {when}: {label}.', values: named })
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)
