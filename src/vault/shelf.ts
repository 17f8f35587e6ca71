import type { Bytes } from './bytes.ts'
import type { Slot } from './contract.ts'

/** A sealed write that waits on this device. `base` is the sealed body it was made from, for merging. */
export interface NewWaiting {
  readonly id: string
  readonly epoch: number
  readonly rev: number
  readonly after: number
  readonly envelope: string
  readonly month: string
  readonly base: Bytes | null
}

/** A write in the outbox; `n` is its place in line. */
export interface Waiting extends NewWaiting {
  readonly n: number
}

/** The sealed snapshot of this device: all it knew at `cursor`, in chunks. */
export interface StoredSnapshot {
  readonly epoch: number
  readonly generation: string
  readonly chunks: readonly Bytes[]
}

/** One sealed thing of the drawer; `generation` is drawn anew at each writing. */
export interface StoredThing {
  readonly epoch: number
  readonly generation: string
  readonly sealed: Bytes
}

/** What one tab tells the others of this device. */
export type Word = 'outbox' | 'sent' | 'settled' | 'wiped'

/**
 * Where a device keeps sealed things: the outbox, one snapshot, one high-water mark, a drawer. Nothing but
 * ids, revisions, months and the names of things in the drawer is readable in it.
 */
export interface Shelf {
  /** All that waits, in order. */
  outbox(): Promise<Waiting[]>
  /** Removes and adds in one step; resolves when it is durable. Gives the new ones with their places. */
  exchange(remove: readonly number[], add: readonly NewWaiting[]): Promise<Waiting[]>
  snapshot(): Promise<StoredSnapshot | null>
  saveSnapshot(snapshot: StoredSnapshot): Promise<void>
  mark(): Promise<{ readonly epoch: number; readonly sealed: Bytes } | null>
  saveMark(mark: { readonly epoch: number; readonly sealed: Bytes } | null): Promise<void>
  drawer(name: string): Promise<StoredThing | null>
  /** Keeps a thing under a name, or takes it out. */
  saveDrawer(name: string, thing: StoredThing | null): Promise<void>
  /** Takes everything out of the drawer. */
  clearDrawer(): Promise<void>
  /** Runs work while no other tab of this device does. */
  alone<T>(work: () => Promise<T>): Promise<T>
  tell(word: Word): void
  onTold(listener: (word: Word) => void): () => void
  wipe(): Promise<void>
  close(): void
}

/** A door that only this browser opens: its key cannot be read out, and it ends by itself. */
export interface DeviceDoor {
  readonly owner: string
  readonly slot: Slot
  readonly key: CryptoKey
  /** The instant after which it is not used any more, as ISO text. */
  readonly until: string
}

/** Where the device door is kept, apart from the shelf, since it is needed before the owner is known. */
export interface DeviceDoors {
  get(): Promise<DeviceDoor | null>
  set(door: DeviceDoor | null): Promise<void>
}
