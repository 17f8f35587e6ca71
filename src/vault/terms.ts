import type { AppError } from '../kernel/errors.ts'
import type { Day } from '../kernel/time.ts'
import type { Door } from './contract.ts'
import type { DeviceDoors } from './shelf.ts'

/** What the vault keeps: any JSON object with an opaque id. It does not know what else is in it. */
export interface Body {
  readonly id: string
}

/** Merges what this device wrote with what another one wrote. `base` is what both began from, when it is known. */
export type Merge<B extends Body> = (base: B | undefined, mine: B, theirs: B) => B

/**
 * What is wrong with the sealed rows that the server gives:
 * - `not-authentic`: a row was altered, moved or made by somebody without the key
 * - `needs-newer-app`: a row was written by a newer version
 * - `rolled-back`: the server has an older text than this device has seen
 * - `missing`: rows that this device has seen, or that the totals count, are not there
 * - `forked`: two different texts under one revision
 * - `new-key`: the server speaks of a key that this device does not hold
 * - `wrong-key`: what this device remembers does not open with the key it was given
 */
export type AlarmKind = 'not-authentic' | 'needs-newer-app' | 'rolled-back' | 'missing' | 'forked' | 'new-key' | 'wrong-key'

/** A warning that stays until somebody looked at it. Nothing is overwritten meanwhile. */
export interface Alarm {
  readonly kind: AlarmKind
  /** How many records it concerns, as far as it is known; 0 when it is about the whole book. */
  readonly records: number
  /** When it was first seen, as ISO text. */
  readonly seen: string
  /** What happened, why, and what to do next: one plain sentence each. */
  readonly what: string
  readonly why: string
  readonly next: string
}

/** What a screen may say about keeping: how much still waits, whether the server answers, what is wrong. */
export interface VaultState {
  /** Sealed writes that wait on this device for the server. */
  readonly waiting: number
  readonly online: boolean
  readonly alarm: Alarm | null
  /** Why the last attempt to send failed, when it was not for want of a connection. */
  readonly problem: AppError | null
}

/** A secret that opens a door. Words and code are as typed by a person. */
export type Secret =
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'key-file'; readonly secret: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'device'; readonly key: CryptoKey }

/**
 * Sealed things that this device keeps for itself, by name: what can be made again from the book and
 * is only quicker to read than to make. Nothing here is sent, and all of it goes with {@link Vault.wipe} and with a new key.
 */
export interface Drawer {
  /** Seals bytes under a name, in place of what was there. Without room on the device it may be lost. */
  seal(name: string, bytes: Uint8Array): Promise<void>
  /** What lies under a name; null when there is nothing, or nothing that is authentic under the present key. */
  open(name: string): Promise<Uint8Array | null>
}

/** An opened vault: bodies in memory on one side, sealed rows on the other. */
export interface Vault<B extends Body> {
  /**
   * Opens everything: the snapshot of this device, the changes since, and what still waits to be
   * sent. Call it once, after {@link Vault.onArrive}. Without a connection it gives what is here.
   * @throws AppError `nothing-here-yet` when there is neither a snapshot nor a server
   */
  load(): Promise<readonly B[]>
  /**
   * Seals bodies and puts them into the outbox; resolves when they are durable on this device. They
   * are sent in the background, in order.
   * @throws AppError `too-large` when a body does not fit; then none was kept
   */
  keep(bodies: readonly B[]): Promise<void>
  /** Calls back with bodies that changed elsewhere: other devices, other tabs, merges. */
  onArrive(listener: (bodies: readonly B[]) => void): () => void
  readonly state: VaultState
  /** Calls back after each change of {@link Vault.state}. */
  onState(listener: (state: VaultState) => void): () => void
  /** Sends what waits, now. Resolves when the outbox is empty or the server cannot be reached. */
  flush(): Promise<void>
  /** Fetches changes, now. Resolves also when the server cannot be reached. */
  pull(): Promise<void>
  /** Replaces the counts of things due per day; the last call wins and is sent when there is a connection. */
  setDue(days: Readonly<Record<Day, number>>): void
  /** Seals all bodies into the snapshot of this device, so that the next opening is quick. */
  saveSnapshot(): Promise<void>
  readonly drawer: Drawer
  /** Packs older records into segments; gives how many were packed. Needs a connection. */
  pack(): Promise<number>
  /** The doors of this book, as the server lists them. */
  doors(): Promise<readonly Door[]>
  /** Adds a door. The secret never leaves this device. */
  addDoor(secret: Secret): Promise<Door>
  /**
   * Removes every door whose secret is not given here, by a new key: what the removed doors opened
   * does not open what is written from now on, and what was written is sealed again in the background.
   * @throws AppError `book-moved-on` when another device wrote meanwhile; try again
   */
  keepOnlyDoors(secrets: readonly Secret[]): Promise<void>
  /** Lets this browser open the book by itself for 30 days, with a key that cannot be read out of it. */
  rememberDevice(doors: DeviceDoors): Promise<Door>
  /** Forgets the device door of one browser, this one or another, without a new key. */
  forgetDevice(slot: string): Promise<void>
  /**
   * Somebody looked at the alarm and decided. `put-back` writes what this device knows over what the
   * server lost or rolled back; `go-on` takes what the server has.
   */
  settle(choice: 'put-back' | 'go-on'): Promise<void>
  /** Stops all background work and waits for what is under way. What waits stays in the outbox. */
  close(): Promise<void>
  /** Wipes what this device keeps (snapshot, outbox, marks) and closes; for locking a shared computer. */
  wipe(): Promise<void>
}
