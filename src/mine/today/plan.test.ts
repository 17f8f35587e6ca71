import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  aDate,
  aFact,
  aMoment,
  anAway,
  aPerson,
  aPlan,
  aPromise,
  aSetting,
  bookAt,
  dayClock,
  idOf,
  personId,
} from '../../../test/a-book.ts'
import { seeded } from '../../kernel/random.ts'
import { addDays, type Day, dayNumber } from '../../kernel/time.ts'
import type { Book } from '../book.ts'
import type { Medium } from '../moments/contract.ts'
import type { AnyRecord } from '../record.ts'
import { clocksFor } from '../warmth/clock.ts'
import { done, letRest, notNow, pauseFor, showPlan, unpause, wake, wrong } from './answers.ts'
import { isGiving, type Move } from './move.ts'
import { planFor } from './plan.ts'
import { shownOn } from './shown.ts'

// A Tuesday.
const DAY = '2026-11-24'
const weekly = aPerson(1, { name: 'Tom Becker', rhythm: 7 })
const lunch = (n: number, ago: number, person = 1, text = ''): AnyRecord =>
  aMoment(n, addDays(DAY, -ago), { people: [personId(person)], medium: 'meal', shape: 'lunch', text })
const keys = (book: Book, day = DAY): string[] => planFor(book, day).moves.map((move) => move.key)
const only = (book: Book, day = DAY): Move => {
  const moves = planFor(book, day).moves
  expect(moves).toHaveLength(1)
  return moves[0]!
}

test('an empty book has an empty plan', () => {
  expect(planFor(bookAt(DAY, []))).toEqual({ day: DAY, moves: [], answered: [], ahead: [] })
})

test('a tie whose rhythm has come round gives one move, with what took place as its reason', () => {
  const move = only(bookAt(DAY, [weekly, lunch(1, 8, 1, 'his move to Porto')]))
  expect(move).toMatchObject({ key: `warmth:${personId(1)}`, kind: 'ask-how', giving: true, how: { way: 'walk-over' } })
  expect(move.reason).toMatchObject({ because: 'told', text: 'his move to Porto' })
})

test('a tie within its rhythm gives none', () => {
  expect(keys(bookAt(DAY, [weekly, lunch(1, 6)]))).toEqual([])
})

test('a catch-up alone would break the mixture, beside a giving move it may stand', () => {
  const bare = [weekly, lunch(1, 8)]
  expect(keys(bookAt(DAY, bare))).toEqual([])
  const moves = planFor(bookAt(DAY, [...bare, aPerson(2)])).moves
  expect(moves.map((move) => move.kind)).toEqual(['catch-up', 'say-hello'])
})

test('longer silence is a reason to ask how somebody is', () => {
  expect(only(bookAt(DAY, [weekly, lunch(1, 9)]))).toMatchObject({ kind: 'ask-how', reason: { because: 'still', shape: 'lunch' } })
})

test('for every rhythm and medium the plan itself has the move in time', () => {
  for (const rhythm of [7, 14, 30, 90] as const) {
    for (const medium of ['meal', 'face', 'video', 'call', 'message', 'one-way'] as const satisfies readonly Medium[]) {
      const kept = Array.from({ length: Math.floor(730 / rhythm) }, (_, i) => aMoment(i, addDays(DAY, -i * rhythm), { medium }))
      const book = bookAt(DAY, [aPerson(1, { rhythm }), ...kept])
      let silent = 0
      while (silent < 400 && keys(book, addDays(DAY, silent)).length === 0) silent++
      expect(silent).toBeGreaterThanOrEqual(rhythm)
      expect(silent).toBeLessThanOrEqual(1.5 * rhythm)
    }
  }
})

test('who was only written to is walked over to', () => {
  const written = [10, 40, 80].map((ago, i) => aMoment(i + 5, addDays(DAY, -ago), { medium: 'message', shape: 'message' }))
  const move = only(bookAt(DAY, [weekly, lunch(1, 200), ...written]))
  expect(move.reason).toEqual({ because: 'only-written', since: addDays(DAY, -80), lastFace: addDays(DAY, -200) })
  expect(move.how.way).toBe('walk-over')
})

