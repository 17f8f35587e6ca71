import { i18n } from '@lingui/core'
import type { Medium, Moment, Shape } from './contract.ts'

/** What kind of moment it was, in a word or two that can stand alone: "Lunch", "You wrote". */
export function shapeText(moment: Pick<Moment, 'shape' | 'medium' | 'startedBy'>): string {
  switch (moment.shape) {
    case 'lunch':
      return i18n._({ id: 'moment.shape.lunch', message: 'Lunch' })
    case 'coffee':
      return i18n._({ id: 'moment.shape.coffee', message: 'Coffee' })
    case 'walk':
      return i18n._({ id: 'moment.shape.walk', message: 'A walk' })
    case 'talk':
      return i18n._({ id: 'moment.shape.talk', message: 'A talk' })
    case 'meeting':
      return i18n._({ id: 'moment.shape.meeting', message: 'A meeting' })
    case 'call':
      return moment.medium === 'video'
        ? i18n._({ id: 'moment.shape.video', message: 'A video call' })
        : i18n._({ id: 'moment.shape.call', message: 'A call' })
    case 'message':
      if (moment.medium === 'reaction') return i18n._({ id: 'moment.shape.reaction', message: 'A reaction' })
      if (moment.startedBy === 'me') return i18n._({ id: 'moment.shape.message-mine', message: 'You wrote' })
      if (moment.startedBy === 'they') return i18n._({ id: 'moment.shape.message-theirs', message: 'They wrote' })
      return i18n._({ id: 'moment.shape.message', message: 'You wrote to each other' })
    case 'help':
      return i18n._({ id: 'moment.shape.help', message: 'A helping hand' })
    case 'party':
      return i18n._({ id: 'moment.shape.party', message: 'A celebration' })
    default:
      return i18n._({ id: 'moment.shape.other', message: 'Something else' })
  }
}

/** A medium as a choice in a list. */
export function mediumText(medium: Medium): string {
  switch (medium) {
    case 'meal':
      return i18n._({ id: 'moment.medium.meal', message: 'over a meal' })
    case 'face':
      return i18n._({ id: 'moment.medium.face', message: 'face to face' })
    case 'video':
      return i18n._({ id: 'moment.medium.video', message: 'by video' })
    case 'call':
      return i18n._({ id: 'moment.medium.call', message: 'on the phone' })
    case 'message':
      return i18n._({ id: 'moment.medium.message', message: 'in writing, both ways' })
    case 'one-way':
      return i18n._({ id: 'moment.medium.one-way', message: 'in writing, no answer yet' })
    case 'reaction':
      return i18n._({ id: 'moment.medium.reaction', message: 'only a reaction' })
  }
}

const OPENING = 60

/**
 * Cuts a text where its first breath ends, so that what it was can be told apart from what was
 * said: `"Lunch in the canteen. He explained …"` gives the two. A first breath that is too long
 * is not cut out; then `opening` is empty.
 */
export function opened(text: string): { readonly opening: string; readonly rest: string } {
  const end = /[.!?;:,–—](?=\s)|\n/u.exec(text)
  const at = end === null ? text.length : end[0] === '\n' ? end.index : end.index + 1
  if (at > OPENING) return { opening: '', rest: text }
  return { opening: text.slice(0, at), rest: text.slice(at).trim() }
}

/** A text that begins a line of its own: its first letter is a capital one. */
export const sentence = (text: string): string => {
  const first = [...text][0] ?? ''
  return first.toLocaleUpperCase(i18n.locale || 'en') + text.slice(first.length)
}

/** What took place, in one line: my own words, else what kind of moment it was. */
export const lineOf = (moment: Moment): string =>
  moment.text.trim() === '' ? shapeText(moment) : sentence(moment.text.trim().replace(/\s+/g, ' '))

/** The drawing of a moment, by what it was and else by its medium. */
export function pictureOf(moment: Pick<Moment, 'shape' | 'medium'>): Shape | 'video' {
  if (moment.shape === 'call' && moment.medium === 'video') return 'video'
  if (moment.shape !== 'other') return moment.shape
  switch (moment.medium) {
    case 'meal':
      return 'lunch'
    case 'face':
      return 'talk'
    case 'video':
      return 'video'
    case 'call':
      return 'call'
    default:
      return 'message'
  }
}
