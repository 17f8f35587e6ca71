import { i18n } from '@lingui/core'
import type { PersonId } from '../../kernel/ids.ts'
import { type Day, daysBetween, Temporal } from '../../kernel/time.ts'
import { longDay } from '../moments/day-text.ts'
import { mediumText, shapeText } from '../moments/wording.ts'
import type { Part } from './amend.ts'
import type { Understanding, Who } from './understanding.ts'

/** The name of somebody in the book. */
export type NameOf = (person: PersonId) => string

/** One piece of what was understood, short enough to be shown beside others and changed by a tap. */
export type Chip =
  | { readonly is: 'person'; readonly text: string; readonly who: Who; readonly fresh: boolean; readonly others: readonly PersonId[] }
  | { readonly is: 'shape' | 'medium' | 'day' | 'started' | 'help' | 'depth'; readonly text: string }
  | { readonly is: 'promise' | 'fact' | 'date'; readonly text: string; readonly part: Part; readonly tact?: true }
  | { readonly is: 'needs'; readonly text: string }

/** What was understood as chips, in the order of a sentence: who, what, when, then what comes of it. */
export function chips(understanding: Understanding, nameOf: NameOf, today: Day): readonly Chip[] {
  const { moment, promises, facts, dates, mentions, needs } = understanding
  const name = (who: Who): string => ('fresh' in who ? who.fresh : nameOf(who.known))
  const out: Chip[] = []
  if (needs !== undefined) out.push({ is: 'needs', text: needsText(needs) })
  for (const mention of moment?.people ?? (mentions.length > 0 ? mentions.slice(0, 1) : [])) {
    const fresh = 'fresh' in mention.who
    const text = fresh
      ? i18n._({ id: 'log.chip.new', message: '{name}, new in your book', values: { name: name(mention.who) } })
      : name(mention.who)
    out.push({ is: 'person', text, who: mention.who, fresh, others: mention.others })
  }
  if (moment !== undefined) {
    out.push({ is: 'shape', text: shapeText(moment) })
    if (!telling(moment.shape)) out.push({ is: 'medium', text: mediumText(moment.medium) })
    out.push({ is: 'day', text: dayText(moment.day, today) })
    if (moment.startedBy !== 'both' && moment.shape !== 'message') out.push({ is: 'started', text: startedText(moment.startedBy) })
    if (moment.help !== undefined) out.push({ is: 'help', text: helpText(moment.help) })
    if (moment.depth !== undefined && moment.depth !== 'normal') out.push({ is: 'depth', text: depthText(moment.depth) })
  }
  promises.forEach((promise, at) => {
    out.push({ is: 'promise', text: promiseText(promise.to.map(name), promise.text, promise.due, today), part: { list: 'promises', at } })
  })
  facts.forEach((fact, at) => {
    const text = factText(fact.about.map(name), fact.text, fact.expires, today)
    out.push({ is: 'fact', text, part: { list: 'facts', at }, ...(fact.tact === true ? { tact: true as const } : {}) })
  })
  dates.forEach((date, at) => {
    const values = { name: name(date.who), day: yearDayText(date) }
    const text =
      date.what === 'birthday'
        ? i18n._({ id: 'log.chip.birthday', message: 'Birthday of {name}: {day}', values })
        : i18n._({ id: 'log.chip.anniversary', message: 'Anniversary of {name}: {day}', values })
    out.push({ is: 'date', text, part: { list: 'dates', at } })
  })
  return out
}

/** What was understood in at most a few plain lines, for the terminal and for those who listen instead of look. */
export function sentences(understanding: Understanding, nameOf: NameOf, today: Day): readonly string[] {
  const all = chips(understanding, nameOf, today)
  const first = all.filter((chip) => !['promise', 'fact', 'date', 'needs'].includes(chip.is)).map((chip) => chip.text)
  const rest = all.filter((chip) => ['promise', 'fact', 'date', 'needs'].includes(chip.is)).map((chip) => chip.text)
  return [...(understanding.moment !== undefined && first.length > 0 ? [`${first.join(' · ')}`] : []), ...rest]
}