test('somebody whom I never met in four contacts or more gets a call, not a message', () => {
  const calls = [10, 20, 30, 40].map((ago, i) => aMoment(i, addDays(DAY, -ago), { medium: 'call', shape: 'call' }))
  expect(only(bookAt(DAY, [weekly, ...calls])).how.way).toBe('call')
})

test('people without moments get at most one hello a day, beside the move from warmth', () => {
  const book = bookAt(DAY, [weekly, lunch(1, 9), aPerson(2), aPerson(3), aPerson(4)])
  expect(planFor(book).moves.map((move) => move.kind)).toEqual(['ask-how', 'say-hello'])
})

test('a hello that was shown lately lets others go first', () => {
  const book = bookAt(DAY, [aPerson(1), aPerson(2)])
  const first = only(book).person
  showPlan(book, planFor(book))
  expect(only(book, addDays(DAY, 1)).person).not.toBe(first)
})

test('one move from warmth a day, two by setting', () => {
  const people = [1, 2, 3].flatMap((n) => [aPerson(n, { rhythm: 7 }), lunch(n, 12, n)])
  expect(keys(bookAt(DAY, people))).toHaveLength(1)
  expect(keys(bookAt(DAY, [...people, aSetting(1, { key: 'plan', warmthMoves: 2 })]))).toHaveLength(2)
})

test('a promise comes on its day and after it, not before', () => {
  const book = bookAt(DAY, [aPerson(1), aMoment(1, addDays(DAY, -1)), aPromise(1, { due: DAY })])
  expect(keys(book, addDays(DAY, -1))).toEqual([])
  expect(planFor(book, addDays(DAY, -1)).ahead).toMatchObject([{ day: DAY, what: { kind: 'promise' } }])
  expect(only(book).reason.because).toBe('promise-today')
  expect(only(book, addDays(DAY, 3)).reason.because).toBe('promise-before')
})

test('a promise without a day comes up after a week', () => {
  const book = bookAt(DAY, [aPerson(1), aMoment(1, addDays(DAY, -1)), aPromise(1, { madeOn: addDays(DAY, -7) })])
  expect(only(book).reason.because).toBe('promise-open')
  expect(keys(book, addDays(DAY, -1))).toEqual([])
})

test('a birthday is congratulated on its day, on the Friday before a weekend, and shortly after if no plan showed it', () => {
  const people = [aPerson(1), aMoment(1, '2026-11-16')]
  const tuesday = bookAt(DAY, [...people, aDate(1)])
  expect(only(tuesday).key).toBe(`date:${idOf('date', 1)}:2026`)
  expect(keys(tuesday, '2026-11-23')).toEqual([])
  expect(keys(tuesday, '2026-11-26')).toHaveLength(1)
  expect(keys(tuesday, '2026-11-28')).toEqual([])
  showPlan(tuesday, planFor(tuesday))
  expect(keys(tuesday, '2026-11-25')).toEqual([])
  const sunday = bookAt(DAY, [...people, aDate(1, { day: 29 })])
  expect(only(sunday, '2026-11-27').how.way).toBe('card')
  expect(keys(sunday, '2026-11-26')).toEqual([])
})

test('help received is thanked for within two weeks, once', () => {
  const help = aMoment(1, addDays(DAY, -2), { help: 'received', text: 'the travel forms' })
  const book = bookAt(DAY, [aPerson(1, { rhythm: 30 }), help])
  const move = only(book)
  expect(move).toMatchObject({ key: `thanks:${help.id}`, kind: 'thank' })
  done(book, move)
  expect(keys(book, addDays(DAY, 1))).toEqual([])
})

test('a note that forgets itself becomes a question, unless we were in touch since', () => {
  const note = aFact(1, { text: 'His father is in hospital', writtenOn: addDays(DAY, -3), expires: addDays(DAY, 10) })
  const people = [aPerson(1, { rhythm: 30 }), lunch(1, 5)]
  expect(only(bookAt(DAY, [...people, note]))).toMatchObject({ key: `fact:${note.id}`, kind: 'ask-how' })
  expect(keys(bookAt(DAY, [...people, note, lunch(2, 1)]))).toEqual([])
})

