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

/** What an entry says of the words it is found in. */
type Says = TactKind | 'harmless' | 'child'

interface Entry {
  readonly says: Says
  readonly pieces: readonly Piece[]
  /** Whether it belongs to a language in which a capital letter marks a name. */
  readonly capitalsAreNames: boolean
}

/** An entry found at a place. */
interface Hit {
  readonly entry: Entry
  readonly at: number
}

/** The entries of all languages, to be looked up by the word they begin with: a plan asks about thousands of texts at once. */
class Lexicon {
  readonly signs = new Map<string, TactKind>()
  readonly childSigns = new Set<string>()
  readonly #whole = new Map<string, Entry[]>()
  /** Those whose first word goes on, by its first two letters. */
  readonly #open = new Map<string, Entry[]>()
  readonly #inside: Entry[] = []
  readonly #anyInside: RegExp

  constructor(languages: readonly TactWords[]) {
    for (const words of languages) {
      for (const kind of tactKinds) {
        this.#add(words.kinds[kind], kind, words)
        for (const sign of words.signs[kind] ?? []) this.signs.set(sign, kind)
      }
      this.#add(words.harmless, 'harmless', words)
      this.#add(words.child, 'child', words)
      for (const sign of words.childSigns) this.childSigns.add(sign)
    }
    this.#anyInside = new RegExp(this.#inside.map(({ pieces }) => pieces[0]?.letters ?? '').join('|'), 'u')
  }

  #add(entries: readonly string[], says: Says, { capitalsAreNames }: TactWords): void {
    for (const text of entries) {
      const pieces = piecesOf(text)
      const first = pieces[0]
      if (first === undefined) continue
      const entry = { says, pieces, capitalsAreNames }
      if (first.before) this.#inside.push(entry)
      else if (first.behind) put(this.#open, first.letters.slice(0, 2), entry)
      else put(this.#whole, first.letters, entry)
    }
  }

  /** Adds to `hits` what begins at a place, where its words are spelled so. */
  find(words: readonly string[], line: readonly Token[], at: number, hits: Hit[]): void {
    const first = words[at] as string
    const look = (list: readonly Entry[] | undefined): void => {
      if (list === undefined) return
      for (const entry of list) {
        const { pieces } = entry
        if (at + pieces.length > words.length) continue
        if (pieces.every((piece, i) => fits(piece, words[at + i] as string) && (i === 0 || joined(line[at + i])))) hits.push({ entry, at })
      }
    }
    look(this.#whole.get(first))
    look(this.#open.get(first.slice(0, 2)))
    if (this.#anyInside.test(first)) look(this.#inside)
  }
}

const put = <T>(map: Map<string, T[]>, key: string, value: T): void => {
  const known = map.get(key)
  if (known === undefined) map.set(key, [value])
  else known.push(value)
}

let lexicon: Lexicon | undefined

const owns = /(?<!^(?:i|she|he|it|that|there|here|what|who|let|where|how))['’]s$/iu
/** German without its own letters: "Entzuendung" is read like "Entzündung", whose folded form has a plain u. */
const without = (word: string): string => word.replace(/([aou])e/g, '$1')

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

/** How a note of these words is kept where nobody is asked: marked as delicate, and as being about a child. */
export function marksOf(text: string): { readonly child: true | undefined; readonly tact: true | undefined } {
  const { kinds, child } = touches(text)
  return { child: child ? true : undefined, tact: kinds.length > 0 ? true : undefined }
}

function look(text: string): Touched {
  lexicon ??= new Lexicon([tactEnglish, tactGerman])
  const line = tokens(text, owns)
  const hits: Hit[] = []
  const spelled = line.map((token) => token.word)
  const other = spelled.map(without)
  for (const at of line.keys()) {
    lexicon.find(spelled, line, at, hits)
    if (other[at] !== spelled[at]) lexicon.find(other, line, at, hits)
  }
  const kinds = new Set<TactKind>()
  let child = false
  const harmless = new Set<number>()
  for (const { entry, at } of hits) if (entry.says === 'harmless') for (const i of entry.pieces.keys()) harmless.add(at + i)
  for (const { entry, at } of hits) {
    const { says, pieces } = entry
    if (says === 'harmless' || pieces.some((_, i) => harmless.has(at + i))) continue
    if (says === 'child') child = true
    else if (!(pieces.length === 1 && entry.capitalsAreNames && isPartOfName(line, at))) kinds.add(says)
  }
  for (const [at, token] of line.entries()) {
    if (harmless.has(at)) continue
    const sign = lexicon.signs.get(token.text)
    if (sign !== undefined) kinds.add(sign)
    if (lexicon.childSigns.has(token.text) && !begins(line, at)) child = true
  }
  return { kinds: tactKinds.filter((kind) => kinds.has(kind)), child }
}

/** "Temple Street", "Hospital Road": a capital word straight before another one belongs to a name. */
function isPartOfName(line: readonly Token[], at: number): boolean {
  const [token, next] = [line[at], line[at + 1]]
  return token?.capital === true && next?.capital === true && next.gap === ' ' && !begins(line, at)
}

const begins = (line: readonly Token[], at: number): boolean => at === 0 || /[.!?\n]/.test(line[at]?.gap ?? '')
