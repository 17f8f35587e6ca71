import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bookAt } from '../../../test/a-book.ts'
import { flaw } from '../records.ts'
import { choosesSome, filtersOf, keepFilter, kept, removeFilter, renameFilter, sameWanted, wantedBy } from './filters.ts'
import { type BandChoice, everybody, type Wanted } from './rows.ts'

const today = '2026-11-24'
const cooling: Wanted = { ...everybody, bands: new Set<BandChoice>(['cooling', 'quiet']), department: 'Finance', order: 'longest-ago' }

test('a choice is kept under a name, and opens as it was', () => {
  const book = bookAt(today, [])
  const done = keepFilter(book, '  Cooling,  finance ', cooling)
  expect(done?.change.label).toBe('Kept as Cooling, finance.')
  const filter = filtersOf(book)[0]!
  expect(filter.name).toBe('Cooling, finance')
  expect(flaw(filter)).toBeNull()
  expect(sameWanted(wantedBy(filter), cooling)).toBe(true)
})

test('keeping under a name that is there changes that filter; a name without letters keeps nothing', () => {
  const book = bookAt(today, [])
  keepFilter(book, 'Close', cooling)
  keepFilter(book, 'close', { ...everybody, circle: 'close' })
  expect(filtersOf(book).map((filter) => [filter.name, filter.wanted])).toEqual([['close', { circle: 'close' }]])
  expect(keepFilter(book, '  ', cooling)).toBeNull()
})

test('a filter takes another name, but not that of another one, and each step can be taken back', () => {
  const book = bookAt(today, [])
  const one = keepFilter(book, 'One', cooling)!.filter
  keepFilter(book, 'Two', cooling)
  expect(renameFilter(book, one, ' two ')).toBeNull()
  const renamed = renameFilter(book, one, 'A')
  expect(filtersOf(book).map((filter) => filter.name)).toEqual(['A', 'Two'])
  const removed = removeFilter(book, one)
  expect(filtersOf(book).map((filter) => filter.name)).toEqual(['Two'])
  book.undo(removed)
  book.undo(renamed!)
  expect(filtersOf(book).map((filter) => filter.name)).toEqual(['One', 'Two'])
})

test('the order alone chooses nobody', () => {
  expect([choosesSome(everybody), choosesSome({ ...everybody, order: 'warmth' }), choosesSome(cooling)]).toEqual([false, false, true])
})

const anyWanted = fc.record({
  words: fc.constantFrom('', 'a  b', 'porto'),
  bands: fc.uniqueArray(fc.constantFrom<BandChoice>('warm', 'quiet', 'none')).map((bands) => new Set(bands)),
  department: fc.constantFrom(undefined, 'Finance'),
  circle: fc.constantFrom(undefined, 'close'),
  tag: fc.constantFrom(undefined, 'porto'),
  resting: fc.boolean(),
  order: fc.constantFrom<Wanted['order']>('name', 'warmth', 'longest-ago'),
})

test('every choice comes back from its record as it went in', () => {
  fc.assert(
    fc.property(anyWanted, (wanted) => {
      expect(kept(wantedBy({ wanted: kept(wanted) }))).toEqual(kept(wanted))
    }),
  )
})
