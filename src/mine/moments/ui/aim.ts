import { useSyncExternalStore } from 'react'

/** The moment that a timeline should show, named by its id. Kept here and not in the address, so that no record is named there. */
let aimed: string | undefined
const listeners = new Set<() => void>()

/** Asks the next timeline that holds this moment to show it; undefined asks for none. */
export function aimAt(moment: string | undefined): void {
  aimed = moment
  for (const listener of listeners) listener()
}

/** The timeline that showed this moment goes. */
export function aimDone(moment: string): void {
  if (aimed === moment) aimAt(undefined)
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The moment to show, if there is one. */
export const useAim = (): string | undefined => useSyncExternalStore(subscribe, () => aimed)
