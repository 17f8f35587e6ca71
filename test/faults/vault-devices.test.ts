/**
 * Several devices of one owner write, go offline, are killed in the middle of a request, open again,
 * pack, and give the book a new key. Afterwards all of them must hold the same book with every text.
 *
 * 2,000 runs by default; the release size of 200,000 runs with
 * `KITH_CAMPAIGN=release npx vitest run test/faults/vault-devices.test.ts`.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId, type OwnerId } from '../../src/kernel/ids.ts'
import { frozenClock } from '../../src/kernel/time.ts'
import { mergeBodies } from '../../src/mine/merge.ts'
import type { AnyRecord } from '../../src/mine/record.ts'
import { freshDatabase } from '../../src/server/db/testing.ts'
import { epochKeys, freshVaultKey, type KeyRing, ringOf } from '../../src/vault/keys.ts'
import { freshCode } from '../../src/vault/recovery-code.ts'
import { storeWire } from '../../src/vault/server/testing.ts'
import { memoryShelf, newBoard } from '../../src/vault/shelf-memory.ts'
import { makeSlot } from '../../src/vault/slots.ts'
import type { Vault } from '../../src/vault/terms.ts'
import { unlock } from '../../src/vault/unlock.ts'
import { openVault } from '../../src/vault/vault.ts'
import { offline, type Wire } from '../../src/vault/wire.ts'

const RUNS = process.env['KITH_CAMPAIGN'] === 'release' ? 200_000 : 2_000
const LANES = 4
const clock = frozenClock('2026-11-24T09:00:00Z')
const database = await freshDatabase()

interface Note extends AnyRecord {
  readonly lines: readonly string[]
}

const merge = (base: Note | undefined, mine: Note, theirs: Note): Note => mergeBodies(base, mine, theirs) as Note

/** A wire whose requests fail when offline, before the server (`before`) or after it (`after`). */
class Line {
  on = true
  dead = false
  /** Requests until one fails, and how. */
  fuse: { left: number; how: 'before' | 'after' } | null = null
  readonly wire: Wire

  constructor(wire: Wire) {
    const guarded =
      <A extends unknown[], T>(call: (...args: A) => Promise<T>) =>
      (...args: A): Promise<T> =>
        this.#pass(() => call(...args))
    this.wire = {
      ...wire,
      head: guarded(wire.head),
      changes: guarded(wire.changes),
      put: guarded(wire.put),
      slots: guarded(wire.slots),
      rekey: guarded(wire.rekey),
    }
  }

  async #pass<T>(call: () => Promise<T>): Promise<T> {
    if (!this.on || this.dead) throw offline()
    const blown = this.fuse !== null && this.fuse.left-- <= 0
    const how = this.fuse?.how
    if (blown) this.fuse = null
    if (blown && how === 'before') throw offline()
    const answer = await call()
    if (this.dead || (blown && how === 'after')) throw offline()
    return answer
  }
}

/** One device: its durable shelf survives kills, everything else does not. */
class Phone {
  readonly board = newBoard()
  readonly #owner: OwnerId
  #ring: KeyRing
  line: Line
  vault: Vault<Note> | undefined
  book = new Map<string, Note>()

  constructor(owner: OwnerId, ring: KeyRing) {
    this.#owner = owner
    this.#ring = ring
    this.line = new Line(storeWire(database.db, owner))
  }

  async open(on = this.line.on): Promise<void> {
    if (this.vault !== undefined) return
    this.line = new Line(storeWire(database.db, this.#owner))
    this.line.on = on
    const book = new Map<string, Note>()
    const vault = openVault<Note>({
      wire: this.line.wire,
      shelf: memoryShelf(this.board),
      key: this.#ring,
      clock,
      merge,
      mayPack: () => true,
      segmentSize: 2,
      background: false,
    })
    vault.onArrive((bodies) => {
      for (const body of bodies) book.set(body.id, body)
    })
    try {
      for (const body of await vault.load()) book.set(body.id, body)
    } catch {
      return
    }
    this.vault = vault
    this.book = book
  }

  kill(): void {
    this.line.dead = true
    this.vault = undefined
  }

  /** Open, online and with the present key. */
  async settleDown(code: string): Promise<void> {
    this.line.on = true
    this.line.fuse = null
    await this.vault?.pull()
    if (this.vault === undefined || this.vault.state.alarm !== null) await this.unlockAgain(code)
  }

  async unlockAgain(code: string): Promise<void> {
    this.kill()
    this.#ring = await unlock(storeWire(database.db, this.#owner), { kind: 'code', code })
    await this.open(true)
  }
}

type Step =
  | { do: 'write' | 'write-in-flush'; who: number; record: number }
  | { do: 'offline' | 'online' | 'flush' | 'pull' | 'kill' | 'open' | 'snapshot' | 'pack' | 'rekey' | 'unlock'; who: number }
  | { do: 'fuse'; who: number; left: number; how: 'before' | 'after' }
  | { do: 'kill-in-flush'; who: number; left: number; how: 'before' | 'after' }

const who = fc.nat(2)
const how = fc.constantFrom('before' as const, 'after' as const)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('write' as const), who, record: fc.nat(3) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('write-in-flush' as const), who, record: fc.nat(3) }) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'offline' as const,
        'online' as const,
        'flush' as const,
        'flush' as const,
        'pull' as const,
        'kill' as const,
        'open' as const,
        'open' as const,
      ),
      who,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('snapshot' as const, 'pack' as const, 'unlock' as const), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('rekey' as const), who }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('fuse' as const, 'kill-in-flush' as const), who, left: fc.nat(3), how }) },
)

