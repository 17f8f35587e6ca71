import { SHORT } from './item.ts'

/** The longest text of several lines that is taken over, in characters. */
export const PROSE = 100_000

/** One line without control signs, trimmed, at most {@link SHORT} characters long. */
export const tidy = (text: string): string =>
  text
    .slice(0, 20 * SHORT)
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
    .slice(0, SHORT)
    .trim()

/** Tidied texts, each once, none empty. */
export const distinct = (texts: readonly string[]): string[] => [...new Set(texts.map(tidy))].filter((text) => text !== '')

/** Whether a text can name somebody or something: it has a letter or a digit. */
export const speaks = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

/** A text that may have several lines, without other control signs, trimmed and cut at {@link PROSE}. */
export const prose = (text: string): string =>
  text
    .slice(0, PROSE)
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]+/gu, ' ')
    .trim()

/** A copy of a text that does not hold in memory the text out of which it was cut. */
export const own = (text: string): string => JSON.parse(JSON.stringify(text)) as string
