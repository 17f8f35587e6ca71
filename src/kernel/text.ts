/**
 * A text folded for comparison: compatibility-decomposed, without combining marks, lower case,
 * with runs of white space as one space. `"Léa  FONTAINE"` folds to `"lea fontaine"`.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/[øØ]/g, 'o')
    .replace(/[łŁ]/g, 'l')
    .replace(/[đĐ]/g, 'd')
    .replace(/[æÆ]/g, 'ae')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
}

const words = (name: string): string[] => name.split(/[\s.]+/u).filter((word) => /\p{L}|\p{N}/u.test(word))

/**
 * Up to two initials for a disc, by grapheme, in any script: "Tom Becker" → "TB", "李小龙" → "李".
 * A name without letters gives "·".
 */
export function initials(name: string): string {
  const parts = words(name)
  const first = parts[0]
  if (first === undefined) return '·'
  const head = (word: string): string => {
    const letter = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(word)].find((part) =>
      /\p{L}|\p{N}/u.test(part.segment),
    )
    return letter?.segment.toLocaleUpperCase() ?? ''
  }
  const last = parts.length > 1 ? parts[parts.length - 1] : undefined
  return head(first) + (last === undefined ? '' : head(last))
}

/** How a colleague would call somebody: the first word of the name, or the whole name when it is short. */
export function callName(name: string): string {
  const parts = words(name)
  return parts[0] !== undefined && /^(dr|prof|mr|ms|mrs|herr|frau)$/i.test(parts[0]) ? name : (parts[0] ?? name)
}

/** Compares two names as a reader expects, ignoring case and diacritics first. */
export const byName = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true }).compare
