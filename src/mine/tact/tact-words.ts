/** What a note may touch that is more somebody's own to tell than mine to keep. */
export const tactKinds = ['health', 'belief', 'union', 'politics', 'love', 'trouble'] as const
export type TactKind = (typeof tactKinds)[number]

/**
 * The words of one language. An entry is one word or several; a word ending in `*` may go on
 * (`pregnan*`), one beginning with `*` may have something before it (`*schwanger*`). Entries are
 * folded like the text they are looked up in, so that case and accents play no part.
 */
export interface TactWords {
  readonly kinds: Readonly<Record<TactKind, readonly string[]>>
  /** Signs that count only as they are written: names of parties, abbreviations. */
  readonly signs: Readonly<Partial<Record<TactKind, readonly string[]>>>
  /** What only sounds like it: "sick of waiting", "Union Square". A word of these says nothing. */
  readonly harmless: readonly string[]
  readonly child: readonly string[]
  /** Words for children that count only as they are written, and not where a sentence begins. */
  readonly childSigns: readonly string[]
  /** Whether a capital letter marks a name: then a word before another capital one is part of it ("Temple Street"). */
  readonly capitalsAreNames: boolean
}

/** A list as it is written in the tables: entries with commas between them. */
export const list = (text: string): readonly string[] =>
  text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
