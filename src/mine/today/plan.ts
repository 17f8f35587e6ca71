import { addDays, type Day, dayNumber } from '../../kernel/time.ts'
import type { Book } from '../book.ts'
import { clocksFor } from '../warmth/clock.ts'
import { mayBeSuggested, tieOf } from '../warmth/warmth.ts'
import {
  type Candidates,
  candidatesFor,
  dateMove,
  factMove,
  helloMove,
  isLateWelcome,
  mayMeet,
  moveOn,
  promiseMove,
  warmthMove,
} from './candidates.ts'
import type { ShownMove } from './contract.ts'
import { dateKey, dateMoves, datesWithin, LATE_DAYS } from './dates.ts'
import { answersIn } from './marks.ts'
import { type Ahead, type Answered, type DayPlan, isGiving, MOVES_A_DAY, type Move, type Stillness } from './move.ts'
import { groundsForWarmth, thanks } from './reasons.ts'
import { Mixture, shownOn } from './shown.ts'
import { inPerson } from './ways.ts'

/** Days that the side of the page looks ahead. */
const AHEAD_DAYS = 7
/** Promises among the moves of one day. */
const PROMISES_A_DAY = 2
/** Yearly dates among the moves of one day. */
const DATES_A_DAY = 2

/**
 * The plan of a day (today when not given): at most three moves, each with its reason. The same book and
 * day give the same plan on every device, in whatever order the records came.
 *
 * What was shown on the day already stays; moves that no longer hold fold away without being replaced,
 * and only what is due (a promise, a date) is added afterwards.
 */
export function planFor(book: Book, day: Day = book.today()): DayPlan {
  const still = stillness(book, day)
  const shown = shownOn(book.all('plan'), day)
    .filter((move) => book.get('person', move.person) !== undefined)
    .slice(0, MOVES_A_DAY)
  const answered = answeredOn(book, day, shown)
  const ahead = (moves: readonly Move[]): readonly Ahead[] => aheadOf(book, day, moves)
  if (still !== undefined) return { day, moves: [], answered, ahead: ahead([]), still }

  const folded = new Set(answered.map((answer) => answer.key))
  const mixture = new Mixture(book.all('plan'), day)
  const taken = new Set<string>(
    answersIn(book.all('mark'))
      .on(day)
      .map((answer) => answer.person),
  )
  const kept: Move[] = []
  for (const move of shown) {
    mixture.add(isGiving(move.kind))
    const again = folded.has(move.key) ? undefined : shownAgain(book, move, day)
    if (again !== undefined && !taken.has(move.person)) kept.push(again)
  }
  for (const move of shown) taken.add(move.person)
  const room = MOVES_A_DAY - shown.length
  if (room <= 0) return { day, moves: kept, answered, ahead: ahead(kept) }

  const candidates = candidatesFor(book, day, taken)
  const more = shown.length > 0 ? dueOnly(candidates).slice(0, room) : freshMoves(book, day, candidates, mixture)
  const moves = [...kept, ...more]
  return { day, moves, answered, ahead: ahead(moves) }
}

/** Why nothing at all is suggested on a day; undefined on a usual day. */
export function stillness(book: Book, day: Day): Stillness | undefined {
  const paused = answersIn(book.all('mark')).pausedUntil(day)
  if (paused !== undefined) return { why: 'paused', until: paused }
  const closed = clocksFor(book.all('away')).closed(dayNumber(day))
  if (closed === undefined) return undefined
  return {
    why: closed.who === 'me' ? 'me-away' : 'company-closed',
    until: closed.until === undefined ? undefined : addDays(closed.until, 1),
  }
}

/** What may join a day that was shown already: only what is due on it. */
const dueOnly = (candidates: Candidates): readonly Move[] => distinct([...candidates.datesToday, ...candidates.promisesDue])

