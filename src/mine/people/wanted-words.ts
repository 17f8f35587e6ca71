import { i18n } from '@lingui/core'
import { fold } from '../../kernel/text.ts'
import type { Book } from '../book.ts'
import { bandText } from '../warmth/reading.ts'
import type { Person } from './contract.ts'
import { type BandChoice, everybody, type Wanted } from './rows.ts'

/** What a word chooses people by instead of being looked for. */
export type Filter =
  | { readonly by: 'band'; readonly band: BandChoice }
  | { readonly by: 'department' | 'circle' | 'tag'; readonly name: string }
  | { readonly by: 'resting' }

/** A filter with the words of the line that stand for it. */
export interface WordFilter {
  readonly filter: Filter
  /** Where the words stand in what was typed; `to` is exclusive. */
  readonly from: number
  readonly to: number
}

/** A typed line: whom it wants, and which of its words were taken as filters. */
export interface ReadWords {
  readonly wanted: Wanted
  readonly filters: readonly WordFilter[]
}

const bandChoiceText = (band: BandChoice): string => bandText(band === 'none' ? undefined : band)

/** What one also says for a tie that went dormant. */
const outOfTouchText = (): string => i18n._({ id: 'wanted.dormant', message: 'out of touch' })

const restingText = (): string => i18n._({ id: 'wanted.resting', message: 'resting' })

/** A filter in the words that choose it. */
export function filterText(filter: Filter): string {
  if (filter.by === 'band') return bandChoiceText(filter.band)
  return filter.by === 'resting' ? restingText() : filter.name
}

const bandChoices: readonly BandChoice[] = ['warm', 'steady', 'cooling', 'quiet', 'dormant', 'none']

interface Vocabulary {
  readonly locale: string
  /** Folded words, one space between them, and what they choose. */
  readonly filters: ReadonlyMap<string, Filter>
  /** The most words that one filter has. */
  readonly longest: number
}

/** Kept for as long as no person changes. */
const known = new WeakMap<readonly Person[], Vocabulary>()

function vocabularyOf(book: Book): Vocabulary {
  const people = book.all('person')
  const kept = known.get(people)
  if (kept !== undefined && kept.locale === i18n.locale) return kept
  const filters = new Map<string, Filter>()
  const add = (text: string, filter: Filter): void => {
    const words = fold(text)
    if (words !== '' && !filters.has(words)) filters.set(words, filter)
  }
  add(restingText(), { by: 'resting' })
  for (const band of bandChoices) add(bandChoiceText(band), { by: 'band', band })
  add(outOfTouchText(), { by: 'band', band: 'dormant' })
  // A word of somebody's name is looked for: it finds the name, and whoever belongs to what is called so.
  const names = new Set(people.flatMap((person) => [person.name, ...(person.aliases ?? [])].flatMap((name) => fold(name).split(' '))))
  for (const [by, list] of [
    ['department', book.departments()],
    ['circle', book.circles()],
    ['tag', book.tags()],
  ] as const)
    for (const name of list) if (!names.has(fold(name))) add(name, { by, name })
  const longest = Math.max(...[...filters.keys()].map((words) => words.split(' ').length))
  const vocabulary = { locale: i18n.locale, filters, longest }
  known.set(people, vocabulary)
  return vocabulary
}

/**
 * Reads a typed line: words of warmth, "resting", and the names of departments, circles and tags
 * choose people, and what is left is looked for. The longest name wins; of two departments the first
 * chooses and the second is looked for. Several words of warmth mean any of them.
 */
export function readWords(book: Book, typed: string): ReadWords {
  const { filters, longest } = vocabularyOf(book)
  const words = [...typed.matchAll(/\S+/gu)].map((match) => ({ text: match[0], from: match.index, to: match.index + match[0].length }))
  const taken: WordFilter[] = []
  const left: string[] = []
  const bands = new Set<BandChoice>()
  let wanted: Wanted = everybody
  for (let at = 0; at < words.length; ) {
    const found = longestAt(words, at, longest, (phrase) => {
      const filter = filters.get(phrase)
      return filter !== undefined && fits(filter, wanted) ? filter : undefined
    })
    if (found === undefined) {
      left.push(words[at]?.text ?? '')
      at += 1
      continue
    }
    const { filter, count } = found
    taken.push({ filter, from: words[at]?.from ?? 0, to: words[at + count - 1]?.to ?? 0 })
    if (filter.by === 'band') bands.add(filter.band)
    else if (filter.by === 'resting') wanted = { ...wanted, resting: true }
    else wanted = { ...wanted, [filter.by]: filter.name }
    at += count
  }
  return { wanted: { ...wanted, bands, words: left.join(' ') }, filters: taken }
}

function longestAt(
  words: readonly { readonly text: string }[],
  at: number,
  longest: number,
  meaning: (phrase: string) => Filter | undefined,
): { readonly filter: Filter; readonly count: number } | undefined {
  for (let count = Math.min(longest, words.length - at); count > 0; count--) {
    const phrase = words.slice(at, at + count).map(({ text }) => text)
    const filter = meaning(fold(phrase.join(' ')))
    if (filter !== undefined) return { filter, count }
  }
  return undefined
}

/** Whether a filter still has room: only warmth may be chosen more than once. */
const fits = (filter: Filter, wanted: Wanted): boolean =>
  filter.by === 'band' || (filter.by === 'resting' ? !wanted.resting : wanted[filter.by] === undefined)

/** Whom a typed line wants: "cooling finance" is everybody of Finance whose tie is cooling. */
export const wantedFrom = (book: Book, typed: string): Wanted => readWords(book, typed).wanted

/** What is chosen by hand, with the filters that its typed words name added to it. */
export function withTyped(book: Book, chosen: Wanted): Wanted {
  const typed = wantedFrom(book, chosen.words)
  return {
    ...chosen,
    words: typed.words,
    bands: typed.bands.size === 0 ? chosen.bands : new Set([...chosen.bands, ...typed.bands]),
    department: typed.department ?? chosen.department,
    circle: typed.circle ?? chosen.circle,
    tag: typed.tag ?? chosen.tag,
    resting: typed.resting || chosen.resting,
  }
}
