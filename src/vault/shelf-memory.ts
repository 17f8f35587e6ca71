import { Lane } from './lane.ts'
import type { DeviceDoor, DeviceDoors, NewWaiting, Shelf, StoredSnapshot, StoredThing, Waiting, Word } from './shelf.ts'

/** What several {@link memoryShelf}s share, as the tabs of one browser share its database. */
export interface Board {
  readonly waiting: Map<number, Waiting>
  readonly drawer: Map<string, StoredThing>
  readonly told: Set<{ readonly by: object; readonly listener: (word: Word) => void }>
  readonly lane: Lane
  next: number
  snapshot: StoredSnapshot | null
  mark: { readonly epoch: number; readonly sealed: Uint8Array<ArrayBuffer> } | null
}

/** An empty board. */
export const newBoard = (): Board => ({
  waiting: new Map(),
  drawer: new Map(),
  told: new Set(),
  lane: new Lane(),
  next: 1,
  snapshot: null,
  mark: null,
})

/** A shelf in memory: for the command line, which keeps nothing between runs, and for tests. */
export function memoryShelf(board: Board = newBoard()): Shelf {
  const me = {}
  return {
    outbox: async () => [...board.waiting.values()],
    exchange: async (remove: readonly number[], add: readonly NewWaiting[]) => {
      for (const n of remove) board.waiting.delete(n)
      return add.map((entry) => {
        const placed = { ...entry, n: board.next }
        board.next += 1
        board.waiting.set(placed.n, placed)
        return placed
      })
    },
    snapshot: async () => board.snapshot,
    saveSnapshot: async (snapshot) => {
      board.snapshot = snapshot
    },
    mark: async () => board.mark,
    saveMark: async (mark) => {
      board.mark = mark
    },
    drawer: async (name) => board.drawer.get(name) ?? null,
    saveDrawer: async (name, thing) => {
      if (thing === null) board.drawer.delete(name)
      else board.drawer.set(name, thing)
    },
    clearDrawer: async () => board.drawer.clear(),
    alone: (work) => board.lane.run(work),
    tell: (word) => {
      for (const { by, listener } of board.told) if (by !== me) queueMicrotask(() => listener(word))
    },
    onTold: (listener) => {
      const one = { by: me, listener }
      board.told.add(one)
      return () => board.told.delete(one)
    },
    wipe: async () => {
      board.waiting.clear()
      board.drawer.clear()
      board.snapshot = null
      board.mark = null
    },
    close: () => {
      for (const one of board.told) if (one.by === me) board.told.delete(one)
    },
  }
}

/** A place in memory for a device door. */
export function memoryDeviceDoors(): DeviceDoors {
  let kept: DeviceDoor | null = null
  return {
    get: async () => kept,
    set: async (door) => {
      kept = door
    },
  }
}
