import { type ReactNode, useEffect, useState } from 'react'
import { BookContext } from './book-context.tsx'
import { openHere } from './open-here.ts'
import type { OpenedBook } from './opened-book.ts'

/** Opens the book of this device once, and shows the door where it does not open by itself. */
export function BookProvider({ children }: { children: ReactNode }) {
  const [opened, setOpened] = useState<OpenedBook | null>(null)
  useEffect(() => {
    void openHere().then(setOpened)
  }, [])
  return opened === null ? null : <BookContext value={opened}>{children}</BookContext>
}
