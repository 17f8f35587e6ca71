import { i18n } from '@lingui/core'
import { expect, test } from 'vitest'
import { frozenClock } from '../../kernel/time.ts'
import { Book } from '../book.ts'
import { prefer } from './preferences.ts'
import { twoPlaces } from './retype.ts'

i18n.loadAndActivate({ locale: 'en', messages: {} })

test('a preference is one record, changed in place and taken back by undo', () => {
  const book = new Book(frozenClock('2026-11-24T09:00:00Z'))
  prefer(book, { key: 'plan', warmthMoves: 2 })
  const change = prefer(book, { key: 'plan', warmthMoves: 1 })!
  expect(book.all('setting')).toHaveLength(1)
  expect(book.setting('plan')?.warmthMoves).toBe(1)
  expect(prefer(book, { key: 'plan', warmthMoves: 1 })).toBeNull()
  book.undo(change)
  expect(book.setting('plan')?.warmthMoves).toBe(2)
})

test('two different places are asked for, in order, and the same for the same secret', () => {
  for (const secret of ['a b c d e f', 'one two three four five six', 'x']) {
    const [first, second] = twoPlaces(secret, 6)
    expect(first).toBeLessThan(second)
    expect(first).toBeGreaterThanOrEqual(0)
    expect(second).toBeLessThan(6)
    expect(twoPlaces(secret, 6)).toEqual([first, second])
  }
})
