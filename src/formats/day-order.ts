import type { YearDay } from '../kernel/time.ts'
import { writtenDay } from './written-day.ts'
import { yearDay } from './year-day.ts'

/** What programs write where there is no day: `0/0/00`, `00.00.0000`, Outlook's year 4501. */
const none = /^[0\W]*$|4501/

const slashed = /^(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}|\d\d))?\.?$/

/** Two digits of a year say too little for a birthday: the day is kept without it. */
const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.?(?:\d\d)?$/

const two = (n: number): string => String(n).padStart(2, '0')

/**
 * Reads days of one table, in which `3/4` is the third of April or the fourth of March: the other
 * days of the same table tell which.
 */
export class DayOrder {
  #dayFirst = false
  #monthFirst = false

  /** Looks at a day to learn the order; every day of the table is shown before one is read. */
  see(text: string): void {
    const found = slashed.exec(bare(text))
    if (found === null) return
    if (Number(found[1]) > 12 && Number(found[2]) <= 12) this.#dayFirst = true
    if (Number(found[2]) > 12 && Number(found[1]) <= 12) this.#monthFirst = true
  }

  /** The day; undefined when there is none, `unsure` when day and month cannot be told apart. */
  read(text: string): YearDay | 'unsure' | undefined {
    const day = bare(text)
    if (none.test(day)) return undefined
    const plain = yearDay(day)
    if (plain !== undefined) return plain
    const short = dotted.exec(day)
    if (short !== null) return yearDay(`--${two(Number(short[2]))}${two(Number(short[1]))}`)
    const found = slashed.exec(day)
    if (found === null) {
      const written = /\d{4}/.test(day) ? writtenDay(day) : undefined
      return written === undefined ? undefined : yearDay(written)
    }
    const [one, other] = [Number(found[1]), Number(found[2])]
    const year = found[3]?.length === 4 ? found[3] : undefined
    const as = (month: number, dayOfMonth: number): YearDay | undefined =>
      yearDay(year === undefined ? `--${two(month)}${two(dayOfMonth)}` : `${year}-${two(month)}-${two(dayOfMonth)}`)
    if (one === other || other > 12) return as(one, other)
    if (one > 12) return as(other, one)
    if (this.#dayFirst === this.#monthFirst) return 'unsure'
    return this.#dayFirst ? as(other, one) : as(one, other)
  }
}

/** A day without the time behind it. */
const bare = (text: string): string =>
  text
    .trim()
    .slice(0, 60)
    .replace(/[T ]\d{1,2}:\d\d.*$/, '')
