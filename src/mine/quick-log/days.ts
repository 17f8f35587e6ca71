import { addDays, type Day, dayNumber, dayOf, legacyDate, nextYearDay, weekday, type YearDay, yearDayIn } from '../../kernel/time.ts'
import type { Language } from './words.ts'

/** A day word found in a line. */
export interface DayWord {
  readonly from: number
  /** Exclusive. */
  readonly to: number
  /** The day when the line tells of something past; undefined when these words can only point ahead. */
  readonly past: Day | undefined
  /** The day when the line tells of something to come; undefined when these words can only point back. */
  readonly ahead: Day | undefined
  /** Month and day as written, where they were written: "3 May" is one even when its year is open. */
  readonly yearDay?: YearDay | undefined
}

/** Finds the day words of a line, read on a given day. Never throws. */
export type DayReader = (line: string, today: Day) => readonly DayWord[]

/** The dictionary of one language. */
export type Chrono = Pick<typeof import('chrono-node/en').GB, 'parse'>

/** What one language adds to its dictionary, and how its words are told apart. */
export interface DayLanguage {
  /** Words that the dictionary lacks, and those that it reads otherwise than people mean them. */
  readonly own: readonly OwnWord[]
  /** A weekday of the past, of the week after this one, of this week. */
  readonly last: RegExp
  readonly next: RegExp
  readonly this: RegExp
  /** Words that name this week, next week, a weekend, a part of today, so long ago, and the last month or year. */
  readonly thisWeek: RegExp
  readonly nextWeek: RegExp
  readonly weekend: RegExp
  readonly partOfToday: RegExp
  readonly ago: RegExp
  readonly lastLong: RegExp
  /** A day that is counted from today rather than written as a date. */
  readonly counted: RegExp
  /** Short weekday words that are words of another kind more often, and what follows a weekday that names a week. */
  readonly notADay: RegExp
  readonly namesAWeek: RegExp
}

/** A word and how it is read; undefined when it is no day after all. */
export interface OwnWord {
  readonly says: RegExp
  readonly reads: (match: RegExpMatchArray, today: Day) => Omit<DayWord, 'from' | 'to'> | undefined
}

const loading = new Map<Language, Promise<DayReader>>()

/** The reader of day words of a language. Its dictionary is big, so it is loaded when it is first asked for. */
export function loadDays(language: Language = 'en'): Promise<DayReader> {
  const known = loading.get(language)
  if (known !== undefined) return known
  const reading =
    language === 'de'
      ? Promise.all([import('chrono-node/de'), import('./days-de.ts')]).then(([{ casual }, { german }]) => reader(casual, german))
      : import('chrono-node/en').then(({ GB }) => reader(GB, english))
  loading.set(language, reading)
  return reading
}

/** A day that is the same whether the line looks back or ahead. */
export const fixed = (day: Day, today: Day): Pick<DayWord, 'past' | 'ahead'> => ({
  past: day <= today ? day : undefined,
  ahead: day >= today ? day : undefined,
})

/** The last time a day of the year came round. */
export const latest = (date: YearDay, today: Day): Day => {
  const here = yearDayIn(date, +today.slice(0, 4))
  return here <= today ? here : yearDayIn(date, +today.slice(0, 4) - 1)
}

/** The `n`th weekday (1 = Monday) of the week that `day` lies in. */
const inWeek = (day: Day, n: number): Day => addDays(day, n - weekday(day))

function weekdayWord(text: string, n: number, today: Day, words: DayLanguage): Pick<DayWord, 'past' | 'ahead'> {
  const back = (weekday(today) - n + 7) % 7
  if (words.last.test(text)) return { past: addDays(today, -(back || 7)), ahead: undefined }
  if (words.next.test(text)) return { past: undefined, ahead: addDays(inWeek(today, n), 7) }
  if (words.this.test(text)) return fixed(inWeek(today, n), today)
  return { past: addDays(today, -back), ahead: addDays(today, (7 - back) % 7) }
}

/** Friday of this week, or of the next one once this week's Friday is over. */
export const endOfWeek = (today: Day): Day => (weekday(today) > 5 ? addDays(inWeek(today, 5), 7) : inWeek(today, 5))

/** "The 15th", of this month or the one beside it. */
export function dayOfMonth(n: number, today: Day): Pick<DayWord, 'past' | 'ahead'> | undefined {
  if (n < 1 || n > 28) return undefined
  const here = `${today.slice(0, 8)}${String(n).padStart(2, '0')}`
  const other = (step: number): Day => `${dayOf(dayNumber(`${today.slice(0, 8)}15`) + step).slice(0, 8)}${String(n).padStart(2, '0')}`
  return { past: here <= today ? here : other(-30), ahead: here >= today ? here : other(30) }
}

/** 29 February, which the dictionaries know in leap years alone. */
export const leapDay = (today: Day): Omit<DayWord, 'from' | 'to'> => ({
  past: latest({ month: 2, day: 29 }, today),
  ahead: nextYearDay({ month: 2, day: 29 }, today),
  yearDay: { month: 2, day: 29 },
})

