import type { Day } from '../kernel/time.ts'
import { fromB64 } from '../vault/bytes.ts'
import { freshSecrets, lockWithWords, openByKeyFile } from '../vault/locking.ts'
import { browserDeviceDoors } from '../vault/shelf-idb.ts'
import type { OpenedBook } from './opened-book.ts'

/** A way into the book, as the page about keys tells it. */
export interface Way {
  readonly slot: string
  readonly kind: 'words' | 'code' | 'key-file' | 'device'
  /** When it was made, as an instant. */
  readonly made: string
  /** Whether it is the door of this very browser. */
  readonly here: boolean
}

/** The ways into the book, the oldest first. */
export async function waysInto({ vault }: OpenedBook): Promise<readonly Way[]> {
  const [doors, own] = await Promise.all([
    vault.doors(),
    browserDeviceDoors()
      .get()
      .catch(() => null),
  ])
  return doors
    .map(({ slot, kind, made }) => ({ slot, kind, made, here: own?.slot.slot === slot }))
    .sort((a, b) => (a.made < b.made ? -1 : 1))
}

/** Six fresh words, to be shown once. */
export const newWords = (): string => freshSecrets().words
/** A fresh recovery code, to be shown once. */
export const newCode = (): string => freshSecrets().code

/** Makes words or a code a way into the book, once its owner has shown that they are written down. */
export async function keepSecret(
  { vault }: OpenedBook,
  secret: { kind: 'words'; words: string } | { kind: 'code'; code: string },
): Promise<void> {
  await vault.addDoor(secret)
}

/**
 * Locks the book: a new key that only these words and this code open; the key file goes, and so does
 * every remembered browser.
 * @throws AppError when there is no connection, or another device wrote meanwhile
 */
export async function lock({ vault, wire }: OpenedBook, secrets: { words: string; code: string }): Promise<void> {
  await lockWithWords(vault, wire, secrets)
  await browserDeviceDoors().set(null)
}

/** Lets this computer open the book by itself again. */
export const unlockByKeyFile = ({ vault, wire }: OpenedBook): Promise<void> => openByKeyFile(vault, wire)

/**
 * Takes away words, codes and remembered browsers by a new key; only the key file of this computer opens the book then.
 * @throws AppError when there is no key file or no connection
 */
export async function keepOnlyKeyFile({ vault, wire }: OpenedBook): Promise<void> {
  const secret = fromB64((await wire.keyFile()) ?? (await wire.makeKeyFile())) ?? new Uint8Array(0)
  await vault.keepOnlyDoors([{ kind: 'key-file', secret }])
  await browserDeviceDoors().set(null)
}

/** Lets this browser open the book by itself for 30 days, also while the server is out of reach. */
export async function rememberHere({ vault }: OpenedBook): Promise<void> {
  await vault.rememberDevice(browserDeviceDoors())
  // Without this the browser may clear what it holds when the disk grows full.
  await navigator.storage?.persist?.().catch(() => false)
  // The door stands: without room for the snapshot the book opens here all the same while the server answers.
  await vault.saveSnapshot().catch(() => undefined)
}

/** The day until which this browser opens the book by itself; null when it does not. */
export async function rememberedUntil(): Promise<Day | null> {
  const door = await browserDeviceDoors()
    .get()
    .catch(() => null)
  return door === null ? null : door.until.slice(0, 10)
}

/** Ends the door of a remembered browser, this one or another. */
export async function forgetBrowser({ vault }: OpenedBook, way: Way): Promise<void> {
  await vault.forgetDevice(way.slot)
  if (way.here) await browserDeviceDoors().set(null)
}

/** What the server can see, counted from what it answers. */
export interface ServerView {
  readonly records: number
  /** How often the key was exchanged, plus one. */
  readonly epoch: number
  /** Sizes of the sealed texts together, in bytes. */
  readonly bytes: number
  /** The first of the rows as the server holds it. */
  readonly example: { readonly id: string; readonly rev: number; readonly envelope: string } | null
}

/** Asks the server for everything it has of this book, and counts it. */
export async function lookAtServer({ wire }: OpenedBook): Promise<ServerView> {
  const head = await wire.head()
  let bytes = 0
  let example: ServerView['example'] = null
  let since = 0
  for (let more = true; more; ) {
    const page = await wire.changes({ since, limit: 500 })
    for (const { id, rev, envelope } of page.rows) {
      bytes += envelope?.length ?? 0
      if (example === null && envelope !== null) example = { id, rev, envelope }
    }
    more = page.more && page.cursor > since
    since = page.cursor
  }
  return { records: head.records, epoch: head.epoch, bytes, example }
}
