import { isDay, type YearDay } from '../kernel/time.ts'

/** Years that a book accepts; a birthday outside them is kept without its year. */
const EARLIEST = 1800
const LATEST = 2200

/** Apple writes this year when the birthday has none, whatever its parameter says. */
const NO_YEAR = 1604

const forms: readonly { readonly form: RegExp; readonly order: readonly ('y' | 'm' | 'd')[] }[] = [
  { form: /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/, order: ['y', 'm', 'd'] },
  { form: /^(\d{4})(\d\d)(\d\d)(?:T.*)?$/, order: ['y', 'm', 'd'] },
  { form: /^--(\d\d)-?(\d\d)(?:T.*)?$/, order: ['m', 'd'] },
  { form: /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/, order: ['d', 'm', 'y'] },
  { form: /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/, order: ['y', 'm', 'd'] },
]

/**
 * A day that comes round every year, as files write it: `1980-03-22`, `19800322`, `--0322`, `--03-22`,
 * `22.3.1980`, each also with a time, which is cut off: the day counts as it is written, in no zone.
 * Undefined when the text names no day of a year ("circa 1800", a month alone, 30 February).
 *
 * @param omitYear the year that the file declares to mean "no year"
 */
export function yearDay(text: string, omitYear?: string): YearDay | undefined {
  const trimmed = text.trim()
  for (const { form, order } of forms) {
    const found = form.exec(trimmed)
    if (found === null) continue
    const part = (sign: 'y' | 'm' | 'd'): number | undefined => {
      const at = order.indexOf(sign)
      return at < 0 ? undefined : Number(found[at + 1])
    }
    const month = part('m') as number
    const day = part('d') as number
    const year = part('y')
    const two = (n: number): string => String(n).padStart(2, '0')
    // 2000 is a leap year: 29 February is a day of a year.
    if (!isDay(`2000-${two(month)}-${two(day)}`)) return undefined
    const known = year !== undefined && year !== NO_YEAR && String(year) !== omitYear && year >= EARLIEST && year <= LATEST
    return known && isDay(`${year}-${two(month)}-${two(day)}`) ? { month, day, year } : { month, day }
  }
  return undefined
}
