import { hash32 } from '../../kernel/random.ts'
import { type Day, daysBetween, weekday } from '../../kernel/time.ts'
import type { Moment } from '../moments/contract.ts'
import { isFace } from '../warmth/reading.ts'
import type { Tie } from '../warmth/warmth.ts'
import type { How, Reason, Way } from './move.ts'

const minutes: Record<Way, number | undefined> = {
  lunch: 45,
  coffee: 20,
  'walk-over': 10,
  video: 20,
  call: 15,
  card: 10,
  write: 5,
  do: undefined,
}

const by = (way: Way): How => ({ way, minutes: minutes[way] })

/**
 * How a warmth move is proposed: in person wherever we ever were in one room or know too little,
 * a call only where four contacts or more never were.
 */
export function wayForWarmth(recent: readonly Moment[], tie: Tie, reason: Reason, day: Day): How {
  const contacts = recent.filter((moment) => moment.medium !== 'reaction')
  const heard = contacts.find((moment) => moment.medium === 'video' || moment.medium === 'call')
  if (heard !== undefined && tie.contactDays >= 4 && !contacts.some((moment) => isFace(moment.medium)))
    return by(heard.medium === 'video' ? 'video' : 'call')
  if (reason.because === 'only-written' || reason.because === 'helped-me') return by('walk-over')
  if (tie.rhythm <= 14) return by(reason.because === 'together' ? 'lunch' : 'walk-over')
  const meal = contacts.find((moment) => moment.medium === 'meal')
  if (reason.because === 'together' || meal === undefined || daysBetween(meal.day, day) > 60) {
    return by(hash32(`way ${day} ${tie.person}`) % 2 === 0 ? 'lunch' : 'coffee')
  }
  return by(tie.rhythm >= 60 ? 'lunch' : 'coffee')
}

/** How a hello or a thanks is proposed. */
export const inPerson = (): How => by('walk-over')

/** How a date is kept: in person on a working day, by a call at the weekend, by a card ahead of it. */
export function wayForDate(on: Day, day: Day): How {
  if (on > day) return by('card')
  return by(weekday(day) >= 6 ? 'call' : 'walk-over')
}

/** How a promise is kept, as far as its own words say. English and German. */
export function wayForPromise(text: string): How {
  if (/\b(lunch|mittagessen)\b/i.test(text)) return by('lunch')
  if (/\b(coffee|tea|kaffee|tee)\b/i.test(text)) return by('coffee')
  if (/\b(call|ring|phone|anrufen|telefonieren)\b/i.test(text)) return by('call')
  if (/\b(send|forward|share|mail|e-?mail|write|reply|link|schicken|senden|weiterleiten|schreiben)\b/i.test(text)) return by('write')
  return by('do')
}
