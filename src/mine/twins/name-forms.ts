import { fold } from '../../kernel/text.ts'

/** A name taken apart for comparison. */
export interface NameForm {
  /** Folded, with runs of anything but letters and digits as one space. */
  readonly plain: string
  /** The same with `ae`, `oe`, `ue` as their plain vowels, as they are written where a keyboard has no dots. */
  readonly loose: string
  readonly words: readonly string[]
}

const titles = new Set(['dr', 'prof', 'mr', 'mrs', 'ms', 'herr', 'frau', 'mag', 'ing', 'dipl'])

/** Takes a name apart. Titles say nothing of who somebody is. "Fontaine, Léa" is read as Léa Fontaine. */
export function formOf(name: string): NameForm {
  const comma = /^([^,]+),\s*([^,]+)$/u.exec(name)
  const turned = comma === null ? name : `${comma[2]} ${comma[1]}`
  const all = fold(turned)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  const words = all.filter((word) => !titles.has(word))
  const plain = (words.length === 0 ? all : words).join(' ')
  return { plain, loose: plain.replace(/([aou])e/g, '$1'), words: words.length === 0 ? all : words }
}

/** Whether a name is written with an initial, such as "L. Fontaine": its first word is one letter. */
export const hasInitial = ({ words }: NameForm): boolean => words.length >= 2 && (words[0] as string).length === 1

/** Whether two texts differ by one letter: one more, one less, another one, or two neighbours in the other order. */
export function oneLetterApart(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (long.length - short.length > 1 || short === long) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at += 1
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1)
  if (short.slice(at + 1) === long.slice(at + 1)) return true
  return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2)
}

/**
 * Prints of a text and of the text without each one of its letters: two texts one letter apart have one of
 * these in common (deletion neighbourhood). Numbers instead of texts, because there are many; texts that
 * differ may meet in one, so that whoever compares has to look.
 */
export function printsWithoutOne(text: string): Int32Array {
  const length = text.length
  const prints = new Int32Array(length + 1)
  // From the end: the print of what follows a letter, and the weight of that place.
  const after = new Int32Array(length + 1)
  const weight = new Int32Array(length + 1)
  weight[length] = 1
  for (let at = length - 1; at >= 0; at--) {
    after[at] = Math.imul(text.charCodeAt(at), weight[at + 1] as number) + (after[at + 1] as number)
    weight[at] = Math.imul(weight[at + 1] as number, BASE)
  }
  prints[length] = after[0] as number
  let before = 0
  for (let at = 0; at < length; at++) {
    prints[at] = Math.imul(before, weight[at + 1] as number) + (after[at + 1] as number)
    before = (Math.imul(before, BASE) + text.charCodeAt(at)) | 0
  }
  return prints
}

const BASE = 1_000_003
