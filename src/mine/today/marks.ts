import type { Day } from '../../kernel/time.ts'
import type { Mark } from './contract.ts'

/** What my answers so far mean for a day. */
export interface Answers {
  /** Keys answered done or wrong at any time. */
  readonly settled: ReadonlySet<string>
  /** Records that I said are no good reason (any more). */
  readonly noReason: ReadonlySet<string>
  /** Whether the whole plan was said to ask too much already. */
  readonly capacitySaid: boolean
  /** The answers given on a day, in the order they were given. */
  on(day: Day): readonly { readonly key: string; readonly person: string; readonly answer: 'done' | 'not-now' | 'wrong' }[]
  /** Whether a key waits for a later day. */
  keyWaits(key: string, day: Day): boolean
  /** Whether everything that Kith would suggest about a person by itself waits for a later day. */
  personWaits(person: string, day: Day): boolean
  /** The day the whole plan is paused until, exclusive; undefined when it is not. */
  pausedUntil(day: Day): Day | undefined
}

/** What stands before the record in a `wrong` mark about a reason. */
export const REASON = 'reason:'

/** Moves that keep to a day of their own, whatever was said about the person's other moves. */
export const hasOwnDay = (key: string): boolean => key.startsWith('promise:') || key.startsWith('date:')

const known = new WeakMap<readonly Mark[], Answers>()
const inOrder = (a: Mark, b: Mark): number =>
  a.on !== b.on ? (a.on < b.on ? -1 : 1) : a.changed !== b.changed ? (a.changed < b.changed ? -1 : 1) : a.id < b.id ? -1 : 1

/** The answers in a book (`book.all('mark')`). The same array gives the same object. */
export function answersIn(marks: readonly Mark[]): Answers {
  const cached = known.get(marks)
  if (cached !== undefined) return cached
  const settled = new Set<string>()
  const noReason = new Set<string>()
  const keys = new Map<string, Day>()
  const people = new Map<string, Day>()
  const days = new Map<Day, { key: string; person: string; answer: 'done' | 'not-now' | 'wrong' }[]>()
  const pauses: { on: Day; until: Day }[] = []
  let capacitySaid = false
  for (const { on, what } of [...marks].sort(inOrder)) {
    if (what.answer === 'pause') pauses.push({ on, until: what.until })
    else if (what.answer === 'capacity-said') capacitySaid = true
    else {
      const list = days.get(on)
      const entry = { key: what.move, person: what.person, answer: what.answer }
      if (list === undefined) days.set(on, [entry])
      else list.push(entry)
      if (what.answer === 'not-now') {
        keys.set(what.move, what.until)
        if (!hasOwnDay(what.move)) people.set(what.person, what.until)
      } else settled.add(what.move)
      if (what.answer === 'wrong' && what.because.startsWith(REASON)) noReason.add(what.because.slice(REASON.length))
    }
  }
  const answers: Answers = {
    settled,
    noReason,
    capacitySaid,
    on: (day) => days.get(day) ?? [],
    keyWaits: (key, day) => (keys.get(key) ?? '') > day,
    personWaits: (person, day) => (people.get(person) ?? '') > day,
    pausedUntil: (day) => {
      let until: Day | undefined
      for (const pause of pauses)
        if (pause.on <= day && pause.until > day && (until === undefined || pause.until > until)) until = pause.until
      return until
    },
  }
  known.set(marks, answers)
  return answers
}