test('who came back from a time away is asked about it', () => {
  const away = anAway(1, { who: { person: personId(1) }, from: addDays(DAY, -20), to: addDays(DAY, -3) })
  const book = bookAt(DAY, [weekly, lunch(1, 30), away])
  expect(only(book).reason).toEqual({ because: 'they-are-back', on: addDays(DAY, -2) })
})

test('nobody who rests, is away or wants no rhythm is suggested, and nothing while I am away', () => {
  const about = [lunch(1, 12), aDate(1)]
  const away = (who: 'me' | 'company' | { person: string }) => anAway(1, { who, from: addDays(DAY, -1), to: addDays(DAY, 2) })
  expect(keys(bookAt(DAY, [weekly, ...about]))).not.toEqual([])
  expect(keys(bookAt(DAY, [{ ...weekly, resting: { since: DAY } } as AnyRecord, ...about]))).toEqual([])
  expect(keys(bookAt(DAY, [{ ...weekly, rhythm: 'none' } as AnyRecord, ...about]))).toEqual([])
  expect(keys(bookAt(DAY, [weekly, ...about, away({ person: personId(1) })]))).toEqual([])
  expect(planFor(bookAt(DAY, [weekly, ...about, away('me')]))).toMatchObject({
    moves: [],
    still: { why: 'me-away', until: addDays(DAY, 3) },
  })
  expect(planFor(bookAt(DAY, [weekly, ...about, away('company')]))).toMatchObject({ moves: [], still: { why: 'company-closed' } })
})

test('a dormant tie gives no move from warmth, a promise or a date still does', () => {
  const dormant = [aPerson(1), lunch(1, 400)]
  expect(keys(bookAt(DAY, dormant))).toEqual([])
  expect(keys(bookAt(DAY, [...dormant, aPromise(1, { due: DAY })]))).toHaveLength(1)
  expect(keys(bookAt(DAY, [...dormant, aDate(1)]))).toHaveLength(1)
})

test('not now waits until its day, and nothing else about the person comes the same day', () => {
  const book = bookAt(DAY, [weekly, lunch(1, 12), aPromise(1, { due: addDays(DAY, 1) })])
  const move = only(book)
  showPlan(book, planFor(book))
  notNow(book, move, addDays(DAY, 3))
  expect(planFor(book)).toMatchObject({ moves: [], answered: [{ key: move.key, answer: 'not-now' }] })
  expect(keys(book, addDays(DAY, 1))).toEqual([`promise:${idOf('promise', 1)}`])
  book.change('', (hands) => void hands.patch('promise', idOf('promise', 1), { kept: { on: DAY } }))
  expect(keys(book, addDays(DAY, 2))).toEqual([])
  expect(keys(book, addDays(DAY, 3))).toEqual([move.key])
})

test('a pause empties the plan until it ends or is ended', () => {
  const book = bookAt(DAY, [weekly, lunch(1, 12)])
  pauseFor(book, 2)
  expect(planFor(book)).toMatchObject({ moves: [], still: { why: 'paused', until: addDays(DAY, 14) } })
  expect(keys(book, addDays(DAY, 14))).toHaveLength(1)
  unpause(book)
  expect(keys(book)).toHaveLength(1)
})

test('a day that was shown stays as it is: what is answered folds and is not replaced, what is due joins', () => {
  const people = [1, 2, 3].flatMap((n) => [aPerson(n, { rhythm: 7 }), lunch(n, 12, n)])
  const book = bookAt(DAY, people)
  const move = only(book)
  showPlan(book, planFor(book))
  book.change('', (hands) => void hands.patch('person', personId(3), { importance: 3 }))
  expect(only(book).key).toBe(move.key)
  done(book, move)
  expect(planFor(book)).toMatchObject({ moves: [], answered: [{ key: move.key, answer: 'done' }] })
  const other = [1, 2, 3].map(personId).find((id) => id !== move.person)!
  book.receive([aPromise(7, { to: [other], due: DAY })])
  expect(only(book).kind).toBe('keep-promise')
})

