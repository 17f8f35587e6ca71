import { useState } from 'react'
import type { Waiting } from '../waiting.ts'

/** A row of the page: also for a while after it was answered, so that nothing jumps under the pointer. */
export interface HeldRow {
  readonly one: Waiting
  readonly answered: boolean
}

/** The rows after something changed: answered ones stay where they are until they are let go, new ones come after the one before them. */
export function nextRows(rows: readonly HeldRow[], waits: readonly Waiting[]): readonly HeldRow[] {
  const now = new Map(waits.map((one) => [one.proposal.id, one]))
  const next: HeldRow[] = rows.map((row) => {
    const one = now.get(row.one.proposal.id)
    return one === undefined ? { one: row.one, answered: true } : { one, answered: false }
  })
  const there = new Set(next.map((row) => row.one.proposal.id))
  waits.forEach((one, i) => {
    if (there.has(one.proposal.id)) return
    const before = waits[i - 1]?.proposal.id
    const at = before === undefined ? 0 : next.findIndex((row) => row.one.proposal.id === before) + 1
    next.splice(at, 0, { one, answered: false })
  })
  return next
}

/** The rows of the page, and the way to let an answered one go. */
export function useRows(waits: readonly Waiting[]): { readonly rows: readonly HeldRow[]; readonly release: (id: string) => void } {
  const [held, setHeld] = useState<{ readonly waits: readonly Waiting[]; readonly rows: readonly HeldRow[] }>(() => ({
    waits,
    rows: nextRows([], waits),
  }))
  let { rows } = held
  if (held.waits !== waits) {
    rows = nextRows(held.rows, waits)
    setHeld({ waits, rows })
  }
  const release = (id: string): void =>
    setHeld((old) => ({ ...old, rows: old.rows.filter((row) => !(row.answered && row.one.proposal.id === id)) }))
  return { rows, release }
}
