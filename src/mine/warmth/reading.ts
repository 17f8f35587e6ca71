import { i18n } from '@lingui/core'
import type { Day } from '../../kernel/time.ts'
import { addDays, dayOf } from '../../kernel/time.ts'
import type { Book } from '../book.ts'
import type { Medium, Moment } from '../moments/contract.ts'
import type { Person } from '../people/contract.ts'
import { clocksFor } from './clock.ts'
import { aheadText, monthName } from './days-in-words.ts'
import { type Band, everyDays, nextBand, type Tie, tieOf } from './warmth.ts'

/** How far the other disc stands from me, from 0 (inside my ring) to 1 (out of reach). For drawing only. */
export interface Place {
  readonly band: Band
  readonly distance: number
}

/** Where somebody stood some months ago, for the dotted ghost, and which way they went since. */
export interface Ghost extends Place {
  readonly day: Day
  readonly since: 'nearer' | 'same' | 'farther'
}

/** What the person page and the rows say about a tie, as data. */
export interface Reading {
  readonly tie: Tie
  /** Undefined while nothing is written yet. */
  readonly place: Place | undefined
  /** As warm as someone you meet every so many days (F3); said in words only. */
  readonly every: number | undefined
  /** When the word would change if nothing took place, and to which. */
  readonly turns: { readonly day: Day; readonly band: Band } | undefined
  readonly ghost: Ghost | undefined
  /** Who started the last six contacts, the newest first. */
  readonly started: readonly ('me' | 'they' | 'both')[]
  /** The last time face to face or at a meal. */
  readonly lastFace: Day | undefined
  /** Since when there was only writing (the first written moment after the last time we saw or heard each other). */
  readonly onlyWrittenSince: Day | undefined
}

/** Days back to the dotted ghost. */
export const GHOST_DAYS = 91

/** The tie of a person in a book on a day (today when not given). */
export function tieIn(book: Book, person: Pick<Person, 'id' | 'rhythm'>, day: Day = book.today()): Tie {
  return tieOf(person, book.momentsOf(person.id), clocksFor(book.all('away')).of(person.id), day)
}

/** Everything that is said about a tie on a day (today when not given). */
export function readingOf(book: Book, person: Pick<Person, 'id' | 'rhythm'>, day: Day = book.today()): Reading {
  const moments = book.momentsOf(person.id)
  const clock = clocksFor(book.all('away')).of(person.id)
  const tie = tieOf(person, moments, clock, day)
  const turn = nextBand(tie, clock, day)
  const known = moments.filter((moment) => moment.day <= day && moment.medium !== 'reaction')
  return {
    tie,
    place: placeOf(tie),
    every: tie.band === undefined ? undefined : everyDays(tie.warmth),
    turns: turn === null ? undefined : { day: dayOf(turn.day), band: turn.band },
    ghost: ghostOf(person, moments, clock, day, tie),
    started: known.slice(0, 6).map((moment) => (moment.shape === 'meeting' ? 'both' : moment.startedBy)),
    lastFace: known.find((moment) => isFace(moment.medium))?.day,
    onlyWrittenSince: onlyWrittenSince(known),
  }
}

/** Whether a medium means being in one room. */
export const isFace = (medium: Medium): boolean => medium === 'meal' || medium === 'face'
/** Whether a medium is writing. */
export const isWriting = (medium: Medium): boolean => medium === 'message' || medium === 'one-way'

/** From moments newest first: the day since which there was only writing, where there were at least two such moments. */
export function onlyWrittenSince(newestFirst: readonly Moment[]): Day | undefined {
  let since: Day | undefined
  let count = 0
  for (const moment of newestFirst) {
    if (moment.medium === 'reaction') continue
    if (!isWriting(moment.medium)) return count >= 2 ? since : undefined
    since = moment.day
    count++
  }
  return undefined
}

const placeOf = (tie: Tie): Place | undefined => (tie.band === undefined ? undefined : { band: tie.band, distance: 4 / (4 + tie.warmth) })

function ghostOf(
  person: Pick<Person, 'id' | 'rhythm'>,
  moments: readonly Moment[],
  clock: Parameters<typeof tieOf>[2],
  day: Day,
  now: Tie,
): Ghost | undefined {
  const then = addDays(day, -GHOST_DAYS)
  // A copy of the list, so that looking back does not displace what is kept for today.
  const past = tieOf(person, [...moments], clock, then)
  const place = placeOf(past)
  if (place === undefined || now.band === undefined) return undefined
  const steps = ['warm', 'steady', 'cooling', 'quiet', 'dormant'] as const
  const moved = steps.indexOf(now.band) - steps.indexOf(place.band)
  return { ...place, day: then, since: moved < 0 ? 'nearer' : moved > 0 ? 'farther' : 'same' }
}

