import { fold } from '../kernel/text.ts'
import { type Day, isDay } from '../kernel/time.ts'

/** Beginnings of month names, folded, in the languages that exports come in. */
const months: readonly (readonly string[])[] = [
  ['jan', 'ene', 'gen', 'sty'],
  ['feb', 'fev', 'lut'],
  ['mar', 'maa', 'mrt'],
  ['apr', 'avr', 'abr', 'kwi'],
  ['may', 'mai', 'mag', 'mei', 'maj'],
  ['jun', 'juin', 'giu', 'cze'],
  ['jul', 'juil', 'lug', 'lip'],
  ['aug', 'aou', 'ago', 'sie'],
  ['sep', 'set', 'wrz'],
  ['oct', 'okt', 'ott', 'out', 'paz'],
  ['nov', 'lis'],
  ['dec', 'dez', 'dic', 'gru'],
]

function month(text: string): number | undefined {
  const name = fold(text)
  const at = months.findIndex((beginnings) => beginnings.some((beginning) => name.startsWith(beginning)))
  return at < 0 ? undefined : at + 1
}

/**
 * A calendar day as exports write it: `12 Mar 2024`, `7-Feb-22`, `12. März 2024`, `Mar 12, 2024`,
 * `2024-03-12`, `12.03.2024`. Two digits mean a year of this century. Undefined when it is no day, or
 * when day and month cannot be told apart (`03/04/2024`).
 */
export function writtenDay(text: string): Day | undefined {
  const trimmed = text.trim()
  const iso = /^(\d{4})-(\d\d)-(\d\d)(?:[T ].*)?$/.exec(trimmed)
  const named = /^(\d{1,2})(?:\.|-|\s|\sde\s|\.\s)\s*(?:de\s+)?(\p{L}+)\.?(?:-|,?\s+(?:de\s+)?)(\d{4}|\d\d)$/u.exec(trimmed)
  const american = /^(\p{L}+)\.?\s+(\d{1,2}),?\s+(\d{4})$/u.exec(trimmed)
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d\d)$/.exec(trimmed)
  const parts =
    iso !== null
      ? [iso[1], iso[2], iso[3]]
      : named !== null
        ? [named[3], month(named[2] ?? ''), named[1]]
        : american !== null
          ? [american[3], month(american[1] ?? ''), american[2]]
          : dotted !== null
            ? [dotted[3], dotted[2], dotted[1]]
            : undefined
  if (parts === undefined || parts[1] === undefined) return undefined
  const [year = 0, of = 0, day = 0] = parts.map(Number)
  const full = year < 100 ? 2000 + year : year
  const written = `${full}-${String(of).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return isDay(written) ? written : undefined
}
