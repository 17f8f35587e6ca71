import { i18n } from '@lingui/core'
import { addDays, type Day } from '../../kernel/time.ts'
import { type Clause, clauses, type FactStart, factAt, nameAt, type Sentence } from './clauses.ts'
import type { DayWord } from './days.ts'
import { type Grammar, grammar } from './grammar.ts'
import { findNames, type NamedAt } from './names.ts'
import { readMoment } from './seen-moment.ts'
import { cutOut, sentenceCase, tidy } from './text.ts'
import { type Token, tokens } from './tokens.ts'
import {
  type Context,
  distinctWho,
  freshNames,
  type Mention,
  type SeenDate,
  type SeenFact,
  type SeenPromise,
  type Span,
  type Understanding,
  type Who,
} from './understanding.ts'
import type { Words } from './words.ts'
import { german } from './words-de.ts'
import { english } from './words-en.ts'

/** How long a line may be; what lies beyond is kept as text and not read. */
const READ_AT_MOST = 2000
/** How long words that touch health or belief are shown, in days. */
const TACT_DAYS = 14

const grammars = new Map<Words, Grammar>()

/** The grammar of the language that is spoken, made once. */
function spoken(): Grammar {
  const words = i18n.locale === 'de' ? german : english
  const known = grammars.get(words) ?? grammar(words)
  grammars.set(words, known)
  return known
}

/**
 * Reads one line: who, how, when, what was promised, what is worth remembering.
 * Pure; never throws; whatever it does not understand stays in the moment's text.
 */
export function understand(line: string, context: Context): Understanding {
  const own = spoken()
  const read = line.slice(0, READ_AT_MOST)
  const words = tokens(read, own.words.possessive)
  const base = { line, promises: [], facts: [], dates: [], newPeople: [], mentions: [], spans: [] } satisfies Understanding
  if (words.length === 0) return { ...base, needs: 'words' }
  const allDays = context.days?.(read, context.today) ?? []
  const names = findNames(read, words, own, context, allDays)
  const days = allDays.filter((day) => !names.some((name) => name.mention.from < day.to && name.mention.to > day.from))
  const sentence: Sentence = {
    line: capitals(read, names),
    words,
    names,
    days,
    grammar: own,
    about: context.about !== undefined,
  }
  return assemble(sentence, context, base)
}

/** The line with capitals on the names that were typed without; nothing moves. */
function capitals(line: string, names: readonly NamedAt[]): string {
  let text = line
  for (const { mention } of names) {
    if (/\p{Lu}/u.test(mention.typed)) continue
    const typed = mention.typed.replace(/(?<!\p{L})\p{L}/gu, (letter) =>
      letter.toUpperCase().length === letter.length ? letter.toUpperCase() : letter,
    )
    text = text.slice(0, mention.from) + typed + text.slice(mention.to)
  }
  return text
}

