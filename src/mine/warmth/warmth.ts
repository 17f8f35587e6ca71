import type { PersonId } from '../../kernel/ids.ts'
import { type Day, dayNumber, dayOf } from '../../kernel/time.ts'
import type { Moment } from '../moments/contract.ts'
import type { Person, Rhythm } from '../people/contract.ts'
import type { TieClock } from './clock.ts'

/** Days of the tie's clock in which warmth halves (F1). */
export const HALF_LIFE = 60
/** Effective contact-days at which each word begins (F3). */
export const EDGES = { warm: 8, steady: 4, cooling: 2, dormant: 0.75 } as const
/** The rhythm that F4 assumes where none was chosen, in days. */
export const USUAL_RHYTHM = 30

/** The word for how alive a tie is. */
export type Band = 'warm' | 'steady' | 'cooling' | 'quiet' | 'dormant'

/**
 * My tie with a person on one day. Warmth is in effective contact-days, every other quantity in
 * days of the tie's clock, which stands still while either of us is away.
 */
export interface Tie {
  readonly person: PersonId
  /** F1. 0 when nothing counts yet. Never shown as a number. */
  readonly warmth: number
  /** F3; undefined when there is no contact day yet ("nothing written yet"). */
  readonly band: Band | undefined
  /** Days since the last contact; undefined when there is none. */
  readonly elapsed: number | undefined
  /** Calendar day of the last contact. */
  readonly last: Day | undefined
  /** How many contact days there are. */
  readonly contactDays: number
  /** The rhythm I chose, if any. */
  readonly chosen: Rhythm | undefined
  /** F4: how often we are in touch by our own habit. */
  readonly own: number
  /** F5's r: the rhythm I chose, else 1.5 × our own. */
  readonly rhythm: number
  /** F6: chance of no contact in the next 30 days; undefined where there is not enough history. */
  readonly mayGoQuiet: number | undefined
  /** Highest warmth ever reached, right after some contact. */
  readonly peak: number
}

const weightOf = { meal: 1.5, face: 1.5, video: 1.2, call: 1.2, message: 1, 'one-way': 0.3, reaction: 0 } as const
const depthOf = { passing: 0.8, normal: 1, real: 1.3 } as const

/** F2 for one moment: medium · group · depth, in contact-days. 0 for a reaction, which is no contact. */
export function contactWeight(moment: Moment): number {
  const present = Math.max(2, moment.present ?? 2, moment.people.length + 1)
  return weightOf[moment.medium] * Math.min(1, 2 / (present - 1)) * depthOf[moment.depth ?? 'normal']
}

/** 2^(−days / 60): what is left of a contact after so many whole days of the clock. */
export const fading = (days: number): number => (days < FADED.length ? (FADED[days] as number) : 2 ** (-days / HALF_LIFE))
const FADED = Array.from({ length: 2400 }, (_, days) => 2 ** (-days / HALF_LIFE))

/** The contact days of one tie, oldest first, with what they added up to. */
interface History {
  readonly days: readonly number[]
  readonly tau: readonly number[]
  /** Warmth right after each contact day. */
  readonly warmth: readonly number[]
  /** Highest warmth up to and including each contact day. */
  readonly peak: readonly number[]
  /** Who started something that day: bit 1 I, bit 2 they. */
  readonly started: readonly number[]
}

const starts = (moment: Moment): number =>
  moment.shape === 'meeting' || moment.startedBy === 'both' ? 3 : moment.startedBy === 'me' ? 1 : 2

function historyOf(moments: readonly Moment[], clock: TieClock): History {
  const days: number[] = []
  const tau: number[] = []
  const warmth: number[] = []
  const peak: number[] = []
  const started: number[] = []
  const sorted = moments.every((moment, i) => i === 0 || (moments[i - 1] as Moment).day >= moment.day)
  const newestFirst = sorted ? moments : [...moments].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
  let w = 0
  let i = newestFirst.length - 1
  while (i >= 0) {
    const day = (newestFirst[i] as Moment).day
    let g = 0
    let who = 0
    for (; i >= 0 && (newestFirst[i] as Moment).day === day; i--) {
      const moment = newestFirst[i] as Moment
      const weight = contactWeight(moment)
      if (weight === 0) continue
      if (weight > g) g = weight
      who |= starts(moment)
    }
    if (g === 0) continue
    const number = dayNumber(day)
    const t = clock.at(number)
    const before = tau.length - 1
    w = g + (before < 0 ? 0 : w * fading(t - (tau[before] as number)))
    days.push(number)
    tau.push(t)
    warmth.push(w)
    peak.push(Math.max(w, before < 0 ? 0 : (peak[before] as number)))
    started.push(who)
  }
  return { days, tau, warmth, peak, started }
}

