import { i18n } from '@lingui/core'
import { addDays, addMonths, type Day } from '../../kernel/time.ts'
import type { Book, Change } from '../book.ts'
import type { Fact } from './contract.ts'

/** After how many months a fact has grown old, and one that touches health, belief or the like. */
export const OLD_MONTHS = 24
export const DELICATE_MONTHS = 12
/** How long before its last day a fact comes up, and how long it stays at least once it was seen to be up; in days. */
export const AHEAD_DAYS = 30

type Aged = Pick<Fact, 'writtenOn' | 'renewedOn' | 'tact' | 'expires' | 'shownForRenewal'>

/** The day on which a fact is old, counted from when it was written or last said to hold. One with a last day of its own has none. */
export function oldOn(fact: Aged): Day | undefined {
  if (fact.expires !== undefined) return undefined
  return addMonths(fact.renewedOn ?? fact.writtenOn, fact.tact === true ? DELICATE_MONTHS : OLD_MONTHS)
}

/** Whether a fact asks on a day whether it still holds. */
export function isUp(fact: Aged, day: Day): boolean {
  // Most facts are young: a year is out of the question without any reckoning.
  if ((fact.renewedOn ?? fact.writtenOn) > addDays(day, -300)) return false
  const old = oldOn(fact)
  return old !== undefined && day >= addDays(old, -AHEAD_DAYS)
}

/** The day on which the fact was seen to be up in this round; undefined when that was before it was last kept, or never. */
function seenOn(fact: Aged): Day | undefined {
  const old = oldOn(fact)
  const on = fact.shownForRenewal?.on
  return old !== undefined && on !== undefined && on >= addDays(old, -AHEAD_DAYS) ? on : undefined
}

/** The last day on which a fact that is up is there, if it is not kept: never sooner than {@link AHEAD_DAYS} days after it was seen. */
export function lastDayOf(fact: Aged, today: Day): Day {
  const old = oldOn(fact) ?? today
  const given = addDays(seenOn(fact) ?? today, AHEAD_DAYS)
  if (given > old) return given
  return old
}

/** Whether a fact goes to the trash by itself: it came up, was seen, and was not kept until its last day. */
export function hasGrownOld(fact: Aged, today: Day): boolean {
  return isUp(fact, today) && seenOn(fact) !== undefined && today > lastDayOf(fact, today)
}

/** Facts that are up on a day, the soonest to go first; of one person, or of everybody in the book. */
export function upForRenewal(book: Book, day: Day, person?: string): readonly Fact[] {
  const facts = person === undefined ? book.all('fact') : book.factsOf(person)
  return facts
    .filter((fact) => isUp(fact, day) && fact.about.some((id) => book.get('person', id) !== undefined))
    .sort((a, b) => {
      const [x, y] = [oldOn(a) ?? '', oldOn(b) ?? '']
      return x !== y ? (x < y ? -1 : 1) : a.id < b.id ? -1 : 1
    })
}

/** Notes on the facts that they were shown as growing old. Writes nothing where that is known. */
export function markShown(book: Book, ids: readonly string[]): void {
  const on = book.today()
  const fresh = ids.filter((id) => {
    const fact = book.get('fact', id)
    return fact !== undefined && isUp(fact, on) && seenOn(fact) === undefined
  })
  if (fresh.length === 0) return
  book.change('', (hands) => {
    for (const id of fresh) hands.patch('fact', id, { shownForRenewal: { on } })
  })
}

/**
 * What changes in a fact that is taken out of the trash, where it would go there again by itself: it counts
 * as written today, and a last day that is past no longer holds.
 */
export function heldAgain(fact: Aged, today: Day): { readonly [F in 'renewedOn' | 'shownForRenewal' | 'expires']?: Fact[F] | undefined } {
  const isPast = fact.expires !== undefined && fact.expires < today
  return isPast || hasGrownOld(fact, today) ? { renewedOn: today, shownForRenewal: undefined, expires: undefined } : {}
}

/** Says that a fact still holds: it counts as written today. Null when it is gone. */
export function renewFact(book: Book, id: string): Change | null {
  if (book.get('fact', id) === undefined) return null
  return book.change(i18n._({ id: 'fact.renewed', message: 'Kept. It is asked about again in its time.' }), (hands) => {
    hands.patch('fact', id, { renewedOn: book.today(), shownForRenewal: undefined })
  })
}
