import type { PersonId } from '../../kernel/ids.ts'
import type { Day } from '../../kernel/time.ts'
import type { Shape } from '../moments/contract.ts'
import type { MoveKind } from './contract.ts'

/** The moves a day shows at most. */
export const MOVES_A_DAY = 3

/** What I would do, in the order in which it is proposed: in person before a call, a call before writing. */
export type Way = 'lunch' | 'coffee' | 'walk-over' | 'video' | 'call' | 'card' | 'write' | 'do'

/** How a move is done: the way, which also names its icon, and how long it takes where that helps. */
export interface How {
  readonly way: Way
  /** Minutes, as a kind estimate. */
  readonly minutes?: number | undefined
}

/** Why a move is suggested: something that took place, was written down or promised. Never a number. */
export type Reason =
  /** There was only writing since a day. */
  | { readonly because: 'only-written'; readonly since: Day; readonly lastFace: Day | undefined }
  /** There were only calls since we last sat together. */
  | { readonly because: 'only-called'; readonly lastFace: Day }
  /** Lately we met in meetings only. */
  | { readonly because: 'only-meetings'; readonly since: Day }
  /** What I wrote about a moment. */
  | { readonly because: 'told'; readonly moment: string; readonly shape: Shape; readonly text: string; readonly on: Day }
  /** Something I noted about them. */
  | { readonly because: 'fact'; readonly fact: string; readonly text: string; readonly on: Day }
  /** A note that forgets itself soon. */
  | { readonly because: 'fact-ends'; readonly fact: string; readonly text: string; readonly ends: Day }
  /** They helped me, and no thanks is written. */
  | { readonly because: 'helped-me'; readonly moment: string; readonly text: string; readonly on: Day }
  /** I helped them: how did it turn out? */
  | { readonly because: 'helped-them'; readonly moment: string; readonly text: string; readonly on: Day }
  /** They are back since a day, or I am. */
  | { readonly because: 'they-are-back'; readonly on: Day }
  | { readonly because: 'i-am-back'; readonly on: Day }
  /** The last few times they began. */
  | { readonly because: 'they-began'; readonly last: Day; readonly shape: Shape }
  /** I wrote, and no answer is noted. */
  | { readonly because: 'no-answer'; readonly on: Day }
  /** Only a thumb or a like since. */
  | { readonly because: 'only-reactions'; readonly since: Day }
  /** The last time, by what it was. */
  | { readonly because: 'last-time'; readonly shape: Shape; readonly on: Day }
  /** The last time there were others with us. */
  | { readonly because: 'together'; readonly shape: Shape; readonly others: readonly PersonId[]; readonly on: Day }
  /** The rhythm I chose has come round since the last time. */
  | { readonly because: 'rhythm'; readonly every: 7 | 14 | 30 | 90; readonly shape: Shape; readonly on: Day }
  /** They are someone I know in another department. */
  | { readonly because: 'other-department'; readonly department: string; readonly on: Day }
  /** It has been still for longer than usual. */
  | { readonly because: 'still'; readonly shape: Shape; readonly on: Day }
  /** New in the book, by what I know of them. */
  | { readonly because: 'new-line'; readonly text: string }
  | { readonly because: 'new-fact'; readonly fact: string; readonly text: string }
  | { readonly because: 'new-same-department'; readonly department: string }
  | { readonly because: 'new-department'; readonly department: string }
  | { readonly because: 'new-role'; readonly role: string }
  | { readonly because: 'new-circle'; readonly circle: string }
  | { readonly because: 'new' }
  /** Promises, by their day. */
  | { readonly because: 'promise-today'; readonly made: Day }
  | { readonly because: 'promise-before'; readonly made: Day; readonly due: Day }
  | { readonly because: 'promise-open'; readonly made: Day }
  /** Yearly dates, on their day, ahead of it and shortly after. */
  | { readonly because: 'date'; readonly what: 'birthday' | 'anniversary' | 'other'; readonly label: string | undefined; readonly on: Day }

/** The verb of a title, from which its words come. */
export type Title =
  | { readonly say: 'hello' | 'thank' | 'ask-how' | 'share' | 'catch-up' | 'congratulate' }
  /** The promise in my own words. */
  | { readonly say: 'promise'; readonly text: string }

/** The first question to ask, from which its words come. */
export type Question =
  | 'how-went'
  | 'how-now'
  | 'how-are-you'
  | 'what-keeps-you-busy'
  | 'what-was-best'
  | 'what-shall-we'
  | 'did-it-help'
  | 'how-away'

/** One suggestion of a day. */
export interface Move {
  /**
   * The same on every device: `warmth:<person>`, `hello:<person>`, `promise:<id>`, `date:<id>:<year>`,
   * `fact:<id>`, `thanks:<moment>`.
   */
  readonly key: string
  readonly kind: MoveKind
  /** Giving or caring, as against asking or keeping. */
  readonly giving: boolean
  readonly person: PersonId
  /** Others it concerns: the further people of a promise, or those who were there too. */
  readonly others?: readonly PersonId[] | undefined
  readonly title: Title
  readonly reason: Reason
  readonly how: How
  readonly question?: Question | undefined
}

/** How a move shown today was answered, so that it folds away. */
export interface Answered {
  readonly key: string
  readonly kind: MoveKind
  readonly person: PersonId
  readonly answer: 'done' | 'kept' | 'not-now' | 'wrong' | 'in-touch'
}

/** What comes in the next days, for the side of the page; not a move yet. */
export interface Ahead {
  /** `promise:<id>` or `date:<id>:<year>`. */
  readonly key: string
  readonly day: Day
  readonly person: PersonId
  readonly what:
    | { readonly kind: 'promise'; readonly text: string; readonly made: Day }
    | { readonly kind: 'date'; readonly date: 'birthday' | 'anniversary' | 'other'; readonly label: string | undefined }
}

/** Why a day has no moves at all. */
export type Stillness =
  | { readonly why: 'paused'; readonly until: Day }
  | { readonly why: 'me-away' | 'company-closed'; readonly until: Day | undefined }

/** A day's plan. */
export interface DayPlan {
  readonly day: Day
  /** The moves to show, at most three with those answered today. */
  readonly moves: readonly Move[]
  /** Today's moves that are answered already, in the order they were shown. */
  readonly answered: readonly Answered[]
  /** Promises due that have no move today, then what is due within a week, nearest first. */
  readonly ahead: readonly Ahead[]
  /** Set when nothing is suggested at all. */
  readonly still?: Stillness | undefined
}

const givingKinds: ReadonlySet<MoveKind> = new Set<MoveKind>([
  'say-hello',
  'thank',
  'help',
  'ask-how',
  'welcome',
  'keep-promise',
  'congratulate',
  'share',
])

/** Whether a kind of move is giving or caring. */
export const isGiving = (kind: MoveKind): boolean => givingKinds.has(kind)
