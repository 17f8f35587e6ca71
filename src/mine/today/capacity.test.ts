import { expect, test } from 'vitest'
import { aMoment, aPerson, aSetting, bookAt, dayClock, personId } from '../../../test/a-book.ts'
import { addDays } from '../../kernel/time.ts'
import type { AnyRecord } from '../record.ts'
import { tieIn } from '../warmth/reading.ts'
import { done, letRest, showPlan } from './answers.ts'
import { capacity, capacityOffers, restSome, setWarmthMoves, widenRhythms } from './capacity.ts'
import { planFor } from './plan.ts'

const DAY = '2026-01-05'
/** The reference book: 5 weekly, 10 fortnightly, 30 monthly and 20 quarterly ties. */
const rhythms = [...Array<7>(5).fill(7), ...Array<14>(10).fill(14), ...Array<30>(30).fill(30), ...Array<90>(20).fill(90)] as const

/** The reference book with a year of kept rhythms behind it, started by both in turn or by me alone. */
function referenceBook(startedBy: 'turns' | 'me', text: string): AnyRecord[] {
  const records: AnyRecord[] = [aSetting(1, { key: 'plan', warmthMoves: 2 })]
  let moment = 0
  rhythms.forEach((rhythm, i) => {
    records.push(aPerson(i + 1, { rhythm }))
    for (let ago = 1 + ((i * 37) % rhythm); ago < 366; ago += rhythm) {
      const who = startedBy === 'me' ? 'me' : (['me', 'they'] as const)[moment % 2]
      records.push(
        aMoment(moment++, addDays(DAY, -ago), {
          people: [personId(i + 1)],
          startedBy: who ?? 'me',
          text,
          medium: i % 3 === 0 ? 'message' : 'face',
        }),
      )
    }
  })
  return records
}

/** A year of plans, each move done the same day. Longest silence of a tie with each rhythm, and whether any went dormant. */
function aYear(records: readonly AnyRecord[]): { dormant: number; silence: Record<number, number>; most: number } {
  const clock = dayClock(DAY)
  const book = bookAt(DAY, records, clock)
  const silence: Record<number, number> = { 7: 0, 14: 0, 30: 0, 90: 0 }
  let dormant = 0
  let most = 0
  for (let i = 0; i < 365; i++) {
    clock.day = addDays(DAY, i)
    for (const person of book.all('person')) {
      const tie = tieIn(book, person, clock.day)
      silence[tie.rhythm] = Math.max(silence[tie.rhythm] ?? 0, tie.elapsed ?? 0)
      if (tie.band === 'dormant') dormant++
    }
    const plan = planFor(book, clock.day)
    showPlan(book, plan)
    most = Math.max(most, plan.moves.length)
    for (const move of plan.moves) done(book, move)
  }
  return { dormant, silence, most }
}

test('on the reference book two moves from warmth a day let no tie go dormant and leave no weekly tie still for more than 28 days', () => {
  // Kept by both in turn without a word about it, so that the chance of going quiet decides; and by me alone, so that it has too little to go by.
  for (const year of [aYear(referenceBook('turns', '')), aYear(referenceBook('me', 'about the move to Porto'))]) {
    expect(year.dormant).toBe(0)
    expect(year.silence[7]).toBeLessThanOrEqual(28)
    expect(year.most).toBeLessThanOrEqual(2)
  }
})

test('rhythms that ask for more than four weeks of the plan hold are said once, with three ways out', () => {
  const weekly = Array.from({ length: 9 }, (_, i) => aPerson(i + 1, { rhythm: 7, importance: i === 0 ? 1 : 2 }))
  const book = bookAt(DAY, weekly)
  const offer = capacity(book)
  expect(offer?.widen[0]).toEqual({ person: personId(1), from: 7, to: 14 })
  expect(offer?.rest[0]).toBe(personId(1))
  expect(capacityOffers(offer!).map(({ id }) => id)).toEqual(['widen', 'rest', 'two'])
  expect(capacity(bookAt(DAY, weekly.slice(0, 7)))).toBeUndefined()
  expect(capacity(bookAt(DAY, [...weekly, aSetting(1, { key: 'plan', warmthMoves: 2 })]))).toBeUndefined()

  const widened = bookAt(DAY, weekly)
  widenRhythms(widened, capacity(widened)!.widen)
  expect(capacity(widened)).toBeUndefined()
  const asks = (of: typeof book): number =>
    of
      .all('person')
      .reduce((sum, person) => sum + (typeof person.rhythm === 'number' && person.resting === undefined ? 28 / person.rhythm : 0), 0)
  expect(asks(widened)).toBeLessThanOrEqual(28)

  const rested = bookAt(DAY, weekly)
  restSome(rested, capacity(rested)!.rest)
  expect(asks(rested)).toBeLessThanOrEqual(28)

  setWarmthMoves(book, 2)
  expect(book.setting('plan')?.warmthMoves).toBe(2)
  expect(capacity(book)).toBeUndefined()
})

test('people who rest ask for nothing', () => {
  const book = bookAt(
    DAY,
    Array.from({ length: 8 }, (_, i) => aPerson(i + 1, { rhythm: 7 })),
  )
  expect(capacity(book)).toBeDefined()
  letRest(book, personId(1))
  expect(capacity(book)).toBeUndefined()
})
