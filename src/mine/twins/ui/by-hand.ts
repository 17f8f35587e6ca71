import type { PersonId } from '../../../kernel/ids.ts'

/** Two people whom the owner put beside each other. Kept within the tab: an address would name them. */
let chosen: readonly [PersonId, PersonId] | undefined

/** Puts two people beside each other for the page that asks about them. */
export const putBeside = (one: PersonId, other: PersonId): void => {
  chosen = one < other ? [one, other] : [other, one]
}

/** The two who were put beside each other last, until {@link takeApart}. */
export const beside = (): readonly [PersonId, PersonId] | undefined => chosen

/** Nobody is put beside anybody any more. */
export const takeApart = (): void => {
  chosen = undefined
}
