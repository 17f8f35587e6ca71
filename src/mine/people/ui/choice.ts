import { useSyncExternalStore } from 'react'
import { everybody, type Wanted } from '../rows.ts'

/** What is chosen among the people, so that coming back from a person shows the same ones. It never leaves this tab. */
let wanted: Wanted = everybody
const listeners = new Set<() => void>()

/** Chooses among the people, wherever the list is shown next. */
export function choose(next: Wanted): void {
  wanted = next
  for (const listener of listeners) listener()
}

/** What is chosen now. */
export const useChoice = (): Wanted =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => wanted,
  )
