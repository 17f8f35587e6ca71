import { dayNumber, dayOf, isDay } from '../kernel/time.ts'

/** A time on a wall: whole days since 1970-01-01, and seconds into that day; without seconds it is a whole day. */
export interface Wall {
  readonly day: number
  readonly seconds?: number | undefined
}

/** A time as a calendar writes it. */
export interface Written extends Wall {
  /** Whether it is said in universal time. */
  readonly universal: boolean
}

const written = /^(\d{4})-?(\d\d)-?(\d\d)(?:[Tt ]?(\d\d):?(\d\d)(?::?(\d\d))?(?:[.,]\d+)?([Zz])?|[Zz])?$/

/** `20261124`, `20261124T090000` or `20261124T090000Z`; also with the signs that some programs put between. Undefined when it is none. */
export function writtenTime(text: string): Written | undefined {
  const found = written.exec(text.trim())
  if (found === null) return undefined
  const [, year = '', month = '', date = '', hour, minute, second = '00', z] = found
  const day = `${year}-${month}-${date}`
  if (!isDay(day)) return undefined
  if (hour === undefined || minute === undefined) return { day: dayNumber(day), universal: false }
  const seconds = Number(hour) * 3600 + Number(minute) * 60 + Math.min(59, Number(second))
  if (Number(hour) > 24 || Number(minute) > 59 || seconds > 86_400) return undefined
  return { day: dayNumber(day) + (seconds === 86_400 ? 1 : 0), seconds: seconds % 86_400, universal: z !== undefined }
}

const two = (number: number): string => String(number).padStart(2, '0')

/** A time as {@link EventTime} writes it: a day, a time in no zone, or with `zulu` an instant. */
export function timeText({ day, seconds }: Wall, zulu = false): string {
  if (seconds === undefined) return dayOf(day)
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return `${dayOf(day)}T${clock}${zulu ? 'Z' : ''}`
}

/** The same time so many seconds later; a whole day stays one. */
export function later({ day, seconds }: Wall, by: number): Wall {
  if (seconds === undefined) return { day: day + Math.floor(by / 86_400) }
  const all = seconds + by
  return { day: day + Math.floor(all / 86_400), seconds: ((all % 86_400) + 86_400) % 86_400 }
}

/** Seconds since 1970 on the wall, for comparing. */
export const count = ({ day, seconds = 0 }: Wall): number => day * 86_400 + seconds

const parts = /^([+-])?P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})S)?)?$/i

/** A duration such as `PT1H30M`, in seconds. Undefined when it is none. */
export function writtenDuration(text: string): number | undefined {
  const found = parts.exec(text.trim())
  if (found === null) return undefined
  const [, sign, weeks, days, hours, minutes, seconds] = found
  const all =
    Number(weeks ?? 0) * 604_800 + Number(days ?? 0) * 86_400 + Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)
  return sign === '-' ? -all : all
}