interface Kept {
  readonly clock: TieClock
  readonly history: History
  tie: Tie | undefined
  day: number
  rhythm: Rhythm | undefined
}
const kept = new WeakMap<readonly Moment[], Map<string, Kept>>()

/**
 * My tie with a person on a day, from all moments with them (newest first, as `book.momentsOf` gives
 * them). Moments after `day` do not count yet. Kept by identity of the array of moments, so that one
 * new moment costs nothing for anybody else.
 */
export function tieOf(person: Pick<Person, 'id' | 'rhythm'>, moments: readonly Moment[], clock: TieClock, day: Day | number): Tie {
  const now = typeof day === 'number' ? day : dayNumber(day)
  if (moments.length === 0) return untouched(person)
  let byPerson = kept.get(moments)
  if (byPerson === undefined) {
    byPerson = new Map()
    kept.set(moments, byPerson)
  }
  let mine = byPerson.get(person.id)
  if (mine === undefined || mine.clock !== clock) {
    mine = { clock, history: historyOf(moments, clock), tie: undefined, day: Number.NaN, rhythm: undefined }
    byPerson.set(person.id, mine)
  }
  if (mine.tie !== undefined && mine.day === now && mine.rhythm === person.rhythm) return mine.tie
  mine.tie = tieFrom(person, mine.history, clock, now)
  mine.day = now
  mine.rhythm = person.rhythm
  return mine.tie
}

const untouched = (person: Pick<Person, 'id' | 'rhythm'>): Tie => {
  const c0 = typeof person.rhythm === 'number' ? person.rhythm : USUAL_RHYTHM
  return {
    person: person.id,
    warmth: 0,
    band: undefined,
    elapsed: undefined,
    last: undefined,
    contactDays: 0,
    chosen: person.rhythm,
    own: c0,
    rhythm: typeof person.rhythm === 'number' ? person.rhythm : 1.5 * c0,
    mayGoQuiet: undefined,
    peak: 0,
  }
}

function tieFrom(person: Pick<Person, 'id' | 'rhythm'>, history: History, clock: TieClock, now: number): Tie {
  const { days, tau } = history
  let at = days.length - 1
  while (at >= 0 && (days[at] as number) > now) at--
  if (at < 0) return untouched(person)
  const t = clock.at(now)
  const elapsed = t - (tau[at] as number)
  const warmth = (history.warmth[at] as number) * fading(elapsed)
  const gaps: number[] = []
  for (let i = at; i > 0 && gaps.length < 12; i--) gaps.push((tau[i] as number) - (tau[i - 1] as number))
  const chosen = person.rhythm
  const days0 = typeof chosen === 'number' ? chosen : USUAL_RHYTHM
  const own = ownRhythm(gaps, days0)
  const rhythm = typeof chosen === 'number' ? chosen : 1.5 * own
  return {
    person: person.id,
    warmth,
    band: bandOf(warmth, elapsed, rhythm, typeof chosen === 'number' ? chosen : undefined),
    elapsed,
    last: dayOf(days[at] as number),
    contactDays: at + 1,
    chosen,
    own,
    rhythm,
    mayGoQuiet: recentOf(history, at, t),
    peak: history.peak[at] as number,
  }
}

/** F3: the word for a warmth. `chosen` is the rhythm I chose in days: until it has passed, the word is never below steady. */
export function bandOf(warmth: number, elapsed: number, rhythm: number, chosen: number | undefined): Band {
  if (warmth >= EDGES.warm) return 'warm'
  if (warmth >= EDGES.steady || (chosen !== undefined && elapsed <= chosen)) return 'steady'
  if (warmth >= EDGES.cooling) return 'cooling'
  return warmth < EDGES.dormant && elapsed > Math.max(90, 2 * rhythm) ? 'dormant' : 'quiet'
}

/** F3: as warm as someone you meet every so many days. Infinity when nothing counts. */
export const everyDays = (warmth: number): number => (warmth > 0 ? HALF_LIFE * Math.log2((1 + warmth) / warmth) : Number.POSITIVE_INFINITY)

