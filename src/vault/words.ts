import { wordlist } from '@scure/bip39/wordlists/english.js'
import { bytesOf, randomBytes } from './bytes.ts'

/** How many words open a book: 66 bits, behind Argon2id. */
export const WORD_COUNT = 6

/** Six fresh words from the BIP-39 English list (2,048 words, 11 bits each), with single spaces. */
export function freshWords(): string {
  const draws = randomBytes(WORD_COUNT * 2)
  return Array.from(
    { length: WORD_COUNT },
    (_, i) => wordlist[(((draws[2 * i] as number) << 8) | (draws[2 * i + 1] as number)) & 2047],
  ).join(' ')
}

/** Typed words in their one spelling, or what is wrong with them; `at` counts from 1. */
export type TypedWords =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly reason: 'word-count'; readonly count: number }
  | { readonly ok: false; readonly reason: 'unknown-word'; readonly at: number; readonly word: string }

const known = new Set(wordlist)
const byHead = new Map(wordlist.map((word) => [word.slice(0, 4), word]))

/**
 * Reads words as a person types them: any case, any spaces, commas or numbers between them. The
 * first four letters of a word are enough, since no two words of the list share them.
 */
export function readWords(typed: string): TypedWords {
  const found =
    typed
      .normalize('NFKD')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  const words: string[] = []
  for (const [i, word] of found.entries()) {
    const full = known.has(word) ? word : word.length === 4 ? byHead.get(word) : undefined
    if (full === undefined) return { ok: false, reason: 'unknown-word', at: i + 1, word }
    words.push(full)
  }
  return words.length === WORD_COUNT ? { ok: true, value: words.join(' ') } : { ok: false, reason: 'word-count', count: words.length }
}

/** Words of the list that begin with what was typed, for a completion list. */
export const wordsBeginning = (typed: string, most = 5): readonly string[] =>
  typed === '' ? [] : wordlist.filter((word) => word.startsWith(typed.toLowerCase())).slice(0, most)

/** The secret bytes of six words in their one spelling. */
export const wordBytes = (words: string): ReturnType<typeof bytesOf> => bytesOf(words)
