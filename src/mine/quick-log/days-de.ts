import { addDays, type Day, nextYearDay, weekday, type YearDay, yearDayIn } from '../../kernel/time.ts'
import type { DayReader, DayWord } from './days.ts'

type Reads = Omit<DayWord, 'from' | 'to'>

const weekdays = ['montag', 'dienstag', 'mittwoch', 'donnerstag', 'freitag', 'samstag', 'sonntag']
const months = ['januar', 'februar', 'märz', 'april', 'mai', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'dezember']
const numbers: Readonly<Record<string, number>> = {
  einem: 1,
  einer: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  zehn: 10,
}
const count = '(\\d{1,2}|einem|einer|zwei|drei|vier|fünf|sechs|sieben|acht|zehn)'

const fixed = (day: Day, today: Day): Reads => ({ past: day <= today ? day : undefined, ahead: day >= today ? day : undefined })
/** The `n`th weekday (1 = Monday) of the week that `day` lies in. */
const inWeek = (day: Day, n: number): Day => addDays(day, n - weekday(day))
const latest = (date: YearDay, today: Day): Day => {
  const here = yearDayIn(date, +today.slice(0, 4))
  return here <= today ? here : yearDayIn(date, +today.slice(0, 4) - 1)
}
const lengths: Readonly<Record<string, number>> = { tag: 1, woche: 7, monat: 30 }
const span = (many: string, unit: string): number =>
  (numbers[many] ?? Number(many)) * (lengths[/^(tag|woche|monat)/.exec(unit)?.[1] ?? 'tag'] ?? 1)

function onWeekday(n: number, which: string, today: Day): Reads {
  const back = (weekday(today) - n + 7) % 7
  if (/^(letzt|vergangen|vorig)/.test(which)) return { past: addDays(today, -(back || 7)), ahead: undefined }
  if (/^(nächst|naechst)/.test(which)) return { past: undefined, ahead: addDays(inWeek(today, n), 7) }
  if (/^kommend/.test(which)) return { past: undefined, ahead: addDays(today, (7 - back) % 7 || 7) }
  return { past: addDays(today, -back), ahead: addDays(today, (7 - back) % 7) }
}

function onDate(date: YearDay, year: string | undefined, today: Day): Reads | undefined {
  if (date.month < 1 || date.month > 12 || date.day < 1 || date.day > 31) return undefined
  if (year === undefined) return { past: latest(date, today), ahead: nextYearDay(date, today), yearDay: date }
  const whole = { ...date, year: +year }
  return { ...fixed(yearDayIn(date, +year), today), yearDay: whole }
}

const rules: readonly (readonly [says: RegExp, reads: (match: readonly (string | undefined)[], today: Day) => Reads | undefined])[] = [
  [/vorgestern/, (_, today) => fixed(addDays(today, -2), today)],
  [/gestern(?: abend| morgen| mittag)?/, (_, today) => fixed(addDays(today, -1), today)],
  [/übermorgen/, (_, today) => fixed(addDays(today, 2), today)],
  [/heute(?: morgen| früh| mittag| nachmittag| abend)?/, (_, today) => fixed(today, today)],
  // "Morgen" with a capital may be the morning: only the small word is a day.
  [/(?<!guten |jeden |am )morgen(?: früh| mittag| abend)?/, (_, today) => fixed(addDays(today, 1), today)],
  [
    /ende der woche|bis zum wochenende/,
    (_, today) => ({ past: undefined, ahead: inWeek(today, 5) >= today ? inWeek(today, 5) : addDays(inWeek(today, 5), 7) }),
  ],
  [/letzte woche/, (_, today) => ({ past: addDays(today, -7), ahead: undefined })],
  [/nächste woche/, (_, today) => ({ past: undefined, ahead: addDays(inWeek(today, 5), 7) })],
  [
    new RegExp(`vor ${count} (tagen?|wochen?|monate?n?)`),
    ([, many = '', unit = ''], today) => fixed(addDays(today, -span(many, unit)), today),
  ],
  [
    new RegExp(`in ${count} (tagen?|wochen?|monate?n?)`),
    ([, many = '', unit = ''], today) => fixed(addDays(today, span(many, unit)), today),
  ],
  [
    new RegExp(`(?:(letzt\\p{L}*|vergangen\\p{L}*|vorig\\p{L}*|nächst\\p{L}*|kommend\\p{L}*|diesen) )?(${weekdays.join('|')})`, 'u'),
    ([, which = '', name = ''], today) => onWeekday(weekdays.indexOf(name) + 1, which, today),
  ],
  [
    new RegExp(`(\\d{1,2})\\. ?(${months.join('|')})(?: (\\d{4}))?`),
    ([, day, month = '', year], today) => onDate({ day: Number(day), month: months.indexOf(month) + 1 }, year, today),
  ],
  [
    /(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4})?(?!\d)/,
    ([, day, month, year], today) => onDate({ day: Number(day), month: Number(month) }, year, today),
  ],
]

/** The German reader of day words. */
export const germanDays: DayReader = (line, today) => {
  const low = line.toLowerCase()
  // A letter that is longer in lower case would move every place behind it.
  if (low.length !== line.length) return []
  const found: DayWord[] = []
  for (const [says, reads] of rules) {
    for (const match of low.matchAll(new RegExp(`(?<!\\p{L})(?:${says.source})(?!\\p{L})`, 'gu'))) {
      const [from, to] = [match.index, match.index + match[0].length]
      const word = reads([...match], today)
      if (word !== undefined && found.every((other) => other.to <= from || other.from >= to)) found.push({ from, to, ...word })
    }
  }
  return found.sort((a, b) => a.from - b.from)
}
