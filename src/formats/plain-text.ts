import { lengthy } from './short-text.ts'

/** The longest text of several lines that is taken over, in characters. */
const PROSE = 100_000

/** A text that may have several lines, cut at a length that no note has. */
export const prose = (text: string): string => lengthy(text.slice(0, PROSE))

/** A copy of a text that does not hold in memory the text out of which it was cut. */
export const own = (text: string): string => JSON.parse(JSON.stringify(text)) as string