/** F3: days of the clock until warmth falls to `edge` without contact; 0 when it is there already. */
export const daysTo = (warmth: number, edge: number): number => (warmth > edge ? HALF_LIFE * Math.log2(warmth / edge) : 0)

/** F4: our own rhythm in days from the last gaps (at most 12 count), leaning on `c0` where they are few. A gap of less than a day counts as one. */
export function ownRhythm(gaps: readonly number[], c0: number): number {
  let sum = 2 * Math.log(c0)
  const n = Math.min(12, gaps.length)
  for (let i = 0; i < n; i++) sum += Math.log(Math.max(1, gaps[i] as number))
  return Math.exp(sum / (2 + n))
}

/** F6: chance of no contact in the next 30 days, where `recent` is F1 over the last 180 days with every contact day counting 1. */
export const chanceOfQuiet = (recent: number): number => 1 / (1 + Math.exp(-(2.6 - 1.95 * Math.log(1 + recent))))

/** F6 where it is valid: at least three contact days in 180, both of us having started some, the last at most 90 days ago. */
function recentOf(history: History, at: number, t: number): number | undefined {
  if (t - (history.tau[at] as number) > 90) return undefined
  let count = 0
  let recent = 0
  let who = 0
  for (let i = at; i >= 0; i--) {
    const ago = t - (history.tau[i] as number)
    if (ago > 180) break
    count++
    recent += fading(ago)
    who |= history.started[i] as number
  }
  return count >= 3 && who === 3 ? chanceOfQuiet(recent) : undefined
}

/** F5: whether a move from warmth may be suggested. Never for a dormant tie, one without a rhythm, or one without any contact day. */
export function mayBeSuggested(tie: Tie): boolean {
  return tie.elapsed !== undefined && tie.chosen !== 'none' && tie.band !== 'dormant' && tie.elapsed >= tie.rhythm
}

/** How much longer than the rhythm a tie has waited, as a factor; tuned on the reference book so that two moves a day hold all of it. */
export function stretch(elapsed: number, rhythm: number): number {
  return Math.min(3, elapsed / rhythm) ** 2
}

/** What makes a move weigh more today than another. */
export interface Circumstance {
  /** 1 to 3, as I set it for the person. */
  readonly importance: number
  /** 0.5 to 1.5: how good the day is for it. */
  readonly opportunity: number
  /** Whether the tie joins two departments. */
  readonly bridges: boolean
}

/** F7: how much a move weighs. A tie without any contact day weighs as one that is as likely as not to go quiet. */
export function weightOfMove(tie: Tie, { importance, opportunity, bridges }: Circumstance): number {
  const base = importance * opportunity * (bridges ? 1.2 : 1)
  if (tie.elapsed === undefined) return base * 0.5
  const q = tie.mayGoQuiet ?? Math.min(1, tie.elapsed / (2 * tie.rhythm))
  return base * q * stretch(tie.elapsed, tie.rhythm)
}

/** The day number on which the word changes next if nothing takes place, and the word then; null when it never does. */
export function nextBand(tie: Tie, clock: TieClock, day: Day | number): { readonly day: number; readonly band: Band } | null {
  if (tie.band === undefined || tie.elapsed === undefined) return null
  const now = typeof day === 'number' ? day : dayNumber(day)
  const { warmth, elapsed, rhythm } = tie
  const chosen = typeof tie.chosen === 'number' ? tie.chosen : undefined
  const falls = [EDGES.warm, EDGES.steady, EDGES.cooling].map((edge) => Math.floor(daysTo(warmth, edge)) + 1)
  const dormant = Math.max(Math.floor(daysTo(warmth, EDGES.dormant)) + 1, Math.floor(Math.max(90, 2 * rhythm) - elapsed) + 1)
  const moments = [...falls, dormant, ...(chosen === undefined ? [] : [Math.floor(chosen - elapsed) + 1])].filter((days) => days > 0)
  for (const days of moments.sort((a, b) => a - b)) {
    const band = bandOf(warmth * 2 ** (-days / HALF_LIFE), elapsed + days, rhythm, chosen)
    if (band === tie.band) continue
    const when = clock.after(now, days)
    return when === null ? null : { day: when, band }
  }
  return null
}
