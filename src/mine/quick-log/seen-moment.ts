import { type Day, daysBetween } from '../../kernel/time.ts'
import type { Medium, Moment, Shape } from '../moments/contract.ts'
import type { Clause, Sentence } from './clauses.ts'
import type { DayWord } from './days.ts'
import type { NamedAt } from './names.ts'
import { cutOut, sentenceCase, tidy } from './text.ts'
import type { Found, Token } from './tokens.ts'
import {
  type Context,
  distinctMentions,
  type Mention,
  type SeenDate,
  type SeenFact,
  type SeenMoment,
  type SeenPromise,
  type Span,
} from './understanding.ts'
import type { MediumWord } from './words.ts'

/** What the clauses that tell of something say together. */
export interface SeenThere {
  readonly moment?: SeenMoment | undefined
  /** "Lunch with Ana tomorrow" tells of nothing past: it is a promise with a day. */
  readonly plan?: SeenPromise | undefined
  readonly spans: readonly Span[]
}

interface Elsewhere {
  readonly promises: readonly SeenPromise[]
  readonly facts: readonly SeenFact[]
  readonly dates: readonly SeenDate[]
}

/** Reads the moment out of the clauses that are neither promise nor fact. `toldIn`: where a fact begins to be told inside one. */
export function readMoment(
  sentence: Sentence,
  parts: readonly Clause[],
  telling: readonly Clause[],
  toldIn: ReadonlyMap<Clause, number>,
  context: Context,
  elsewhere: Elsewhere,
): SeenThere | undefined {
  const { words, grammar } = sentence
  const heads = telling.map((clause) => ({ clause, end: headEnd(sentence, clause, toldIn.get(clause)) }))
  const everyMedium = heads.flatMap(({ clause, end }) => mediaWithin(sentence, clause.opens, end))
  const then = everyMedium.filter((hit) => !grammar.notThen.has(words[hit.at - 1]?.word ?? ''))
  const media = then.length > 0 ? then : everyMedium
  const within = <T>(table: { within: (line: readonly Token[], from: number, end: number) => readonly Found<T>[] }): readonly Found<T>[] =>
    telling.flatMap((clause) => table.within(words, clause.start, clause.end))
  const starts = heads.flatMap(({ clause, end }) => grammar.starts.within(words, clause.opens, end))
  const theirs = within(grammar.theyStarted)
  const help = readHelp(sentence, telling)
  const named = heads.flatMap(({ clause, end }) => sentence.names.filter((name) => name.at >= clause.start && name.at < end))
  const page: readonly Mention[] =
    context.about === undefined ? [] : [{ who: { known: context.about }, typed: '', others: [], from: 0, to: 0 }]
  const others = elsewhere.promises.length + elsewhere.facts.length + elsewhere.dates.length
  const happened = media.length > 0 || starts.length > 0 || theirs.length > 0 || help !== undefined
  if (!happened && others > 0 && !telling.some((clause) => saysMore(sentence, clause, toldIn.get(clause)))) return undefined
  if (telling.length === 0) return undefined

  const best = [...media].sort((a, b) => b.value.rank - a.value.rank)[0]
  const { medium, shape } = mediumOf(best?.value, media, within(grammar.unanswered).length > 0, help !== undefined)
  const starter = whoStarted(sentence, telling, media, starts, theirs.length > 0, best)
  const unanswered = within(grammar.unanswered).length > 0
  const sentOnly =
    medium === 'message' &&
    best?.value.writing === true &&
    starter === 'me' &&
    !media.some((hit) => hit.value.answer === true) &&
    !withSomebody(sentence, best)
  const told = tellsOfPast(sentence, telling, media)
  const day = dayOfMoment(sentence, heads, context.today, told)
  const spans: Span[] = [
    ...media.map((hit) => span(words, hit, 'medium')),
    ...within(grammar.help).map((hit) => span(words, hit, 'help')),
    ...within(grammar.depth).map((hit) => span(words, hit, 'depth')),
    ...(day === undefined ? [] : [{ from: day.from, to: day.to, as: 'day' as const }]),
  ]
  const people = distinctMentions([...page, ...chosenPeople(named, sentence)])
  if (day !== undefined && day.day > context.today && others === 0 && !told) {
    const text = tidy(cutOut(sentence.line, 0, sentence.line.length, [[day.cutFrom, day.to]]))
    return people.length === 0 || text === ''
      ? { spans }
      : { plan: { to: people.map((mention) => mention.who), text, due: day.day }, spans }
  }
  const depths = within(grammar.depth).map((hit) => hit.value)
  const depth = depths.includes('real') ? 'real' : depths.includes('passing') ? 'passing' : undefined
  const present = presentCount(sentence, telling, people.length)
  return {
    spans,
    moment: {
      people,
      medium: unanswered && (medium === 'message' || medium === 'call' || medium === 'one-way') ? 'one-way' : sentOnly ? 'one-way' : medium,
      shape,
      day: day === undefined || day.day > context.today ? context.today : day.day,
      startedBy: starter,
      ...(help === undefined ? {} : { help }),
      ...(depth === undefined ? {} : { depth }),
      ...(present === undefined ? {} : { present }),
      text: momentText(sentence, parts, day, context.today),
    },
  }
}

