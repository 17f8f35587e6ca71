import { AppError } from '../kernel/errors.ts'
import { addDays, systemClock, today } from '../kernel/time.ts'
import { Book } from '../mine/book.ts'
import { mergeBodies } from '../mine/merge.ts'
import type { AnyRecord } from '../mine/record.ts'
import { duePerDay } from '../mine/today/due.ts'
import type { SlotKind } from '../vault/contract.ts'
import { unlockWithDevice } from '../vault/device-door.ts'
import type { KeyRing } from '../vault/keys.ts'
import { browserDeviceDoors, browserShelf } from '../vault/shelf-idb.ts'
import { unlock, unlockHere } from '../vault/unlock.ts'
import { openVault } from '../vault/vault.ts'
import { httpWire } from '../vault/wire.ts'
import { errorWords } from './error-words.ts'
import type { OpenedBook } from './opened-book.ts'
import { spendToken, takeToken } from './session.ts'
import { say } from './ui/toast.tsx'

/** A secret as a person types it. */
export type TypedSecret = { readonly kind: 'words'; readonly words: string } | { readonly kind: 'code'; readonly code: string }

/** What came of opening: the book, a door that asks for a secret, or a reason why neither. */
export type Opening =
  | { readonly is: 'open'; readonly opened: OpenedBook }
  /** `kinds`: the secrets that could open it; none of them may have been made yet. `note`: why a link did not help. */
  | { readonly is: 'door'; readonly kinds: readonly TypedSecret['kind'][]; readonly note: AppError | null }
  | { readonly is: 'closed'; readonly error: AppError }

const wire = httpWire()
/** While the book opens by itself: a connection that leads nowhere is not waited for. */
const asking = httpWire({
  patience: 5_000,
  fetch: async (input, init) => {
    answers = false
    const answer = await fetch(input, init)
    answers = true
    return answer
  },
})
/** Whether the last question at the door was answered. */
let answers = true
const deviceDoors = browserDeviceDoors()

/** Days after which a moment is seldom edited and may be packed with others. */
const PACK_AFTER_DAYS = 30
/** Time until what the day's plan needs is done, in ms; housekeeping waits for it. */
const QUIET_MS = 20_000
const DUE_MS = 1500

let opening: Promise<Opening> | undefined

/** Opens the book of this browser, once per page; `again` starts over. */
export function openHere(again = false): Promise<Opening> {
  if (again) opening = undefined
  opening ??= open().catch((error: unknown): Opening => ({ is: 'closed', error: asAppError(error) }))
  return opening
}

async function open(): Promise<Opening> {
  const token = takeToken()
  let note: AppError | null = null
  if (token !== null) {
    try {
      await spendToken(token)
    } catch (error) {
      // An old session may still be good; the note matters only where there is none.
      note = asAppError(error)
    }
  }
  try {
    const remembered = await unlockWithDevice(asking, deviceDoors, systemClock)
    if (remembered !== null) return { is: 'open', opened: await openBook(remembered, !answers) }
    const here = await unlockHere(wire, { knows })
    if (here.is === 'open') return { is: 'open', opened: await openBook(here.ring) }
    return { is: 'door', kinds: typed(here.doors), note }
  } catch (error) {
    if (error instanceof AppError && error.code === 'offline') throw outOfReach()
    if (!(error instanceof AppError) || error.status !== 401) throw error
    return { is: 'door', kinds: typed(await wire.doors()), note }
  }
}

/**
 * Opens the book with a typed secret, and remembers this browser when asked to.
 * @throws AppError with the sentence to show under the field
 */
export async function openWith(secret: TypedSecret, remember: boolean): Promise<OpenedBook> {
  const opened = await openBook(await unlock(wire, secret))
  if (remember) await opened.vault.rememberDevice(deviceDoors)
  opening = Promise.resolve({ is: 'open', opened })
  return opened
}

const typed = (doors: readonly { readonly kind: SlotKind }[]): TypedSecret['kind'][] =>
  (['words', 'code'] as const).filter((kind) => doors.some((door) => door.kind === kind))

async function knows(owner: string): Promise<boolean> {
  const shelf = await browserShelf(owner)
  const mark = await shelf.mark()
  shelf.close()
  return mark !== null
}

async function openBook(key: KeyRing, outOfReach = false): Promise<OpenedBook> {
  const book = new Book()
  const vault = openVault<AnyRecord>({
    wire,
    shelf: await browserShelf(key.owner),
    key,
    merge: mergeBodies,
    outOfReach,
    mayPack: (record) => record.kind === 'moment' && record.changed.slice(0, 10) < addDays(today(systemClock), -PACK_AFTER_DAYS),
  })
  vault.onArrive((records) => book.receive(records))
  book.receive(await vault.load())
  book.onWrite((records) => {
    vault.keep(records).catch((error: unknown) => {
      const { what, next } = errorWords(asAppError(error))
      say(`${what} ${next}`)
    })
  })
  book.sweep()
  countDue(book, (days) => vault.setDue(days))
  setTimeout(() => void vault.pack().catch(() => undefined), QUIET_MS)
  return { book, vault, wire }
}

/** Tells the server how many things are due per day, a little after each change. */
function countDue(book: Book, send: (days: Record<string, number>) => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const soon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => send(duePerDay(book)), DUE_MS)
  }
  soon()
  book.subscribe(soon)
}

const outOfReach = (): AppError =>
  new AppError('out-of-reach', {
    what: 'Your book cannot be opened here while Kith is out of reach.',
    why: 'This browser has not been told to remember it.',
    next: 'Start Kith or find a connection; under Your data you can then make the book readable without either.',
    status: 503,
  })

function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error
  return new AppError('not-open', {
    what: 'The book could not be opened or kept in this browser.',
    why: 'Its storage may be full, or switched off in a private window.',
    next: 'Make room or use a normal window, and try again.',
  })
}
