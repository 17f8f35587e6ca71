import { i18n } from '@lingui/core'
import { callName } from '../../kernel/text.ts'
import type { Day } from '../../kernel/time.ts'
import { dayText } from '../warmth/days-in-words.ts'
import type { DayPlan } from './move.ts'

/** A greeting by the hour of the owner's day (0 to 23). */
export function greetingText(hour: number, name: string | undefined): string {
  const who = name === undefined || name === '' ? '' : callName(name)
  if (hour >= 5 && hour < 12) {
    return who === ''
      ? i18n._({ id: 'greeting.morning', message: 'Good morning' })
      : i18n._({ id: 'greeting.morning.name', message: 'Good morning, {who}', values: { who } })
  }
  if (hour >= 12 && hour < 18) {
    return who === ''
      ? i18n._({ id: 'greeting.day', message: 'Good afternoon' })
      : i18n._({ id: 'greeting.day.name', message: 'Good afternoon, {who}', values: { who } })
  }
  return who === ''
    ? i18n._({ id: 'greeting.evening', message: 'Good evening' })
    : i18n._({ id: 'greeting.evening.name', message: 'Good evening, {who}', values: { who } })
}

/** The sentence under the greeting: how many people, and how long it would take. */
export function ledeText(plan: DayPlan, day: Day = plan.day): string {
  if (plan.still !== undefined) return stillText(plan.still, day)
  const people = plan.moves.length
  const minutes = plan.moves.reduce((sum, move) => sum + (move.how.minutes ?? 15), 0)
  if (people === 0) {
    return plan.answered.length > 0
      ? i18n._({ id: 'lede.all-done', message: 'You have seen to everyone for today.' })
      : i18n._({ id: 'lede.nobody', message: 'Nobody is waiting for you today.' })
  }
  if (people === 1) {
    return minutes <= 10
      ? i18n._({ id: 'lede.one.short', message: 'One person today, a few minutes.' })
      : i18n._({ id: 'lede.one', message: 'One person today, whenever it suits you.' })
  }
  if (people === 2) {
    return minutes <= 25
      ? i18n._({ id: 'lede.two.short', message: 'Two people today, twenty minutes or so.' })
      : i18n._({ id: 'lede.two', message: 'Two people today; one of them may be lunch.' })
  }
  return minutes <= 35
    ? i18n._({ id: 'lede.three.short', message: 'Three people today, half an hour between other things.' })
    : i18n._({ id: 'lede.three', message: 'Three people today, at your own pace.' })
}

function stillText(still: NonNullable<DayPlan['still']>, day: Day): string {
  if (still.why === 'paused')
    return i18n._({ id: 'still.paused', message: 'The plan rests until {when}.', values: { when: dayText(still.until, day) } })
  if (still.why === 'me-away') {
    return still.until === undefined
      ? i18n._({ id: 'still.away.open', message: 'You are away. Nothing cools meanwhile.' })
      : i18n._({
          id: 'still.away',
          message: 'You are away until {when}. Nothing cools meanwhile.',
          values: { when: dayText(still.until, day) },
        })
  }
  return still.until === undefined
    ? i18n._({ id: 'still.closed.open', message: 'The company is closed. Nothing cools meanwhile.' })
    : i18n._({
        id: 'still.closed',
        message: 'The company is closed until {when}. Nothing cools meanwhile.',
        values: { when: dayText(still.until, day) },
      })
}

/** The end of Today, in two lines. */
export function endText(plan: DayPlan): { readonly head: string; readonly note: string } {
  return plan.moves.length === 0 && plan.answered.length === 0
    ? {
        head: i18n._({ id: 'end.nobody', message: 'Nobody needs you today.' }),
        note: i18n._({ id: 'end.nobody.note', message: 'A good day for a long lunch.' }),
      }
    : {
        head: i18n._({ id: 'end.head', message: 'That’s everyone for today.' }),
        note: i18n._({ id: 'end.note', message: 'What you leave is not held against you.' }),
      }
}
