import type { PersonId } from '../../kernel/ids.ts'
import { hash32 } from '../../kernel/random.ts'
import { addDays, type Day, dayNumber, daysBetween } from '../../kernel/time.ts'
import type { Book } from '../book.ts'
import type { Promised } from '../moments/contract.ts'
import type { Fact, Person } from '../people/contract.ts'
import { isDelicate } from '../tact/tact.ts'
import { type Clocks, clocksFor } from '../warmth/clock.ts'
import { mayBeSuggested, type Tie, tieOf, weightOfMove } from '../warmth/warmth.ts'
import { type Coming, dateKey, dateMoves, datesWithin, LATE_DAYS } from './dates.ts'
import { answersIn } from './marks.ts'
import type { Move } from './move.ts'
import { type Ground, groundForHello, recentMoments, thanks, thanksKey, unthankedHelp } from './reasons.ts'
import { wasShown } from './shown.ts'
import { inPerson, wayForDate, wayForPromise, wayForWarmth } from './ways.ts'

/** Days after which a promise without a day comes up by itself. */
const OPEN_PROMISE = 7
/** Days in which help received asks for a thanks of its own. */
const THANKS_WITHIN = 14

/** A person whom warmth suggests, and how much the move weighs (F7). */
export interface Weighed {
  readonly person: Person
  readonly tie: Tie
  readonly weight: number
}

/** Everything that could become a move on a day, each list in its order. */
export interface Candidates {
  readonly datesToday: readonly Move[]
  readonly promisesDue: readonly Move[]
  /** Notes that forget themselves soon, and thanks that are not said yet. */
  readonly caring: readonly Move[]
  /** Dates ahead of a weekend or shortly past, and promises without a day. */
  readonly unhurried: readonly Move[]
  readonly warmth: readonly Weighed[]
  readonly hello: readonly Weighed[]
}

/** Whether Kith may suggest anything about a person on a day. */
export function mayMeet(person: Person, clocks: Clocks, day: Day): boolean {
  if (person.resting !== undefined) return false
  return clocks.of(person.id) === clocks.shared || clocks.absence(person.id, dayNumber(day))?.now !== true
}

