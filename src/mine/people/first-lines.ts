/** What the first page of a book understands from one of its lines: a name, and what they did, if it says so. */
export interface FirstLine {
  readonly name: string
  /** What they did, in the owner's words: "found the missing order". */
  readonly did: string | undefined
}

const LONGEST_NAME = 120
// "Inês, who found it", "Tom – the hotel bill", "Ana (lent me her screen)", "Bram who opened the door".
const split = /^(.+?)\s*(?:[,;:]\s*|\s[–—-]\s|\s\((?=.*\)$)|\s(?=who\s))\s*(.*)$/su

/** Reads "Inês, who found the missing order". An empty line, or one without a letter, is nobody. */
export function readFirstLine(line: string): FirstLine | undefined {
  const text = line.trim().replace(/\s+/gu, ' ')
  if (!/\p{L}|\p{N}/u.test(text)) return undefined
  const parts = split.exec(text)
  const name = (parts?.[1] ?? text).slice(0, LONGEST_NAME)
  const rest = (parts?.[2] ?? '')
    .replace(/\)$/u, '')
    .replace(/^who\s+/iu, '')
    .replace(/[.\s]+$/u, '')
  return { name, did: rest === '' ? undefined : rest }
}
