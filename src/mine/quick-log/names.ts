import type { PersonId } from '../../kernel/ids.ts'
import { fold } from '../../kernel/text.ts'
import type { Person } from '../people/contract.ts'
import type { DayWord } from './days.ts'
import type { Grammar } from './grammar.ts'
import { Phrases, type Token, wordsOf } from './tokens.ts'
import type { Context, Mention, Who } from './understanding.ts'

/** A mention with the tokens it takes. */
export interface NamedAt {
  readonly mention: Mention
  readonly at: number
  readonly length: number
  readonly owns: boolean
}

type Way = 'full' | 'alias' | 'first' | 'last'

/** The names of a book, ready for looking up. */
interface NameIndex {
  readonly names: Phrases<{ readonly person: Person; readonly way: Way }>
  /** Departments, places and companies: capitalised, and nobody. */
  readonly elsewhere: Phrases<true>
}

const indexes = new WeakMap<readonly Person[], NameIndex>()

/** The index of a list of people, built when the list is first seen. */
function indexOf(people: readonly Person[]): NameIndex {
  const known = indexes.get(people)
  if (known !== undefined) return known
  const names: [string, { person: Person; way: Way }][] = []
  const elsewhere = new Set<string>()
  for (const person of people) {
    const parts = person.name.split(/\s+/u).filter((part) => part !== '')
    names.push([person.name, { person, way: 'full' }])
    for (const alias of person.aliases ?? []) names.push([alias, { person, way: 'alias' }])
    const [first, last] = [parts[0], parts.at(-1)]
    if (first !== undefined && parts.length > 1) names.push([first, { person, way: 'first' }])
    if (last !== undefined && parts.length > 1) names.push([last, { person, way: 'last' }])
    for (const name of [person.department, person.place, person.company]) if (name !== undefined) elsewhere.add(name)
  }
  const index = { names: new Phrases(names), elsewhere: new Phrases([...elsewhere].map((name) => [name, true] as const)) }
  indexes.set(people, index)
  return index
}

/**
 * "Anas Tochter": in a language that hangs the ending of a possessive on the name itself, it can be told
 * from the name only by knowing who there is.
 */
export function owning(words: readonly Token[], people: readonly Person[]): readonly Token[] {
  const { names } = indexOf(people)
  return words.map((token) => {
    if (!token.capital || token.owns || !/.s$/i.test(token.word) || names.has(token.word) || !names.has(token.word.slice(0, -1)))
      return token
    return { ...token, text: token.text.slice(0, -1), word: token.word.slice(0, -1), owns: true }
  })
}

const MOST_WORDS = 4

