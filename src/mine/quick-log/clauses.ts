import type { DayWord } from './days.ts'
import type { Grammar } from './grammar.ts'
import type { NamedAt } from './names.ts'
import type { Token } from './tokens.ts'

/** A line in its parts, as every rule of the grammar sees it. */
export interface Sentence {
  readonly line: string
  readonly words: readonly Token[]
  readonly names: readonly NamedAt[]
  readonly days: readonly DayWord[]
  readonly grammar: Grammar
  /** Whether the page itself is about somebody. */
  readonly about: boolean
}

/** How a promise begins: where its own words begin, and whom it names on the way. */
export interface PromiseStart {
  readonly textAt: number
  readonly to: readonly NamedAt[]
  /** Pronouns on the way, for somebody named earlier. */
  readonly pronouns: readonly Token[]
  /** The verb that ends it, where one does: its words end before it. */
  readonly closes?: number | undefined
}

/** How a fact begins: whom it is about and where its words begin. */
export interface FactStart {
  readonly textAt: number
  readonly about: readonly NamedAt[]
  readonly pronoun?: Token | undefined
}

/** A stretch of words that says one thing. `end` is exclusive; both count tokens. */
export interface Clause {
  readonly start: number
  readonly end: number
  /** The first token after a joining word. */
  readonly opens: number
  readonly says:
    | { readonly kind: 'promise'; readonly how: PromiseStart }
    | { readonly kind: 'fact'; readonly how: FactStart }
    | { readonly kind: 'moment' }
}

const hardGap = /[;()\n—–!?]|:|\.(?:\s|$)|\s-\s/

/** Who is named from token `i` on, if anybody is. */
export const nameAt = (sentence: Sentence, i: number): NamedAt | undefined => sentence.names.find((name) => name.at === i)
const inName = (sentence: Sentence, i: number): boolean => sentence.names.some((name) => i > name.at && i < name.at + name.length)
const nameEnding = (sentence: Sentence, end: number): NamedAt | undefined => sentence.names.find((name) => name.at + name.length === end)

/** People named one after another from token `i`: "Ana, Tom and Priya". */
export function listAt(sentence: Sentence, i: number): { readonly people: readonly NamedAt[]; readonly end: number } {
  const people: NamedAt[] = []
  let end = i
  for (let next = nameAt(sentence, i); next !== undefined; ) {
    people.push(next)
    end = next.at + next.length
    if (next.owns) break
    const gap = sentence.words[end]?.gap ?? ''
    const and = sentence.grammar.and.at(sentence.words, end)
    next = /[&,+/]/.test(gap) ? nameAt(sentence, end) : and === undefined ? undefined : nameAt(sentence, end + and.length)
  }
  return { people, end }
}

/** How a promise of mine begins at token `i`, if one does. `opening`: whether a clause begins there. */
export function promiseAt(sentence: Sentence, i: number, opening: boolean): PromiseStart | undefined {
  const { words, grammar } = sentence
  const told = grammar.told.at(words, i)
  if (told !== undefined) {
    const to = listAt(sentence, i + told.length)
    const pronoun = words[i + told.length]
    const afterWhom =
      to.people.length > 0 ? to.end : pronoun !== undefined && grammar.them.has(pronoun.word) ? i + told.length + 1 : undefined
    const would = afterWhom === undefined ? undefined : grammar.wouldDo.at(words, afterWhom)
    if (would !== undefined && afterWhom !== undefined && afterWhom + would.length < words.length) {
      return { textAt: afterWhom + would.length, to: to.people, pronouns: to.people.length === 0 && pronoun !== undefined ? [pronoun] : [] }
    }
  }
  const closing = opening ? closingAt(sentence, i) : undefined
  if (closing !== undefined) return closing
  if (
    grammar.present.has(words[i]?.word ?? '') &&
    (grammar.me.has(words[i - 1]?.word ?? '') || opening) &&
    (nameAt(sentence, i + 1) !== undefined || grammar.them.has(words[i + 1]?.word ?? ''))
  )
    return { textAt: i, to: [], pronouns: [] }
  const given = grammar.given.at(words, i)
  if (given !== undefined && mine(sentence, i)) {
    let at = i + given.length
    if (grammar.meObject.has(words[at]?.word ?? '')) return undefined
    const to = listAt(sentence, at)
    const pronouns: Token[] = []
    const pronoun = words[at]
    if (to.people.length > 0 && to.people.at(-1)?.owns !== true) at = to.end
    else if (pronoun !== undefined && grammar.them.has(pronoun.word)) {
      pronouns.push(pronoun)
      at += 1
    }
    at += grammar.link.at(words, at)?.length ?? 0
    return at < words.length ? { textAt: at, to: to.people, pronouns } : undefined
  }
  const will = grammar.will.at(words, i) ?? (opening && nameAt(sentence, i) === undefined ? grammar.opening.at(words, i) : undefined)
  if (will !== undefined && mine(sentence, i) && i + will.length < words.length) return { textAt: i + will.length, to: [], pronouns: [] }
  return undefined
}