function assemble(sentence: Sentence, context: Context, base: Understanding): Understanding {
  const parts = clauses(sentence)
  const speech = people(sentence, context)
  const promises: SeenPromise[] = []
  const facts: SeenFact[] = []
  const dates: SeenDate[] = []
  const paint: Span[] = []
  const toldIn = new Map<Clause, number>()
  const telling: Clause[] = []
  for (const clause of parts) {
    const date = readDate(sentence, clause, speech)
    if (date !== undefined) {
      dates.push(date.date)
      paint.push({ ...chars(sentence, clause.opens, clause.end), as: 'date' })
      if (!date.alone) telling.push(clause)
    } else if (clause.says.kind === 'promise') {
      const { textAt, to, pronouns, textEnd = clause.end } = clause.says.how
      const { due, text } = promiseWords(sentence, textAt, textEnd)
      const inside =
        to.length > 0
          ? to.map((name) => name.mention.who)
          : [...pronouns.flatMap((token) => speech.meant(token)), ...recipients(sentence, textAt, clause.end, speech)]
      if (text === '') {
        // "I'll 29 February" promises nothing that could be kept: its words stay with the moment.
        telling.push(clause)
        continue
      }
      promises.push({
        to: distinctWho(inside.length > 0 ? inside : speech.before((sentence.words[clause.opens] as Token).from)),
        text,
        due,
      })
      paint.push({ ...chars(sentence, clause.opens, clause.end), as: 'promise' })
    } else if (clause.says.kind === 'fact') {
      const { about, pronoun, textAt } = clause.says.how
      facts.push(readFact(sentence, textAt, clause.end, factPeople(about, pronoun, textAt, sentence, speech), context.today))
      paint.push({ ...chars(sentence, clause.opens, clause.end), as: 'fact' })
    } else {
      const inner = innerFact(sentence, clause)
      if (inner !== undefined) {
        toldIn.set(clause, inner.intro)
        facts.push(
          readFact(
            sentence,
            inner.how.textAt,
            inner.end,
            factPeople(inner.how.about, inner.how.pronoun, inner.how.textAt, sentence, speech),
            context.today,
          ),
        )
        paint.push({ ...chars(sentence, inner.how.textAt, inner.end), as: 'fact' })
      }
      telling.push(clause)
    }
  }
  const known = { promises, facts, dates }
  const seen = readMoment(sentence, parts, telling, toldIn, context, known)
  const mentions = sentence.names.map((name) => name.mention)
  const nobody = mentions.length === 0 && context.about === undefined
  if (seen?.plan !== undefined) promises.push(seen.plan)
  const spans = paintSpans(sentence, [...paint, ...(seen?.spans ?? [])], mentions)
  return {
    ...base,
    ...known,
    ...(seen?.moment === undefined ? {} : { moment: seen.moment }),
    newPeople: freshNames(mentions),
    mentions: context.about === undefined || mentions.length > 0 ? mentions : [pageMention(context.about, '')],
    spans,
    ...(nobody ? { needs: 'person' as const } : {}),
  }
}

/** The person of the page, as if the line named them. */
const pageMention = (about: NonNullable<Context['about']>, typed: string): Mention => ({
  who: { known: about },
  typed,
  others: [],
  from: 0,
  to: 0,
})

/** Who pronouns mean at a place in the line. */
interface Speech {
  meant(pronoun: Token): readonly Who[]
  before(from: number): readonly Who[]
}

function people({ names, words, grammar, line }: Sentence, context: Context): Speech {
  const distinctSets = [...new Set(words.map((token) => grammar.words.single.findIndex((set) => set.includes(token.word))))]
  const page: readonly Who[] = context.about === undefined ? [] : [{ known: context.about }]
  const before = (from: number): readonly NamedAt[] => names.filter((name) => name.mention.to <= from)
  return {
    meant: (pronoun) => {
      const earlier = before(pronoun.from)
      const last = earlier.at(-1)
      if (last === undefined) return page.length > 0 ? page : names.slice(0, 1).map((name) => name.mention.who)
      const group = [last]
      for (let i = earlier.length - 2; i >= 0; i--) {
        const [one, other] = [earlier[i] as NamedAt, group[0] as NamedAt]
        if (!/^\s*(?:,|&|\+|\/|,?\s*(?:and|with))\s*$/i.test(line.slice(one.mention.to, other.mention.from))) break
        group.unshift(one)
      }
      const set = grammar.words.single.findIndex((each) => each.includes(pronoun.word))
      if (!grammar.several.has(pronoun.word)) {
        const sets = distinctSets.filter((each) => each >= 0)
        return [(group.length === 2 && sets.length === 2 && set >= 0 ? (group[sets.indexOf(set)] as NamedAt) : last).mention.who]
      }
      return distinctWho(group.map((name) => name.mention.who))
    },
    before: (from) => {
      const earlier = before(from).filter((name) => !name.owns)
      if (earlier.length > 0) return distinctWho(earlier.map((name) => name.mention.who))
      return page.length > 0 ? page : names.slice(0, 1).map((name) => name.mention.who)
    },
  }
}

