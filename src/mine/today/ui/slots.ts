import { useState } from 'react'
import type { Move } from '../move.ts'

/** A place on the page that a move holds: also for a while after it was answered, so that nothing jumps under the pointer. */
export interface Slot {
  readonly move: Move
  readonly answered: boolean
}

/**
 * The places of the page after the plan changed: answered moves stay where they are until they are
 * let go, and a move that is new on the page, or back on it, comes after the one before it in the plan.
 */
export function nextSlots(slots: readonly Slot[], moves: readonly Move[]): readonly Slot[] {
  const now = new Map(moves.map((move) => [move.key, move]))
  const next: Slot[] = slots.map((slot) => {
    const move = now.get(slot.move.key)
    return move === undefined ? { move: slot.move, answered: true } : { move, answered: false }
  })
  moves.forEach((move, i) => {
    if (next.some((slot) => slot.move.key === move.key)) return
    const before = moves[i - 1]?.key
    const at = before === undefined ? 0 : next.findIndex((slot) => slot.move.key === before) + 1
    next.splice(at, 0, { move, answered: false })
  })
  return next
}

/** The places of the moves on the page, and the way to let an answered one go. */
export function useSlots(moves: readonly Move[]): { readonly slots: readonly Slot[]; readonly release: (key: string) => void } {
  const [held, setHeld] = useState<{ readonly moves: readonly Move[]; readonly slots: readonly Slot[] }>(() => ({
    moves,
    slots: nextSlots([], moves),
  }))
  let { slots } = held
  if (held.moves !== moves) {
    slots = nextSlots(held.slots, moves)
    setHeld({ moves, slots })
  }
  const release = (key: string): void =>
    setHeld((old) => ({ ...old, slots: old.slots.filter((slot) => !(slot.answered && slot.move.key === key)) }))
  return { slots, release }
}
