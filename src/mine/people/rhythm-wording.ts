import { i18n } from '@lingui/core'
import type { Rhythm } from './contract.ts'

/** The rhythms to choose from; `undefined` goes by how often we are in touch anyway. */
export const rhythms: readonly (Rhythm | undefined)[] = [undefined, 7, 14, 30, 90, 'none']

/** A rhythm in plain words. */
export function rhythmText(rhythm: Rhythm | undefined): string {
  switch (rhythm) {
    case 7:
      return i18n._({ id: 'rhythm.7', message: 'Every week' })
    case 14:
      return i18n._({ id: 'rhythm.14', message: 'Every two weeks' })
    case 30:
      return i18n._({ id: 'rhythm.30', message: 'About once a month' })
    case 90:
      return i18n._({ id: 'rhythm.90', message: 'A few times a year' })
    case 'none':
      return i18n._({ id: 'rhythm.none', message: 'No reminders at all' })
    default:
      return i18n._({ id: 'rhythm.open', message: 'As it comes' })
  }
}

/** How much somebody matters to me now, in plain words. */
export function importanceText(importance: 1 | 2 | 3): string {
  switch (importance) {
    case 3:
      return i18n._({ id: 'importance.3', message: 'Dear to me' })
    case 2:
      return i18n._({ id: 'importance.2', message: 'A little more than others' })
    default:
      return i18n._({ id: 'importance.1', message: 'Like everybody' })
  }
}