const factPeople = (
  about: readonly NamedAt[],
  pronoun: Token | undefined,
  textAt: number,
  sentence: Sentence,
  speech: Speech,
): readonly Who[] => {
  if (about.length > 0) return distinctWho(about.map((name) => name.mention.who))
  const first = sentence.words[textAt] as Token
  return pronoun === undefined ? speech.meant({ ...first, word: '' }) : speech.meant(pronoun)
}

/** Whom the words of a promise name: "send Ana the slides", "introduce Ana to Tom", "review her draft". */
function recipients(sentence: Sentence, from: number, end: number, speech: Speech): readonly Who[] {
  const { words, names, grammar } = sentence
  const named = names.filter((name) => name.at >= from && name.at < end)
  const present = named.filter((name) => !grammar.topic.at(words, name.at - 1))
  if (present.length > 0) return present.map((name) => name.mention.who)
  for (let i = from; i < end; i++) {
    const token = words[i] as Token
    if (grammar.them.has(token.word) || grammar.their.has(token.word)) return speech.meant(token)
  }
  return named.map((name) => name.mention.who)
}

/** What a promise says, without its day and without the person it is plainly for. */
function promiseWords(sentence: Sentence, textAt: number, end: number): { readonly text: string; readonly due: Day | undefined } {
  const { words, grammar, days, line } = sentence
  const first = words[textAt] as Token
  const stop = (words[end - 1] as Token).to
  const day = days.find((each) => each.from >= first.from && each.to <= stop && each.ahead !== undefined)
  const cuts: [number, number][] = []
  if (day !== undefined) cuts.push([withDayWords(sentence, day, first.from), day.to])
  const named = nameAt(sentence, textAt + 1)
  const object = words[textAt + 1 + (named?.length ?? 1)]
  const handedTo = named !== undefined || grammar.them.has(words[textAt + 1]?.word ?? '')
  if (
    grammar.handing.has(first.word) &&
    handedTo &&
    named?.owns !== true &&
    object !== undefined &&
    object.from < stop &&
    grammar.determiners.has(object.word)
  ) {
    cuts.push([(words[textAt + 1] as Token).from, object.from])
  }
  return { text: tidy(cutOut(line, first.from, stop, cuts)), due: day?.ahead }
}

/** Where a day word begins together with the small words before it: "by the end of the week". */
export function withDayWords({ words, grammar }: Sentence, day: DayWord, notBefore: number): number {
  let from = day.from
  for (let i = words.findLastIndex((token) => token.to <= day.from); i >= 0; i--) {
    const token = words[i] as Token
    if (token.from < notBefore || !grammar.beforeDay.has(token.word)) break
    from = token.from
  }
  return from
}

function readFact(sentence: Sentence, textAt: number, end: number, about: readonly Who[], today: Day): SeenFact {
  const { words, grammar, days, line } = sentence
  const first = words[textAt] as Token
  const stop = (words[end - 1] as Token).to
  const inside = (at: { within: (line: readonly Token[], from: number, end: number) => readonly unknown[] }): boolean =>
    at.within(words, textAt, end).length > 0
  const until = days.find((day) => day.from >= first.from && day.to <= stop && day.ahead !== undefined && untilBefore(sentence, day))
  const tact = inside(grammar.tact)
  const expires = until?.ahead ?? (tact ? addDays(today, TACT_DAYS) : undefined)
  return {
    about,
    text: sentenceCase(tidy(line.slice(first.from, stop))),
    ...(expires === undefined ? {} : { expires }),
    ...(inside(grammar.child) ? { child: true as const } : {}),
    ...(tact ? { tact: true as const } : {}),
  }
}

