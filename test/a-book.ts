import { i18n } from '@lingui/core'
import type { PersonId, RecordId } from '../src/kernel/ids.ts'
import { type Clock, type Day, frozenClock, Temporal } from '../src/kernel/time.ts'
import { Book } from '../src/mine/book.ts'
import type { Moment } from '../src/mine/moments/contract.ts'
import type { Person } from '../src/mine/people/contract.ts'
import type { AnyRecord } from '../src/mine/record.ts'
import type { RecordOf } from '../src/mine/records.ts'

// Sentences speak English in tests, from the words in the code.
i18n.loadAndActivate({ locale: 'en', messages: {} })

/** A clock whose day a test moves by hand; the moment within the day grows with each look. */
export interface DayClock extends Clock {
  day: Day
}

export function dayClock(day: Day): DayClock {
  let looks = 0
  return {
    day,
    zone: () => 'Europe/Lisbon',
    now() {
      looks++
      return Temporal.Instant.from(`${this.day}T09:00:00Z`).add({ milliseconds: looks })
    },
  }
}

/** The nth id of a kind in a test: readable, stable, well formed. */
export const idOf = (kind: string, n: number): RecordId => {
  const prefix = [...kind].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 0xffff_ffff, 7)
  return `${prefix.toString(16).padStart(8, '0')}-0000-4000-8000-${n.toString(16).padStart(12, '0')}` as RecordId
}

type Loose<K extends keyof RecordOf> = Partial<Omit<RecordOf[K], 'kind'>>

const stamped = (kind: string, n: number, day: Day): { id: RecordId; v: number; changed: string } => ({
  id: idOf(kind, n),
  v: 1,
  changed: `${day}T08:00:00Z`,
})

export const aPerson = (n: number, fields: Loose<'person'> = {}): Person =>
  ({ kind: 'person', name: `Person ${n}`, ...stamped('person', n, '2026-01-01'), ...fields }) as Person

export const personId = (n: number): PersonId => idOf('person', n) as PersonId

export const aMoment = (n: number, day: Day, fields: Loose<'moment'> = {}): Moment =>
  ({
    kind: 'moment',
    day,
    people: [personId(1)],
    medium: 'face',
    shape: 'talk',
    startedBy: 'both',
    text: '',
    ...stamped('moment', n, day),
    ...fields,
  }) as Moment

export const aPromise = (n: number, fields: Loose<'promise'> = {}): RecordOf['promise'] =>
  ({
    kind: 'promise',
    to: [personId(1)],
    text: 'Send the deck',
    madeOn: '2026-11-01',
    ...stamped('promise', n, '2026-11-01'),
    ...fields,
  }) as RecordOf['promise']

export const aFact = (n: number, fields: Loose<'fact'> = {}): RecordOf['fact'] =>
  ({
    kind: 'fact',
    about: [personId(1)],
    text: 'Her daughter starts school',
    writtenOn: '2026-11-01',
    ...stamped('fact', n, '2026-11-01'),
    ...fields,
  }) as RecordOf['fact']

export const aDate = (n: number, fields: Loose<'date'> = {}): RecordOf['date'] =>
  ({
    kind: 'date',
    person: personId(1),
    what: 'birthday',
    month: 11,
    day: 24,
    ...stamped('date', n, '2026-01-01'),
    ...fields,
  }) as RecordOf['date']

export const anAway = (n: number, fields: Loose<'away'>): RecordOf['away'] =>
  ({ kind: 'away', who: 'me', from: '2026-01-01', ...stamped('away', n, '2026-01-01'), ...fields }) as RecordOf['away']

export const aPlan = (n: number, day: Day, moves: RecordOf['plan']['moves']): RecordOf['plan'] =>
  ({ kind: 'plan', day, moves, ...stamped('plan', n, day) }) as RecordOf['plan']

export const aSetting = (n: number, what: RecordOf['setting']['what']): RecordOf['setting'] =>
  ({ kind: 'setting', what, ...stamped('setting', n, '2026-01-01') }) as RecordOf['setting']

/** A book with these records, standing at a day. */
export function bookAt(day: Day, records: readonly AnyRecord[], clock: Clock = frozenClock(`${day}T09:00:00Z`)): Book {
  const book = new Book(clock)
  book.receive(records)
  return book
}