/** The moves of a day that was not shown yet. */
function freshMoves(book: Book, day: Day, candidates: Candidates, mixture: Mixture): readonly Move[] {
  const warmthMoves = book.setting('plan')?.warmthMoves ?? 1
  const hurried = distinct([
    ...candidates.datesToday.slice(0, DATES_A_DAY),
    ...candidates.promisesDue.filter((move) => move.reason.because === 'promise-today'),
  ]).slice(0, MOVES_A_DAY)
  const promises = hurried.filter((move) => move.kind === 'keep-promise').length
  const patient = distinct([
    ...hurried,
    ...candidates.promisesDue.filter((move) => !hurried.includes(move)).slice(0, Math.max(0, PROMISES_A_DAY - promises)),
    ...candidates.caring.slice(0, 1),
    ...candidates.unhurried.slice(0, 1),
  ])
  // One place is kept for warmth wherever there is any, unless all three are due on this very day.
  const places = candidates.warmth.length > 0 ? Math.max(hurried.length, MOVES_A_DAY - 1) : MOVES_A_DAY
  const moves = patient.slice(0, places)
  for (const _ of moves) mixture.add(true)
  const people = new Set<string>(moves.flatMap((move) => [move.person, ...(move.kind === 'keep-promise' ? (move.others ?? []) : [])]))
  const room = MOVES_A_DAY - moves.length
  const hello = candidates.hello.find(({ person }) => !people.has(person.id))
  const helloFits = hello !== undefined && room > warmthMoves
  if (helloFits) mixture.add(true)

  const warm: Move[] = []
  for (const weighed of candidates.warmth) {
    if (warm.length >= Math.min(warmthMoves, room)) break
    if (people.has(weighed.person.id)) continue
    const ground = groundsForWarmth(book, weighed.person, weighed.tie, day).find((found) => isGiving(found.kind) || mixture.mayAsk)
    if (ground === undefined) continue
    const move = warmthMove(book, weighed, ground, day)
    warm.push(move)
    mixture.add(move.giving)
    people.add(move.person)
    // The others of a move are asked along with it, so they get none of their own today.
    for (const other of move.others ?? []) people.add(other)
  }
  const wantsHello = hello !== undefined && !people.has(hello.person.id) && moves.length + warm.length < MOVES_A_DAY
  return [...moves, ...warm, ...(wantsHello ? [helloMove(book, hello.person, day)] : [])]
}

/** One move for each person, the first that comes. */
function distinct(moves: readonly Move[]): readonly Move[] {
  const people = new Set<string>()
  return moves.filter((move) => !people.has(move.person) && people.add(move.person))
}

/** How the moves shown today were answered, by a tap or by what was logged since. */
function answeredOn(book: Book, day: Day, shown: readonly ShownMove[]): readonly Answered[] {
  const marks = answersIn(book.all('mark')).on(day)
  const out: Answered[] = []
  const add = (move: ShownMove, answer: Answered['answer']): void =>
    void out.push({ key: move.key, kind: move.kind, person: move.person as Answered['person'], answer })
  for (const move of shown) {
    const mark = marks.findLast((answer) => answer.key === move.key)
    if (mark !== undefined) add(move, move.kind === 'keep-promise' && mark.answer === 'done' ? 'kept' : mark.answer)
    else if (move.key.startsWith('promise:')) {
      if (book.get('promise', move.key.slice('promise:'.length))?.kept !== undefined) add(move, 'kept')
    } else if (book.momentsOf(move.person).some((moment) => moment.move === move.key && moment.day === day)) add(move, 'done')
    else if (
      /^(warmth|hello):/.test(move.key) &&
      book.momentsOf(move.person).some((moment) => moment.day === day && moment.medium !== 'reaction')
    ) {
      add(move, 'in-touch')
    }
  }
  return out
}