/** The word of a band, as shown under the mark. "nothing written yet" when there is none. */
export function bandText(band: Band | undefined): string {
  switch (band) {
    case 'warm':
      return i18n._({ id: 'warmth.warm', message: 'warm' })
    case 'steady':
      return i18n._({ id: 'warmth.steady', message: 'steady' })
    case 'cooling':
      return i18n._({ id: 'warmth.cooling', message: 'cooling' })
    case 'quiet':
      return i18n._({ id: 'warmth.quiet', message: 'quiet' })
    case 'dormant':
      return i18n._({ id: 'warmth.dormant', message: 'dormant' })
    default:
      return i18n._({ id: 'warmth.none', message: 'nothing written yet' })
  }
}

/** "As warm as someone you meet every three weeks." in one sentence; the steps are coarse on purpose. */
export function everyText(reading: Reading): string {
  const days = reading.every
  if (days === undefined) return i18n._({ id: 'warmth.every.none', message: 'Nothing is written yet, so there is nothing to read.' })
  if (days < 2) return i18n._({ id: 'warmth.every.day', message: 'As warm as someone you meet nearly every day.' })
  if (days < 5) return i18n._({ id: 'warmth.every.half-week', message: 'As warm as someone you meet twice a week.' })
  if (days < 9) return i18n._({ id: 'warmth.every.week', message: 'As warm as someone you meet every week.' })
  if (days < 12) return i18n._({ id: 'warmth.every.ten-days', message: 'As warm as someone you meet every ten days.' })
  if (days < 18) return i18n._({ id: 'warmth.every.two-weeks', message: 'As warm as someone you meet every two weeks.' })
  if (days < 25) return i18n._({ id: 'warmth.every.three-weeks', message: 'As warm as someone you meet every three weeks.' })
  if (days < 36) return i18n._({ id: 'warmth.every.month', message: 'As warm as someone you meet once a month.' })
  if (days < 52) return i18n._({ id: 'warmth.every.six-weeks', message: 'As warm as someone you meet every six weeks.' })
  if (days < 76) return i18n._({ id: 'warmth.every.two-months', message: 'As warm as someone you meet every other month.' })
  if (days < 106) return i18n._({ id: 'warmth.every.quarter', message: 'As warm as someone you meet once a quarter.' })
  if (days < 150) return i18n._({ id: 'warmth.every.four-months', message: 'As warm as someone you meet three times a year.' })
  if (days < 240) return i18n._({ id: 'warmth.every.half-year', message: 'As warm as someone you meet twice a year.' })
  return i18n._({ id: 'warmth.every.year', message: 'As warm as someone you meet once a year.' })
}

/** When the word would change without anything taking place; undefined when it would not. */
export function turnsText(reading: Reading, day: Day): string | undefined {
  const turns = reading.turns
  if (turns === undefined) return undefined
  const when = aheadText(day, turns.day)
  switch (turns.band) {
    case 'steady':
      return i18n._({ id: 'warmth.turns.steady', message: 'With nothing in between it would be steady {when}.', values: { when } })
    case 'cooling':
      return i18n._({ id: 'warmth.turns.cooling', message: 'With nothing in between it would start to cool {when}.', values: { when } })
    case 'quiet':
      return i18n._({ id: 'warmth.turns.quiet', message: 'With nothing in between it would grow quiet {when}.', values: { when } })
    default:
      return i18n._({ id: 'warmth.turns.dormant', message: 'With nothing in between it would fall asleep {when}.', values: { when } })
  }
}

/** Who began lately, without judgement; undefined while there are fewer than two contacts. */
export function startedText(reading: Reading, name: string): string | undefined {
  const { started } = reading
  if (started.length < 2) return undefined
  const mine = started.filter((who) => who === 'me').length
  const theirs = started.filter((who) => who === 'they').length
  if (mine === started.length) return i18n._({ id: 'warmth.started.me', message: 'Lately it was you who began.' })
  if (theirs === started.length) return i18n._({ id: 'warmth.started.they', message: 'Lately it was {name} who began.', values: { name } })
  if (mine - theirs >= 3) return i18n._({ id: 'warmth.started.more-me', message: 'Mostly it was you who began.' })
  if (theirs - mine >= 3) return i18n._({ id: 'warmth.started.more-they', message: 'Mostly it was {name} who began.', values: { name } })
  if (mine === 0 && theirs === 0) return i18n._({ id: 'warmth.started.both', message: 'It came from both of you.' })
  return i18n._({ id: 'warmth.started.turns', message: 'You take turns at beginning.' })
}

/** What the dotted ghost says: where you two were some months ago. */
export function ghostText(ghost: Ghost): string {
  const when = monthName(ghost.day)
  const word = bandText(ghost.band)
  switch (ghost.since) {
    case 'nearer':
      return i18n._({
        id: 'warmth.ghost.nearer',
        message: 'You have come nearer since {when}, when it was {word}.',
        values: { when, word },
      })
    case 'farther':
      return i18n._({ id: 'warmth.ghost.farther', message: 'In {when} it was {word}.', values: { when, word } })
    default:
      return i18n._({ id: 'warmth.ghost.same', message: 'Much as it was in {when}.', values: { when } })
  }
}
