import fc from 'fast-check'
import { expect, test } from 'vitest'
import { near, slipsBetween } from './typos.ts'

const vocabulary = [
  'hanna',
  'hana',
  'porto',
  'portugal',
  'pottery',
  'work',
  'word',
  'rock',
  'climbing',
  'remembering',
  'lunch',
  'bunch',
  'priya',
  'αθηνα',
  'москва',
  'ana',
]
const meant = (typed: string): string[] => near(typed, vocabulary).map(({ term }) => term)

test.each([
  ['hnana', 'hanna'],
  ['hanna', 'hana'],
  ['porot', 'porto'],
  ['orto', 'porto'],
  ['pporto', 'porto'],
  ['wrok', 'work'],
  ['lumch', 'lunch'],
  ['climbign', 'climbing'],
  ['rememberign', 'remembering'],
  ['rembering', 'remembering'],
  ['portgal', 'portugal'],
  ['portgua', 'portugal'],
  ['potrug', 'portugal'],
  ['pirya', 'priya'],
  ['αθνηα', 'αθηνα'],
  ['моcква'.replace('c', 'з'), 'москва'],
])('"%s" may have meant "%s"', (typed, term) => {
  expect(meant(typed)).toContain(term)
})

test.each([['wor'], ['an'], ['aan'], ['zebra'], ['xyzw']])('"%s" is only what it is', (typed) => {
  expect(meant(typed)).toEqual([])
})

test('the first letter is not another one: a lunch is no bunch', () => {
  expect(meant('lunhc')).toEqual(['lunch'])
})

test('nearer words come first, and whole ones before beginnings', () => {
  expect(meant('porta')[0]).toBe('porto')
  expect(near('hanna', ['hannaxyz', 'hannah', 'hana']).map(({ whole }) => whole)).toEqual([true, true])
})

/** The same distance by its definition, slow and plain. */
function plain(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)))
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const at = d[i]!
      at[j] = Math.min(d[i - 1]![j]! + 1, at[j - 1]! + 1, d[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) at[j] = Math.min(at[j]!, d[i - 2]![j - 2]! + 1)
    }
  return d[a.length]![b.length]!
}

test('slips are counted as their definition says, as far as they are counted', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 9 })
  fc.assert(
    fc.property(word, word, fc.integer({ min: 1, max: 2 }), (typed, term, most) => {
      const { whole, beginning } = slipsBetween(typed, term, most)
      expect(Math.min(whole, most + 1)).toBe(Math.min(plain(typed, term), most + 1))
      const best = Math.min(...Array.from({ length: term.length + 1 }, (_, n) => plain(typed, term.slice(0, n))))
      expect(Math.min(beginning, most + 1)).toBe(Math.min(best, most + 1))
    }),
  )
})