function untilBefore({ words, grammar }: Sentence, day: DayWord): boolean {
  const last = words.findLastIndex((token) => token.from <= day.from)
  return [last, last - 1, last - 2].some((i) => i >= 0 && grammar.until.at(words, i) !== undefined)
}

/** A fact told inside a clause: "talked about her move to Porto", "told me that he is leaving". It ends before "with Ana" when nobody was named yet. */
function innerFact(
  sentence: Sentence,
  clause: Clause,
): { readonly how: FactStart; readonly intro: number; readonly end: number } | undefined {
  const { words, grammar, names } = sentence
  for (let i = clause.opens; i < clause.end; i++) {
    for (const hit of grammar.intro.allAt(words, i, clause.end)) {
      const how = factAt(sentence, i + hit.length, clause.end, false)
      if (how === undefined) continue
      const company = names.find(
        (name) => name.at > how.textAt + 1 && name.at < clause.end && grammar.with.has(words[name.at - 1]?.word ?? ''),
      )
      const end = company !== undefined && !names.some((name) => name.at < company.at) ? company.at - 1 : clause.end
      return { how, intro: i, end }
    }
  }
  return undefined
}

/** A birthday or another day that comes round every year, with the day written beside it. */
function readDate(sentence: Sentence, clause: Clause, speech: Speech): { readonly date: SeenDate; readonly alone: boolean } | undefined {
  const { words, grammar, days } = sentence
  const hit = grammar.yearly.within(words, clause.opens, clause.end)[0]
  if (hit === undefined || clause.says.kind === 'promise') return undefined
  if (grammar.notADate.has(words[hit.at + hit.length]?.word ?? '') || grammar.child.within(words, clause.opens, clause.end).length > 0)
    return undefined
  const from = (words[clause.start] as Token).from
  const to = (words[clause.end - 1] as Token).to
  const day = days.find((each) => each.from >= from && each.from < to)
  const on = day?.ahead ?? day?.past
  if (day === undefined || on === undefined) return undefined
  const whole = day.yearDay ?? { month: Number(on.slice(5, 7)), day: Number(on.slice(8, 10)) }
  const named = sentence.names.filter((name) => name.at >= clause.start && name.at < clause.end)
  const who = named[0]?.mention.who ?? speech.meant({ ...(words[hit.at] as Token), word: '' })[0]
  if (who === undefined) return undefined
  const alone = [grammar.media, grammar.starts, grammar.help, grammar.did].every(
    (table) => table.within(words, clause.opens, hit.at).length === 0,
  )
  return { date: { who, what: hit.value, ...whole }, alone }
}

function chars({ words }: Sentence, start: number, end: number): { from: number; to: number } {
  return { from: (words[start] as Token).from, to: (words[end - 1] as Token).to }
}

/** Lays spans over each other, the later and finer ones on top, and joins what is left. */
function paintSpans(sentence: Sentence, painted: readonly Span[], mentions: readonly Mention[]): readonly Span[] {
  const cells: (Span['as'] | undefined)[] = new Array(sentence.line.length)
  const lay = (span: Span): void => void cells.fill(span.as, span.from, span.to)
  const rough = (span: Span): number => (['promise', 'fact', 'date'].includes(span.as) ? 0 : span.as === 'day' ? 2 : 1)
  for (const span of [...painted].sort((a, b) => rough(a) - rough(b))) lay(span)
  for (const mention of mentions) lay({ from: mention.from, to: mention.to, as: 'known' in mention.who ? 'person' : 'new-person' })
  const spans: Span[] = []
  for (let from = 0; from < cells.length; ) {
    const as = cells[from]
    let to = from + 1
    while (to < cells.length && cells[to] === as) to += 1
    const text = sentence.line.slice(from, to)
    const left = from + (text.length - text.trimStart().length)
    const right = to - (text.length - text.trimEnd().length)
    if (as !== undefined && left < right) spans.push({ from: left, to: right, as })
    from = to
  }
  return spans
}