/** "3.5.", as it is written in any language. */
export const dotted: OwnWord = {
  says: /(?<![\d.])(\d{1,2})\.(\d{1,2})\.(?!\d)/g,
  reads: (match, today) => {
    const date = { day: Number(match[1]), month: Number(match[2]) }
    if (date.month < 1 || date.month > 12 || date.day < 1 || date.day > 31) return undefined
    return { past: latest(date, today), ahead: nextYearDay(date, today), yearDay: date }
  },
}

const own: readonly OwnWord[] = [
  {
    says: /\b(?:the )?end of (?:the |this )?week\b|\beow\b|\blater this week\b/gi,
    reads: (_, today) => ({ past: undefined, ahead: endOfWeek(today) }),
  },
  { says: /\b(?:the )?end of (?:the )?day\b|\beod\b/gi, reads: (_, today) => fixed(today, today) },
  { says: /\ba fortnight ago\b/gi, reads: (_, today) => fixed(addDays(today, -14), today) },
  { says: /\bin a fortnight\b/gi, reads: (_, today) => fixed(addDays(today, 14), today) },
  {
    says: /(?<=\b(?:on|by|before|until|till) )the (\d{1,2})(?:st|nd|rd|th)\b(?! of\b)(?! \p{Lu})/giu,
    reads: (match, today) => dayOfMonth(Number(match[1]), today),
  },
  { says: /\b(?:29(?:th)?(?: of)? feb(?:ruary)?|feb(?:ruary)? 29(?:th)?)\b/gi, reads: (_, today) => leapDay(today) },
  dotted,
]

const english: DayLanguage = {
  own,
  last: /^(last|past|on last)\b/i,
  next: /\bnext\b/i,
  this: /\bthis\b/i,
  thisWeek: /^this week$/i,
  nextWeek: /^next week$/i,
  weekend: /\bweekend$/i,
  partOfToday: /^this (morning|afternoon|evening)$/i,
  ago: /\bago$/i,
  lastLong: /\blast (month|year)$/i,
  counted: /\b(ago|yesterday|today|tomorrow|tonight|night|last|next|in|end|later|within|days?|weeks?)\b/i,
  notADay: /^(sat|sun|wed|mon|fri|mar)$/,
  namesAWeek: /^ week\b/i,
}

function reader(chrono: Chrono, words: DayLanguage): DayReader {
  return (line, today) => {
    const found: DayWord[] = []
    const free = (from: number, to: number): boolean => found.every((other) => other.to <= from || other.from >= to)
    for (const { says, reads } of words.own) {
      for (const match of line.matchAll(says)) {
        const word = reads(match, today)
        if (word !== undefined && free(match.index, match.index + match[0].length))
          found.push({ from: match.index, to: match.index + match[0].length, ...word })
      }
    }
    for (const result of parse(chrono, line, today)) {
      const from = result.index
      // "Friday, 12 people" is a Friday; the dictionary takes the comma, and a number after it, along.
      const weekdayAlone = result.start.isCertain('weekday') && !result.start.isCertain('day')
      const text = (weekdayAlone ? result.text.replace(/,.*$/su, '') : result.text).replace(/[\s,]+$/u, '')
      const to = from + text.length
      const word = read(result, line, today, words)
      if (word !== undefined && free(from, to)) found.push({ from, to, ...word })
    }
    return found.sort((a, b) => a.from - b.from)
  }
}

type ParsedDay = ReturnType<Chrono['parse']>[number]

function parse(chrono: Chrono, line: string, today: Day): readonly ParsedDay[] {
  try {
    return chrono.parse(line, legacyDate(today))
  } catch {
    return []
  }
}

function read(result: ParsedDay, line: string, today: Day, words: DayLanguage): Omit<DayWord, 'from' | 'to'> | undefined {
  const { start, text } = result
  const says = (part: 'day' | 'month' | 'year' | 'weekday'): boolean => start.isCertain(part)
  const [y, m, d] = [start.get('year') ?? 0, start.get('month') ?? 0, start.get('day') ?? 0]
  if (y < 1800 || y > 2200 || m < 1 || d < 1) return undefined
  const day = `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
  const clock = start.isCertain('minute') && start.isCertain('second')
  if (clock) return words.ago.test(text) ? fixed(day, today) : undefined
  if (words.partOfToday.test(text)) return fixed(today, today)
  if (words.thisWeek.test(text)) return { past: undefined, ahead: endOfWeek(today) }
  if (words.nextWeek.test(text)) return { past: undefined, ahead: addDays(inWeek(today, 5), 7) }
  if (words.weekend.test(text)) return weekdayWord(text, 6, today, words)
  if (says('weekday') && !says('day')) {
    if (words.notADay.test(text) || words.namesAWeek.test(line.slice(result.index + text.length))) return undefined
    return weekdayWord(text, start.get('weekday') || 7, today, words)
  }
  if (says('month') && says('day') && !words.counted.test(text)) {
    const written: YearDay = says('year') ? { month: m, day: d, year: y } : { month: m, day: d }
    return says('year')
      ? { ...fixed(day, today), yearDay: written }
      : { past: latest(written, today), ahead: nextYearDay(written, today), yearDay: written }
  }
  if (says('day') || words.ago.test(text) || words.lastLong.test(text)) return fixed(day, today)
  return undefined
}
