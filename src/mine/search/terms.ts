import { fold } from '../../kernel/text.ts'

/** One word of a text as the index knows it, and where it stands in the text; `to` is exclusive. */
export interface Token {
  readonly term: string
  readonly from: number
  readonly to: number
}

/** One word of a question. */
export interface Word {
  readonly term: string
  /** How it may be completed: a word of letters while it is typed, a piece of a script without spaces not at all. */
  readonly grows: boolean
  /** A single letter of an alphabet: too little to look through everything for. */
  readonly alone: boolean
}

/** Letters, digits and their marks, with an apostrophe or a joiner inside. */
const word = /[\p{L}\p{N}\p{M}](?:[\p{L}\p{N}\p{M}\u200c\u200d]|['’ʼ׳](?=[\p{L}\p{N}]))*/gu
const ascii = /^[\0-\x7f]*$/
const apostrophe = /['’ʼ׳]/
/** Scripts that write no space between words. */
const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]/u

/** Letters that are written in two ways within one language, beyond what {@link fold} evens out. */
const alike: Readonly<Record<string, string>> = {
  ı: 'i',
  ß: 'ss',
  œ: 'oe',
  ð: 'd',
  þ: 'th',
  ς: 'σ',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ٱ: 'ا',
  ة: 'ه',
  ך: 'כ',
  ם: 'מ',
  ן: 'נ',
  ף: 'פ',
  ץ: 'צ',
}
const odd = /[ıßœðþςىیکٱةךםןףץ\u0640\u200c-\u200d'’ʼ׳\u30a1-\u30f6]/gu

/** Katakana becomes hiragana; tatweel, joiners and apostrophes go. */
const evened = (letter: string): string =>
  alike[letter] ?? (letter >= '\u30a1' && letter <= '\u30f6' ? String.fromCharCode(letter.charCodeAt(0) - 0x60) : '')

/** A word folded for the index: without marks and case, and with letters that stand for each other made one. */
export const termOf = (text: string): string => (ascii.test(text) ? text.toLowerCase().replace(/'/g, '') : fold(text).replace(odd, evened))

/** The words of a text with their places. A script without spaces gives each pair of neighbours, and its last letter alone. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(word)) {
    const from = match.index
    if (ascii.test(match[0]) || !spaceless.test(match[0])) addWord(tokens, match[0], from)
    else
      for (const run of runsOf(match[0]))
        run.spaceless ? addPairs(tokens, run.text, from + run.at) : addWord(tokens, run.text, from + run.at)
  }
  return tokens
}

/** The terms of a text, for the index. */
export const termsOf = (text: string): string[] => tokensOf(text).map((token) => token.term)

/** The words of a question. Every one of them must be found. */
export function wordsOf(typed: string): Word[] {
  const words = new Map<string, Word>()
  const add = (term: string, grows: boolean, alone: boolean): void => {
    if (term !== '') words.set(term, { term, grows, alone })
  }
  for (const match of typed.matchAll(word)) {
    for (const run of runsOf(match[0])) {
      if (!run.spaceless) {
        const term = termOf(run.text)
        add(term, true, [...term].length === 1)
        continue
      }
      const letters = lettersOf(run.text)
      if (letters.length === 1) add(letters[0]?.term ?? '', true, false)
      for (let i = 0; i + 1 < letters.length; i++) add(`${letters[i]?.term}${letters[i + 1]?.term}`, false, false)
    }
  }
  return [...words.values()]
}

function addWord(tokens: Token[], text: string, at: number): void {
  const term = termOf(text)
  if (term === '') return
  tokens.push({ term, from: at, to: at + text.length })
  // "l’avion" is found as "lavion" and as "avion".
  if (!apostrophe.test(text)) return
  const tail = text.split(apostrophe).at(-1) ?? ''
  if (tail.length > 1) tokens.push({ term: termOf(tail), from: at + text.length - tail.length, to: at + text.length })
}

function addPairs(tokens: Token[], text: string, at: number): void {
  const letters = lettersOf(text)
  for (const [i, { term, from, to }] of letters.entries()) {
    const next = letters[i + 1]
    tokens.push({ term: term + (next?.term ?? ''), from: at + from, to: at + (next?.to ?? to) })
  }
}

/** The letters of a run, each with the marks that belong to it. */
function lettersOf(text: string): Token[] {
  const letters: Token[] = []
  let at = 0
  for (const letter of text) {
    const term = termOf(letter)
    const last = letters.at(-1)
    if (term !== '') letters.push({ term, from: at, to: at + letter.length })
    else if (last !== undefined) letters[letters.length - 1] = { ...last, to: at + letter.length }
    at += letter.length
  }
  return letters
}

interface Run {
  readonly text: string
  readonly at: number
  readonly spaceless: boolean
}

/** A word cut where its script changes between one with spaces and one without. Marks and digits stay with what is before them. */
function runsOf(text: string): Run[] {
  if (ascii.test(text) || !spaceless.test(text)) return [{ text, at: 0, spaceless: false }]
  const runs: Run[] = []
  let from = 0
  let at = 0
  let now: boolean | undefined
  for (const letter of text) {
    const is = /[\p{M}\u200c\u200d]/u.test(letter) ? (now ?? false) : spaceless.test(letter)
    if (now !== undefined && is !== now) {
      runs.push({ text: text.slice(from, at), at: from, spaceless: now })
      from = at
    }
    now = is
    at += letter.length
  }
  runs.push({ text: text.slice(from), at: from, spaceless: now ?? false })
  return runs
}

/** How much of a written word stands for the first `length` letters of its term; marks belong to the letter before them. */
export function writtenLength(text: string, length: number): number {
  const letters = [...text]
  let at = 0
  for (const [i, letter] of letters.entries()) {
    at += letter.length
    if (termOf(text.slice(0, at)).length >= length && !/\p{M}/u.test(letters[i + 1] ?? '')) return at
  }
  return text.length
}
