import type { PersonId } from '../../kernel/ids.ts'
import type { Day } from '../../kernel/time.ts'
import type { Medium, Moment, Shape } from '../moments/contract.ts'
import type { Person } from '../people/contract.ts'
import type { DayReader } from './days.ts'
import type { Language } from './words.ts'

/** Somebody a line speaks of: a person of the book, or a name that nobody in it has yet. */
export type Who = { readonly known: PersonId } | { readonly fresh: string }

/** One place in the line that names somebody. */
export interface Mention {
  readonly who: Who
  /** The words as typed. */
  readonly typed: string
  /** Further people of the book whom the same words may mean, the likeliest first. */
  readonly others: readonly PersonId[]
  /** Where it stands in the line, in UTF-16 units; `to` is exclusive. Both 0 when the page, not the line, names them. */
  readonly from: number
  readonly to: number
}

/** What took place, as far as the line says so. */
export interface SeenMoment {
  readonly people: readonly Mention[]
  readonly medium: Medium
  readonly shape: Shape
  /** Never later than today. */
  readonly day: Day
  readonly startedBy: Moment['startedBy']
  readonly help?: NonNullable<Moment['help']> | undefined
  readonly depth?: NonNullable<Moment['depth']> | undefined
  /** How many were there, me included, where the line says more than the people it names. */
  readonly present?: number | undefined
  /** The line without its promises and day words: it is read later, under its own day. */
  readonly text: string
}

/** Something I said I would do. */
export interface SeenPromise {
  readonly to: readonly Who[]
  readonly text: string
  readonly due?: Day | undefined
}

/** Something worth remembering about somebody. */
export interface SeenFact {
  readonly about: readonly Who[]
  readonly text: string
  readonly expires?: Day | undefined
  readonly child?: true | undefined
  /** It touches health, belief or the like: the page offers "ask how they are" in its place. */
  readonly tact?: true | undefined
  /** The owner keeps it as written all the same; then it stays, and comes up again after a year. */
  readonly kept?: true | undefined
}

/** A day of the year that belongs to somebody. */
export interface SeenDate {
  readonly who: Who
  readonly what: 'birthday' | 'anniversary'
  readonly month: number
  readonly day: number
  readonly year?: number | undefined
}

/** A stretch of the line that was understood, for highlighting. Spans are in order and never overlap. */
export interface Span {
  readonly from: number
  readonly to: number
  readonly as: 'person' | 'new-person' | 'medium' | 'day' | 'promise' | 'fact' | 'date' | 'help' | 'depth'
}

/** What is missing before a line can be written: any words at all, or somebody it is about. */
export type Needs = 'words' | 'person'

/** Everything a line says, as far as it can be told; each part may be changed or left out before it is written. */
export interface Understanding {
  /** The line as typed. */
  readonly line: string
  readonly moment?: SeenMoment | undefined
  readonly promises: readonly SeenPromise[]
  readonly facts: readonly SeenFact[]
  readonly dates: readonly SeenDate[]
  /** Names that would join the book, in the order of the line. */
  readonly newPeople: readonly { readonly name: string }[]
  /** Every place that names somebody. */
  readonly mentions: readonly Mention[]
  readonly spans: readonly Span[]
  /** Set when nothing can be written yet. */
  readonly needs?: Needs | undefined
}

/** What a line is read against. */
export interface Context {
  /** People of the book. The index of names is kept as long as this array stays the same one: hand over `book.all('person')`. */
  readonly people: readonly Person[]
  /** Moments of a person, the newest first; decides between two people of one first name. */
  readonly momentsOf?: ((person: PersonId) => readonly Moment[]) | undefined
  readonly today: Day
  /** The language lines are written in; English when absent. */
  readonly language?: Language | undefined
  /** Reads day words; from `loadDays()`. Without it every line is about today. */
  readonly days?: DayReader | undefined
  /** The person whose page the line is typed on: part of each moment, and what pronouns fall back on. */
  readonly about?: PersonId | undefined
}

/** Whether two mean the same person. */
export const sameWho = (a: Who, b: Who): boolean =>
  'known' in a ? 'known' in b && a.known === b.known : 'fresh' in b && a.fresh === b.fresh

/** A list without the same person twice; the first place stays. */
export const distinctWho = (list: readonly Who[]): readonly Who[] =>
  list.filter((who, i) => list.findIndex((other) => sameWho(other, who)) === i)

/** Mentions without the same person twice; the first place stays. */
export const distinctMentions = (list: readonly Mention[]): readonly Mention[] =>
  list.filter((mention, i) => list.findIndex((other) => sameWho(other.who, mention.who)) === i)

/** The names among them that nobody in the book has, each once. */
export const freshNames = (mentions: readonly Mention[]): readonly { readonly name: string }[] =>
  distinctWho(mentions.map((mention) => mention.who)).flatMap((who) => ('fresh' in who ? [{ name: who.fresh }] : []))