test('a moment logged with somebody answers their move of today; taking it back brings the move back', () => {
  const book = bookAt(DAY, [weekly, lunch(1, 12)])
  const before = planFor(book)
  showPlan(book, before)
  const logged = book.change(
    '',
    (hands) => void hands.add('moment', { day: DAY, people: [personId(1)], medium: 'face', shape: 'coffee', startedBy: 'both', text: '' }),
  )
  expect(planFor(book)).toMatchObject({ moves: [], answered: [{ answer: 'in-touch' }] })
  book.undo(logged)
  expect(planFor(book).moves).toEqual(before.moves)
})

test('resting and waking take effect at once, on a shown day too', () => {
  const book = bookAt(DAY, [weekly, lunch(1, 12)])
  showPlan(book, planFor(book))
  letRest(book, personId(1))
  expect(keys(book)).toEqual([])
  wake(book, personId(1))
  expect(keys(book)).toHaveLength(1)
})

test('two devices that showed different moves: the record with the smaller id comes first, three moves in all', () => {
  const people = [1, 2, 3, 4, 5].flatMap((n) => [aPerson(n, { rhythm: 7 }), lunch(n, 12, n)])
  const shown = (n: number) => ({ key: `warmth:${personId(n)}`, kind: 'ask-how' as const, person: personId(n) })
  const book = bookAt(DAY, [...people, aPlan(2, DAY, [shown(4), shown(5)]), aPlan(1, DAY, [shown(1), shown(2)])])
  expect(keys(book)).toEqual([1, 2, 4].map((n) => `warmth:${personId(n)}`))
})

test('a plan of people who left the book counts for nothing', () => {
  const book = bookAt(DAY, [weekly, lunch(1, 12), aPlan(1, DAY, [{ key: `hello:${personId(9)}`, kind: 'say-hello', person: personId(9) }])])
  expect(keys(book)).toEqual([`warmth:${personId(1)}`])
})

// ——— generated books ———

/** A book of any kind of life, from a seed. */
function lifeOf(seed: number): AnyRecord[] {
  const random = seeded(`life ${seed}`)
  const people = 1 + random.below(14)
  const records: AnyRecord[] = []
  for (let n = 1; n <= people; n++) {
    const rhythm = random.pick([undefined, 7, 14, 30, 90, 'none'] as const)
    records.push(
      aPerson(n, {
        ...(rhythm === undefined ? {} : { rhythm }),
        ...(random.next() < 0.1 ? { resting: { since: addDays(DAY, -random.below(30)) } } : {}),
        ...(random.next() < 0.5 ? { department: random.pick(['Finance', 'Design']) } : {}),
        importance: random.pick([1, 2, 3] as const),
      }),
    )
    if (random.next() < 0.4) records.push(aDate(n, { person: personId(n), month: random.pick([11, 12, 1]), day: 1 + random.below(30) }))
    if (random.next() < 0.4)
      records.push(
        aPromise(n, {
          to: [personId(n)],
          madeOn: addDays(DAY, -random.below(20)),
          ...(random.next() < 0.7 ? { due: addDays(DAY, random.below(40) - 10) } : {}),
        }),
      )
    if (random.next() < 0.3)
      records.push(
        aFact(n, {
          about: [personId(n)],
          writtenOn: addDays(DAY, -random.below(90)),
          ...(random.next() < 0.3 ? { expires: addDays(DAY, random.below(14)) } : {}),
        }),
      )
    if (random.next() < 0.2) {
      const from = addDays(DAY, random.below(60) - 40)
      records.push(anAway(n, { who: { person: personId(n) }, from, to: addDays(from, random.below(25)) }))
    }
  }
  if (random.next() < 0.3) {
    const from = addDays(DAY, random.below(30))
    records.push(anAway(99, { who: random.pick(['me', 'company'] as const), from, to: addDays(from, random.below(12)) }))
  }
  if (random.next() < 0.5) records.push(aSetting(1, { key: 'me', name: 'Ana', department: 'Finance' }))
  if (random.next() < 0.3) records.push(aSetting(2, { key: 'plan', warmthMoves: 2 }))
  const moments = random.below(120)
  for (let n = 0; n < moments; n++) {
    records.push(
      aMoment(n, addDays(DAY, -Math.floor(500 * random.next() ** 2)), {
        people: [...new Set([personId(1 + random.below(people)), personId(1 + random.below(people))])].slice(
          0,
          random.next() < 0.2 ? 2 : 1,
        ),
        medium: random.pick(['meal', 'face', 'video', 'call', 'message', 'one-way', 'reaction'] as const),
        shape: random.pick(['lunch', 'coffee', 'talk', 'meeting', 'call', 'message', 'party'] as const),
        startedBy: random.pick(['me', 'they', 'both'] as const),
        ...(random.next() < 0.1 ? { help: random.pick(['given', 'received'] as const) } : {}),
        text: random.next() < 0.3 ? 'about the move' : '',
      }),
    )
  }
  return records
}

