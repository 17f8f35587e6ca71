import fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomBytes } from './bytes.ts'
import { codeOf, freshCode, readCode } from './recovery-code.ts'
import { freshWords, readWords, wordsBeginning } from './words.ts'

test('six fresh words come from the list and are read back however they are typed', () => {
  const seen = new Set(Array.from({ length: 200 }, () => freshWords()))
  expect(seen.size).toBe(200)
  for (const words of seen) {
    const list = words.split(' ')
    expect(list).toHaveLength(6)
    expect(readWords(words)).toEqual({ ok: true, value: words })
    expect(readWords(`  ${list.map((word, i) => `${i + 1}. ${word.toUpperCase()}`).join(',\n')} `)).toEqual({ ok: true, value: words })
    expect(readWords(list.map((word) => word.slice(0, 4)).join(' '))).toEqual({ ok: true, value: words })
  }
})

test('a mistyped word is named with its place', () => {
  expect(readWords('abandon ability able abuot above absent')).toEqual({ ok: false, reason: 'unknown-word', at: 4, word: 'abuot' })
  expect(readWords('abandon ability able')).toEqual({ ok: false, reason: 'word-count', count: 3 })
  expect(readWords('')).toEqual({ ok: false, reason: 'word-count', count: 0 })
  expect(wordsBeginning('aban')).toEqual(['abandon'])
})

test('a recovery code holds its 160 bits and is read back however it is typed', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 20, maxLength: 20 }), (secret) => {
      const code = codeOf(secret)
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){7}[0-9A-HJKMNP-TV-Z]{5}$/)
      expect(readCode(code)).toEqual({ ok: true, value: secret })
      expect(readCode(code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l'))).toEqual({
        ok: true,
        value: secret,
      })
    }),
  )
})

test('one wrong character, two exchanged neighbours and exchanged groups are noticed where they are', () => {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  fc.assert(
    fc.property(fc.nat(39), fc.integer({ min: 1, max: 31 }), (at, by) => {
      const letters = [...codeOf(randomBytes(20)).replaceAll('-', '')]
      letters[at] = alphabet.charAt((alphabet.indexOf(letters[at] as string) + by) % 32)
      expect(readCode(letters.join(''))).toEqual({ ok: false, reason: 'code-group', group: Math.floor(at / 5) + 1 })
    }),
  )
  fc.assert(
    fc.property(fc.nat(7), fc.nat(3), (group, at) => {
      const letters = [...codeOf(randomBytes(20)).replaceAll('-', '')]
      const i = group * 5 + at
      fc.pre(letters[i] !== letters[i + 1])
      ;[letters[i], letters[i + 1]] = [letters[i + 1] as string, letters[i] as string]
      expect(readCode(letters.join(''))).toEqual({ ok: false, reason: 'code-group', group: group + 1 })
    }),
  )
  const groups = freshCode().split('-')
  const swapped = [groups[1], groups[0], ...groups.slice(2)].join('-')
  expect(readCode(swapped)).toEqual({ ok: false, reason: 'code-group', group: 1 })
  expect(readCode(freshCode().slice(0, -1))).toEqual({ ok: false, reason: 'code-length', count: 39 })
  expect(readCode(`U${freshCode().slice(1)}`)).toEqual({ ok: false, reason: 'code-letter', group: 1, letter: 'U' })
})
