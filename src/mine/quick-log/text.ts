/** A stretch of a line without some inner stretches. Cuts may overlap and come in any order. */
export function cutOut(line: string, from: number, to: number, cuts: readonly (readonly [number, number])[]): string {
  let text = ''
  let at = from
  for (const [start, end] of [...cuts].sort((a, b) => a[0] - b[0])) {
    if (end <= at || start >= to) continue
    if (start > at) text += line.slice(at, start)
    at = end
  }
  return at < to ? text + line.slice(at, to) : text
}

/** Single spaces, and no punctuation left alone by what was cut beside it. */
export const tidy = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,;:.)](?:\s|$))/g, '')
    .replace(/([,;:])(?:\s*[,;:])+/g, '$1')
    .replace(/^[\s,;:.–—-]+|[\s,;:–—-]+$/g, '')

/** With a capital in front. */
export const sentenceCase = (text: string): string => {
  const first = [...text][0]
  return first === undefined ? text : first.toLocaleUpperCase('en') + text.slice(first.length)
}