/** What a line still needs, in one sentence. */
export function needsText(needs: NonNullable<Understanding['needs']>): string {
  return needs === 'words'
    ? i18n._({ id: 'log.needs.words', message: 'Write one line about what took place, for example "lunch with" and a name.' })
    : i18n._({ id: 'log.needs.person', message: 'Whom is it about? Add a name; somebody new begins with a capital letter.' })
}

/** A day as one says it: today, yesterday, on Tuesday, 12 November. */
export function dayText(day: Day, today: Day): string {
  const distance = daysBetween(day, today)
  if (distance === 0) return i18n._({ id: 'log.day.today', message: 'today' })
  if (distance === 1) return i18n._({ id: 'log.day.yesterday', message: 'yesterday' })
  if (distance === -1) return i18n._({ id: 'log.day.tomorrow', message: 'tomorrow' })
  if (Math.abs(distance) < 7) {
    const weekday = Temporal.PlainDate.from(day).toLocaleString(i18n.locale || 'en', { weekday: 'long' })
    return distance > 0
      ? i18n._({ id: 'log.day.weekday', message: 'on {weekday}', values: { weekday } })
      : i18n._({ id: 'log.day.coming', message: 'this coming {weekday}', values: { weekday } })
  }
  return longDay(day, today)
}

/** Shapes that say by themselves how we were in touch. */
const telling = (shape: string): boolean => ['lunch', 'coffee', 'walk', 'talk', 'message', 'call'].includes(shape)

const startedText = (by: 'me' | 'they'): string =>
  by === 'me' ? i18n._({ id: 'log.started.me', message: 'you began' }) : i18n._({ id: 'log.started.they', message: 'they began' })

const helpText = (help: 'given' | 'received'): string =>
  help === 'given'
    ? i18n._({ id: 'log.help.given', message: 'you helped' })
    : i18n._({ id: 'log.help.received', message: 'you were helped' })

const depthText = (depth: 'passing' | 'real'): string =>
  depth === 'real'
    ? i18n._({ id: 'log.depth.real', message: 'a real conversation' })
    : i18n._({ id: 'log.depth.passing', message: 'in passing' })

function promiseText(names: readonly string[], text: string, due: Day | undefined, today: Day): string {
  const values = { names: listText(names), text, day: due === undefined ? '' : dayText(due, today) }
  if (names.length === 0) return i18n._({ id: 'log.chip.promise-open', message: 'You promise: {text}', values })
  return due === undefined
    ? i18n._({ id: 'log.chip.promise', message: 'You promise {names}: {text}', values })
    : i18n._({ id: 'log.chip.promise-due', message: 'You promise {names}: {text} ({day})', values })
}

function factText(names: readonly string[], text: string, expires: Day | undefined, today: Day): string {
  const values = { names: listText(names), text, day: expires === undefined ? '' : dayText(expires, today) }
  if (names.length === 0) return i18n._({ id: 'log.chip.fact-open', message: 'To remember: {text}', values })
  return expires === undefined
    ? i18n._({ id: 'log.chip.fact', message: 'To remember about {names}: {text}', values })
    : i18n._({ id: 'log.chip.fact-until', message: 'To remember about {names}: {text} (forgets itself after {day})', values })
}

const listText = (names: readonly string[]): string => new Intl.ListFormat(i18n.locale || 'en', { type: 'conjunction' }).format([...names])

const yearDayText = ({ month, day, year }: { month: number; day: number; year?: number | undefined }): string => {
  const known = Temporal.PlainDate.from({ year: year ?? 2000, month, day }, { overflow: 'constrain' })
  const text = known.toLocaleString(i18n.locale || 'en', { day: 'numeric', month: 'long' })
  return year === undefined ? text : `${text} ${year}`
}
