import { performance } from 'node:perf_hooks'
import type { PersonId } from '../src/kernel/ids.ts'
import { seeded } from '../src/kernel/random.ts'
import { addDays, frozenClock } from '../src/kernel/time.ts'
import { Book } from '../src/mine/book.ts'
import type { Medium } from '../src/mine/moments/contract.ts'
import type { Rhythm } from '../src/mine/people/contract.ts'
import type { AnyRecord } from '../src/mine/record.ts'
import { planFor } from '../src/mine/today/plan.ts'

const DAY = '2026-11-24'
const media: readonly Medium[] = ['meal', 'face', 'video', 'call', 'message', 'message', 'one-way']
const rhythms: readonly Rhythm[] = [7, 14, 30, 30, 90, 90, 'none']

/** A full book: people with notes, promises, birthdays and times away, and three years of moments. */
export function fullBook(people: number, moments: number): Book {
  const random = seeded(`full ${people} ${moments}`)
  const book = new Book(frozenClock(`${DAY}T08:30:00Z`))
  const id = (kind: number, n: number): string => `${String(kind).padStart(8, '0')}-0000-4000-8000-${n.toString(16).padStart(12, '0')}`
  const fields = { v: 1, changed: `${DAY}T00:00:00Z` }
  const records: AnyRecord[] = []
  const add = (record: AnyRecord & Record<string, unknown>): void => void records.push(record)
  for (let n = 0; n < people; n++) {
    const rhythm = random.next() < 0.8 ? { rhythm: random.pick(rhythms) } : {}
    add({
      kind: 'person',
      id: id(1, n),
      ...fields,
      name: `Person ${n}`,
      department: `Department ${n % 12}`,
      importance: 1 + random.below(3),
      ...rhythm,
    })
    if (n % 2 === 0)
      add({
        kind: 'date',
        id: id(3, n),
        ...fields,
        person: id(1, n),
        what: 'birthday',
        month: 1 + random.below(12),
        day: 1 + random.below(28),
      })
    if (n % 3 === 0)
      add({
        kind: 'fact',
        id: id(4, n),
        ...fields,
        about: [id(1, n)],
        text: `Something worth remembering ${n}`,
        writtenOn: addDays(DAY, -random.below(400)),
      })
    if (n % 10 === 0) {
      const madeOn = addDays(DAY, -random.below(60))
      add({
        kind: 'promise',
        id: id(5, n),
        ...fields,
        to: [id(1, n)],
        text: `Send the notes ${n}`,
        madeOn,
        due: addDays(DAY, random.below(60) - 10),
      })
    }
    if (n % 20 === 0) {
      const from = addDays(DAY, -random.below(300))
      add({ kind: 'away', id: id(6, n), ...fields, who: { person: id(1, n) }, from, to: addDays(from, random.below(20)) })
    }
  }
  for (let n = 0; n < moments; n++) {
    const medium = random.pick(media)
    const who = [id(1, Math.floor(people * random.next() ** 1.5))]
    if (medium === 'meal' && random.next() < 0.4) who.push(id(1, random.below(people)))
    add({
      kind: 'moment',
      id: id(2, n),
      ...fields,
      day: addDays(DAY, -1 - Math.floor(1100 * random.next())),
      people: [...new Set(who)],
      medium,
      shape: medium === 'meal' ? 'lunch' : medium === 'call' ? 'call' : 'talk',
      startedBy: random.pick(['me', 'they', 'both'] as const),
      text: n % 3 === 0 ? `About the work on number ${n}` : '',
    })
  }
  add({ kind: 'setting', id: id(7, 0), ...fields, what: { key: 'me', name: 'Ana', department: 'Department 3' } })
  book.receive(records)
  return book
}

const ms = (work: () => void): number => {
  const start = performance.now()
  work()
  return performance.now() - start
}
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number
const rounded = (value: number): number => Math.round(value * 100) / 100

/** Today's plan over 1,000 people and 50,000 moments from a warm book, and what one more moment costs. */
export async function run(): Promise<{ name: string; value: number; unit: string; bar: number; ok: boolean }[]> {
  const book = fullBook(1000, 50_000)
  const cold = ms(() => planFor(book, DAY))
  const logged = (on: Book, n: number): number => {
    const person = `00000001-0000-4000-8000-${(17 + n * 31).toString(16).padStart(12, '0')}` as PersonId
    return ms(() => {
      on.change(
        '',
        (hands) => void hands.add('moment', { day: DAY, people: [person], medium: 'face', shape: 'talk', startedBy: 'me', text: '' }),
      )
      planFor(on, DAY)
    })
  }
  // The first runs are for the engine to settle.
  for (let i = 0; i < 5; i++) planFor(book, addDays(DAY, i + 10))
  // A day whose ties are not kept yet: what a plan costs after the book was opened and used the day before.
  const nextDays = Array.from({ length: 5 }, (_, i) => ms(() => planFor(book, addDays(DAY, i + 1))))
  planFor(book, DAY)
  const again = Array.from({ length: 5 }, () => ms(() => planFor(book, DAY)))
  logged(book, 50)
  const one = Array.from({ length: 5 }, (_, n) => logged(book, n))
  const small = fullBook(1000, 5000)
  planFor(small, DAY)
  logged(small, 50)
  const oneInSmall = Array.from({ length: 5 }, (_, n) => logged(small, n))
  const figure = (name: string, value: number, unit: string, bar: number) => ({ name, value: rounded(value), unit, bar, ok: value <= bar })
  return [
    figure('plan, first after opening (1,000 people, 50,000 moments)', cold, 'ms', 500),
    figure('plan, from a warm book, a new day', median(nextDays), 'ms', 16),
    figure('plan, from a warm book, the same day', median(again), 'ms', 16),
    figure('one new moment and its plan', median(one), 'ms', 16),
    // Ten times the history may cost at most three times as much plus a millisecond for the noise of the clock.
    figure('one new moment, 50,000 against 5,000 moments', median(one) / (median(oneInSmall) + 1), 'times', 3),
  ]
}
