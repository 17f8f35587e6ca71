import { createContext, use, useCallback, useMemo, useSyncExternalStore } from 'react'
import type { Day } from '../kernel/time.ts'
import type { Book, Change } from '../mine/book.ts'
import type { VaultState } from '../vault/terms.ts'
import type { OpenedBook } from './opened-book.ts'
import { say } from './ui/toast.tsx'

export const BookContext = createContext<OpenedBook | null>(null)

function useOpened(): OpenedBook {
  const opened = use(BookContext)
  if (opened === null) throw new Error('no book is open here')
  return opened
}

/** The open book itself, for writing. Reading goes through {@link useBook}. */
export const useOpenBook = (): Book => useOpened().book

/**
 * What `select` reads from the book, fresh after every change. Dear selections name what they
 * depend on in `deps` and are then worked out once per change of the book or of these.
 */
export function useBook<T>(select: (book: Book) => T, deps: readonly unknown[] = []): T {
  const { book } = useOpened()
  const version = useSyncExternalStore(
    useCallback((listener: () => void) => book.subscribe(listener), [book]),
    () => book.version,
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caller names what the selection depends on; the version stands for the book's content.
  return useMemo(() => select(book), [book, version, ...deps])
}

const EACH_MS = 20_000

/** The owner's day, which also changes while the page stands open over midnight. */
export function useToday(): Day {
  const { book } = useOpened()
  return useSyncExternalStore(
    useCallback((listener: () => void) => {
      const timer = setInterval(listener, EACH_MS)
      document.addEventListener('visibilitychange', listener)
      return () => {
        clearInterval(timer)
        document.removeEventListener('visibilitychange', listener)
      }
    }, []),
    () => book.today(),
  )
}

/** How the book is kept: what waits to be sent, whether the server can be reached, an alarm. */
export function useKept(): VaultState {
  const { vault } = useOpened()
  return useSyncExternalStore(
    useCallback((listener: () => void) => vault.onState(listener), [vault]),
    () => vault.state,
  )
}

/** The open book with everything that keeps it, for pages about keys and copies. */
export const useOpenedBook = (): OpenedBook => useOpened()

/** Says what a change did, in the sentence it carries, and offers the way back. */
export function tell(book: Book, change: Change): void {
  say(change.label, () => book.undo(change))
}
