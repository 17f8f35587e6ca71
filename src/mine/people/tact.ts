import { type Grammar, grammar } from '../quick-log/grammar.ts'
import { tokens } from '../quick-log/tokens.ts'
import { english } from '../quick-log/words-en.ts'

let known: Grammar | undefined

/** What a note touches: `tact` is health, belief, union or politics; `child` is somebody's child. Looked up on the device. */
export function touches(text: string): { readonly tact: boolean; readonly child: boolean } {
  known ??= grammar(english)
  const words = tokens(text, english.possessive)
  return { tact: known.tact.within(words, 0, words.length).length > 0, child: known.child.within(words, 0, words.length).length > 0 }
}
