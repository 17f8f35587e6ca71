import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { OwnerId } from '../../kernel/ids.ts'
import { buildApp } from '../../server/app.ts'
import { COOKIE, openGate } from '../../server/auth/gate.ts'
import { sessionRoutes } from '../../server/auth/routes.ts'
import { startSession } from '../../server/auth/store.ts'
import { asOwner, type Db } from '../../server/db/db.ts'
import { freshDatabase, type TestDatabase } from '../../server/db/testing.ts'
import { houseRoutes } from '../../server/house-facts.ts'
import type { App } from '../../server/routes.ts'
import type { DoorProof } from '../contract.ts'
import { httpWire, type Wire } from '../wire.ts'
import { checkProof, putSlot, readDoors, readSlots, rekey, removeSlot } from './doors.ts'
import { type SoloHouse, vaultRoutes } from './routes.ts'
import { putDue, putRecords, readChanges, readHead } from './store.ts'
import { vaultIn } from './tables.ts'

/** A house for tests: the real app on a real database, for one owner. */
export interface TestHouse extends TestDatabase {
  readonly app: App
  readonly owner: OwnerId
  readonly configDirectory: string
  /** Listens on a free port of 127.0.0.1; gives the address to open. */
  listen(): Promise<string>
  /** A wire through the app's whole stack, signed in as `owner` unless `signedIn` is false. */
  wire(signedIn?: boolean): Promise<Wire>
  /** `fetch` of a browser with its own cookies. */
  browser(token?: string): typeof fetch
}

const HOST = '127.0.0.1:18450'

/** `fetch` into the app without a socket, keeping cookies as a browser does. */
export function browserOf(app: App, token?: string): typeof fetch {
  let cookie = token === undefined ? '' : `${COOKIE}=${token}`
  return async (input, init) => {
    const url = new URL(String(input), `http://${HOST}`)
    const headers: Record<string, string> = { host: HOST, 'sec-fetch-site': 'same-origin', ...(init?.headers as Record<string, string>) }
    if (cookie !== '') headers['cookie'] = cookie
    const answer = await app.inject({
      method: (init?.method ?? 'GET') as 'GET',
      url: url.pathname + url.search,
      headers,
      ...(typeof init?.body === 'string' ? { payload: init.body } : {}),
    })
    const set = answer.headers['set-cookie']
    for (const one of Array.isArray(set) ? set : set === undefined ? [] : [set]) cookie = String(one).split(';')[0] ?? ''
    return new Response([204, 304].includes(answer.statusCode) ? null : answer.body, { status: answer.statusCode })
  }
}

const ends: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const end of ends.splice(0)) await end()
})

/**
 * Starts a house in solo mode; it is torn down after the file's tests.
 *
 * @param web a built page to serve, when the house is to be opened in a browser
 */
export async function testHouse(web?: string): Promise<TestHouse> {
  const database = await freshDatabase()
  let owner = await database.newOwner()
  const configDirectory = mkdtempSync(join(tmpdir(), 'kith-config-'))
  const hosts = new Set([HOST])
  const solo: SoloHouse = {
    get owner() {
      return owner
    },
    configDirectory,
    moveIn: async (work) => {
      owner = await work(database.admin)
    },
  }
  const app = await buildApp({
    db: database.db,
    gate: openGate(database.db),
    hosts: () => hosts,
    ...(web === undefined ? {} : { web }),
    tls: false,
    perMinute: 1_000_000,
    parts: [
      (part) => sessionRoutes(part, { db: database.db, mode: 'solo', tls: false, base: () => `http://${HOST}`, checkProof }),
      (part) => vaultRoutes(part, { db: database.db, solo }),
      (part) => houseRoutes(part, { db: database.db, embedded: true, schema: 2 }),
    ],
  })
  ends.push(async () => {
    await app.close()
    rmSync(configDirectory, { recursive: true, force: true })
  })
  const browser = (token?: string): typeof fetch => browserOf(app, token)
  const wire = async (signedIn = true): Promise<Wire> =>
    httpWire({ fetch: browser(signedIn ? await startSession(database.db, owner) : undefined) })
  const listen = async (): Promise<string> => {
    const base = await app.listen({ host: '127.0.0.1', port: 0 })
    hosts.add(new URL(base).host)
    return base
  }
  return {
    ...database,
    app,
    listen,
    get owner() {
      return owner
    },
    configDirectory,
    wire,
    browser,
  }
}

/** A wire straight into the vault's store, on a real database without HTTP between: for campaigns of many thousand cases. */
export function storeWire(db: Db, owner: OwnerId): Wire {
  const own = <T>(work: (trx: ReturnType<typeof vaultIn>) => Promise<T>): Promise<T> => asOwner(db, owner, (trx) => work(vaultIn(trx)))
  return {
    head: () => own((trx) => readHead(trx, owner)),
    changes: (ask) => own((trx) => readChanges(trx, owner, ask)),
    put: (writes) => own((trx) => putRecords(trx, owner, writes)),
    putDue: (days) => own((trx) => putDue(trx, owner, days)),
    doors: () => own((trx) => readDoors(trx, owner)),
    slots: () => own((trx) => readSlots(trx, owner)),
    putSlot: (slot) => own((trx) => putSlot(trx, owner, slot)),
    removeSlot: (slot) => own((trx) => removeSlot(trx, owner, slot)),
    rekey: (change) => own((trx) => rekey(trx, owner, change)),
    keyFile: async () => null,
    makeKeyFile: async () => '',
    removeKeyFile: async () => undefined,
    signIn: async (_proof: DoorProof) => undefined,
  }
}
