/** A text as Markdown that reads as it was written: signs that Markdown would act upon are escaped, line ends stay. */
export function asWritten(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\\`*_[\]<>|~]/g, '\\$&')
    .split('\n')
    .map((line) =>
      line
        .trim()
        .replace(/^(#{1,6}(?=\s|$)|[-+](?=\s|$)|=+$|-+$)/, '\\$&')
        .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2'),
    )
    .join('\n')
}

/** A text on one line of Markdown, for a heading or an entry of a list. */
export const onOneLine = (text: string): string => asWritten(text.replace(/\s*[\r\n]+\s*/g, ' '))

const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i

/** Names of files for names of people: allowed on every system, each one once. */
export function fileNames(names: readonly string[], ending: string): readonly string[] {
  const seen = new Set<string>()
  return names.map((name) => {
    const tidy = name
      .normalize('NFC')
      .replace(/[\p{C}\\/:*?"<>|]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .replace(/^[. ]+|[. ]+$/g, '')
    const base = [...(tidy === '' || reserved.test(tidy) ? `${tidy}_` : tidy)].slice(0, 60).join('').trim()
    for (let n = 1; ; n++) {
      const file = `${base}${n === 1 ? '' : ` ${n}`}${ending}`
      if (seen.has(file.toLowerCase())) continue
      seen.add(file.toLowerCase())
      return file
    }
  })
}
