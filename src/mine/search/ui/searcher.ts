import { i18n } from '@lingui/core'
import type { OpenedBook } from '../../../web/opened-book.ts'
import type { Book } from '../../book.ts'
import { type Answer, ask } from '../answer.ts'
import { readWords, written } from '../kept-words.ts'
import { type IndexWords, SearchIndex } from '../search-index.ts'

/** How long the page is held at a time while the index is made, in ms: half a frame. */
const HELD_MS = 7
/** Records between two looks at the clock. */
const AT_A_TIME = 50
/** How often those who wait hear that more was taken in, in ms. */
const NEWS_MS = 120
/** The name of the index in the drawer of the vault. */
const NAME = 'search'
/** Quiet time before the index is kept, in ms, and changes that make it worth keeping again: fewer are quicker read than written. */
const KEEP_AFTER_MS = 10_000
const WORTH_KEEPING = 500

interface WithScheduler {
  readonly scheduler?: { postTask?(work: () => void, options: { priority: string }): Promise<void> }
}

/** Runs work when the page has nothing better to do. */
function later(work: () => void): void {
  const { scheduler } = globalThis as WithScheduler
  if (scheduler?.postTask === undefined) setTimeout(work, 4)
  else void scheduler.postTask(work, { priority: 'background' })
}

const notYet: Answer = { found: [], count: 0, filters: [], calls: false, whole: false }

/**
 * The search of an opened book. Its index is begun when it is first wanted: from what this device kept,
 * sealed in the drawer of the vault, and otherwise from the book alone; in slices, so that the page stays awake.
 */
export class Searcher {
  readonly #book: Book
  readonly #drawer: OpenedBook['vault']['drawer']
  readonly #listeners = new Set<() => void>()
  #index: SearchIndex | undefined
  /** The language the index is made in, or is being made in. */
  #spoken: string | undefined
  #working = false
  #news = 0
  #keptAt: number | undefined
  #keeping: ReturnType<typeof setTimeout> | undefined

  constructor({ book, vault }: OpenedBook) {
    this.#book = book
    this.#drawer = vault.drawer
    book.subscribe(() => {
      if (this.#index === undefined) return
      this.#news += 1
      this.#work()
    })
  }

  /** Grows whenever another answer is possible. */
  readonly news = (): number => this.#news

  /** Calls back when another answer is possible; returns the way to stop. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Asks the book. The first question begins the index. */
  ask(typed: string, most: number): Answer {
    this.begin()
    return this.#index === undefined ? notYet : ask(this.#index, typed, most)
  }

  /** Begins the index, unless there is one in the language that is spoken now. */
  begin(): void {
    const locale = i18n.locale
    if (this.#spoken === locale) return
    this.#spoken = locale
    this.#index?.close()
    this.#index = undefined
    void this.#drawer
      .open(NAME)
      .then((bytes) => (bytes === null ? null : readWords(bytes, locale)))
      .catch(() => null)
      .then((kept) => {
        if (this.#spoken === locale) this.#make(kept)
      })
  }

  #make(kept: IndexWords | null): void {
    this.#index = new SearchIndex(this.#book, kept ?? undefined)
    this.#keptAt = kept === null ? undefined : this.#index.changes
    this.#work()
  }

  #work(): void {
    if (this.#working) return
    this.#working = true
    let told = 0
    const slice = (): void => {
      const index = this.#index
      const end = performance.now() + HELD_MS
      let more = false
      do more = index?.work(AT_A_TIME) ?? false
      while (more && performance.now() < end)
      this.#working = more
      if (more) later(slice)
      else this.#keepLater()
      if (more && performance.now() - told < NEWS_MS) return
      told = performance.now()
      this.#news += 1
      for (const listener of this.#listeners) listener()
    }
    later(slice)
  }

  #keepLater(): void {
    const { changes } = this.#index ?? { changes: 0 }
    if (this.#keptAt !== undefined && changes - this.#keptAt < WORTH_KEEPING) return
    clearTimeout(this.#keeping)
    this.#keeping = setTimeout(() => later(() => this.#keep()), KEEP_AFTER_MS)
  }

  #keep(): void {
    const index = this.#index
    const words = index?.words()
    if (index === undefined || words === undefined || words === null) return
    this.#keptAt = index.changes
    // A full disk is no harm: the index is made from the book then.
    void this.#drawer.seal(NAME, written(words, this.#spoken ?? '')).catch(() => undefined)
  }
}

const searchers = new WeakMap<Book, Searcher>()

/** The search of this book. */
export function searcherOf(opened: OpenedBook): Searcher {
  const known = searchers.get(opened.book)
  if (known !== undefined) return known
  const searcher = new Searcher(opened)
  searchers.set(opened.book, searcher)
  return searcher
}
