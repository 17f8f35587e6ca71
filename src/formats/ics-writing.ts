import { type Day, type Temporal, type YearDay, yearDayIn } from '../kernel/time.ts'
import { escaped, folded, yearDayText } from './vcard-writing.ts'

/** A day that comes round every year, to be written. */
export interface YearlyOut {
  readonly uid: string
  readonly title: string
  readonly date: YearDay
}

/** Something to be done: with a day, an event of that whole day with a reminder; without one, a task. */
export interface TaskOut {
  readonly uid: string
  readonly title: string
  readonly due: Day | undefined
}

const plain = (day: Day): string => day.replaceAll('-', '')

/** The day on which a yearly date begins: its own year, else a leap year not long ago, so that programs show the last years too. */
function firstDay(date: YearDay, now: Temporal.Instant): Day {
  const year = now.toZonedDateTimeISO('UTC').year
  return yearDayIn(date, date.year ?? year - (year % 4))
}

function yearly({ uid, title, date }: YearlyOut, now: Temporal.Instant, stamp: string): string[] {
  // The last day of February is the 29th in leap years and the 28th in all others: nobody's day is left out.
  const leap = date.month === 2 && date.day === 29
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${plain(firstDay(date, now))}`,
    `RRULE:FREQ=YEARLY${leap ? ';BYMONTH=2;BYMONTHDAY=-1' : ''}`,
    `SUMMARY:${escaped(title)}`,
    'TRANSP:TRANSPARENT',
    // What the day is without a year; a calendar must show some year all the same.
    `X-KITH-DATE:${yearDayText(date)}`,
    'END:VEVENT',
  ]
}

function task({ uid, title, due }: TaskOut, stamp: string): string[] {
  const head = [`UID:${escaped(uid)}`, `DTSTAMP:${stamp}`, `SUMMARY:${escaped(title)}`]
  if (due === undefined) return ['BEGIN:VTODO', ...head, 'STATUS:NEEDS-ACTION', 'END:VTODO']
  const alarm = ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escaped(title)}`, 'TRIGGER:PT9H', 'END:VALARM']
  return ['BEGIN:VEVENT', ...head, `DTSTART;VALUE=DATE:${plain(due)}`, 'TRANSP:TRANSPARENT', ...alarm, 'END:VEVENT']
}

/** Yearly days and things to be done as one calendar (RFC 5545). The same things always have the same UID. */
export function icsText(days: readonly YearlyOut[], tasks: readonly TaskOut[], now: Temporal.Instant): string {
  const stamp = `${now.toString().slice(0, 19).replace(/[-:]/g, '')}Z`
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Kith//Kith//EN',
    'CALSCALE:GREGORIAN',
    ...days.flatMap((day) => yearly(day, now, stamp)),
    ...tasks.flatMap((one) => task(one, stamp)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}