const span = (words: readonly Token[], hit: Found<unknown>, as: Span['as']): Span => ({
  from: (words[hit.at] as Token).from,
  to: (words[hit.at + hit.length - 1] as Token).to,
  as,
})

/** Where a clause stops telling who and how and begins to say what about. */
function headEnd({ words, grammar }: Sentence, clause: Clause, told: number | undefined): number {
  for (let i = clause.opens; i < clause.end; i++) if (i === told || grammar.topic.at(words, i, clause.end) !== undefined) return i
  return clause.end
}

function mediaWithin(sentence: Sentence, from: number, end: number): readonly Found<MediumWord>[] {
  const { words, grammar, line, names } = sentence
  const hits: Found<MediumWord>[] = []
  for (let i = from; i < end; ) {
    const hit = grammar.media.allAt(words, i, end).find(({ value, at, length }) => {
      if (value.proper === true && (words[at] as Token).capital === false) return false
      if (names.some((name) => name.at < at + length && name.at + name.length > at)) return false
      return value.beside === undefined || words.some((token) => value.beside?.includes(token.word))
    })
    if (hit !== undefined) hits.push(hit)
    i += hit?.length ?? 1
  }
  return line === '' ? [] : hits
}

function mediumOf(
  best: MediumWord | undefined,
  media: readonly Found<MediumWord>[],
  unanswered: boolean,
  help: boolean,
): { readonly medium: Medium; readonly shape: Shape } {
  if (best === undefined) return unanswered ? { medium: 'one-way', shape: 'message' } : { medium: 'face', shape: help ? 'help' : 'talk' }
  const writing = media.find((hit) => hit.value.writing === true || hit.value.answer === true)
  if (best.medium === 'video' && writing !== undefined) return { medium: 'message', shape: 'message' }
  const overVideo =
    (best.shape === 'coffee' || best.shape === 'lunch' || best.shape === 'meeting' || best.shape === 'party') &&
    media.some((hit) => hit.value.medium === 'video')
  const shape = help && best.rank <= 3 ? 'help' : best.shape
  return { medium: overVideo ? 'video' : best.medium, shape }
}

/** The first deed of the line decides; then "mail from Ana"; then what is usual for the medium. */
function whoStarted(
  sentence: Sentence,
  telling: readonly Clause[],
  media: readonly Found<MediumWord>[],
  starts: readonly Found<true>[],
  theirs: boolean,
  best: Found<MediumWord> | undefined,
): Moment['startedBy'] {
  const { words, grammar } = sentence
  const deeds = [
    ...media
      .filter((hit) => hit.value.act === true)
      .map((hit) => ({ ...hit, flip: hit.value.answer === true, usual: hit.value.answer === true ? 'me' : hit.value.by })),
    ...starts.map((hit) => ({ ...hit, flip: false, usual: 'me' as const })),
  ].sort((a, b) => a.at - b.at)
  const deed = deeds.find(
    (each) => best === undefined || best.value.act === true || starts.some((start) => start.at === each.at) || each.at < best.at,
  )
  if (deed !== undefined) {
    const clause = telling.find((each) => deed.at >= each.start && deed.at < each.end)
    const last = helpedSubject(sentence, deed.at + deed.length - 1, clause)
    const subject = last ?? subjectOf(sentence, deed.at, clause?.start ?? 0)
    const object =
      grammar.meObject.has(words[deed.at + deed.length]?.word ?? '') ||
      (grammar.to.has(words[deed.at + deed.length]?.word ?? '') && grammar.meObject.has(words[deed.at + deed.length + 1]?.word ?? ''))
    const who = subject ?? (object ? 'they' : deed.usual)
    return deed.flip && who !== 'both' ? (who === 'me' ? 'they' : 'me') : who
  }
  if (theirs) return 'they'
  if (best === undefined) return 'both'
  for (const { at, length, value } of media) {
    if (value.shape !== 'message' && value.shape !== 'call') continue
    const after = words[at + length]?.word ?? ''
    if (grammar.from.has(after)) return 'they'
    if (grammar.to.has(after)) return 'me'
  }
  return best.value.by
}

