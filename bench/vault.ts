import { performance } from 'node:perf_hooks'
import { newId } from '../src/kernel/ids.ts'
import { seeded } from '../src/kernel/random.ts'
import { addDays, systemClock } from '../src/kernel/time.ts'
import { mergeBodies } from '../src/mine/merge.ts'
import type { AnyRecord } from '../src/mine/record.ts'
import type { Changes, PutRecords, SealedRow, Write } from '../src/vault/contract.ts'
import { epochKeys, freshVaultKey, ringOf } from '../src/vault/keys.ts'
import { type Board, memoryShelf, newBoard } from '../src/vault/shelf-memory.ts'
import type { Vault } from '../src/vault/terms.ts'
import { openVault } from '../src/vault/vault.ts'
import { httpWire, type Wire } from '../src/vault/wire.ts'
import type { Figure } from './run.ts'

const MOMENTS = 51_000
const PEOPLE = 1_000
const RUNS = 5

/** A wire that plays back what was put, without a database or a network: what is measured is the device. */
function recorded(owner: string): { wire: Wire; length: () => number } {
  const rows = new Map<string, SealedRow & { seq: number }>()
  let seq = 0
  const totals = () => {
    let revSum = 0
    for (const { rev } of rows.values()) revSum += rev
    return { epoch: 1, records: rows.size, revSum }
  }
  const put = async ({ writes }: PutRecords) => {
    for (const { id, epoch, rev, envelope } of writes as Write[]) {
      seq += 1
      rows.set(id, { id, epoch, rev, envelope, seq })
    }
    return { results: writes.map(({ id, rev }) => ({ id, taken: true as const, rev })), cursor: seq, epoch: 1 }
  }
  const changes = async ({ since, limit, quiet = -1 }: { since: number; limit: number; quiet?: number }): Promise<Changes> => {
    const found = [...rows.values()]
      .filter((row) => row.seq > since && (row.envelope !== null || row.seq > quiet))
      .sort((a, b) => a.seq - b.seq)
    const page = found.slice(0, limit)
    const more = page.length < found.length
    const answer = { rows: page.map(({ id, epoch, rev, envelope }) => ({ id, epoch, rev, envelope })), more, end: seq, ...totals() }
    // Through text and back, as over the network.
    return JSON.parse(JSON.stringify({ ...answer, cursor: more ? page.at(-1)?.seq : seq })) as Changes
  }
  const wire: Wire = { ...httpWire(), put, changes, head: async () => ({ owner, cursor: seq, ...totals() }) }
  return { wire, length: () => [...rows.values()].reduce((sum, { envelope }) => sum + (envelope?.length ?? 0), 0) }
}

function moments(): AnyRecord[] {
  const random = seeded('vault bench')
  const people = Array.from({ length: PEOPLE }, newId)
  const words = [
    'lunch',
    'her move to Porto',
    'the audit',
    'third floor',
    'asked about the new team',
    'walked to the station',
    'a short call',
    'the deck',
  ]
  return Array.from({ length: MOMENTS }, (_, i) => ({
    kind: 'moment',
    id: newId(),
    v: 1,
    changed: '2026-01-01T09:00:00Z',
    day: addDays('2024-01-01', i % 700),
    people: [random.pick(people)],
    medium: 'face',
    shape: 'talk',
    startedBy: 'me',
    text: Array.from({ length: 2 + random.below(5) }, () => random.pick(words)).join(', '),
  }))
}

const median = (times: number[]): number => Math.round(times.sort((a, b) => a - b)[Math.floor(times.length / 2)] as number)

/** Opens a book of 51,000 moments in segments of 256: on a new device, and on one with a snapshot. */
export async function run(): Promise<readonly Figure[]> {
  const owner = newId()
  const key = ringOf(owner, await epochKeys(1, freshVaultKey()))
  const { wire, length } = recorded(owner)
  const open = (board: Board): Vault<AnyRecord> =>
    openVault<AnyRecord>({
      wire,
      shelf: memoryShelf(board),
      key,
      clock: systemClock,
      merge: mergeBodies,
      mayPack: () => true,
      background: false,
    })

  const maker = open(newBoard())
  await maker.load()
  const all = moments()
  for (let at = 0; at < all.length; at += 5_000) {
    await maker.keep(all.slice(at, at + 5_000))
    await maker.flush()
  }
  await maker.pack()

  const fresh: number[] = []
  const warm: number[] = []
  let board = newBoard()
  for (let i = 0; i < RUNS; i++) {
    board = newBoard()
    const vault = open(board)
    const start = performance.now()
    const bodies = await vault.load()
    fresh.push(performance.now() - start)
    if (bodies.length !== MOMENTS || vault.state.alarm !== null) throw new Error('the book did not open whole')
    await vault.saveSnapshot()
  }
  for (let i = 0; i < RUNS; i++) {
    const start = performance.now()
    const bodies = await open(board).load()
    warm.push(performance.now() - start)
    if (bodies.length !== MOMENTS) throw new Error('the snapshot did not open whole')
  }
  const figure = (name: string, value: number, unit: string, bar: number): Figure => ({ name, value, unit, bar, ok: value <= bar })
  return [
    figure('vault: open 51,000 moments on a new device', median(fresh), 'ms', 8_000),
    figure('vault: open 51,000 moments on a warm device', median(warm), 'ms', 1_500),
    figure('vault: sealed text of 51,000 moments', Math.round(length() / 1_000_000), 'MB', 45),
  ]
}