/** Collects what could become a move on a day. `taken` are people who had a move today already. */
export function candidatesFor(book: Book, day: Day, taken: ReadonlySet<string>): Candidates {
  const clocks = clocksFor(book.all('away'))
  const answers = answersIn(book.all('mark'))
  const open = (key: string): boolean => !answers.settled.has(key) && !answers.keyWaits(key, day)
  const meet = (id: string): Person | undefined => {
    const person = book.get('person', id)
    return person !== undefined && !taken.has(id) && mayMeet(person, clocks, day) ? person : undefined
  }

  const datesToday: Move[] = []
  const unhurried: Move[] = []
  const birthdays = new Set<string>()
  for (const coming of datesWithin(book.all('date'), addDays(day, -LATE_DAYS), addDays(day, 7))) {
    if (coming.on >= day) birthdays.add(coming.date.person)
    const moves = dateMoves(coming.on, day)
    const person = meet(coming.date.person)
    if (moves === 'no' || person === undefined || person.rhythm === 'none' || !open(dateKey(coming))) continue
    if (moves === 'late' && !isLateWelcome(book, coming, day)) continue
    ;(moves === 'today' ? datesToday : unhurried).push(dateMove(coming, day))
  }

  const promisesDue: Move[] = []
  for (const promise of dueFirst(book.all('promise'))) {
    // A promise says itself whether it is settled, so that taking back "kept" brings it back here too.
    if (answers.keyWaits(`promise:${promise.id}`, day)) continue
    const move = promiseMove(promise, day, (id) => meet(id) !== undefined)
    if (move === undefined) continue
    ;(promise.due === undefined ? unhurried : promisesDue).push(move)
  }

  const caring: Move[] = []
  const suggestible = (id: string): Person | undefined => {
    const person = meet(id)
    return person === undefined || person.rhythm === 'none' || answers.personWaits(id, day) ? undefined : person
  }
  for (const fact of endingFirst(book.all('fact'), day)) {
    if (!open(`fact:${fact.id}`) || answers.noReason.has(fact.id)) continue
    const person = fact.about.map(suggestible).find((found) => found !== undefined)
    if (person === undefined || book.momentsOf(person.id).some((moment) => moment.day > fact.writtenOn && moment.day <= day)) continue
    caring.push(factMove(fact, person.id))
  }

  const owed: Move[] = []
  const warmth: Weighed[] = []
  const hello: Weighed[] = []
  const my = book.setting('me')?.department
  const number = dayNumber(day)
  const thanksFrom = addDays(day, -THANKS_WITHIN)
  for (const person of book.all('person')) {
    if (person.rhythm === 'none' || taken.has(person.id) || answers.personWaits(person.id, day) || !mayMeet(person, clocks, day)) continue
    const clock = clocks.of(person.id)
    const tie = tieOf(person, book.momentsOf(person.id), clock, number)
    const fresh = tie.elapsed === undefined
    if (tie.last !== undefined && tie.last >= thanksFrom) {
      const help = unthankedHelp(book, person.id, day, thanksFrom)
      if (help !== undefined && help.day < day && open(thanksKey(help.id)) && !answers.noReason.has(help.id)) {
        owed.push(moveOn(thanksKey(help.id), person.id, thanks(help), inPerson()))
      }
    }
    if (!fresh && !mayBeSuggested(tie)) continue
    const absence = clock === clocks.shared ? undefined : clocks.absence(person.id, number)
    const isBack = absence?.away.to !== undefined && daysBetween(absence.away.to, day) <= 14
    const weight = weightOfMove(tie, {
      importance: person.importance ?? 1,
      opportunity: isBack ? 1.3 : birthdays.has(person.id) ? 1.2 : 1,
      bridges: my !== undefined && person.department !== undefined && my !== person.department,
    })
    ;(fresh ? hello : warmth).push({ person, tie, weight })
  }
  const importance = (move: Move): number => book.get('person', move.person)?.importance ?? 1
  datesToday.sort((a, b) => importance(b) - importance(a) || (a.key < b.key ? -1 : 1))
  const plans = book.all('plan')
  const lately = new Set(
    plans.filter((plan) => plan.day < day && plan.day >= addDays(day, -6)).flatMap((plan) => plan.moves.map((move) => move.key)),
  )
  const before = (key: string): number => (lately.has(key) ? 1 : 0)
  return {
    datesToday,
    promisesDue,
    caring: [...caring, ...owed.sort((a, b) => (a.key !== b.key ? (a.key < b.key ? -1 : 1) : a.person < b.person ? -1 : 1))],
    unhurried,
    warmth: heaviestFirst(warmth, day),
    hello: heaviestFirst(hello, day).sort((a, b) => before(helloKey(a.person.id)) - before(helloKey(b.person.id))),
  }
}

/** The key of a move that comes from warmth. */
export const warmthKey = (person: string): string => `warmth:${person}`
/** The key of a first hello. */
export const helloKey = (person: string): string => `hello:${person}`

/** A move on a ground. */
export function moveOn(key: string, person: PersonId, ground: Ground, how: Move['how']): Move {
  const { kind, title, reason, question, others } = ground
  return { key, kind, giving: kind !== 'catch-up', person, title, reason, how, question, ...(others === undefined ? {} : { others }) }
}

/** A warmth move about a person. */
export function warmthMove(book: Book, { person, tie }: Pick<Weighed, 'person' | 'tie'>, ground: Ground, day: Day): Move {
  return moveOn(warmthKey(person.id), person.id, ground, wayForWarmth(recentMoments(book, person.id, day), tie, ground.reason, day))
}

