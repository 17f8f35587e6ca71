import { expect, test } from 'vitest'
import { hash32, seeded } from './random.ts'
import { callName, fold, initials } from './text.ts'

test('folding forgets case, marks and extra white space, in many scripts', () => {
  expect(fold('Léa  FONTAINE')).toBe('lea fontaine')
  expect(fold('Åse Bjørn')).toBe('ase bjorn')
  expect(fold('Łukasz Groß')).toBe('lukasz gross')
  expect(fold(' 李 小龙 ')).toBe('李 小龙')
})

test('initials are graphemes of the first and the last word', () => {
  expect(initials('Tom Becker')).toBe('TB')
  expect(initials('Mei-Lin')).toBe('M')
  expect(initials('李小龙')).toBe('李')
  expect(initials('Åsa de la Cruz')).toBe('ÅC')
  expect(initials('— ')).toBe('·')
})

test('a person is called by the first word of the name', () => {
  expect(callName('Priya Raman')).toBe('Priya')
  expect(callName('Dr. Amara Obi')).toBe('Dr. Amara Obi')
})

test('the same seed draws the same numbers and another seed others', () => {
  const draw = (seed: string): number[] => {
    const random = seeded(seed)
    return Array.from({ length: 5 }, () => random.below(1000))
  }
  expect(draw('2026-11-24')).toEqual(draw('2026-11-24'))
  expect(draw('2026-11-24')).not.toEqual(draw('2026-11-25'))
  expect(hash32('a')).not.toBe(hash32('b'))
})

test('draws are spread evenly', () => {
  const fresh = seeded('spread')
  const counts = new Map<number, number>()
  for (let i = 0; i < 10_000; i++) {
    const n = fresh.below(10)
    counts.set(n, (counts.get(n) ?? 0) + 1)
  }
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150)
})