/** "Ihr die Folien versprochen", "habe Ana versprochen, die Folien zu schicken": the verb that promises stands at the end. */
function closingAt(sentence: Sentence, i: number): PromiseStart | undefined {
  const { words, grammar } = sentence
  let at = i
  while (grammar.me.has(words[at]?.word ?? '') || grammar.helpingMe.has(words[at]?.word ?? '')) at += 1
  let closes = at
  while (closes < words.length && !grammar.closing.has(words[closes]?.word ?? '')) {
    if (closes > i && /[,;:()!?]/.test((words[closes] as Token).gap)) return undefined
    if (grammar.media.at(words, closes) !== undefined || grammar.helpingThey.has(words[closes]?.word ?? '')) return undefined
    closes += 1
  }
  if (closes >= words.length || (closes === i && at === i && !words[closes + 1]?.gap.includes(','))) return undefined
  const to = listAt(sentence, at)
  const pronoun = words[at]
  const pronouns = to.people.length === 0 && pronoun !== undefined && grammar.them.has(pronoun.word) ? [pronoun] : []
  if (to.people.length > 0) at = to.end
  else if (pronouns.length > 0) at += 1
  if (at < closes) return { textAt: at, to: to.people, pronouns, closes }
  // What was promised follows after the comma.
  if (closes + 1 >= words.length || !(words[closes + 1] as Token).gap.includes(',')) return undefined
  let textAt = closes + 1
  const later = words[textAt]
  if (later !== undefined && grammar.them.has(later.word) && textAt + 1 < words.length) {
    if (to.people.length === 0 && pronouns.length === 0) pronouns.push(later)
    textAt += 1
  }
  return { textAt, to: to.people, pronouns }
}

/** Whether nobody but me stands before a verb. */
function mine({ words, grammar, names }: Sentence, i: number): boolean {
  const before = words[i - 1]
  if (before === undefined || /[,;.:]/.test((words[i] as Token).gap)) return true
  return (
    !grammar.they.has(before.word) &&
    !grammar.we.has(before.word) &&
    !names.some((name) => name.at + name.length === i && !name.owns && !grammar.beforeName.at(words, name.at - 1))
  )
}

/** How a fact begins at token `i`, if one does. A bare verb ("likes tea") counts where a clause begins. */
export function factAt(sentence: Sentence, i: number, end: number, bare: boolean): FactStart | undefined {
  const { words, grammar } = sentence
  const token = words[i]
  if (token === undefined || i >= end) return undefined
  if (grammar.contracted.at(words, i, end) !== undefined && i + 1 < end) return { textAt: i, about: [], pronoun: token }
  const next = words[i + 1]
  if (
    grammar.their.has(token.word) &&
    !(
      grammar.them.has(token.word) &&
      next !== undefined &&
      (grammar.determiners.has(next.word) || grammar.help.at(words, i + 1) !== undefined)
    ) &&
    next !== undefined &&
    i + 1 < end &&
    !/[,;.]/.test(next.gap) &&
    grammar.joins.at(words, i + 1) === undefined &&
    !grammar.beforeDay.has(next.word)
  ) {
    return { textAt: i, about: [], pronoun: token }
  }
  if (grammar.they.has(token.word) && grammar.factVerb.at(words, i + 1, end) !== undefined)
    return { textAt: grammar.who.has(token.word) ? i + 1 : i, about: [], pronoun: token }
  const list = listAt(sentence, i)
  const last = list.people.at(-1)
  if (last?.owns === true) return end - list.end >= 1 && (bare || end - list.end >= 2) ? { textAt: i, about: [last] } : undefined
  if (last !== undefined && grammar.factVerb.at(words, list.end, end) !== undefined) return { textAt: i, about: list.people }
  const company = grammar.with.has(words[i + 1]?.word ?? '') && grammar.media.at(words, i, end) !== undefined
  if (
    bare &&
    !company &&
    (sentence.about || sentence.names.some((name) => name.at < i)) &&
    grammar.bareFact.at(words, i, end) !== undefined
  )
    return { textAt: i, about: [] }
  return undefined
}