/** Who did what a verb at the end of its clause tells, by the verb that helps it; without one it was me, unless it was done to me. */
function helpedSubject({ words, grammar }: Sentence, verb: number, clause: Clause | undefined): Moment['startedBy'] | undefined {
  if (clause === undefined || grammar.words.participle?.test((words[verb] as Token).word) !== true) return undefined
  let toMe = false
  for (let i = verb - 1; i >= clause.start; i--) {
    const { word } = words[i] as Token
    if (grammar.helpingMe.has(word)) return 'me'
    if (grammar.helpingThey.has(word)) return 'they'
    if (grammar.helpingWe.has(word)) return words.some((token, at) => at < verb && grammar.we.has(token.word)) ? 'both' : 'they'
    if (grammar.meObject.has(word)) toMe = true
  }
  return toMe ? 'they' : 'me'
}

/** Who stands before a verb: I, we, or somebody else. */
function subjectOf({ words, grammar, names }: Sentence, verb: number, from: number): Moment['startedBy'] | undefined {
  for (let i = verb - 1; i >= from && i >= verb - 3; i--) {
    const token = words[i] as Token
    if (grammar.we.has(token.word)) return 'both'
    if (grammar.me.has(token.word)) return names.some((name) => name.at + name.length === i - 1) ? 'both' : 'me'
    if (grammar.they.has(token.word)) return 'they'
    const name = names.find((each) => each.at + each.length === i + 1)
    if (name !== undefined) {
      if (grammar.me.has(words[name.at - 2]?.word ?? '')) return 'both'
      const calledFor = [1, 2].some(
        (step) => name.at - step >= from && grammar.beforeName.allAt(words, name.at - step).some((hit) => hit.at + hit.length === name.at),
      )
      return calledFor ? undefined : 'they'
    }
    if (/[,;.]/.test((words[i + 1] as Token).gap)) return undefined
  }
  return undefined
}

const withSomebody = ({ words, grammar }: Sentence, hit: Found<MediumWord>): boolean =>
  grammar.with.has(words[hit.at + hit.length]?.word ?? '')

function readHelp(sentence: Sentence, telling: readonly Clause[]): 'given' | 'received' | undefined {
  const { words, grammar } = sentence
  for (const clause of telling) {
    for (const hit of grammar.help.within(words, clause.start, clause.end)) {
      if (hit.value !== 'verb') return hit.value
      const helped = helpedSubject(sentence, hit.at + hit.length - 1, clause)
      if (helped !== undefined) return helped === 'they' ? 'received' : 'given'
      const next = words[hit.at + hit.length]
      if (grammar.meObject.has(next?.word ?? '')) return 'received'
      const object = sentence.names.some((name) => name.at === hit.at + hit.length) || grammar.them.has(next?.word ?? '')
      const subject = subjectOf(sentence, hit.at, clause.start)
      if (subject === 'they') return object ? undefined : 'received'
      return 'given'
    }
  }
  return undefined
}

/** Whether a clause says anything beyond names, days and joining words: then its words must be kept. */
function saysMore({ words, grammar, names, days }: Sentence, clause: Clause, told: number | undefined): boolean {
  const end = told ?? clause.end
  for (let i = clause.opens; i < end; i++) {
    const token = words[i] as Token
    const named = names.some((name) => i >= name.at && i < name.at + name.length)
    const dated = days.some((day) => token.from >= day.from && token.to <= day.to)
    if (!named && !dated && !grammar.beforeDay.has(token.word) && !grammar.me.has(token.word) && grammar.joins.at(words, i) === undefined)
      return true
  }
  return false
}

