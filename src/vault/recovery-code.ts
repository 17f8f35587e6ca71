import { type Bytes, randomBytes } from './bytes.ts'

/** Crockford's base 32: no I, L, O or U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const GROUPS = 8
const DATA = 4

/** Multiplication in GF(32) modulo x⁵ + x² + 1. */
function times(a: number, b: number): number {
  let product = 0
  for (let bit = 0; bit < 5; bit++) {
    if ((b >> bit) & 1) product ^= a << bit
  }
  for (let bit = 9; bit >= 5; bit--) {
    if ((product >> bit) & 1) product ^= 0b100101 << (bit - 5)
  }
  return product
}

const weights = [2, 4, 8, 16]

/**
 * The check of one group: a weighted sum in GF(32), so that one wrong character, two exchanged ones
 * and a group in the wrong place are all noticed.
 */
const check = (digits: readonly number[], group: number): number =>
  digits.reduce((sum, digit, i) => sum ^ times(digit, weights[i] as number), group + 1)

/** A fresh recovery code of 160 bit: eight groups of four characters and a check. */
export const freshCode = (): string => codeOf(randomBytes((GROUPS * DATA * 5) / 8))

/** The code of 20 secret bytes, as it is shown: `XXXXC-XXXXC-…`. */
export function codeOf(secret: Uint8Array): string {
  const digits: number[] = []
  let bits = 0
  let held = 0
  for (const byte of secret) {
    held = ((held << 8) | byte) & 0xffff
    bits += 8
    while (bits >= 5) {
      bits -= 5
      digits.push((held >> bits) & 31)
    }
  }
  return Array.from({ length: GROUPS }, (_, group) => {
    const four = digits.slice(group * DATA, group * DATA + DATA)
    return [...four, check(four, group)].map((digit) => alphabet[digit]).join('')
  }).join('-')
}

/** Typed code as secret bytes, or what is wrong with it; `group` counts from 1. */
export type TypedCode =
  | { readonly ok: true; readonly value: Bytes }
  | { readonly ok: false; readonly reason: 'code-length'; readonly count: number }
  | { readonly ok: false; readonly reason: 'code-letter'; readonly group: number; readonly letter: string }
  | { readonly ok: false; readonly reason: 'code-group'; readonly group: number }

/** Reads a code as a person types it: any case, any spaces or dashes, O for 0, I and L for 1. */
export function readCode(typed: string): TypedCode {
  const letters = [
    ...typed
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[\s\p{Pd}._]+/gu, '')
      .replace(/O/g, '0')
      .replace(/[IL]/g, '1'),
  ]
  const digits = letters.map((letter) => alphabet.indexOf(letter))
  const strange = digits.indexOf(-1)
  const size = DATA + 1
  if (strange >= 0) return { ok: false, reason: 'code-letter', group: Math.floor(strange / size) + 1, letter: letters[strange] as string }
  if (digits.length !== GROUPS * size) return { ok: false, reason: 'code-length', count: digits.length }
  const value = new Uint8Array((GROUPS * DATA * 5) / 8)
  let bits = 0
  let held = 0
  let at = 0
  for (let group = 0; group < GROUPS; group++) {
    const four = digits.slice(group * size, group * size + DATA)
    if (check(four, group) !== digits[group * size + DATA]) return { ok: false, reason: 'code-group', group: group + 1 }
    for (const digit of four) {
      held = ((held << 5) | digit) & 0xffff
      bits += 5
      if (bits >= 8) {
        bits -= 8
        value[at] = (held >> bits) & 255
        at += 1
      }
    }
  }
  return { ok: true, value }
}