/** Cuts a sentence into clauses and says of each what it is. */
export function clauses(sentence: Sentence): readonly Clause[] {
  const { words, grammar } = sentence
  const found: Clause[] = []
  for (let start = 0; start < words.length; ) {
    const opens = start + openingJoin(start)
    const promise = promiseFrom(opens)
    const end = clauseEnd(opens, promise)
    const fact = promise === undefined ? factAt(sentence, opens, end, true) : undefined
    const aboutMoment = fact !== undefined && (isMomentAnyway(fact, end) || tellsDeed(opens, end))
    found.push({
      start,
      end,
      opens,
      says:
        promise !== undefined
          ? { kind: 'promise', how: promise }
          : fact !== undefined && !aboutMoment
            ? { kind: 'fact', how: fact }
            : { kind: 'moment' },
    })
    start = end
  }
  return found

  function openingJoin(i: number): number {
    const join = grammar.joins.at(words, i)
    return join !== undefined && i + join.length < words.length && i > 0 ? join.length : 0
  }

  /** "Ana's party was fun" tells of the party: what somebody owns is a medium. */
  function isMomentAnyway(fact: FactStart, end: number): boolean {
    const owner = fact.about.at(-1)
    return owner?.owns === true && [0, 1].some((step) => grammar.media.at(words, owner.at + owner.length + step, end) !== undefined)
  }

  /** "Ana hat mir geschrieben": what looks like something lasting about her is what she did. */
  function tellsDeed(from: number, end: number): boolean {
    const helped = words.slice(from, end).some((token) => grammar.helpingThey.has(token.word))
    return (
      helped &&
      [grammar.media, grammar.starts, grammar.help].some((table) =>
        table
          .within(words, from, end)
          .some((hit) => grammar.words.participle?.test((words[hit.at + hit.length - 1] as Token).word) === true),
      )
    )
  }

  function promiseFrom(i: number): PromiseStart | undefined {
    const direct = promiseAt(sentence, i, true)
    if (direct !== undefined) return direct
    return grammar.me.has(words[i]?.word ?? '') ? promiseAt(sentence, i + 1, true) : undefined
  }

  function clauseEnd(opens: number, promise: PromiseStart | undefined): number {
    for (let i = opens + 1; i < words.length; i++)
      if (!inName(sentence, i) && begins(i, opens, promise !== undefined, promise?.textAt)) return i
    return words.length
  }

  function begins(i: number, opens: number, promise: boolean, textAt: number | undefined): boolean {
    const token = words[i] as Token
    if (/^\.?\s*$/.test(token.gap) && dayCovers(token)) return false
    if ((textAt !== undefined && i <= textAt) || dayAlone(i)) return false
    if (hardGap.test(token.gap) && !(/^[:.]$/.test(token.gap) && /^\d/.test(token.word))) return true
    if (token.gap.includes(',')) return !continues(i, promise)
    const strong = promiseAt(sentence, i, false)
    if (strong !== undefined && !(i === opens + 1 && grammar.me.has(words[opens]?.word ?? ''))) return true
    if (grammar.me.has(token.word) && promiseAt(sentence, i + 1, false) !== undefined) return true
    if (grammar.who.has(token.word) && grammar.factVerb.at(words, i + 1) !== undefined) return true
    const join = grammar.joins.at(words, i)
    return join !== undefined && joinBegins(i + join.length, promise)
  }

  /** Whether what follows "and" says something of its own. */
  function joinBegins(i: number, promise: boolean): boolean {
    const token = words[i]
    if (token === undefined) return false
    if (
      promiseFrom(i) !== undefined &&
      !(
        promise &&
        grammar.opening.at(words, i) === undefined &&
        grammar.given.at(words, i) === undefined &&
        grammar.will.at(words, i) === undefined
      )
    )
      return true
    if (grammar.me.has(token.word)) return i + 1 < words.length && nameEnding(sentence, i - 1) === undefined
    if (grammar.they.has(token.word) || grammar.contracted.at(words, i) !== undefined) return true
    if (grammar.their.has(token.word)) return [2, 3, 4].some((step) => grammar.factVerb.at(words, i + step) !== undefined)
    const list = listAt(sentence, i)
    if (list.people.length > 0)
      return list.people.at(-1)?.owns === true || grammar.factVerb.at(words, list.end) !== undefined || actsAt(list.end)
    return grammar.did.at(words, i) !== undefined || actsAt(i) || grammar.bareFact.at(words, i) !== undefined
  }

  function actsAt(i: number): boolean {
    return (
      grammar.media.at(words, i)?.value.act === true ||
      grammar.starts.at(words, i) !== undefined ||
      grammar.help.at(words, i)?.value === 'verb'
    )
  }

  /** Whether a comma goes on with what it follows: a list of people, a promise's next thing, a day alone. */
  function continues(i: number, promise: boolean): boolean {
    const token = words[i] as Token
    if (promise && grammar.determiners.has(token.word) && grammar.their.has(token.word) === false) return true
    if (nameAt(sentence, i) === undefined || nameEnding(sentence, i) === undefined || closingAt(sentence, i) !== undefined) return false
    const list = listAt(sentence, i)
    return factAt(sentence, i, words.length, false) === undefined && !actsAt(list.end)
  }

  /** Whether a day word stands alone between two marks: "birthday: 17.6.", "…, by Monday". It belongs to what it follows. */
  function dayAlone(i: number): boolean {
    let first = i
    while (grammar.beforeDay.has(words[first]?.word ?? '') && !sentence.days.some((day) => day.from === words[first]?.from)) first += 1
    const day = sentence.days.find((each) => each.from === words[first]?.from)
    const next = day === undefined ? undefined : words.find((token) => token.from >= day.to)
    return day !== undefined && (next === undefined || /[,;:.!?()—–\n]/.test(sentence.line.slice(day.to - 1, next.from)))
  }

  function dayCovers(token: Token): boolean {
    return sentence.days.some((day) => token.from > day.from && token.from < day.to)
  }
}
