import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { startSession } from '../../server/auth/store.ts'
import { asOwner } from '../../server/db/db.ts'
import type { Write } from '../contract.ts'
import { httpWire, type Wire } from '../wire.ts'
import { checkProof } from './doors.ts'
import { fromHere } from './key-file.ts'
import { vaultIn } from './tables.ts'
import { testHouse } from './testing.ts'

const house = await testHouse()
const slot = (epoch = 1) =>
  ({
    slot: newId(),
    kind: 'code',
    kdf: { name: 'hkdf' },
    salt: 'AAAAAAAAAAAAAAAAAAAAAA',
    made: '',
    epoch,
    commitment: 'AA',
    wrapped: 'AA',
  }) as const
const write = (fields: Partial<Write> = {}): Write => ({
  id: newId(),
  epoch: 1,
  rev: 1,
  envelope: '{"sealed"}',
  month: '2026-11',
  ...fields,
})

async function newBook() {
  const owner = await house.newOwner()
  const wire = httpWire({ fetch: house.browser(await startSession(house.db, owner)) })
  await wire.putSlot({ slot: slot(), proof: 'cHJvb2Y', first: true })
  return { owner, wire }
}

const rows = async (wire: Wire) => (await wire.changes({ since: 0, limit: 1000 })).rows

test('a write is taken once, again as the same write, and never over another one', async () => {
  const { wire } = await newBook()
  const one = write()
  expect((await wire.put({ writes: [one] })).results).toEqual([{ id: one.id, taken: true, rev: 1 }])
  expect(await wire.put({ writes: [one] })).toMatchObject({ results: [{ taken: true }], cursor: 1 })
  const other = { ...one, envelope: '{"other"}' }
  const current = { id: one.id, epoch: 1, rev: 1, envelope: one.envelope }
  expect((await wire.put({ writes: [other] })).results).toEqual([{ id: one.id, taken: false, current }])
  expect((await wire.put({ writes: [{ ...other, rev: 3 }] })).results).toEqual([{ id: one.id, taken: false, current }])
  expect((await wire.put({ writes: [{ ...other, rev: 7, after: 1 }] })).results).toEqual([{ id: one.id, taken: true, rev: 7 }])
  expect(await wire.head()).toMatchObject({ records: 1, revSum: 7, cursor: 2 })
})

test('what stands on a refused write is refused with it', async () => {
  const { wire } = await newBook()
  const theirs = write()
  await wire.put({ writes: [theirs] })
  const mine = { ...theirs, envelope: '{"mine 1"}' }
  const { results } = await wire.put({ writes: [mine, { ...mine, rev: 2, envelope: '{"mine 2"}' }] })
  expect(results.map(({ taken }) => taken)).toEqual([false, false])
  expect((await rows(wire))[0]?.envelope).toBe(theirs.envelope)
})

test('writes that belong together are taken together or not at all', async () => {
  const { wire } = await newBook()
  const [a, b] = [write(), write()]
  await wire.put({ writes: [a, b] })
  const packing = [write({ envelope: '{"segment"}' }), { ...a, rev: 2, envelope: null }, { ...b, rev: 2, envelope: null }]
  await wire.put({ writes: [{ ...b, rev: 2, envelope: '{"edited"}' }] })
  const before = await wire.head()
  const refused = await wire.put({ writes: packing, together: true })
  expect(refused.results.map(({ taken }) => taken)).toEqual([false, false, false])
  expect(await wire.head()).toEqual(before)
  const right = packing.map((one) => (one.id === b.id ? { ...one, rev: 3 } : one))
  for (let i = 0; i < 2; i++) expect((await wire.put({ writes: right, together: true })).results.every(({ taken }) => taken)).toBe(true)
  expect(await wire.head()).toMatchObject({ records: 3, revSum: 1 + 2 + 3 })
})

test('nothing is taken under another epoch than the book has', async () => {
  const { wire } = await newBook()
  expect(await wire.put({ writes: [write({ epoch: 2 }), write()] })).toMatchObject({
    results: [{ taken: false }, { taken: false }],
    epoch: 1,
  })
  expect((await wire.head()).records).toBe(0)
})

