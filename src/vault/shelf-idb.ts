import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Bytes } from './bytes.ts'
import type { DeviceDoor, DeviceDoors, NewWaiting, Shelf, StoredSnapshot, StoredThing, Waiting, Word } from './shelf.ts'

interface Stores extends DBSchema {
  outbox: { key: number; value: NewWaiting & { n?: number } }
  chunk: { key: [string, number]; value: Bytes }
  drawer: { key: string; value: StoredThing }
  sealed: { key: 'snapshot' | 'mark'; value: { epoch: number; generation?: string; chunks?: number; sealed?: Bytes } }
}

const strict = { durability: 'strict' } as const

/** Opens the shelf of an owner in IndexedDB. Every write of the outbox is flushed to the disk before it resolves. */
export async function browserShelf(owner: string): Promise<Shelf> {
  const name = `kith-${owner}`
  const db: IDBPDatabase<Stores> = await openDB<Stores>(name, 2, {
    upgrade: (stores, was) => {
      if (was < 1) {
        stores.createObjectStore('outbox', { keyPath: 'n', autoIncrement: true })
        stores.createObjectStore('chunk')
        stores.createObjectStore('sealed')
      }
      if (was < 2) stores.createObjectStore('drawer')
    },
    // A newer version of this program in another tab may change the stores: this one steps aside.
    blocking: (_now, _next, event) => (event.target as IDBDatabase).close(),
  })
  const listeners = new Set<(word: Word) => void>()
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(name)
  channel?.addEventListener('message', (message: MessageEvent<Word>) => {
    for (const listener of listeners) listener(message.data)
  })

  const exchange = async (remove: readonly number[], add: readonly NewWaiting[]): Promise<Waiting[]> => {
    const tx = db.transaction('outbox', 'readwrite', strict)
    const removed = remove.map((n) => tx.store.delete(n))
    const keys = add.map((entry) => tx.store.add({ ...entry }))
    const [places] = await Promise.all([Promise.all(keys), Promise.all(removed), tx.done])
    return add.map((entry, i) => ({ ...entry, n: places[i] as number }))
  }
  const snapshot = async (): Promise<StoredSnapshot | null> => {
    const tx = db.transaction(['sealed', 'chunk'])
    const head = await tx.objectStore('sealed').get('snapshot')
    if (head?.generation === undefined || head.chunks === undefined) return null
    const { generation, epoch } = head
    const chunks = await Promise.all(Array.from({ length: head.chunks }, (_, i) => tx.objectStore('chunk').get([generation, i])))
    return chunks.every((chunk) => chunk !== undefined) ? { epoch, generation, chunks } : null
  }
  const saveSnapshot = async ({ epoch, generation, chunks }: StoredSnapshot): Promise<void> => {
    const tx = db.transaction(['sealed', 'chunk'], 'readwrite', strict)
    const store = tx.objectStore('chunk')
    await Promise.all([
      store.clear(),
      ...chunks.map((chunk, i) => store.put(chunk, [generation, i])),
      tx.objectStore('sealed').put({ epoch, generation, chunks: chunks.length }, 'snapshot'),
      tx.done,
    ])
  }

  return {
    outbox: async () => (await db.getAll('outbox')) as Waiting[],
    exchange,
    snapshot,
    saveSnapshot,
    mark: async () => {
      const kept = await db.get('sealed', 'mark')
      return kept?.sealed === undefined ? null : { epoch: kept.epoch, sealed: kept.sealed }
    },
    saveMark: async (mark) => {
      const tx = db.transaction('sealed', 'readwrite', strict)
      await Promise.all([mark === null ? tx.store.delete('mark') : tx.store.put({ ...mark }, 'mark'), tx.done])
    },
    drawer: async (key) => (await db.get('drawer', key)) ?? null,
    // It can be made again: no need to wait for the disk.
    saveDrawer: async (key, thing) => void (await (thing === null ? db.delete('drawer', key) : db.put('drawer', { ...thing }, key))),
    clearDrawer: () => db.clear('drawer'),
    alone: <T>(work: () => Promise<T>): Promise<T> =>
      typeof navigator === 'undefined' || navigator.locks === undefined ? work() : (navigator.locks.request(name, work) as Promise<T>),
    tell: (word) => channel?.postMessage(word),
    onTold: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    wipe: async () => {
      const stores = ['outbox', 'chunk', 'sealed', 'drawer'] as const
      const tx = db.transaction(stores, 'readwrite', strict)
      await Promise.all([...stores.map((store) => tx.objectStore(store).clear()), tx.done])
    },
    close: () => {
      channel?.close()
      db.close()
    },
  }
}

/** The device door of this browser, in a database of its own. */
export function browserDeviceDoors(): DeviceDoors {
  interface DoorStore extends DBSchema {
    door: { key: 'own'; value: DeviceDoor }
  }
  const open = () => openDB<DoorStore>('kith-device', 1, { upgrade: (fresh) => void fresh.createObjectStore('door') })
  return {
    get: async () => {
      const db = await open()
      const door = await db.get('door', 'own')
      db.close()
      return door ?? null
    },
    set: async (door) => {
      const db = await open()
      if (door === null) await db.delete('door', 'own')
      else await db.put('door', door, 'own')
      db.close()
    },
  }
}