test('the same book in another order gives the same plan', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), (seed, order) => {
      const records = lifeOf(seed)
      const random = seeded(`order ${order}`)
      const shuffled = records
        .map((record) => [random.next(), record] as const)
        .sort((a, b) => a[0] - b[0])
        .map(([, record]) => record)
      for (const day of [DAY, addDays(DAY, 5)]) expect(planFor(bookAt(DAY, shuffled), day)).toEqual(planFor(bookAt(DAY, records), day))
    }),
    { numRuns: 150 },
  )
})

test('over weeks of any answers: at most three moves, half of any seven days giving, nobody against my word', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const clock = dayClock(DAY)
      const book = bookAt(DAY, lifeOf(seed), clock)
      const random = seeded(`answers ${seed}`)
      const waits = new Map<string, Day>()
      for (let i = 0; i < 35; i++) {
        const day = addDays(DAY, i)
        clock.day = day
        const answeredToday = new Set<string>()
        for (let look = 0; look < 3; look++) {
          const plan = planFor(book, day)
          showPlan(book, plan)
          expect(plan.moves.length + plan.answered.length).toBeLessThanOrEqual(3)
          expect(shownOn(book.all('plan'), day).length).toBeLessThanOrEqual(3)
          const people = plan.moves.map((move) => move.person)
          expect(new Set(people).size).toBe(people.length)
          expect(plan.moves.filter((move) => move.kind === 'say-hello').length).toBeLessThanOrEqual(1)
          expect(plan.moves.filter((move) => move.key.startsWith('warmth:')).length).toBeLessThanOrEqual(
            book.setting('plan')?.warmthMoves ?? 1,
          )
          for (const move of plan.moves) {
            const person = book.get('person', move.person)!
            expect(person.resting).toBeUndefined()
            expect(person.rhythm === 'none' && move.kind !== 'keep-promise').toBe(false)
            expect((waits.get(move.key) ?? '') > day).toBe(false)
            expect(answeredToday.has(move.person)).toBe(false)
            expect(clocksFor(book.all('away')).absence(move.person, dayNumber(day))?.now ?? false).toBe(false)
            expect(move.giving).toBe(isGiving(move.kind))
          }
          const move = plan.moves[0]
          if (move === undefined || random.next() < 0.3) continue
          answeredToday.add(move.person)
          const answer = random.below(5)
          if (answer === 0) letRest(book, move.person)
          else if (answer === 1) {
            const until = addDays(day, 1 + random.below(10))
            waits.set(move.key, until)
            notNow(book, move, until)
          } else if (answer === 2 && move.kind !== 'keep-promise') wrong(book, move, 'not-remind')
          else done(book, move)
        }
        const week = Array.from({ length: 7 }, (_, back) => shownOn(book.all('plan'), addDays(day, -back))).flat()
        expect(week.filter((move) => isGiving(move.kind)).length * 2).toBeGreaterThanOrEqual(week.length)
      }
    }),
    { numRuns: 60 },
  )
})
