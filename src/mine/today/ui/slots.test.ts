import { expect, test } from 'vitest'
import type { PersonId } from '../../../kernel/ids.ts'
import type { Move } from '../move.ts'
import { nextSlots } from './slots.ts'

const move = (key: string): Move => ({
  key,
  kind: 'say-hello',
  giving: true,
  person: key as PersonId,
  title: { say: 'hello' },
  reason: { because: 'new' },
  how: { way: 'walk-over', minutes: 5 },
})
const shape = (slots: ReturnType<typeof nextSlots>): string[] => slots.map((slot) => `${slot.move.key}${slot.answered ? ' answered' : ''}`)

test('an answered move keeps its place, so that the next one stays under the pointer', () => {
  const [a, b, c] = [move('a'), move('b'), move('c')]
  const before = nextSlots([], [a, b, c])
  expect(shape(nextSlots(before, [b, c]))).toEqual(['a answered', 'b', 'c'])
})

test('a move that is taken back stands where it stood', () => {
  const [a, b] = [move('a'), move('b')]
  const answered = nextSlots(nextSlots([], [a, b]), [b])
  expect(shape(nextSlots(answered, [a, b]))).toEqual(['a', 'b'])
})

test('what falls due later, or comes back after it folded away, takes its place in the plan', () => {
  const [a, b, c] = [move('a'), move('b'), move('c')]
  expect(shape(nextSlots(nextSlots([], [a, b]), [a, b, c]))).toEqual(['a', 'b', 'c'])
  expect(shape(nextSlots(nextSlots([], [b, c]), [a, b, c]))).toEqual(['a', 'b', 'c'])
  expect(shape(nextSlots(nextSlots([], [a, c]), [a, b, c]))).toEqual(['a', 'b', 'c'])
})
