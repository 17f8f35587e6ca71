import { i18n } from '@lingui/core'
import type { Shape } from '../moments/contract.ts'

/** The last time, by what it was. */
export function lastTime(shape: Shape, when: string, first: boolean): string {
  switch (shape) {
    case 'lunch':
      return first
        ? i18n._({ id: 'reason.last.lunch', message: 'You last had lunch together {when}.', values: { when } })
        : i18n._({ id: 'reason.last.lunch.2', message: 'Your last lunch was {when}; it could be time for the next.', values: { when } })
    case 'coffee':
      return i18n._({ id: 'reason.last.coffee', message: 'Your last coffee together was {when}.', values: { when } })
    case 'walk':
      return i18n._({ id: 'reason.last.walk', message: 'You last took a walk {when}.', values: { when } })
    case 'meeting':
      return i18n._({ id: 'reason.last.meeting', message: 'You last saw each other in a meeting {when}.', values: { when } })
    case 'call':
      return i18n._({ id: 'reason.last.call', message: 'You last heard each other {when}.', values: { when } })
    case 'message':
      return i18n._({ id: 'reason.last.message', message: 'You last wrote to each other {when}.', values: { when } })
    case 'help':
      return i18n._({ id: 'reason.last.help', message: 'You last worked something out together {when}.', values: { when } })
    case 'party':
      return i18n._({ id: 'reason.last.party', message: 'You last ran into each other at a party {when}.', values: { when } })
    default:
      return first
        ? i18n._({ id: 'reason.last', message: 'You last talked {when}.', values: { when } })
        : i18n._({ id: 'reason.last.2', message: 'Your last talk was {when}.', values: { when } })
  }
}

/** That it has been still since the last time. */
export function still(shape: Shape, when: string, since: string, first: boolean): string {
  if (shape === 'lunch')
    return i18n._({ id: 'reason.still.lunch', message: 'Nothing is written since your lunch {when}.', values: { when } })
  if (shape === 'party')
    return i18n._({ id: 'reason.still.party', message: 'Nothing is written since the party {when}.', values: { when } })
  if (shape === 'message' || shape === 'call') {
    return i18n._({ id: 'reason.still.word', message: 'Nothing is written since your last words {when}.', values: { when } })
  }
  return first
    ? i18n._({ id: 'reason.still', message: 'It has been still between you since {since}.', values: { since } })
    : i18n._({ id: 'reason.still.2', message: 'You have not caught up since {since}.', values: { since } })
}

/** The rhythm I chose, beside the last time. */
export function rhythmText(every: 7 | 14 | 30 | 90, when: string): string {
  switch (every) {
    case 7:
      return i18n._({ id: 'reason.rhythm.7', message: 'You like a word every week; the last was {when}.', values: { when } })
    case 14:
      return i18n._({ id: 'reason.rhythm.14', message: 'You like a word every two weeks; the last was {when}.', values: { when } })
    case 30:
      return i18n._({ id: 'reason.rhythm.30', message: 'You like to meet once a month; the last time was {when}.', values: { when } })
    default:
      return i18n._({ id: 'reason.rhythm.90', message: 'You like to meet once a season; the last time was {when}.', values: { when } })
  }
}
