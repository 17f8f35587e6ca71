import { Numbers } from './numbers.ts'
import type { SearchIndex } from './search-index.ts'
import { type Word, wordsOf } from './terms.ts'

/** How near what was found is to what was typed: the words themselves, their beginnings, or a slip away. */
export type Fit = 'word' | 'beginning' | 'near'

/** The fits, the best first. */
export const fits: readonly Fit[] = ['word', 'beginning', 'near']

/** Where the words of a question stand. */
export interface Standing {
  /** Records in which, or in whose people's names, every word stands, with at least one word in the record itself. */
  readonly all: Numbers
  /** People in whose names every word stands. */
  readonly named: Numbers
}

/** The words of a question, and all that each of them may stand for. */
export class Sought {
  readonly words: readonly Word[]
  readonly #index: SearchIndex

  constructor(typed: string, index: SearchIndex) {
    this.words = wordsOf(typed)
    this.#index = index
  }

  /** The terms a word stands for, in names or in other texts. A letter alone begins names and nothing else. */
  termsOf(word: Word, fit: Fit, names: boolean): readonly string[] {
    if (fit === 'word' || !word.grows) return [word.term]
    const begun = word.alone && !names ? [word.term] : this.#index.completed(word.term)
    return fit === 'beginning' ? begun : [...begun, ...this.#index.nearTo(word.term)]
  }

  /** How much of a term the question accounts for: a number of letters, all of it, or nothing. */
  meets(term: string, fit: Fit): number | 'all' | undefined {
    let most: number | undefined
    for (const word of this.words) {
      if (word.term === term) return 'all'
      if (!word.grows || fit === 'word') continue
      if (term.startsWith(word.term)) most = Math.max(most ?? 0, word.term.length)
      else if (fit === 'near' && this.#index.nearTo(word.term).includes(term)) return 'all'
    }
    return most
  }

  /** Where all the words stand, at this fit or a better one. */
  standing(fit: Fit): Standing {
    const index = this.#index
    const size = index.size
    let all: Numbers | undefined
    let named: Numbers | undefined
    const own = new Numbers(size)
    for (const word of this.words) {
      const names = new Numbers(size)
      for (const term of this.termsOf(word, fit, true)) names.addAll(index.namesWith(term))
      const texts = new Numbers(size)
      for (const term of this.termsOf(word, fit, false)) texts.addAll(index.textsWith(term))
      own.join(texts)
      named = named === undefined ? new Numbers(names) : named.meet(names)
      const here = texts.join(names)
      // Beside another word, a name stands for everything that belongs to who is called so.
      if (this.words.length > 1) names.each((number) => void here.addAll(index.ownedBy(index.idOf(number))))
      all = all === undefined ? here : all.meet(here)
    }
    const nobody = new Numbers(size)
    all ??= nobody
    named ??= nobody
    // "Tom Becker" is Tom, not all that ever happened with him; "Tom Priya" is what they share.
    if (!named.empty) all.meet(own.join(named))
    return { all, named }
  }
}
