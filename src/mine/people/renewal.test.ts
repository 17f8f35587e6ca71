import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aFact, aPerson, bookAt, dayClock, personId } from '../../../test/a-book.ts'
import { addDays, addMonths, type Day } from '../../kernel/time.ts'
import { Book } from '../book.ts'
import { mergeBodies } from '../merge.ts'
import type { Fact } from './contract.ts'
import { editFact } from './remembering.ts'
import { hasGrownOld, isUp, lastDayOf, markShown, oldOn, renewFact, upForRenewal } from './renewal.ts'
import { restore } from './trash.ts'

const WRITTEN = '2024-11-24'
const OLD = '2026-11-24'
const fact = (fields: Partial<Fact> = {}): Fact => aFact(1, { writtenOn: WRITTEN, text: 'Plays the cello', ...fields })

test('a fact is old after two years, a delicate one after one, and one with a day of its own never', () => {
  expect(oldOn(fact())).toBe(OLD)
  expect(oldOn(fact({ tact: true }))).toBe('2025-11-24')
  expect(oldOn(fact({ renewedOn: '2026-02-28' }))).toBe('2028-02-28')
  expect(oldOn(fact({ writtenOn: '2024-02-29', tact: true }))).toBe('2025-02-28')
  expect(oldOn(fact({ expires: '2030-01-01' }))).toBeUndefined()
})

test('it comes up thirty days ahead', () => {
  expect(isUp(fact(), addDays(OLD, -31))).toBe(false)
  expect(isUp(fact(), addDays(OLD, -30))).toBe(true)
  expect(isUp(fact({ expires: '2030-01-01' }), OLD)).toBe(false)
})

test('what was shown goes the day after its last day, to the trash and thirty days later for good', () => {
  const clock = dayClock(addDays(OLD, -30))
  const book = new Book(clock)
  book.receive([aPerson(1), fact()])
  markShown(book, [fact().id])
  expect(upForRenewal(book, book.today(), personId(1))).toHaveLength(1)
  clock.day = OLD
  book.sweep()
  expect(book.factsOf(personId(1))).toHaveLength(1)
  clock.day = addDays(OLD, 1)
  book.sweep()
  expect(book.factsOf(personId(1))).toEqual([])
  expect(book.trashed().map((one) => one.id)).toEqual([fact().id])
  clock.day = addDays(OLD, 40)
  book.sweep()
  expect(book.everything().map((one) => one.kind)).toEqual(['person'])
})

test('what went by itself and is taken out of the trash stays at the next start', () => {
  const clock = dayClock(addDays(OLD, 40))
  const book = new Book(clock)
  const seen = { shownForRenewal: { on: addDays(OLD, -30) } }
  book.receive([aPerson(1), fact(seen), aFact(2, { text: 'Ask how the exam went', writtenOn: '2026-11-01', expires: '2026-12-01' })])
  book.sweep()
  expect(book.trashed()).toHaveLength(2)
  for (const one of book.trashed()) restore(book, one.id)
  book.sweep()
  expect(
    book
      .factsOf(personId(1))
      .map(({ text }) => text)
      .sort(),
  ).toEqual(['Ask how the exam went', 'Plays the cello'])
  clock.day = addMonths(clock.day, 23)
  book.sweep()
  expect(upForRenewal(book, book.today())).toHaveLength(0)
  clock.day = addMonths(clock.day, 1)
  expect(upForRenewal(book, book.today())).toHaveLength(2)
})

test('nothing goes unseen: who comes back after years finds it up, and has thirty days from then', () => {
  const clock = dayClock(addMonths(OLD, 30))
  const book = new Book(clock)
  book.receive([aPerson(1), fact()])
  book.sweep()
  expect(upForRenewal(book, book.today())).toHaveLength(1)
  markShown(book, [fact().id])
  clock.day = addDays(clock.day, 30)
  book.sweep()
  expect(book.factsOf(personId(1))).toHaveLength(1)
  clock.day = addDays(clock.day, 1)
  book.sweep()
  expect(book.factsOf(personId(1))).toEqual([])
})

test('keeping it counts from today, changing its words does too, and undo brings the question back', () => {
  const book = bookAt(OLD, [aPerson(1), fact({ shownForRenewal: { on: addDays(OLD, -3) } })])
  const kept = renewFact(book, fact().id)
  expect(upForRenewal(book, OLD)).toEqual([])
  expect(book.get('fact', fact().id)).toMatchObject({ renewedOn: OLD })
  expect(book.get('fact', fact().id)?.shownForRenewal).toBeUndefined()
  if (kept !== null) book.undo(kept)
  expect(upForRenewal(book, OLD)).toHaveLength(1)
  editFact(book, fact().id, { text: 'Plays the viola', expires: undefined })
  expect(upForRenewal(book, OLD)).toEqual([])
})

test('marking what is shown writes once, and never for what is young', () => {
  const book = bookAt(OLD, [aPerson(1), fact(), aFact(2, { writtenOn: addDays(OLD, -20) })])
  markShown(book, [fact().id, aFact(2).id])
  const version = book.version
  markShown(book, [fact().id, aFact(2).id])
  expect(book.version).toBe(version)
  expect(book.get('fact', aFact(2).id)?.shownForRenewal).toBeUndefined()
})

test('a fact about nobody who is in the book asks nothing', () => {
  expect(upForRenewal(bookAt(OLD, [fact()]), OLD)).toEqual([])
})

test('two devices do not disagree about days: the later one holds, and no second text appears', () => {
  const mine = fact({ changed: '2026-11-20T08:00:00Z', shownForRenewal: { on: '2026-11-20' } })
  const theirs = fact({ changed: '2026-11-21T08:00:00Z', shownForRenewal: { on: '2026-11-18' } })
  const merged = mergeBodies(fact(), mine, theirs) as Fact
  expect(merged.shownForRenewal).toEqual({ on: '2026-11-20' })
  expect(merged.others).toBeUndefined()
})

const days = fc.integer({ min: 0, max: 2000 }).map((n) => addDays('2022-01-01', n))

test('whatever the days are: nothing goes that was not shown, nor sooner than thirty days after, nor before it is old', () => {
  fc.assert(
    fc.property(days, fc.option(days), fc.option(days), fc.boolean(), days, (writtenOn, renewed, shown, tact, today) => {
      const one = fact({
        writtenOn,
        ...(renewed === null ? {} : { renewedOn: renewed }),
        ...(shown === null ? {} : { shownForRenewal: { on: shown } }),
        ...(tact ? { tact: true as const } : {}),
      })
      if (!hasGrownOld(one, today)) return
      expect(shown).not.toBeNull()
      expect(today > addDays(shown as Day, 30)).toBe(true)
      expect(today > (oldOn(one) ?? '')).toBe(true)
      expect(lastDayOf(one, today) < today).toBe(true)
    }),
  )
})
