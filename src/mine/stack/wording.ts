import { i18n } from '@lingui/core'
import type { Card } from './contract.ts'

/** Who somebody is, in one short line: role and company. */
export const aboutText = (card: Card): string =>
  [...new Set([card.role, card.department, card.company])].filter((part): part is string => part !== undefined).join(' · ')

/** How they are reached, in one line. */
export const reachText = (card: Card): string => [...(card.emails ?? []), ...(card.phones ?? [])].join(' · ')

/** The sentence that ends a stack: how many stay, and that the rest goes. */
export function endText(again: number, gone: number): { readonly head: string; readonly note: string } {
  const values = { again, gone }
  return {
    head:
      again === 0
        ? i18n._({ id: 'stack.end.nobody', message: 'Nobody this time, and that is an answer too.' })
        : i18n._({
            id: 'stack.end.head',
            message:
              '{again, plural, =1 {One to see again.} =2 {Two to see again.} =3 {Three to see again.} =4 {Four to see again.} =5 {Five to see again.} one {# to see again.} other {# to see again.}}',
            values,
          }),
    note:
      gone === 0
        ? i18n._({ id: 'stack.end.all', message: 'Each of them has a place in your book now.' })
        : i18n._({
            id: 'stack.end.rest',
            message:
              '{gone, plural, one {The other card is gone, and nothing of it is kept.} other {The rest is gone, and nothing of it is kept.}}',
            values,
          }),
  }
}