test('a feed is read page by page without a gap, by number and by size', async () => {
  const { wire } = await newBook()
  const all = Array.from({ length: 25 }, () => write({ envelope: `{"${'x'.repeat(1_000_000)}"}` }))
  for (let at = 0; at < 25; at += 5) await wire.put({ writes: all.slice(at, at + 5) })
  const seen: string[] = []
  let since = 0
  let pages = 0
  for (;;) {
    const page = await wire.changes({ since, limit: 10 })
    pages += 1
    expect(JSON.stringify(page).length).toBeLessThan(8_500_000)
    seen.push(...page.rows.map(({ id }) => id))
    since = page.cursor
    if (!page.more) break
  }
  expect(seen).toEqual(all.map(({ id }) => id))
  expect(pages).toBeGreaterThan(3)
  expect(await wire.changes({ since, limit: 10 })).toMatchObject({ rows: [], more: false, cursor: 25, end: 25, records: 25 })
})

test('a cursor never passes a write that commits later', async () => {
  const { wire, owner } = await newBook()
  const seen = new Set<string>()
  let since = 0
  let writing = true
  const reader = (async () => {
    do {
      const page = await wire.changes({ since, limit: 7 })
      for (const { id } of page.rows) seen.add(id)
      since = page.cursor
    } while (writing || (await wire.head()).cursor > since)
  })()
  const session = await startSession(house.db, owner)
  const writers = Array.from({ length: 4 }, async () => {
    const own = httpWire({ fetch: house.browser(session) })
    const ids: string[] = []
    for (let i = 0; i < 15; i++) {
      const batch = Array.from({ length: 3 }, () => write())
      await own.put({ writes: batch })
      ids.push(...batch.map(({ id }) => id))
    }
    return ids
  })
  const ids = (await Promise.all(writers)).flat()
  writing = false
  await reader
  expect([...seen].sort()).toEqual(ids.sort())
})

test('the month of a record stays the one it was made in', async () => {
  const { wire, owner } = await newBook()
  const one = write()
  await wire.put({ writes: [one] })
  await wire.put({ writes: [{ ...one, rev: 2, month: '2027-03' }] })
  const months = await asOwner(house.db, owner, (trx) => vaultIn(trx).selectFrom('vault_record').select('month').execute())
  expect(months).toEqual([{ month: '2026-11' }])
})

test('nobody sees or changes what belongs to another owner, by the routes or in the database', async () => {
  const ana = await newBook()
  const tom = await newBook()
  const one = write()
  await ana.wire.put({ writes: [one] })
  await ana.wire.putDue({ '2026-11-25': 3 })
  expect(await rows(tom.wire)).toEqual([])
  expect((await tom.wire.slots()).slots.map(({ slot: id }) => id)).not.toContain((await ana.wire.slots()).slots[0]?.slot)
  await tom.wire.put({ writes: [{ ...one, envelope: '{"tom"}' }] })
  expect((await rows(ana.wire))[0]?.envelope).toBe(one.envelope)
  await tom.wire.removeSlot((await ana.wire.slots()).slots[0]?.slot as string)
  expect((await ana.wire.slots()).slots).toHaveLength(1)
  for (const table of ['vault_book', 'vault_record', 'vault_slot', 'vault_epoch', 'due_count']) {
    const seen = await asOwner(house.db, tom.owner, (trx) => sql<{ owner: string }>`select owner from ${sql.table(table)}`.execute(trx))
    expect(seen.rows.every(({ owner }) => owner === tom.owner)).toBe(true)
    expect((await sql`select 1 from ${sql.table(table)}`.execute(house.db)).rows).toEqual([])
  }
  await expect(
    asOwner(house.db, tom.owner, (trx) =>
      vaultIn(trx).insertInto('due_count').values({ owner: ana.owner, day: '2026-11-26', count: 1 }).execute(),
    ),
  ).rejects.toThrow(/row-level security/)
})

