import { i18n } from '@lingui/core'
import type { TactKind } from './tact-words.ts'

/** What a note touches, in one quiet sentence without a judgement. */
export function touchedText(kind: TactKind): string {
  switch (kind) {
    case 'health':
      return i18n._({ id: 'tact.health', message: 'This touches somebody’s health.' })
    case 'belief':
      return i18n._({ id: 'tact.belief', message: 'This touches what somebody believes.' })
    case 'union':
      return i18n._({ id: 'tact.union', message: 'This touches a union or a works council.' })
    case 'politics':
      return i18n._({ id: 'tact.politics', message: 'This touches somebody’s politics.' })
    case 'love':
      return i18n._({ id: 'tact.love', message: 'This touches love and family.' })
    case 'trouble':
      return i18n._({ id: 'tact.trouble', message: 'This touches somebody’s trouble with money or the law.' })
  }
}

/** The question beside every line about somebody. */
export const wouldTheyText = (name: string): string =>
  i18n._({ id: 'tact.would-they', message: 'Would {name} be fine reading this?', values: { name } })

/** Names as a list within a sentence: "Léa and Tom". */
export const namesText = (names: readonly string[]): string =>
  new Intl.ListFormat(i18n.locale || 'en', { type: 'conjunction' }).format(names)
