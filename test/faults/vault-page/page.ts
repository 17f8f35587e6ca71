import { systemClock } from '../../../src/kernel/time.ts'
import { bytesOf } from '../../../src/vault/bytes.ts'
import { unlockWithDevice } from '../../../src/vault/device-door.ts'
import type { KeyRing } from '../../../src/vault/keys.ts'
import { lockWithWords } from '../../../src/vault/locking.ts'
import { browserDeviceDoors, browserShelf } from '../../../src/vault/shelf-idb.ts'
import type { Vault } from '../../../src/vault/terms.ts'
import { unlock, unlockHere } from '../../../src/vault/unlock.ts'
import { openVault } from '../../../src/vault/vault.ts'
import { httpWire } from '../../../src/vault/wire.ts'

interface Note {
  readonly id: string
  readonly text: string
}

const wire = httpWire()
const notes = new Map<string, string>()
let vault: Vault<Note> | undefined

async function openWith(ring: KeyRing, background = true): Promise<string[]> {
  vault = openVault<Note>({
    wire,
    shelf: await browserShelf(ring.owner),
    key: ring,
    merge: (_base, mine, theirs) => ({
      id: mine.id,
      text: [...new Set([...mine.text.split('|'), ...theirs.text.split('|')])].sort().join('|'),
    }),
    background,
  })
  const hear = (bodies: readonly Note[]): void => {
    for (const { id, text } of bodies) notes.set(id, text)
  }
  vault.onArrive(hear)
  hear(await vault.load())
  return [...notes.values()]
}

/** What the tests call in the page. */
const page = {
  openHere: async (background?: boolean): Promise<string[]> => {
    const here = await unlockHere(wire)
    if (here.is !== 'open') throw new Error('locked')
    return await openWith(here.ring, background)
  },
  openWithWords: async (words: string) => await openWith(await unlock(wire, { kind: 'words', words })),
  openRemembered: async () => {
    const ring = await unlockWithDevice(wire, browserDeviceDoors(), systemClock)
    return ring === null ? null : await openWith(ring)
  },
  remember: () => vault?.rememberDevice(browserDeviceDoors()),
  lock: async (secrets: { words: string; code: string }) => await lockWithWords(vault as Vault<Note>, wire, secrets),
  write: (id: string, text: string) => {
    notes.set(id, text)
    return vault?.keep([{ id, text }])
  },
  notes: () => Object.fromEntries(notes),
  state: () => ({ ...vault?.state, problem: vault?.state.problem?.code ?? null, alarm: vault?.state.alarm?.kind ?? null }),
  saveSnapshot: () => vault?.saveSnapshot(),
  /** Everything in every IndexedDB of this origin, as text. */
  stores: async (): Promise<string> => {
    const parts: string[] = []
    for (const { name } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((done, fail) => {
        const request = indexedDB.open(name ?? '')
        request.onsuccess = () => done(request.result)
        request.onerror = () => fail(request.error)
      })
      for (const store of db.objectStoreNames) {
        const values = await new Promise<unknown[]>((done) => {
          const request = db.transaction(store).objectStore(store).getAll()
          request.onsuccess = () => done(request.result)
        })
        for (const value of values) {
          parts.push(
            JSON.stringify(value, (_key, inner: unknown) =>
              inner instanceof Uint8Array
                ? new TextDecoder('latin1').decode(inner)
                : inner instanceof CryptoKey
                  ? { extractable: inner.extractable }
                  : inner,
            ),
          )
        }
      }
      db.close()
    }
    return `${parts.join('\n')}\n${JSON.stringify(localStorage)}\n${JSON.stringify(sessionStorage)}`
  },
  /** Whether this page itself may compile WebAssembly. */
  compiles: async (): Promise<boolean> => {
    try {
      await WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))
      return true
    } catch {
      return false
    }
  },
  shelf: { open: browserShelf, bytesOf },
}

export type VaultPage = typeof page
;(globalThis as { vaultPage?: VaultPage }).vaultPage = page