/** A hello to somebody without any moment yet. */
export const helloMove = (book: Book, person: Person, day: Day): Move =>
  moveOn(helloKey(person.id), person.id, groundForHello(book, person, day), { ...inPerson(), minutes: 5 })

/** A note that forgets itself, as a question to its person. */
export const factMove = (fact: Fact, person: PersonId): Move =>
  moveOn(
    `fact:${fact.id}`,
    person,
    {
      kind: 'ask-how',
      title: { say: 'ask-how' },
      reason: { because: 'fact-ends', fact: fact.id, text: isDelicate(fact.text) ? '' : fact.text, ends: fact.expires ?? fact.writtenOn },
      question: 'how-now',
    },
    inPerson(),
  )

/** The move of a yearly date. */
export function dateMove(coming: Coming, day: Day): Move {
  const { date, on } = coming
  return {
    key: dateKey(coming),
    kind: 'congratulate',
    giving: true,
    person: date.person as PersonId,
    title: { say: 'congratulate' },
    reason: { because: 'date', what: date.what, label: date.label, on },
    how: wayForDate(on, day),
  }
}

/** The move of a promise that is due on a day; undefined while it is not, or when nobody it was made to may be met. */
export function promiseMove(promise: Promised, day: Day, may: (person: string) => boolean): Move | undefined {
  if (promise.kept !== undefined || promise.dropped !== undefined) return undefined
  if (promise.due === undefined ? daysBetween(promise.madeOn, day) < OPEN_PROMISE : promise.due > day) return undefined
  const [person, ...others] = promise.to.filter(may) as PersonId[]
  if (person === undefined) return undefined
  const made = promise.madeOn
  return {
    key: `promise:${promise.id}`,
    kind: 'keep-promise',
    giving: true,
    person,
    ...(others.length === 0 ? {} : { others }),
    title: { say: 'promise', text: promise.text },
    reason:
      promise.due === undefined
        ? { because: 'promise-open', made }
        : promise.due === day
          ? { because: 'promise-today', made }
          : { because: 'promise-before', made, due: promise.due },
    how: wayForPromise(promise.text),
  }
}

/** Whether a word after the date is welcome: no plan showed it in time, and we were not in touch since. */
export const isLateWelcome = (book: Book, coming: Coming, day: Day): boolean =>
  !wasShown(book.all('plan'), dateKey(coming), addDays(coming.on, -2), addDays(day, -1)) &&
  !book.momentsOf(coming.date.person).some((moment) => moment.day >= coming.on && moment.day <= day)

/** Open promises: those due today and before by day, the latest first, since the oldest can wait a day more; then those without a day. */
const dueFirst = (promises: readonly Promised[]): readonly Promised[] =>
  promises
    .filter((promise) => promise.kept === undefined && promise.dropped === undefined)
    .sort((a, b) => {
      const x = a.due ?? ''
      const y = b.due ?? ''
      return x !== y ? (x < y ? 1 : -1) : a.id < b.id ? -1 : 1
    })

/** Notes that forget themselves, from the day after they were written, the soonest to end first. */
const endingFirst = (facts: readonly Fact[], day: Day): readonly Fact[] =>
  facts
    .filter((fact) => fact.expires !== undefined && fact.expires >= day && fact.writtenOn < day)
    .sort((a, b) => {
      const x = a.expires ?? ''
      const y = b.expires ?? ''
      return x !== y ? (x < y ? -1 : 1) : a.id < b.id ? -1 : 1
    })

/** By weight; what weighs the same comes in an order of the day's own. */
function heaviestFirst(list: readonly Weighed[], day: Day): Weighed[] {
  const draws = new Map<string, number>()
  const draw = (id: string): number => {
    let drawn = draws.get(id)
    if (drawn === undefined) {
      drawn = hash32(`${day} ${id}`)
      draws.set(id, drawn)
    }
    return drawn
  }
  return [...list].sort((a, b) => b.weight - a.weight || draw(a.person.id) - draw(b.person.id) || (a.person.id < b.person.id ? -1 : 1))
}
