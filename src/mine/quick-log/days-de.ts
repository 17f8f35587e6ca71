import { addDays, type Day, weekday } from '../../kernel/time.ts'
import { type DayLanguage, type DayWord, dayOfMonth, dotted, endOfWeek, fixed, leapDay } from './days.ts'

const weekdays = ['montag', 'dienstag', 'mittwoch', 'donnerstag', 'freitag', 'samstag', 'sonntag']

const endOfMonth = (today: Day): Day => {
  let day = today
  while (addDays(day, 1).slice(0, 7) === today.slice(0, 7)) day = addDays(day, 1)
  return day
}

/** The coming weekday: "kommenden Dienstag" is never today. */
const coming = (name: string, today: Day): Pick<DayWord, 'past' | 'ahead'> => {
  const ahead = (weekdays.indexOf(name.toLowerCase().replace('sonnabend', 'samstag')) + 1 - weekday(today) + 7) % 7
  return { past: undefined, ahead: addDays(today, ahead || 7) }
}

/** German words for days beside the dictionary's. A weekday cannot be told from its letters alone: "Mo" and "Do" are short for too much. */
export const german: DayLanguage = {
  own: [
    {
      says: /\b(?:bis )?(?:zum )?ende (?:der|dieser) woche\b|\bbis wochenende\b/giu,
      reads: (_, today) => ({ past: undefined, ahead: endOfWeek(today) }),
    },
    { says: /\bende (?:des|dieses) monats\b|\bmonatsende\b/giu, reads: (_, today) => ({ past: undefined, ahead: endOfMonth(today) }) },
    {
      says: /\bende (?:der )?nächster woche\b/giu,
      reads: (_, today) => ({ past: undefined, ahead: endOfWeek(addDays(today, 8 - weekday(today))) }),
    },
    { says: /\bdiese woche\b/giu, reads: (_, today) => ({ past: undefined, ahead: endOfWeek(today) }) },
    { says: /\bmorgen (?:früh|vormittag|nachmittag|abend|mittag)\b/giu, reads: (_, today) => fixed(addDays(today, 1), today) },
    { says: /\bheute (?:früh|morgen|vormittag|mittag|nachmittag|abend|nacht)\b/giu, reads: (_, today) => fixed(today, today) },
    {
      says: /\b(?:kommenden|am kommenden) (montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)\b/giu,
      reads: (match, today) => coming(match[1] ?? '', today),
    },
    {
      says: /\b(?:am |letztes |vergangenes |dieses |nächstes )?wochenende\b/giu,
      reads: (match, today) => {
        const back = (weekday(today) - 6 + 7) % 7
        if (/nächstes/i.test(match[0])) return { past: undefined, ahead: addDays(today, 7 - back) }
        if (/letztes|vergangenes/i.test(match[0])) return { past: addDays(today, -(back || 7)), ahead: undefined }
        return { past: addDays(today, -back), ahead: addDays(today, (7 - back) % 7) }
      },
    },
    {
      says: /(?<=\b(?:am|bis|bis zum|zum|vor dem) )(\d{1,2})\.(?!\d)(?! \p{Lu}| ?\d)/giu,
      reads: (match, today) => dayOfMonth(Number(match[1]), today),
    },
    { says: /\b29\. ?feb(?:ruar)?\b/giu, reads: (_, today) => leapDay(today) },
    dotted,
  ],
  last: /^(?:am )?(?:letzten?|vergangenen|vorigen)\b/iu,
  next: /\bnächsten?\b/iu,
  this: /\bdiesen?\b/iu,
  thisWeek: /^diese woche$/iu,
  nextWeek: /^nächste woche$/iu,
  weekend: /\bwochenende$/iu,
  partOfToday: /^heute /iu,
  ago: /^vor /iu,
  lastLong: /^letzte[nrs]? (?:monat|jahr)$/iu,
  counted: /(?<!\p{L})(?:vor|gestern|vorgestern|heute|morgen|übermorgen|letzten?|nächsten?|in|tagen?|wochen?)(?!\p{L})/iu,
  notADay: /^\p{L}{1,3}$/u,
  namesAWeek: /^ woche\b/iu,
}
