import type { PersonId } from '../../kernel/ids.ts'
import { byName, fold } from '../../kernel/text.ts'
import type { Day } from '../../kernel/time.ts'
import type { Person } from '../people/contract.ts'
import { nameWords } from './names.ts'
import { wordsOf } from './tokens.ts'

/** A name that fits what is being typed. */
export interface Completion {
  readonly person: PersonId
  readonly name: string
  /** The stretch of the text that the name replaces; `to` is the caret. */
  readonly from: number
  readonly to: number
}

/** How many names are offered at most. */
export const OFFERED = 6

/** Words after which a single letter is enough, because a name is expected. */
const expecting = /(?:^|[\s(])(?:with|and|met|to|from|for|und|mit|&|@)\s*@?$/iu

/**
 * Names that fit the words before the caret: those of people with the latest moment first, then by
 * name. `lastDay` gives the day of a person's last moment. Case and diacritics do not matter.
 */
export function complete(
  text: string,
  caret: number,
  people: readonly Person[],
  lastDay: (person: PersonId) => Day | undefined,
): readonly Completion[] {
  const before = text.slice(0, caret)
  if (/^[\p{L}\p{M}\p{N}]/u.test(text.slice(caret))) return []
  const all = stretches(before)
  const whole = new Set(all.map((typed) => wordsOf(typed).join(' ')))
  if (people.some((person) => whole.has(nameWords(person)[0]?.join(' ') ?? ''))) return []
  for (const typed of all) {
    const from = caret - typed.length
    const least = expecting.test(before.slice(0, from)) ? 1 : /^\p{Lu}/u.test(typed) ? 1 : 3
    if (fold(typed).length < least) continue
    const fits = matching(typed, people)
    if (fits.length > 0)
      return ranked(fits, lastDay)
        .slice(0, OFFERED)
        .map((person) => ({ person: person.id, name: person.name, from, to: caret }))
  }
  return []
}

/** What is being typed at the end of a text, the longest first: "Ana Fer" may be one name, else "Fer" is. */
function stretches(before: string): readonly string[] {
  const found: string[] = []
  for (let words = 3; words >= 1; words--) {
    const match = new RegExp(
      `(?:^|[^\\p{L}\\p{M}\\p{N}'’-])((?:[\\p{L}\\p{M}\\p{N}'’.-]+ ){${words - 1}}[\\p{L}\\p{M}\\p{N}'’-]+)$`,
      'u',
    ).exec(before)
    if (match?.[1] !== undefined) found.push(match[1])
  }
  return found
}

/** People one of whose names has the typed words side by side, the last of them perhaps only begun. */
function matching(typed: string, people: readonly Person[]): readonly Person[] {
  const words = wordsOf(typed)
  const last = words.length - 1
  if (last < 0) return []
  const begins = (name: readonly string[]): boolean =>
    name.some((_, at) => words.every((word, i) => (i === last ? name[at + i]?.startsWith(word) === true : name[at + i] === word)))
  return people.filter((person) => nameWords(person).some(begins))
}

function ranked(people: readonly Person[], lastDay: (person: PersonId) => Day | undefined): readonly Person[] {
  const days = new Map(people.map((person) => [person.id, lastDay(person.id) ?? '']))
  return [...people].sort((a, b) => (days.get(b.id) ?? '').localeCompare(days.get(a.id) ?? '') || byName(a.name, b.name))
}
