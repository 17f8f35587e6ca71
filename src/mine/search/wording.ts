import { i18n } from '@lingui/core'
import { type Day, nextYearDay } from '../../kernel/time.ts'
import { longDay } from '../moments/day-text.ts'
import { dayText, pastText } from '../warmth/days-in-words.ts'
import type { Hit } from './answer.ts'
import { entryOf, type Group } from './entry.ts'
import type { Fit, Sought } from './sought.ts'
import { tokensOf, writtenLength } from './terms.ts'

/** A piece of a line; the marked ones are what was looked for. */
export interface Part {
  readonly text: string
  readonly marked: boolean
}

/** A hit in one line: what it says, and where that stands. */
export interface HitLine {
  readonly parts: readonly Part[]
  /** For a person, what else about them was looked for, or where they belong. */
  readonly beside: readonly Part[]
  /** For everything else, whose it is. */
  readonly who: string
  /** When it was, or is; empty where that says nothing. */
  readonly when: string
}

/** How long a line may be before it is cut around what was found. */
const LONG = 140
/** What was found further in than this may lie beyond the edge of a narrow line; then so many letters stay before it. */
const IN_SIGHT = 44
const AHEAD = 28
const MOST_NAMES = 3

/** A group in the words of its head. */
export function groupText(group: Group): string {
  switch (group) {
    case 'people':
      return i18n._({ id: 'search.group.people', message: 'People' })
    case 'moments':
      return i18n._({ id: 'search.group.moments', message: 'Moments' })
    case 'remembered':
      return i18n._({ id: 'search.group.remembered', message: 'Remembered' })
    case 'promises':
      return i18n._({ id: 'search.group.promises', message: 'Promises' })
    case 'more':
      return i18n._({ id: 'search.group.more', message: 'Elsewhere' })
  }
}

/** A text in parts, with the words of a question marked: whole words, the beginning that was typed, or the word that was meant. */
export function marked(text: string, sought: Sought, fit: Fit): Part[] {
  const parts: Part[] = []
  let end = 0
  for (const [from, to] of marksIn(text, sought, fit)) {
    if (from > end) parts.push({ text: text.slice(end, from), marked: false })
    parts.push({ text: text.slice(from, to), marked: true })
    end = to
  }
  if (end < text.length) parts.push({ text: text.slice(end), marked: false })
  return parts
}

function marksIn(text: string, sought: Sought, fit: Fit): [number, number][] {
  const marks: [number, number][] = []
  for (const { term, from, to } of tokensOf(text)) {
    const met = sought.meets(term, fit)
    if (met === undefined) continue
    const until = met === 'all' ? to : from + writtenLength(text.slice(from, to), met)
    const last = marks.at(-1)
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], until)
    else marks.push([from, until])
  }
  return marks
}

/** A text as one line, cut around the first word that was looked for. */
function cut(text: string, sought: Sought, fit: Fit): Part[] {
  const line = text.trim().replace(/\s+/gu, ' ')
  const first = marksIn(line, sought, fit)[0]?.[0] ?? 0
  const from = first <= IN_SIGHT ? 0 : boundary(line, first - AHEAD)
  const to = line.length - from <= LONG ? line.length : boundary(line, from + LONG)
  return marked(`${from > 0 ? '… ' : ''}${line.slice(from, to).trim()}${to < line.length ? ' …' : ''}`, sought, fit)
}

/** The beginning of a word at or a little after a place, and never half a letter. */
function boundary(line: string, at: number): number {
  const space = line.indexOf(' ', at)
  if (space >= 0 && space - at < AHEAD / 2) return space + 1
  const code = line.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at
}

/** A hit in one line. */
export function lineOfHit(hit: Hit, today: Day): HitLine {
  const { sought, record } = hit
  // Also where a word itself was found, the words that begin with it are worth a mark.
  const fit = hit.fit === 'near' ? 'near' : 'beginning'
  const entry = entryOf(record)
  const texts = entry?.texts ?? []
  const meeting = texts.find((text) => marksIn(text, sought, fit).length > 0)
  if (record.kind === 'person') {
    const beside = meeting ?? record.department ?? record.role ?? record.company ?? ''
    const alias = (record.aliases ?? []).find((one) => marksIn(one, sought, fit).length > 0)
    const name = marked(record.name, sought, fit)
    const byAlias = alias !== undefined && !name.some((part) => part.marked)
    return { parts: name, beside: cut(byAlias ? alias : beside, sought, fit), who: '', when: '' }
  }
  return {
    parts: cut(meeting ?? texts[0] ?? '', sought, fit),
    beside: [],
    who: namesText(hit),
    when: whenText(hit, today),
  }
}

/** Whose it is: up to three names, as the language joins them. */
function namesText({ people }: Hit): string {
  const names = people.slice(0, MOST_NAMES).map(({ name }) => name)
  const others = people.length - names.length
  if (others > 0)
    names.push(i18n._({ id: 'search.who.others', message: '{others, plural, one {one more} other {# more}}', values: { others } }))
  return new Intl.ListFormat(i18n.locale || 'en', { type: 'conjunction' }).format(names)
}

function whenText({ record, day }: Hit, today: Day): string {
  if (record.kind === 'date') return longDay(nextYearDay(record, today), today)
  if (record.kind === 'promise') {
    if (record.kept !== undefined) return i18n._({ id: 'search.when.kept', message: 'kept' })
    if (record.dropped !== undefined) return i18n._({ id: 'search.when.dropped', message: 'let go' })
    if (record.due === undefined) return ''
    return i18n._({ id: 'search.when.due', message: 'by {day}', values: { day: dayText(record.due, today) } })
  }
  return day === undefined ? '' : pastText(day, today)
}
