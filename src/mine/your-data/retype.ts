import { seeded } from '../../kernel/random.ts'
import { fold } from '../../kernel/text.ts'

/** Two different places, in order, out of `count` (at least two), drawn from the secret itself, so that looking again asks for the same. */
export function twoPlaces(secret: string, count: number): readonly [number, number] {
  const draw = seeded(secret)
  const first = draw.below(count)
  const second = (first + 1 + draw.below(count - 1)) % count
  return first < second ? [first, second] : [second, first]
}

/** Whether a part was typed as it was shown; case and white space do not matter, and in a code neither do O for 0 and I or L for 1. */
export const retyped = (typed: string, shown: string): boolean => {
  const plain = (text: string): string => fold(text).replace(/[\s-]/g, '')
  const code = (text: string): string => plain(text).replace(/o/g, '0').replace(/[il]/g, '1')
  return plain(typed) === plain(shown) || (/\d/.test(shown) && code(typed) === code(shown))
}