/** Finds everybody a line names, from left to right. */
export function findNames(
  line: string,
  words: readonly Token[],
  grammar: Grammar,
  context: Context,
  days: readonly DayWord[],
): readonly NamedAt[] {
  const index = indexOf(context.people)
  const found: NamedAt[] = []
  const met = new Map<string, Who>()
  const afterTrigger = triggers(words, grammar)
  const inDay = (token: Token): boolean => days.some((day) => token.from < day.to && token.to > day.from)
  for (let i = 0; i < words.length; ) {
    const named = known(i) ?? fresh(i)
    if (named === undefined) {
      i += 1
      continue
    }
    found.push(named)
    const first = words[i]
    if (first !== undefined && !met.has(first.word)) met.set(first.word, named.mention.who)
    i += named.length
  }
  return found

  function known(i: number): NamedAt | undefined {
    const all = index.names.allAt(words, i)
    const longest = all[0]
    if (longest === undefined) return undefined
    const hits = all.filter((hit) => hit.length === longest.length)
    const weight = (way: Way): number => (way === 'full' || way === 'alias' ? 2 : way === 'first' ? 1 : 0)
    const best = Math.max(...hits.map((hit) => weight(hit.value.way)))
    if (longest.length === 1 && !standsForName(i, best === 0)) return undefined
    let people = [...new Set(hits.filter((hit) => best === 0 || weight(hit.value.way) > 0).map((hit) => hit.value.person))]
    let length = longest.length
    const next = words[i + length]
    const last = words[i + length - 1] as Token
    if (best < 2 && next !== undefined && !last.owns && next.gap === ' ' && next.capital) {
      const letter = /^\p{L}$/u.test(next.text)
      const same = people.filter((person) => letter && fold(person.name.split(/\s+/u).at(-1) ?? '').startsWith(next.word))
      if (same.length > 0 && !grammar.me.has(next.word)) {
        people = same
        length += 1
      } else if (
        best === 1 &&
        nameLike(i + length) &&
        index.names.at(words, i + length) === undefined &&
        !followedByGroup(i + length + 1)
      ) {
        const stranger = fresh(i, true)
        if (stranger !== undefined) return { ...stranger, mention: { ...stranger.mention, others: people.map((person) => person.id) } }
      }
    }
    const before = met.get((words[i] as Token).word)
    if (before !== undefined && 'fresh' in before && best < 2) return at(i, length, before, [])
    const ranked = rank(people, before)
    const chosen = ranked[0]
    return chosen === undefined
      ? undefined
      : at(
          i,
          length,
          { known: chosen.id },
          ranked.slice(1).map((person) => person.id),
        )
  }

  function standsForName(i: number, lastNameOnly: boolean): boolean {
    const token = words[i] as Token
    if (lastNameOnly && !token.capital) return false
    if (!grammar.everyday.has(token.word) && !grammar.nobody.has(token.word)) return token.capital || token.word.length > 2
    if (!token.capital) return false
    if (afterTrigger.has(i) || continuesList(i)) return true
    if (inDay(token) || lastNameOnly) return false
    if (grammar.nobody.has(token.word) && grammar.beforeDay.has(words[i - 1]?.word ?? '')) return false
    const next = words[i + 1]
    if (i > 0 && !/[.;:!?,]/.test(token.gap)) return !inDay(token)
    return (
      next === undefined ||
      /[,:&]/.test(next.gap) ||
      token.owns ||
      actsAt(i + 1) ||
      grammar.factVerb.at(words, i + 1) !== undefined ||
      grammar.and.at(words, i + 1) !== undefined
    )
  }

  function rank(people: readonly Person[], before: Who | undefined): readonly Person[] {
    const lastDay = (person: Person): string => context.momentsOf?.(person.id)[0]?.day ?? ''
    const count = (person: Person): number => context.momentsOf?.(person.id).length ?? 0
    const first = (person: Person): number =>
      before !== undefined && 'known' in before && before.known === person.id ? 0 : person.id === context.about ? 1 : 2
    return [...people].sort(
      (a, b) =>
        first(a) - first(b) ||
        lastDay(b).localeCompare(lastDay(a)) ||
        count(b) - count(a) ||
        a.name.localeCompare(b.name) ||
        a.id.localeCompare(b.id),
    )
  }

  function fresh(i: number, sure = false): NamedAt | undefined {
    const token = words[i] as Token
    const again = met.get(token.word)
    if (again !== undefined && 'fresh' in again && token.capital) return at(i, 1, again, [])
    if (!sure && !nameLike(i)) return undefined
    const length = nameLength(i)
    const end = i + length
    if (followedByGroup(end)) return undefined
    if (!sure && !afterTrigger.has(i) && !continuesList(i, length) && !isSubject(i, length)) return undefined
    const lastWord = words[end - 1] as Token
    const name = line.slice(token.from, lastWord.from + lastWord.text.length)
    return at(i, length, { fresh: name }, length === 1 ? near(token.word) : [])
  }

  function at(i: number, length: number, who: Who, others: readonly PersonId[]): NamedAt {
    const last = words[i + length - 1] as Token
    const from = (words[i] as Token).from
    const to = last.from + last.text.length
    return { mention: { who, typed: line.slice(from, to), others, from, to }, at: i, length, owns: last.owns }
  }

  function nameLike(i: number): boolean {
    const token = words[i]
    if (token === undefined || !token.capital || inDay(token)) return false
    if (/\p{N}/u.test(token.text) || (/^\p{Lu}+$/u.test(token.text) && token.text.length > 1)) return false
    if (token.word.includes("'") && grammar.nobody.has(token.word.split("'")[0] ?? '')) return false
    const monthOrName = grammar.everyday.has(token.word) && afterTrigger.has(i)
    if (
      (grammar.nobody.has(token.word) && !monthOrName) ||
      grammar.media.has(token.word) ||
      grammar.starts.has(token.word) ||
      grammar.did.has(token.word)
    )
      return false
    return index.elsewhere.at(words, i) === undefined
  }

  function nameLength(i: number): number {
    let length = 1
    for (let at = i + 1; at < words.length && length < MOST_WORDS; at = i + length) {
      const token = words[at] as Token
      if ((words[at - 1] as Token).owns || !/^(?: |-|\. |['’])$/.test(token.gap)) break
      if (nameLike(at) && index.names.at(words, at)?.value.way !== 'full') length += 1
      else {
        let step = 0
        while (grammar.particles.has(words[at + step]?.word ?? '') && words[at + step]?.capital === false && words[at + step]?.gap === ' ')
          step += 1
        if (step === 0 || step > 2 || !nameLike(at + step) || words[at + step]?.gap !== ' ') break
        length += step + 1
      }
    }
    return length
  }

  function followedByGroup(i: number): boolean {
    const token = words[i]
    return token !== undefined && token.gap === ' ' && grammar.groups.has(token.word)
  }

  /** "…and Ruth", "…, Ruth Okafor", "… & Ruth" right after somebody. */
  function continuesList(i: number, length = 1): boolean {
    const before = found.at(-1)
    if (before === undefined || before.owns) return false
    const end = before.at + before.length
    const token = words[i] as Token
    if (end === i) {
      if (/[&+/]/.test(token.gap)) return true
      if (!/^\s*,\s*$/.test(token.gap)) return false
      if (length > 1) return true
      const next = words[i + length]
      return next !== undefined && (grammar.and.at(words, i + length) !== undefined || next.gap.includes('&'))
    }
    if (end === i - 1 && grammar.towards.has(words[end]?.word ?? '') && grammar.introducing.has(words[before.at - 1]?.word ?? ''))
      return true
    const and = grammar.and.at(words, end)
    return and !== undefined && end + and.length === i && !/[.;:]/.test(token.gap)
  }

  function actsAt(i: number): boolean {
    const medium = grammar.media.at(words, i)
    return (
      medium?.value.act === true ||
      grammar.starts.at(words, i) !== undefined ||
      grammar.help.at(words, i) !== undefined ||
      grammar.given.at(words, i) !== undefined
    )
  }

  /** "Ruth called", "Ruth Okafor likes tea": a clause that begins with somebody who does something. */
  function isSubject(i: number, length: number): boolean {
    const token = words[i] as Token
    if (i > 0 && !/[.;:!?,]/.test(token.gap)) return false
    const next = words[i + length]
    if (next !== undefined && next.gap === ' ' && grammar.words.participle?.test(next.word) === true) {
      if (grammar.media.at(words, i + length) !== undefined || actsAt(i + length)) return true
    }
    if (length === 1) return next !== undefined && next.gap === ' ' && actsAt(i + 1) && !grammar.everyday.has(token.word)
    return next === undefined || /^\s*[:,]/.test(next.gap) || actsAt(i + length) || grammar.factVerb.at(words, i + length) !== undefined
  }

  /** People whose first name is one letter away. */
  function near(word: string): readonly PersonId[] {
    if (word.length < 3) return []
    return rank(
      context.people.filter((person) => oneApart(nameWords(person)[0]?.[0] ?? '', word)),
      undefined,
    ).map((person) => person.id)
  }
}

/** Places right after a word that calls for a name. */
function triggers(words: readonly Token[], grammar: Grammar): ReadonlySet<number> {
  const places = new Set<number>()
  for (let i = 0; i < words.length; i++) {
    for (const hit of grammar.beforeName.allAt(words, i)) {
      let at = i + hit.length
      if (/[.;:,]/.test(words[at]?.gap ?? '')) continue
      places.add(at)
      for (
        let skipped = 0;
        skipped < 3 &&
        grammar.besideName.has(words[at]?.word ?? '') &&
        (words[at]?.capital === false || grammar.words.participle !== undefined);
        skipped++
      ) {
        at += 1
        if (words[at - 1]?.word !== 'the') places.add(at)
      }
    }
  }
  return places
}

/** Whether two different words differ by one letter added, dropped or changed. */
function oneApart(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  let i = 0
  while (i < a.length && a[i] === b[i]) i += 1
  if (a.length === b.length) return a.slice(i + 1) === b.slice(i + 1)
  return a.length > b.length ? a.slice(i + 1) === b.slice(i) : a.slice(i) === b.slice(i + 1)
}

const folded = new WeakMap<Person, readonly (readonly string[])[]>()

/** The folded words of a person's name and of each other name; what completion compares with. Folded once per person. */
export function nameWords(person: Person): readonly (readonly string[])[] {
  const known = folded.get(person)
  if (known !== undefined) return known
  const words = [person.name, ...(person.aliases ?? [])].map(wordsOf)
  folded.set(person, words)
  return words
}
