/** A word of the index that a typed word may have meant. */
export interface Near {
  readonly term: string
  readonly distance: number
  /** Whether the whole word is near; else the typed word is near its beginning. */
  readonly whole: boolean
}

/** Words this long may hold one slip, and longer ones two. Shorter ones are only completed: nearly everything is near them. */
const ONE_SLIP = 4
const TWO_SLIPS = 8
/** From here on a slip is forgiven while the rest of the word is not typed yet. */
const GROWING = 5
const MOST = 16

/** How many slips a word of this length may hold. */
export const slipsOf = (length: number): number => (length < ONE_SLIP ? 0 : length < TWO_SLIPS ? 1 : 2)

/**
 * The words of a vocabulary that a typed word may have meant, the nearest first: a letter too many,
 * too few, another one, or two neighbours exchanged (optimal string alignment). The first letter may
 * be exchanged, missing or too many, but is not another one.
 */
export function near(typed: string, vocabulary: Iterable<string>): Near[] {
  const most = slipsOf(typed.length)
  if (most === 0) return []
  const found: Near[] = []
  for (const term of vocabulary) {
    if (term.length < typed.length - most || !mayBegin(typed, term)) continue
    const { whole, beginning } = slipsBetween(typed, term, most)
    if (whole <= most) {
      if (whole > 0) found.push({ term, distance: whole, whole: true })
    } else if (typed.length >= GROWING && beginning <= most - (typed.length < TWO_SLIPS ? 0 : 1)) {
      if (beginning > 0) found.push({ term, distance: beginning, whole: false })
    }
  }
  return found
    .sort(
      (a, b) => a.distance - b.distance || Number(b.whole) - Number(a.whole) || a.term.length - b.term.length || (a.term < b.term ? -1 : 1),
    )
    .slice(0, MOST)
}

const mayBegin = (typed: string, term: string): boolean => {
  const first = term.charCodeAt(0)
  return first === typed.charCodeAt(0) || first === typed.charCodeAt(1) || term.charCodeAt(1) === typed.charCodeAt(0)
}

let before = new Uint8Array(64)
let last = new Uint8Array(64)
let here = new Uint8Array(64)

/** Slips between a typed word and the whole of a term, and the beginning of it that fits best; beyond `most` any larger number. */
export function slipsBetween(typed: string, term: string, most: number): { readonly whole: number; readonly beginning: number } {
  const far = { whole: most + 1, beginning: most + 1 }
  const width = Math.min(term.length, typed.length + most)
  if (typed.length > 60 || width > 62) return far
  for (let j = 0; j <= width; j++) last[j] = j
  for (let i = 1; i <= typed.length; i++) {
    const letter = typed.charCodeAt(i - 1)
    let least = i
    here[0] = i
    for (let j = 1; j <= width; j++) {
      const other = term.charCodeAt(j - 1)
      let cost = Math.min((last[j] as number) + 1, (here[j - 1] as number) + 1, (last[j - 1] as number) + (letter === other ? 0 : 1))
      if (i > 1 && j > 1 && letter === term.charCodeAt(j - 2) && typed.charCodeAt(i - 2) === other)
        cost = Math.min(cost, (before[j - 2] as number) + 1)
      here[j] = cost
      if (cost < least) least = cost
    }
    if (least > most) return far
    const free = before
    before = last
    last = here
    here = free
  }
  let beginning = most + 1
  for (let j = 0; j <= width; j++) beginning = Math.min(beginning, last[j] as number)
  return { whole: term.length <= typed.length + most ? (last[width] as number) : most + 1, beginning }
}
