import type { Book } from '../mine/book.ts'

/** How the device and the server stand: quiet words for the line at the bottom of the sidebar. */
export interface Sync {
  /** Writes that the server has not taken yet. */
  readonly waiting: number
  readonly offline: boolean
  /** The first time something arrived that must not have: a sentence for the banner. */
  readonly alarm: string | null
}

/** A book that is open on this device, and how it is kept. */
export interface OpenedBook {
  readonly book: Book
  sync(): Sync
  onSync(listener: () => void): () => void
}