/** A move that was shown today, as it stands now; undefined when it no longer holds. */
function shownAgain(book: Book, shown: ShownMove, day: Day): Move | undefined {
  const person = book.get('person', shown.person)
  const clocks = clocksFor(book.all('away'))
  if (person === undefined || !mayMeet(person, clocks, day)) return undefined
  // A clock that was set back finds the answer of a later day: it holds here too.
  const answers = answersIn(book.all('mark'))
  if (answers.keyWaits(shown.key, day) || (/^(date|fact|thanks):/.test(shown.key) && answers.settled.has(shown.key))) return undefined
  const [kind, id = ''] = shown.key.split(':')
  if (kind === 'promise') {
    const promise = book.get('promise', id)
    const may = (id: string): boolean => {
      const other = book.get('person', id)
      return other !== undefined && mayMeet(other, clocks, day)
    }
    return promise === undefined ? undefined : promiseMove(promise, day, may)
  }
  if (person.rhythm === 'none') return undefined
  if (kind === 'date') {
    const coming = datesWithin(book.all('date'), addDays(day, -LATE_DAYS), addDays(day, 7)).find((found) => dateKey(found) === shown.key)
    if (coming === undefined || dateMoves(coming.on, day) === 'no' || (coming.on < day && !isLateWelcome(book, coming, day)))
      return undefined
    return dateMove(coming, day)
  }
  if (kind === 'fact') {
    const fact = book.get('fact', id)
    return fact === undefined || (fact.expires ?? day) < day ? undefined : factMove(fact, person.id)
  }
  if (kind === 'thanks') {
    const moment = book.get('moment', id)
    return moment?.help === 'received' ? moveOn(shown.key, person.id, thanks(moment), inPerson()) : undefined
  }
  const tie = tieOf(person, book.momentsOf(person.id), clocks.of(person.id), day)
  if (kind === 'hello') return tie.elapsed === undefined ? helloMove(book, person, day) : undefined
  if (!mayBeSuggested(tie)) return undefined
  const grounds = groundsForWarmth(book, person, tie, day)
  const ground =
    grounds.find((found) => found.kind === shown.kind) ?? grounds.find((found) => isGiving(found.kind) === isGiving(shown.kind))
  if (ground !== undefined) return warmthMove(book, { person, tie }, ground, day)
  // What made it a caring move is gone from the book; asking how somebody is needs no more than the last time.
  const plain = grounds.at(-1)
  return plain === undefined
    ? undefined
    : warmthMove(book, { person, tie }, { kind: 'ask-how', title: { say: 'ask-how' }, reason: plain.reason, question: 'how-are-you' }, day)
}

/** Promises and dates of the coming days that have no move today, nearest first. */
function aheadOf(book: Book, day: Day, moves: readonly Move[]): readonly Ahead[] {
  const among = new Set(moves.map((move) => move.key))
  const { settled } = answersIn(book.all('mark'))
  const edge = addDays(day, AHEAD_DAYS)
  const out: Ahead[] = []
  for (const promise of book.all('promise')) {
    const key = `promise:${promise.id}`
    if (promise.due === undefined || promise.due > edge || promise.kept !== undefined || promise.dropped !== undefined) continue
    const person = promise.to.find((id) => book.get('person', id) !== undefined)
    if (person === undefined || among.has(key)) continue
    out.push({
      key,
      day: promise.due,
      person: person as Ahead['person'],
      what: { kind: 'promise', text: promise.text, made: promise.madeOn },
    })
  }
  for (const coming of datesWithin(book.all('date'), day, edge)) {
    const key = dateKey(coming)
    const person = book.get('person', coming.date.person)
    if (person === undefined || person.resting !== undefined || person.rhythm === 'none' || among.has(key) || settled.has(key)) continue
    out.push({ key, day: coming.on, person: person.id, what: { kind: 'date', date: coming.date.what, label: coming.date.label } })
  }
  return out.sort((a, b) => (a.day !== b.day ? (a.day < b.day ? -1 : 1) : a.key < b.key ? -1 : 1))
}
