import { useEffect, useState } from 'react'
import { useBook, useOpenBook } from '../../../web/book-context.tsx'
import { knownProposals, proposalsIn } from '../proposals.ts'
import type { Resemblance } from '../resemblance.ts'

/** The screen that asks is drawn before anybody is compared. */
const AFTER_MS = 80

/** Pairs who may be the same person, a little after the screen stands; what was known before stays until then. */
export function useProposals(): readonly Resemblance[] {
  const book = useOpenBook()
  const [looks, setLooks] = useState(0)
  const known = useBook(knownProposals, [looks])
  const [last, setLast] = useState<readonly Resemblance[]>(known ?? [])
  if (known !== undefined && known !== last) setLast(known)
  useEffect(() => {
    if (known !== undefined) return
    const timer = setTimeout(() => {
      proposalsIn(book)
      setLooks((count) => count + 1)
    }, AFTER_MS)
    return () => clearTimeout(timer)
  }, [book, known])
  return known ?? last
}
