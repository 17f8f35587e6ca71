import { SHORT } from './item.ts'

/** A short text on one line, without control characters, at most {@link SHORT} characters. */
export const tidy = (text: string): string =>
  text
    .slice(0, 4 * SHORT)
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
    .slice(0, SHORT)
    .trim()

/** Tidy texts, each once, without empty ones. */
export const distinct = (texts: readonly string[]): string[] => [...new Set(texts.map(tidy))].filter((text) => text !== '')

/** Whether a text can name somebody: it has a letter or a digit. */
export const speaks = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

/** A text of several lines without other control characters. */
export const lengthy = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]+/gu, ' ')
    .trim()
