import { setTimeout as sleep } from 'node:timers/promises'
import { AppError } from '../kernel/errors.ts'
import { Book } from '../mine/book.ts'
import { mergeBodies } from '../mine/merge.ts'
import type { AnyRecord } from '../mine/record.ts'
import { duePerDay } from '../mine/today/due.ts'
import type { KeyRing } from '../vault/keys.ts'
import { memoryShelf } from '../vault/shelf-memory.ts'
import type { Vault } from '../vault/terms.ts'
import { unlock, unlockHere } from '../vault/unlock.ts'
import { openVault } from '../vault/vault.ts'
import { httpWire, type Wire } from '../vault/wire.ts'
import { secretFor } from './secret.ts'
import { withServer } from './server.ts'

/** How often a busy server is asked again, a quarter of a second apart, before a command gives up. */
const PATIENCE = 80

/**
 * Does some work with the opened book of this account, whether or not the server is running. When the
 * work is done everything written in it is on the server; `keep` waits for that earlier, where an answer
 * depends on it.
 *
 * @throws AppError with one sentence when the book cannot be opened, or what was written is not acknowledged
 */
export async function withBook<T>(work: (book: Book, keep: () => Promise<void>) => Promise<T>): Promise<T> {
  return await withServer(async ({ base, token }) => {
    const wire = httpWire({ base, bearer: token })
    // A command lives for a moment: what it writes waits in memory and is sent before it ends.
    const vault = openVault<AnyRecord>({ wire, shelf: memoryShelf(), key: await ringFor(wire), merge: mergeBodies, background: false })
    try {
      return await openedWith(vault, work)
    } finally {
      await vault.close()
    }
  })
}

async function openedWith<T>(vault: Vault<AnyRecord>, work: (book: Book, keep: () => Promise<void>) => Promise<T>): Promise<T> {
  const book = new Book()
  const writing: Promise<void>[] = []
  vault.onArrive((records) => book.receive(records))
  book.receive(await vault.load())
  checkAlarm(vault)
  book.onWrite((records) => {
    const written = vault.keep(records)
    // Waited for in `keep`; until then a failure must not end the process.
    written.catch(() => undefined)
    writing.push(written)
  })
  const keep = async (): Promise<void> => {
    if (writing.length === 0) return
    await Promise.all(writing)
    vault.setDue(duePerDay(book))
    await sendAll(vault)
    checkAlarm(vault)
    if (vault.state.waiting > 0) throw notKept(vault)
    writing.length = 0
  }
  const answer = await work(book, keep)
  await keep()
  return answer
}

/** Sends what waits. A server that is busy, as after thousands of records at once, is asked again while it takes some. */
async function sendAll(vault: Vault<AnyRecord>): Promise<void> {
  let left = Number.POSITIVE_INFINITY
  for (let patience = PATIENCE; patience > 0; patience--) {
    await vault.flush()
    const { waiting, problem } = vault.state
    if (waiting === 0 || problem?.status !== 503) return
    if (waiting < left) patience = PATIENCE
    left = waiting
    await sleep(250)
  }
}

function checkAlarm({ state: { alarm } }: Vault<AnyRecord>): void {
  if (alarm !== null) throw new AppError(alarm.kind, { what: alarm.what, why: alarm.why, next: alarm.next, status: 409 })
}

const notKept = ({ state: { problem } }: Vault<AnyRecord>): AppError =>
  new AppError('not-kept', {
    what: 'This was not written.',
    why: problem === null ? 'Kith’s server stopped answering.' : `${problem.what} ${problem.why}`,
    next: 'Try the same command again.',
    status: 503,
  })

/** The keys of this account's book: by its key file, else by the words or the code that lock it. */
async function ringFor(wire: Wire): Promise<KeyRing> {
  const here = await unlockHere(wire)
  return here.is === 'open'
    ? here.ring
    : await unlock(wire, await secretFor(here.doors, 'Your book is locked. Its six words, or its recovery code: '))
}
