/**
 * Every write of the vault sent one to five times, in another order, by several connections at once:
 * one effect. 2,000 stories by default; the release size of 200,000 runs with
 * `KITH_CAMPAIGN=release npx vitest run test/faults/vault-retries.test.ts`.
 */
import { expect, test } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import { type Random, seeded } from '../../src/kernel/random.ts'
import { freshDatabase } from '../../src/server/db/testing.ts'
import type { PutRecords, Write } from '../../src/vault/contract.ts'
import { storeWire } from '../../src/vault/server/testing.ts'

const STORIES = process.env['KITH_CAMPAIGN'] === 'release' ? 200_000 : 2_000
const SEED = process.env['KITH_SEED'] ?? 'kith'
const LANES = 4
const database = await freshDatabase()

const slot = {
  slot: newId(),
  kind: 'code',
  kdf: { name: 'hkdf' },
  salt: 'AAAAAAAAAAAAAAAAAAAAAA',
  made: '',
  epoch: 1,
  commitment: 'AA',
  wrapped: 'AA',
} as const

const write = (id: string, rev: number, envelope: string | null): Write => ({ id, epoch: 1, rev, envelope, month: '2026-11' })

/** Requests of one device: records that grow by revisions, and some packed together. */
function requests(random: Random): PutRecords[] {
  const ids = Array.from({ length: 1 + random.below(2) }, newId)
  const all: PutRecords[] = []
  const last = new Map<string, number>()
  for (const id of ids) {
    const revs = 1 + random.below(2)
    for (let rev = 1; rev <= revs; rev++) all.push({ writes: [write(id, rev, `{"${id} ${rev}"}`)] })
    last.set(id, revs)
  }
  if (random.below(2) === 0) {
    const segment = write(newId(), 1, '{"segment"}')
    all.push({ writes: [segment, ...ids.map((id) => write(id, (last.get(id) ?? 0) + 1, null))], together: true })
  }
  return all
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  const copy = [...list]
  for (let i = copy.length - 1; i > 0; i--) {
    const j = random.below(i + 1)
    ;[copy[i], copy[j]] = [copy[j] as T, copy[i] as T]
  }
  return copy
}

async function story(random: Random): Promise<void> {
  const wire = storeWire(database.db, await database.newOwner())
  await wire.putSlot({ slot, proof: null, first: true })
  const all = requests(random)
  // Late copies of everything arrive again after each request has had its answer.
  for (const [i, request] of all.entries()) {
    const copies = Array.from({ length: 1 + random.below(5) }, () => request)
    const late = shuffled(all.slice(0, i), random).slice(0, random.below(2))
    const answers = await Promise.all(shuffled([...copies, ...late], random).map(async (one) => ({ one, answer: await wire.put(one) })))
    for (const { one, answer } of answers) if (one === request) expect(answer.results.every(({ taken }) => taken)).toBe(true)
  }
  const feed = await wire.changes({ since: 0, limit: 1000 })
  const expected = new Map<string, Write>()
  for (const { writes } of all) for (const one of writes) expected.set(one.id, one)
  expect(new Map(feed.rows.map(({ id, rev, envelope }) => [id, [rev, envelope]]))).toEqual(
    new Map([...expected].map(([id, { rev, envelope }]) => [id, [rev, envelope]])),
  )
  // One effect: each taken write moved the counters once.
  const effects = all.reduce((sum, { writes }) => sum + writes.length, 0)
  expect(feed).toMatchObject({
    records: expected.size,
    revSum: [...expected.values()].reduce((sum, { rev }) => sum + rev, 0),
    cursor: effects,
  })
}

test(`${STORIES} stories of repeated and reordered writes have one effect each`, async () => {
  const lanes = Array.from({ length: LANES }, async (_, lane) => {
    const random = seeded(`${SEED} ${lane}`)
    for (let i = 0; i < STORIES / LANES; i++) await story(random)
  })
  await Promise.all(lanes)
})