/** Runs a story and gives what went wrong, if anything. */
async function run(steps: readonly Step[]): Promise<void> {
  const owner = await database.newOwner()
  const code = freshCode()
  const keys = await epochKeys(1, freshVaultKey())
  await storeWire(database.db, owner).putSlot({ ...(await makeSlot({ kind: 'code', code }, owner, keys, clock)), first: true })
  const phones = [0, 1, 2].map(() => new Phone(owner, ringOf(owner, keys)))
  for (const phone of phones.slice(0, 2)) await phone.open()
  const records = Array.from({ length: 4 }, newId)
  const written = new Map<string, Set<string>>(records.map((id) => [id, new Set()]))
  let count = 0

  for (const one of steps) {
    const phone = phones[one.who] as Phone
    const { vault, line } = phone
    if (one.do === 'open') await phone.open()
    else if (one.do === 'unlock') await phone.unlockAgain(code)
    else if (one.do === 'online' || one.do === 'offline') line.on = one.do === 'online'
    else if (one.do === 'fuse') line.fuse = { left: one.left, how: one.how }
    else if (vault === undefined) continue
    else if (one.do === 'kill') phone.kill()
    else if (one.do === 'write' || one.do === 'write-in-flush') {
      const sending = one.do === 'write' ? undefined : vault.flush()
      if (one.do === 'write-in-flush') await new Promise((resolve) => setImmediate(resolve))
      const id = records[one.record] as string
      const line = `line ${count++}`
      const before = phone.book.get(id)
      const body: Note = {
        kind: 'note',
        id,
        v: 1,
        changed: `2026-11-24T09:00:${String(count).padStart(4, '0')}Z`,
        ...before,
        lines: [...(before?.lines ?? []), line],
      }
      phone.book.set(id, body)
      await vault.keep([body])
      await sending
      written.get(id)?.add(line)
    } else if (one.do === 'kill-in-flush') {
      line.fuse = { left: one.left, how: one.how }
      const sending = vault.flush()
      await new Promise((resolve) => setImmediate(resolve))
      phone.kill()
      await sending
    } else if (one.do === 'rekey') {
      await vault.keepOnlyDoors([{ kind: 'code', code }]).catch(() => undefined)
    } else if (one.do === 'flush') await vault.flush()
    else if (one.do === 'pull') await vault.pull()
    else if (one.do === 'snapshot') await vault.saveSnapshot()
    else if (one.do === 'pack') await vault.pack()
  }

  // Peace: everything online, unlocked and sent.
  const used = phones.filter((phone, i) => i < 2 || phone.vault !== undefined || phone.board.mark !== null)
  for (const phone of used) await phone.settleDown(code)
  for (const { vault } of used) await vault?.flush()
  for (const { vault } of used) await vault?.pull()
  const fresh = new Phone(owner, await unlock(storeWire(database.db, owner), { kind: 'code', code }))
  await fresh.open()
  for (const { vault, book } of [...used, fresh]) {
    expect(vault?.state).toMatchObject({ waiting: 0, alarm: null, problem: null, online: true })
    for (const id of records) {
      expect(new Set(book.get(id)?.lines ?? [])).toEqual(written.get(id))
      expect(book.get(id)).toEqual(fresh.book.get(id))
    }
  }
}

test(`${RUNS} stories of three devices converge and lose no text`, async () => {
  const stories = fc.array(step, { minLength: 4, maxLength: 12 })
  const lanes = Array.from({ length: LANES }, (_, lane) =>
    fc.assert(fc.asyncProperty(stories, run), { numRuns: Math.ceil(RUNS / LANES), seed: 20_261_124 + lane, endOnFailure: false }),
  )
  await Promise.all(lanes)
})
