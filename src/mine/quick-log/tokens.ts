import { fold } from '../../kernel/text.ts'

/** One word of a line. */
export interface Token {
  /** As typed, without a possessive ending. */
  readonly text: string
  /** Folded for comparison, apostrophes made straight. */
  readonly word: string
  readonly from: number
  readonly to: number
  /** What stands between the word before and this one. */
  readonly gap: string
  readonly capital: boolean
  /** Carries a possessive ending: "Ana's". */
  readonly owns: boolean
}

/** Whether a word may belong to the one before it: "1:1" does, "Ana: hello" does not. */
const joined = (token: Token | undefined): boolean =>
  token !== undefined && (!/[,;:.]/.test(token.gap) || (token.gap === ':' && /^\d/.test(token.word)))

const word = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu

/** The words of a line with their places. Hyphens part words, so that "Mei-Lin" and "Mei Lin" are the same two. */
export function tokens(line: string, endings: RegExp): readonly Token[] {
  const found: Token[] = []
  let end = 0
  for (const match of line.matchAll(word)) {
    const typed = match[0]
    const owns = endings.test(typed)
    const text = owns ? typed.replace(endings, '') : typed
    found.push({
      text,
      word: fold(text.replaceAll('’', "'")),
      from: match.index,
      to: match.index + typed.length,
      gap: line.slice(end, match.index),
      capital: /^(?:\p{Ll}['’])?[\p{Lu}\p{Lt}\p{Lo}]/u.test(text),
      owns,
    })
    end = match.index + typed.length
  }
  return found
}

/** The folded words of a phrase or a name, as {@link tokens} would see them. */
export const wordsOf = (text: string): readonly string[] => [...text.matchAll(word)].map((match) => fold(match[0].replaceAll('’', "'")))

/** A phrase found at a place. */
export interface Found<T> {
  readonly value: T
  /** Index of its first token and how many it takes. */
  readonly at: number
  readonly length: number
}

/** Phrases of one or more words; at any place the longest one wins. */
export class Phrases<T> {
  readonly #byFirst = new Map<string, { readonly words: readonly string[]; readonly value: T }[]>()

  constructor(entries: Iterable<readonly [string, T]>) {
    for (const [phrase, value] of entries) {
      const words = wordsOf(phrase)
      const first = words[0]
      if (first === undefined) continue
      const list = this.#byFirst.get(first)
      if (list === undefined) this.#byFirst.set(first, [{ words, value }])
      else list.push({ words, value })
    }
    for (const list of this.#byFirst.values()) list.sort((a, b) => b.words.length - a.words.length)
  }

  /** The longest phrase that begins at token `at` and ends before `end`. */
  at(line: readonly Token[], at: number, end = line.length): Found<T> | undefined {
    return this.allAt(line, at, end)[0]
  }

  /** Every phrase that begins at token `at`, the longest first. */
  allAt(line: readonly Token[], at: number, end = line.length): readonly Found<T>[] {
    const first = line[at]
    const list = first === undefined ? undefined : this.#byFirst.get(first.word)
    if (list === undefined) return []
    const fits = (words: readonly string[]): boolean =>
      at + words.length <= end && words.every((each, i) => line[at + i]?.word === each && (i === 0 || joined(line[at + i])))
    return list.filter((entry) => fits(entry.words)).map((entry) => ({ value: entry.value, at, length: entry.words.length }))
  }

  /** All phrases between two tokens, from left to right, none overlapping. */
  within(line: readonly Token[], from: number, end: number): readonly Found<T>[] {
    const found: Found<T>[] = []
    for (let i = from; i < end; ) {
      const here = this.at(line, i, end)
      if (here !== undefined) found.push(here)
      i += here?.length ?? 1
    }
    return found
  }

  /** Whether a single word is a phrase of its own. */
  has(single: string): boolean {
    return this.#byFirst.get(single)?.some((entry) => entry.words.length === 1) ?? false
  }
}