interface MomentDay {
  readonly day: Day
  readonly from: number
  readonly to: number
  readonly cutFrom: number
}

function dayOfMoment(
  sentence: Sentence,
  heads: readonly { readonly clause: Clause; readonly end: number }[],
  today: Day,
  told: boolean,
): MomentDay | undefined {
  const { words, grammar, days } = sentence
  const usable = days.filter((day) => {
    const first = words.findIndex((token) => token.to > day.from)
    const inHead = heads.some(({ clause, end }) => first >= clause.start && first < end)
    const inTail = heads.some(({ clause, end }) => first >= end && first < clause.end)
    const before = words[first - 1]
    const bound = before !== undefined && grammar.until.at(words, first - 1) !== undefined
    const afterTopic = before !== undefined && grammar.topic.at(words, first - 1) !== undefined
    return (
      (inHead || (inTail && !afterTopic && day.past !== undefined && day.past < today)) &&
      !bound &&
      !grammar.edgeOfDay.has(before?.word ?? '')
    )
  })
  const day = usable.find((each) => each.past !== undefined) ?? usable[0]
  const on = day === undefined ? undefined : told || !soonerAhead(day, today) ? (day.past ?? day.ahead) : day.ahead
  if (day === undefined || on === undefined) return undefined
  const before = words.findLast((token) => token.to <= day.from)
  const cutFrom =
    before !== undefined && grammar.onDay.has(before.word) && sentence.line.slice(before.to, day.from).trim() === ''
      ? before.from
      : day.from
  return { day: on, from: day.from, to: day.to, cutFrom }
}

/** Whether a day without a year is much nearer ahead than behind: "3 December" said in November. */
const soonerAhead = ({ past, ahead, yearDay }: DayWord, today: Day): boolean =>
  yearDay !== undefined && past !== undefined && ahead !== undefined && 3 * daysBetween(today, ahead) < daysBetween(past, today)

function tellsOfPast({ words, grammar }: Sentence, telling: readonly Clause[], media: readonly Found<MediumWord>[]): boolean {
  return (
    media.some((hit) => hit.value.act === true) ||
    media.length === 0 ||
    telling.some(
      (clause) =>
        grammar.did.within(words, clause.start, clause.end).length > 0 || grammar.starts.within(words, clause.start, clause.end).length > 0,
    )
  )
}

/** Everybody who was there: not whom the talk was about, nor whose desk it was, unless nobody else is named. */
function chosenPeople(inHeads: readonly NamedAt[], sentence: Sentence): readonly Mention[] {
  const there = inHeads.filter((name) => !name.owns)
  const all = there.length > 0 ? there : inHeads.length > 0 ? inHeads : sentence.names
  return all.map((name) => name.mention)
}

/** "and 5 others", "8 of us", "with 12 people". */
function presentCount({ words, grammar }: Sentence, telling: readonly Clause[], named: number): number | undefined {
  for (const clause of telling) {
    for (let i = clause.start; i < clause.end - 1; i++) {
      const number = /^\d{1,4}$/.test((words[i] as Token).text) ? Number((words[i] as Token).text) : 0
      if (number < 1) continue
      if (grammar.others.at(words, i + 1, clause.end) !== undefined) return number + named + 1
      const count = grammar.peopleCount.at(words, i + 1, clause.end)
      if (count !== undefined && number > 1) return Math.max(grammar.with.has(words[i - 1]?.word ?? '') ? number + 1 : number, named + 1)
    }
  }
  return undefined
}

/** The line without its promises and without the day it is kept under; the whole line when nothing is left. */
function momentText({ words, line }: Sentence, parts: readonly Clause[], day: MomentDay | undefined, today: Day): string {
  const cuts: [number, number][] = parts
    .filter((clause) => clause.says.kind === 'promise')
    .map((clause) => [(words[clause.start] as Token).from, clause.end < words.length ? (words[clause.end] as Token).from : line.length])
  if (day !== undefined && day.day <= today) cuts.push([day.cutFrom, day.to])
  const text = tidy(cutOut(line, 0, line.length, cuts))
  return sentenceCase(/\p{L}|\p{N}/u.test(text) ? text : line.trim())
}
