/**
 * Two owners on one server. Whatever one of them calls, with whatever id of the other, shows nothing
 * of the other and changes nothing of the other. Then each lock is taken off alone: the checks of
 * that lock must go red, and the other lock must still hold.
 */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import type { OwnerId } from '../../src/kernel/ids.ts'
import { newId } from '../../src/kernel/ids.ts'
import { startSession } from '../../src/server/auth/store.ts'
import { asOwner, type Trx } from '../../src/server/db/db.ts'
import { backupText } from '../../src/vault/server/backup.ts'
import { type TestHouse, testHouse } from '../../src/vault/server/testing.ts'

/** Stands in every row of Tom's; must be in nothing that Ana gets. */
const CANARY = 'tomscanary0tomscanary0'
let house: TestHouse
let tom: OwnerId
let ana: typeof fetch
let nobody: typeof fetch
const record = newId()
const slot = newId()

const write = (id: string, rev = 1) => ({ id, epoch: 1, rev, envelope: JSON.stringify({ sealed: 'anas' }), month: '2026-11' })
const aSlot = { slot, kind: 'code', kdf: { name: 'hkdf' }, salt: CANARY, made: '2026-11-24', epoch: 1, commitment: CANARY, wrapped: CANARY }

beforeAll(async () => {
  house = await testHouse()
  tom = await house.newOwner()
  const toms = house.browser(await startSession(house.db, tom))
  const tell = async (method: string, path: string, body: unknown): Promise<void> => {
    const answer = await toms(path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
  }
  await tell('PUT', '/api/vault/slots', { slot: aSlot, proof: CANARY, first: true })
  await tell('PUT', '/api/vault/records', { writes: [{ ...write(record), envelope: JSON.stringify({ sealed: CANARY }) }] })
  await tell('PUT', '/api/vault/due', { days: { '2026-11-24': 777 } })
  ana = house.browser(await startSession(house.db, house.owner))
  nobody = house.browser()
})

/** Every route and verb that the server has, from its own description. */
async function inventory(): Promise<{ method: string; path: string }[]> {
  const { paths } = (await (await nobody('/api/openapi.json')).json()) as { paths: Record<string, Record<string, unknown>> }
  return Object.entries(paths).flatMap(([path, verbs]) => Object.keys(verbs).map((method) => ({ method: method.toUpperCase(), path })))
}

/** Bodies that name what is Tom's, one for each shape that a route may take; a route refuses those it does not know. */
const bodies: readonly unknown[] = [
  {},
  { writes: [write(record)] },
  { writes: [write(record, 2)], together: true },
  { slot: aSlot, proof: CANARY.slice(1) },
  { slot, proof: CANARY.slice(1) },
  { token: 'not-a-token' },
  { days: { '2026-11-24': 1 } },
  { epoch: 2, records: 1, revSum: 1, slots: [], older: 'AAAA', keep: [] },
  { over: { owner: newId(), epoch: 1, cursor: 1, records: 1, revSum: 1 }, keyFile: { slot: aSlot, proof: CANARY } },
]

async function tryEverything(as: typeof fetch): Promise<{ route: string; status: number; text: string }[]> {
  const answers = []
  for (const { method, path } of await inventory()) {
    for (const id of [record, slot, tom, newId()]) {
      const address = `${path.replaceAll(/\{[^}]+\}/g, id)}${method === 'GET' ? `?since=0&limit=1000&owner=${tom}` : ''}`
      for (const body of method === 'GET' || method === 'DELETE' ? [undefined] : bodies) {
        // Ana stays signed in, and her own key file and book stay as they are.
        if (method === 'DELETE' && /session$|key-file$/.test(path)) continue
        const answer = await as(address, {
          method,
          ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
        })
        answers.push({
          route: `${method} ${path}`,
          status: answer.status,
          text: `${await answer.text()} ${JSON.stringify([...answer.headers])}`,
        })
      }
    }
  }
  return answers
}

const owned = async (): Promise<string[]> => {
  const { rows } = await sql<{ name: string }>`
    select distinct c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attname = 'owner' order by 1`.execute(house.admin)
  return rows.map(({ name }) => name)
}

/** Everything of Tom's, as a hash. Read as the role that owns the tables, as Tom. */
async function tomsThings(): Promise<string> {
  const hash = createHash('sha256')
  for (const table of await owned()) {
    const rows = await asOwner(house.admin, tom, (trx) =>
      sql`select to_jsonb(t) as row from ${sql.table(table)} t where owner = ${tom} order by 1`.execute(trx),
    )
    hash.update(JSON.stringify(rows.rows))
  }
  return hash.digest('hex')
}

/** How many rows of Tom's somebody sees who asks for whole tables as Ana. */
async function leaks(): Promise<Record<string, number>> {
  const found: Record<string, number> = {}
  for (const table of await owned()) {
    const count = (trx: Trx) => sql<{ n: number }>`select count(*) as n from ${sql.table(table)} where owner = ${tom}`.execute(trx)
    found[table] = (await asOwner(house.db, house.owner, count)).rows[0]?.n ?? 0
  }
  return found
}

test('the inventory holds every route of the vault and of signing in', async () => {
  const routes = (await inventory()).map(({ method, path }) => `${method} ${path}`)
  expect(routes.length).toBeGreaterThan(15)
  for (const route of [
    'PUT /api/vault/records',
    'GET /api/vault/changes',
    'POST /api/session',
    'DELETE /api/vault/slots/{slot}',
    'GET /api/vault/backup',
    'POST /api/vault/restore',
    'GET /api/house',
  ])
    expect(routes).toContain(route)
})

test('who is not signed in is refused by every route of an owner and sees nothing of anybody', async () => {
  const before = await tomsThings()
  const open = new Set<string>()
  for (const { route, status, text } of await tryEverything(nobody)) {
    expect(text).not.toContain(CANARY)
    if (status < 400) open.add(route)
  }
  for (const route of open) expect(route).toMatch(/ (\/healthz|\/readyz|\/api\/session|\/api\/vault\/doors|\/api\/csp-report)$/)
  expect(await tomsThings()).toBe(before)
})

test('Ana sees nothing of Tom’s and changes nothing of Tom’s by any route, verb or id', async () => {
  const before = await tomsThings()
  const answers = await tryEverything(ana)
  for (const { route, text } of answers) {
    expect(text, route).not.toContain(CANARY)
    expect(text, route).not.toContain('777')
  }
  expect(answers.length).toBeGreaterThan(100)
  expect(await tomsThings()).toBe(before)
})

/** A backup of Tom’s book, as somebody could have copied it from his stick. */
const tomsBackup = async (): Promise<string> => {
  const lines: string[] = []
  for await (const part of backupText(house.db, tom, '2026-11-24T09:00:00Z')) lines.push(part)
  return lines.join('')
}

test('Ana can put neither her book in the place of Tom’s nor his backup in the place of hers', async () => {
  const before = await tomsThings()
  const file = await tomsBackup()
  expect(file).toContain(CANARY)
  const restore = (over: object, as: typeof fetch = ana): Promise<Response> =>
    as('/api/vault/restore', {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson' },
      body: `${JSON.stringify({ over, keyFile: null })}\n${file}`,
    })
  const toms = { owner: tom, epoch: 1, cursor: 1, records: 1, revSum: 1 }
  const anas = (await (await ana('/api/vault/head')).json()) as object
  expect((await restore(toms, nobody)).status).toBe(401)
  for (const over of [toms, anas]) {
    const answer = await restore(over)
    expect(answer.status).toBe(409)
    expect(await answer.text()).not.toContain(CANARY)
  }
  expect(await (await ana('/api/vault/head')).json()).toEqual(anas)
  expect(await (await ana('/api/vault/backup')).text()).not.toContain(CANARY)
  expect(await tomsThings()).toBe(before)
})

test('the second lock: whole tables show Ana no row of Tom’s, and a table without it does', async () => {
  const tables = await owned()
  expect(tables.length).toBeGreaterThan(5)
  for (const [table, rows] of Object.entries(await leaks())) expect(rows, table).toBe(0)
  for (const table of tables) {
    await sql`alter table ${sql.table(table)} disable row level security`.execute(house.admin)
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)} where owner = ${tom}`.execute(house.admin)
    try {
      // Red without the lock, where Tom has something there at all.
      expect((await leaks())[table], table).toBe(rows[0]?.n)
    } finally {
      await sql`alter table ${sql.table(table)} enable row level security`.execute(house.admin)
    }
  }
})

test('the first lock holds alone: without any row-level security the routes still show nothing of Tom’s', async () => {
  const before = await tomsThings()
  const tables = await owned()
  for (const table of tables) await sql`alter table ${sql.table(table)} disable row level security`.execute(house.admin)
  try {
    for (const { route, text } of await tryEverything(ana)) expect(text, route).not.toContain(CANARY)
  } finally {
    for (const table of tables) await sql`alter table ${sql.table(table)} enable row level security`.execute(house.admin)
  }
  expect(await tomsThings()).toBe(before)
})