test('without a session every route of the vault answers 401 and shows nothing', async () => {
  const stranger = house.browser()
  for (const [method, path] of [
    ['GET', 'head'],
    ['GET', 'changes?since=0&limit=10'],
    ['PUT', 'records'],
    ['PUT', 'due'],
    ['GET', 'slots'],
    ['PUT', 'slots'],
    ['DELETE', `slots/${newId()}`],
    ['POST', 'rekey'],
    ['GET', 'key-file'],
    ['PUT', 'key-file'],
    ['DELETE', 'key-file'],
  ] as const) {
    expect((await stranger(`http://x/api/vault/${path}`, { method })).status, path).toBe(401)
  }
})

test('a proof signs in at its own door alone', async () => {
  const { owner, wire } = await newBook()
  const own = (await wire.slots()).slots[0]?.slot as string
  expect(await checkProof(house.db, own, 'cHJvb2Y')).toBe(owner)
  expect(await checkProof(house.db, own, 'cHJvb2Z')).toBeNull()
  expect(await checkProof(house.db, newId(), 'cHJvb2Y')).toBeNull()
})

test('doors and epoch change in one step, and only when the book is what the device has seen', async () => {
  const { wire } = await newBook()
  await wire.put({ writes: [write()] })
  const older = { epoch: 2, sealed: 'AA' }
  const change = { from: { epoch: 1, records: 1, revSum: 1 }, epoch: 2, older, slots: [{ slot: slot(2), proof: null }] }
  const before = await wire.slots()
  for (const wrong of [
    { ...change, from: { ...change.from, records: 0 } },
    { ...change, from: { ...change.from, revSum: 2 } },
    { ...change, from: { ...change.from, epoch: 2 }, epoch: 3 },
    { ...change, epoch: 3 },
    { ...change, slots: [{ slot: slot(1), proof: null }] },
  ]) {
    await expect(wire.rekey(wrong)).rejects.toMatchObject({ code: 'book-moved-on', status: 409 })
    expect(await wire.slots()).toEqual(before)
  }
  await wire.rekey(change)
  expect(await wire.slots()).toMatchObject({ epoch: 2, slots: [{ slot: change.slots[0]?.slot.slot }], older: [older] })
  await expect(wire.rekey(change)).rejects.toMatchObject({ status: 409 })
  await expect(wire.putSlot({ slot: slot(1), proof: null })).rejects.toMatchObject({ status: 409 })
  await expect(wire.putSlot({ slot: slot(1), proof: null, first: true })).rejects.toMatchObject({ status: 409 })
})

test('the key file is handed to this computer alone, and to its owner alone', async () => {
  const wire = await house.wire()
  expect(await wire.keyFile()).toBeNull()
  const secret = await wire.makeKeyFile()
  expect(await wire.makeKeyFile()).toBe(secret)
  expect(await wire.keyFile()).toBe(secret)
  const { wire: other } = await newBook()
  expect(await other.keyFile()).toBeNull()
  await expect(other.makeKeyFile()).rejects.toMatchObject({ status: 404 })
  const token = await startSession(house.db, house.owner)
  const through = await house.browser(token)('http://x/api/vault/key-file', { headers: { 'x-forwarded-for': '203.0.113.7' } })
  expect(through.status).toBe(404)
  const answer = await house.app.inject({
    url: '/api/vault/key-file',
    headers: { host: '127.0.0.1:18450', cookie: `kith_session=${token}` },
    remoteAddress: '203.0.113.7',
  })
  expect(answer.statusCode).toBe(404)
  expect(answer.body).not.toContain(secret)
  await wire.removeKeyFile()
  await wire.removeKeyFile()
  expect(await wire.keyFile()).toBeNull()
})

test('only addresses of this computer count as here', () => {
  for (const address of ['127.0.0.1', '127.8.9.1', '::1', '::ffff:127.0.0.1']) expect(fromHere(address, false)).toBe(true)
  for (const address of ['10.0.0.1', '128.0.0.1', '::ffff:10.0.0.1', 'fe80::1', '', undefined]) expect(fromHere(address, false)).toBe(false)
  expect(fromHere('127.0.0.1', true)).toBe(false)
})
