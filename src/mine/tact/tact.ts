import { fold } from '../../kernel/text.ts'
import { type Token, tokens } from '../quick-log/tokens.ts'
import { tactGerman } from './tact-de.ts'
import { tactEnglish } from './tact-en.ts'
import { type TactKind, type TactWords, tactKinds } from './tact-words.ts'

/** What a text touches. Looked up on the device, in all languages at once, whatever the screen speaks. */
export interface Touched {
  /** Health, belief and the like, in the order of {@link tactKinds}; empty when there is none. */
  readonly kinds: readonly TactKind[]
  /** Whether it is about a child. */
  readonly child: boolean
}

/** One word of an entry: the letters it must have, and whether something may stand before or behind them. */
interface Piece {
  readonly letters: string
  readonly before: boolean
  readonly behind: boolean
}

const word = /[*\p{L}\p{M}\p{N}]+(?:['’][*\p{L}\p{M}]+)*/gu

function piecesOf(entry: string): readonly Piece[] {
  return [...entry.matchAll(word)].map(([text]) => ({
    letters: fold(text.replaceAll('*', '').replaceAll('’', "'")),
    before: text.startsWith('*'),
    behind: text.endsWith('*'),
  }))
}

const fits = (piece: Piece, found: string): boolean =>
  piece.before
    ? piece.behind
      ? found.includes(piece.letters)
      : found.endsWith(piece.letters)
    : piece.behind
      ? found.startsWith(piece.letters)
      : found === piece.letters

/** Whether a word goes on from the one before it: no comma or stop between them, except within "ver.di". */
const joined = (token: Token | undefined): boolean => token !== undefined && (token.gap === '.' || !/[,;:.!?\n]/.test(token.gap))

/** Entries ready to be looked up by the word they begin with. */
class Entries {
  readonly #whole = new Map<string, (readonly Piece[])[]>()
  /** Those whose first word goes on, by its first two letters. */
  readonly #open = new Map<string, (readonly Piece[])[]>()
  readonly #inside: (readonly Piece[])[] = []

  constructor(entries: readonly string[]) {
    for (const entry of entries) {
      const pieces = piecesOf(entry)
      const first = pieces[0]
      if (first === undefined) continue
      if (first.before) this.#inside.push(pieces)
      else if (first.behind) put(this.#open, first.letters.slice(0, 2), pieces)
      else put(this.#whole, first.letters, pieces)
    }
  }

  /** How many words the longest entry takes that begins at a place; 0 when none does. */
  at(line: readonly Token[], at: number, spelling: (token: Token) => string): number {
    const token = line[at]
    if (token === undefined) return 0
    const first = spelling(token)
    let most = 0
    const look = (list: readonly (readonly Piece[])[] | undefined): void => {
      for (const pieces of list ?? []) {
        if (pieces.length <= most) continue
        const all = pieces.every((piece, i) => {
          const here = line[at + i]
          return here !== undefined && (i === 0 || joined(here)) && fits(piece, spelling(here))
        })
        if (all) most = pieces.length
      }
    }
    look(this.#whole.get(first))
    look(this.#open.get(first.slice(0, 2)))
    look(this.#inside)
    return most
  }
}

const put = <T>(map: Map<string, T[]>, key: string, value: T): void => {
  const known = map.get(key)
  if (known === undefined) map.set(key, [value])
  else known.push(value)
}

interface Lexicon {
  readonly kinds: readonly (readonly [TactKind, Entries])[]
  readonly signs: ReadonlyMap<string, TactKind>
  readonly harmless: Entries
  readonly child: Entries
  readonly childSigns: ReadonlySet<string>
  readonly capitalsAreNames: boolean
}

const lexicon = (words: TactWords): Lexicon => ({
  kinds: tactKinds.map((kind) => [kind, new Entries(words.kinds[kind])]),
  signs: new Map(tactKinds.flatMap((kind) => (words.signs[kind] ?? []).map((sign) => [sign, kind] as const))),
  harmless: new Entries(words.harmless),
  child: new Entries(words.child),
  childSigns: new Set(words.childSigns),
  capitalsAreNames: words.capitalsAreNames,
})

let lexicons: readonly Lexicon[] | undefined

const owns = /(?<!^(?:i|she|he|it|that|there|here|what|who|let|where|how))['’]s$/iu
const asTyped = (token: Token): string => token.word
/** German without its own letters: "Entzuendung" is read like "Entzündung", whose folded form has a plain u. */
const without = (token: Token): string => token.word.replace(/([aou])e/g, '$1')

/** Texts that were looked at lately, since plans and screens ask about the same ones again and again. */
const known = new Map<string, Touched>()
const MOST_KNOWN = 2000
const LONGEST = 4000

/**
 * What a text touches: health, belief, union, politics and the like, and whether it is about a child.
 * English and German are looked up always. It errs towards silence where a word has an everyday meaning too.
 */
export function touches(text: string): Touched {
  const before = known.get(text)
  if (before !== undefined) return before
  const found = look(text.slice(0, LONGEST))
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(text, found)
  return found
}

/** Whether a text touches what Kith never repeats by itself in a suggestion. */
export const isDelicate = (text: string): boolean => touches(text).kinds.length > 0

function look(text: string): Touched {
  lexicons ??= [lexicon(tactEnglish), lexicon(tactGerman)]
  const line = tokens(text, owns)
  const kinds = new Set<TactKind>()
  let child = false
  const harmless = harmlessIn(lexicons, line)
  for (const one of lexicons) {
    const free = (at: number, length: number): boolean => !harmless.slice(at, at + length).some(Boolean)
    for (const [at, token] of line.entries()) {
      const sign = one.signs.get(token.text)
      if (sign !== undefined && free(at, 1)) kinds.add(sign)
      for (const [kind, entries] of one.kinds) {
        if (kinds.has(kind)) continue
        const length = longest(entries, line, at)
        if (length > 0 && free(at, length) && !(length === 1 && isPartOfName(one, line, at))) kinds.add(kind)
      }
      child ||= isChild(one, line, at) && free(at, 1)
    }
  }
  return { kinds: tactKinds.filter((kind) => kinds.has(kind)), child }
}

const longest = (entries: Entries, line: readonly Token[], at: number): number =>
  Math.max(entries.at(line, at, asTyped), entries.at(line, at, without))

/** For each word whether it belongs to something that only sounds delicate. */
function harmlessIn(all: readonly Lexicon[], line: readonly Token[]): readonly boolean[] {
  const covered: boolean[] = line.map(() => false)
  for (const { harmless } of all) for (const at of line.keys()) covered.fill(true, at, at + longest(harmless, line, at))
  return covered
}

/** "Temple Street", "Hospital Road": a capital word straight before another one belongs to a name. */
function isPartOfName({ capitalsAreNames }: Lexicon, line: readonly Token[], at: number): boolean {
  const [token, next] = [line[at], line[at + 1]]
  return capitalsAreNames && token?.capital === true && next?.capital === true && next.gap === ' ' && !begins(line, at)
}

const begins = (line: readonly Token[], at: number): boolean => at === 0 || /[.!?\n]/.test(line[at]?.gap ?? '')

function isChild({ child, childSigns }: Lexicon, line: readonly Token[], at: number): boolean {
  if (longest(child, line, at) > 0) return true
  return childSigns.has(line[at]?.text ?? '') && !begins(line, at)
}
