import { byName, fold } from '../../kernel/text.ts'
import type { Day } from '../../kernel/time.ts'
import type { Book } from '../book.ts'
import type { Moment } from '../moments/contract.ts'
import { tieIn } from '../warmth/reading.ts'
import type { Band } from '../warmth/warmth.ts'
import type { Person } from './contract.ts'

/** One row of the list of people. */
export interface PersonRow {
  readonly person: Person
  /** Undefined while nothing is written yet. */
  readonly band: Band | undefined
  /** Warmth itself, for the order only. */
  readonly warmth: number
  /** The last thing that took place, reactions aside. */
  readonly last: Moment | undefined
}

/** A word that rows can be chosen by; `none` is "nothing written yet". */
export type BandChoice = Band | 'none'

/** How the chosen people stand: by name, the nearest first, or those first whom I met the longest ago. */
export type Order = 'name' | 'warmth' | 'longest-ago'

/** What is chosen among the people. Empty means everybody who does not rest. */
export interface Wanted {
  /** As typed; folded before it is compared. */
  readonly words: string
  readonly bands: ReadonlySet<BandChoice>
  readonly department: string | undefined
  readonly circle: string | undefined
  readonly tag: string | undefined
  /** Show those who rest instead of the others. */
  readonly resting: boolean
  readonly order: Order
}

/** Everybody. */
export const everybody: Wanted = {
  words: '',
  bands: new Set(),
  department: undefined,
  circle: undefined,
  tag: undefined,
  resting: false,
  order: 'name',
}

/** All people by name with what their row says, on a day (today when not given). */
export function rowsOf(book: Book, day: Day = book.today()): readonly PersonRow[] {
  return book.people().map((person) => {
    const tie = tieIn(book, person, day)
    return {
      person,
      band: tie.band,
      warmth: tie.warmth,
      last: book.momentsOf(person.id).find((moment) => moment.medium !== 'reaction' && moment.day <= day),
    }
  })
}

const folded = new WeakMap<Person, string>()

/** Everything about a person that typing finds, folded. */
function searchText(person: Person): string {
  const known = folded.get(person)
  if (known !== undefined) return known
  const parts = [
    person.name,
    ...(person.aliases ?? []),
    person.department,
    person.role,
    person.company,
    person.place,
    person.circle,
    ...(person.tags ?? []),
    ...(person.emails ?? []),
    person.line,
  ]
  const text = parts
    .filter((part) => part !== undefined)
    .map(fold)
    .join('\n')
  folded.set(person, text)
  return text
}

/** Whether each word typed is found about a person; a word of one letter must begin a word there. */
function found(person: Person, words: readonly string[]): boolean {
  const text = searchText(person)
  return words.every((word) => (word.length === 1 ? ` ${text}`.includes(` ${word}`) || text.includes(`\n${word}`) : text.includes(word)))
}

/** The rows that are wanted, in the order that is wanted. Names that begin with what is typed come first. */
export function chosen(rows: readonly PersonRow[], wanted: Wanted): readonly PersonRow[] {
  const typed = fold(wanted.words)
  const words = typed === '' ? [] : typed.split(' ')
  const is = sameWord(wanted)
  const kept = rows.filter(
    (row) =>
      (row.person.resting !== undefined) === wanted.resting &&
      (wanted.bands.size === 0 || wanted.bands.has(row.band ?? 'none')) &&
      is.department(row.person.department) &&
      is.circle(row.person.circle) &&
      (wanted.tag === undefined || (row.person.tags ?? []).some(is.tag)) &&
      (words.length === 0 || found(row.person, words)),
  )
  if (wanted.order === 'warmth') kept.sort((a, b) => nearness(b) - nearness(a) || byName(a.person.name, b.person.name))
  if (wanted.order === 'longest-ago') kept.sort((a, b) => byLast(a, b) || byName(a.person.name, b.person.name))
  if (typed === '') return kept
  // The folded name opens the text that is searched.
  const first = (row: PersonRow): boolean => searchText(row.person).startsWith(typed)
  return [...kept.filter(first), ...kept.filter((row) => !first(row))]
}

type Fits = (word: string | undefined) => boolean

/** Whether a department, circle or tag is the one that is wanted; case, accents and spaces make no other word. Each word is folded once. */
function sameWord(wanted: Wanted): { readonly department: Fits; readonly circle: Fits; readonly tag: Fits } {
  const fits = (one: string | undefined): Fits => {
    if (one === undefined) return () => true
    const known = new Map<string, boolean>([[one, true]])
    const key = fold(one)
    return (word) => {
      if (word === undefined) return false
      let same = known.get(word)
      if (same === undefined) {
        same = fold(word) === key
        known.set(word, same)
      }
      return same
    }
  }
  return { department: fits(wanted.department), circle: fits(wanted.circle), tag: fits(wanted.tag) }
}

/** The longest ago first; those with whom nothing is written come last, since there is nothing to go by. */
function byLast(a: PersonRow, b: PersonRow): number {
  const [x, y] = [a.last?.day, b.last?.day]
  if (x === y) return 0
  if (x === undefined) return 1
  return y === undefined || x < y ? -1 : 1
}

/** Whether somebody is called exactly what is typed. */
export const isCalled = (row: PersonRow, typed: string): boolean => {
  const text = searchText(row.person)
  const name = fold(typed)
  return text.startsWith(name) && (text.length === name.length || text[name.length] === '\n')
}

const steps: readonly (Band | undefined)[] = [undefined, 'dormant', 'quiet', 'cooling', 'steady', 'warm']

/** Order by the word first, so that the marks of a column never jump back, then by warmth within it. */
const nearness = (row: PersonRow): number => steps.indexOf(row.band) * 1000 + Math.min(999, row.warmth)
