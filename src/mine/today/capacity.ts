import { i18n } from '@lingui/core'
import type { PersonId } from '../../kernel/ids.ts'
import { addDays, type Day, dayNumber } from '../../kernel/time.ts'
import type { Book, Change } from '../book.ts'
import type { Person } from '../people/contract.ts'
import { clocksFor } from '../warmth/clock.ts'
import { tieOf } from '../warmth/warmth.ts'
import { answersIn } from './marks.ts'

/** The days over which what my rhythms ask is held against what the plan gives. */
const FOUR_WEEKS = 28

/** One wider rhythm that would help. */
export interface Wider {
  readonly person: PersonId
  readonly from: 7 | 14 | 30
  readonly to: 14 | 30 | 90
}

/** My rhythms ask for more than the plan gives, and what could be done about it. */
export interface Capacity {
  /** Rhythms one step wider, the least important people first, until the plan holds them. */
  readonly widen: readonly Wider[]
  /** People to let rest, the least important and least alive first, until the plan holds the others. */
  readonly rest: readonly PersonId[]
  /** Whether two moves from warmth a day are still open to choose. */
  readonly twoMoves: boolean
}

const wider = { 7: 14, 14: 30, 30: 90 } as const

/**
 * What to say when the rhythms I chose ask for more moves over the next four weeks than the plan gives from
 * warmth; undefined when they do not, or when it was said already.
 */
export function capacity(book: Book, day: Day = book.today()): Capacity | undefined {
  if (answersIn(book.all('mark')).capacitySaid) return undefined
  const clocks = clocksFor(book.all('away'))
  const chosen = book
    .all('person')
    .filter((person): person is Person & { rhythm: 7 | 14 | 30 | 90 } => typeof person.rhythm === 'number' && person.resting === undefined)
  const warmthMoves = book.setting('plan')?.warmthMoves ?? 1
  const open = clocks.shared.at(dayNumber(addDays(day, FOUR_WEEKS))) - clocks.shared.at(dayNumber(day))
  const gives = warmthMoves * open
  const asks = chosen.reduce((sum, person) => sum + open / person.rhythm, 0)
  if (asks <= gives) return undefined

  const warmth = new Map(chosen.map((person) => [person.id, tieOf(person, book.momentsOf(person.id), clocks.of(person.id), day).warmth]))
  const leastFirst = [...chosen].sort(
    (a, b) => (a.importance ?? 1) - (b.importance ?? 1) || (warmth.get(a.id) ?? 0) - (warmth.get(b.id) ?? 0) || (a.id < b.id ? -1 : 1),
  )
  const widen: Wider[] = []
  let left = asks - gives
  for (const person of leastFirst) {
    if (left <= 0) break
    if (person.rhythm === 90) continue
    const to = wider[person.rhythm]
    widen.push({ person: person.id, from: person.rhythm, to })
    left -= open / person.rhythm - open / to
  }
  const rest: PersonId[] = []
  left = asks - gives
  for (const person of leastFirst) {
    if (left <= 0) break
    rest.push(person.id)
    left -= open / person.rhythm
  }
  return { widen, rest, twoMoves: warmthMoves === 1 }
}

/** The one sentence about it. */
export const capacityText = (): string =>
  i18n._({ id: 'capacity.text', message: 'Your rhythms wish for more than a short plan can hold. You could lighten them a little.' })

/** The three offers, in words. `two` is left out when it is chosen already. */
export function capacityOffers(offer: Capacity): readonly { readonly id: 'widen' | 'rest' | 'two'; readonly label: string }[] {
  return [
    { id: 'widen', label: i18n._({ id: 'capacity.widen', message: 'Widen some rhythms' }) },
    { id: 'rest', label: i18n._({ id: 'capacity.rest', message: 'Let some people rest' }) },
    ...(offer.twoMoves ? [{ id: 'two' as const, label: i18n._({ id: 'capacity.two', message: 'Two moves from warmth a day' }) }] : []),
  ]
}

/** Notes that it was said, so that it is said once. */
export const capacitySaid = (book: Book): Change =>
  book.change('', (hands) => void hands.add('mark', { on: book.today(), what: { answer: 'capacity-said' } }))

/** Widens the rhythms of the people I picked. */
export function widenRhythms(book: Book, picked: readonly Wider[]): Change {
  return book.change(i18n._({ id: 'capacity.widened', message: 'The rhythms are wider now' }), (hands) => {
    for (const { person, to } of picked) hands.patch('person', person, { rhythm: to })
    hands.add('mark', { on: book.today(), what: { answer: 'capacity-said' } })
  })
}

/** Lets the people I picked rest. */
export function restSome(book: Book, picked: readonly PersonId[]): Change {
  return book.change(i18n._({ id: 'capacity.rested', message: 'They rest now' }), (hands) => {
    for (const person of picked) hands.patch('person', person, { resting: { since: book.today() } })
    hands.add('mark', { on: book.today(), what: { answer: 'capacity-said' } })
  })
}

/** Sets how many moves a day may come from warmth alone. */
export function setWarmthMoves(book: Book, warmthMoves: 1 | 2): Change {
  return book.change(i18n._({ id: 'capacity.moves', message: 'The plan is set' }), (hands) => {
    const old = book.all('setting').filter((setting) => setting.what.key === 'plan')
    const [first, ...rest] = [...old].sort((a, b) => (a.changed > b.changed ? -1 : a.changed < b.changed ? 1 : a.id < b.id ? -1 : 1))
    if (first === undefined) hands.add('setting', { what: { key: 'plan', warmthMoves } })
    else hands.patch('setting', first.id, { what: { key: 'plan', warmthMoves } })
    for (const other of rest) hands.trash(other.id)
  })
}
