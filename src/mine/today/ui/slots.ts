import { useState } from 'react'
import type { Move } from '../move.ts'

/** A place on the page that a move holds: also for a while after it was answered, so that nothing jumps under the pointer. */
export interface Slot {
  readonly move: Move
  readonly answered: boolean
}

/** The places of the page after the plan changed: answered moves stay where they are until they are let go. */
export function nextSlots(slots: readonly Slot[], moves: readonly Move[]): readonly Slot[] {
  const now = new Map(moves.map((move) => [move.key, move]))
  const held = slots.map((slot) => {
    const move = now.get(slot.move.key)
    return move === undefined ? { move: slot.move, answered: true } : { move, answered: false }
  })
  const known = new Set(slots.map((slot) => slot.move.key))
  return [...held, ...moves.filter((move) => !known.has(move.key)).map((move) => ({ move, answered: false }))]
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
