import { i18n } from '@lingui/core'
import { addDays, type Day, dayNumber, dayOf, legacyDate, nextYearDay, weekday, type YearDay, yearDayIn } from '../../kernel/time.ts'
import { germanDays } from './days-de.ts'

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

type Chrono = typeof import('chrono-node/en').GB

let loading: Promise<DayReader> | undefined

/** The reader of day words in the language that is spoken. The English dictionary is big, so it is loaded when it is first asked for. */
export function loadDays(): Promise<DayReader> {
  if (i18n.locale === 'de') return Promise.resolve(germanDays)
  loading ??= import('chrono-node/en').then(({ GB }) => reader(GB))
  return loading
}

const fixed = (day: Day, today: Day): Pick<DayWord, 'past' | 'ahead'> => ({
  past: day <= today ? day : undefined,
  ahead: day >= today ? day : undefined,
})

const latest = (date: YearDay, today: Day): Day => {
  const here = yearDayIn(date, +today.slice(0, 4))
  return here <= today ? here : yearDayIn(date, +today.slice(0, 4) - 1)
}

/** The `n`th weekday (1 = Monday) of the week that `day` lies in. */
const inWeek = (day: Day, n: number): Day => addDays(day, n - weekday(day))

function weekdayWord(text: string, n: number, today: Day): Pick<DayWord, 'past' | 'ahead'> {
  const back = (weekday(today) - n + 7) % 7
  if (/^(last|past|on last)\b/i.test(text)) return { past: addDays(today, -(back || 7)), ahead: undefined }
  if (/\bnext\b/i.test(text)) return { past: undefined, ahead: addDays(inWeek(today, n), 7) }
  if (/\bthis\b/i.test(text)) return fixed(inWeek(today, n), today)
  return { past: addDays(today, -back), ahead: addDays(today, (7 - back) % 7) }
}

/** Friday of this week, or of the next one once this week's Friday is over. */
const endOfWeek = (today: Day): Day => (weekday(today) > 5 ? addDays(inWeek(today, 5), 7) : inWeek(today, 5))

/** Words that the dictionary lacks. */
const own: readonly {
  readonly says: RegExp
  readonly reads: (match: RegExpMatchArray, today: Day) => Omit<DayWord, 'from' | 'to'> | undefined
}[] = [
  {
    says: /\b(?:the )?end of (?:the |this )?week\b|\beow\b|\blater this week\b/gi,
    reads: (_, today) => ({ past: undefined, ahead: endOfWeek(today) }),
  },
  { says: /\b(?:the )?end of (?:the )?day\b|\beod\b/gi, reads: (_, today) => fixed(today, today) },
  { says: /\ba fortnight ago\b/gi, reads: (_, today) => fixed(addDays(today, -14), today) },
  { says: /\bin a fortnight\b/gi, reads: (_, today) => fixed(addDays(today, 14), today) },
  {
    says: /(?<=\b(?:on|by|before|until|till) )the (\d{1,2})(?:st|nd|rd|th)\b(?! of\b)(?! \p{Lu})/giu,
    reads: (match, today) => {
      const n = Number(match[1])
      if (n < 1 || n > 28) return undefined
      const here = `${today.slice(0, 8)}${String(n).padStart(2, '0')}`
      const other = (step: number): Day => `${dayOf(dayNumber(`${today.slice(0, 8)}15`) + step).slice(0, 8)}${String(n).padStart(2, '0')}`
      return { past: here <= today ? here : other(-30), ahead: here >= today ? here : other(30) }
    },
  },
  {
    // The dictionary knows this day in leap years alone.
    says: /\b(?:29(?:th)?(?: of)? feb(?:ruary)?|feb(?:ruary)? 29(?:th)?)\b/gi,
    reads: (_, today) => ({
      past: latest({ month: 2, day: 29 }, today),
      ahead: nextYearDay({ month: 2, day: 29 }, today),
      yearDay: { month: 2, day: 29 },
    }),
  },
  {
    says: /(?<![\d.])(\d{1,2})\.(\d{1,2})\.(?!\d)/g,
    reads: (match, today) => {
      const date = { day: Number(match[1]), month: Number(match[2]) }
      if (date.month < 1 || date.month > 12 || date.day < 1 || date.day > 31) return undefined
      return { past: latest(date, today), ahead: nextYearDay(date, today), yearDay: date }
    },
  },
]

function reader(chrono: Chrono): DayReader {
  return (line, today) => {
    const found: DayWord[] = []
    const free = (from: number, to: number): boolean => found.every((other) => other.to <= from || other.from >= to)
    for (const { says, reads } of own) {
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
      const word = read(result, line, today)
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

function read(result: ParsedDay, line: string, today: Day): Omit<DayWord, 'from' | 'to'> | undefined {
  const { start, text } = result
  const says = (part: 'day' | 'month' | 'year' | 'weekday'): boolean => start.isCertain(part)
  const [y, m, d] = [start.get('year') ?? 0, start.get('month') ?? 0, start.get('day') ?? 0]
  if (y < 1800 || y > 2200 || m < 1 || d < 1) return undefined
  const day = `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
  const clock = start.isCertain('minute') && start.isCertain('second')
  if (clock) return /\bago$/i.test(text) ? fixed(day, today) : undefined
  if (/^this (morning|afternoon|evening)$/i.test(text)) return fixed(today, today)
  if (/^this week$/i.test(text)) return { past: undefined, ahead: endOfWeek(today) }
  if (/^next week$/i.test(text)) return { past: undefined, ahead: addDays(inWeek(today, 5), 7) }
  if (/\bweekend$/i.test(text)) return weekdayWord(text, 6, today)
  if (says('weekday') && !says('day')) {
    if (/^(sat|sun|wed|mon|fri|mar)$/.test(text) || /^ week\b/i.test(line.slice(result.index + text.length))) return undefined
    return weekdayWord(text, start.get('weekday') || 7, today)
  }
  if (
    says('month') &&
    says('day') &&
    !/\b(ago|yesterday|today|tomorrow|tonight|night|last|next|in|end|later|within|days?|weeks?)\b/i.test(text)
  ) {
    const written: YearDay = says('year') ? { month: m, day: d, year: y } : { month: m, day: d }
    return says('year')
      ? { ...fixed(day, today), yearDay: written }
      : { past: latest(written, today), ahead: nextYearDay(written, today), yearDay: written }
  }
  if (says('day') || /\b(ago|last (month|year))$/i.test(text)) return fixed(day, today)
  return undefined
}
