/**
 * A server that lies: every case begins with a true book on a real database and a wire that changes
 * answers on their way. Each must raise an alarm or a typed refusal, and nothing readable, no key and
 * no secret may leave the device.
 */
import { afterEach, expect, test } from 'vitest'
import { AppError } from '../../src/kernel/errors.ts'
import { newId } from '../../src/kernel/ids.ts'
import { frozenClock } from '../../src/kernel/time.ts'
import { asOwner } from '../../src/server/db/db.ts'
import { freshDatabase } from '../../src/server/db/testing.ts'
import { randomBytes, toB64 } from '../../src/vault/bytes.ts'
import type { Changes, PutResult, SealedRow, Slots } from '../../src/vault/contract.ts'
import { epochKeys, freshVaultKey, type KeyRing, ringOf } from '../../src/vault/keys.ts'
import { segmentBytes } from '../../src/vault/record.ts'
import { freshCode } from '../../src/vault/recovery-code.ts'
import { seal } from '../../src/vault/seal.ts'
import { vaultIn } from '../../src/vault/server/tables.ts'
import { storeWire } from '../../src/vault/server/testing.ts'
import { type Board, memoryShelf, newBoard } from '../../src/vault/shelf-memory.ts'
import { makeSlot } from '../../src/vault/slots.ts'
import type { AlarmKind } from '../../src/vault/terms.ts'
import { unlock, unlockHere } from '../../src/vault/unlock.ts'
import { openVault } from '../../src/vault/vault.ts'
import type { Wire } from '../../src/vault/wire.ts'
import { freshWords } from '../../src/vault/words.ts'

interface Note {
  readonly id: string
  readonly text: string
}

const clock = frozenClock('2026-11-24T09:00:00Z')
const database = await freshDatabase()
const merge = (_base: Note | undefined, mine: Note, theirs: Note): Note => ({ id: mine.id, text: `${mine.text}\n${theirs.text}` })

/** Everything that any device of these tests ever sent, and what must not stand in it. */
const sent: string[] = []
const secrets = new Set<string>(['canary'])
afterEach(() => {
  const all = sent.join('\n')
  for (const secret of secrets) expect(all.includes(secret), 'a secret left the device').toBe(false)
})

const watched = (wire: Wire): Wire =>
  Object.fromEntries(
    Object.entries(wire).map(([name, call]) => [
      name,
      (...args: unknown[]) => {
        sent.push(JSON.stringify(args))
        return (call as (...args: unknown[]) => unknown)(...args)
      },
    ]),
  ) as unknown as Wire

interface Lies {
  changes?: (page: Changes, since: number) => Changes
  put?: (result: PutResult) => PutResult
  /** Writes that the server says it took, and did not. */
  drop?: boolean
}

async function book() {
  const owner = await database.newOwner()
  const code = freshCode()
  const keys = await epochKeys(1, freshVaultKey())
  secrets.add(code).add(code.replaceAll('-', '')).add(toB64(keys.vaultKey))
  const truth = storeWire(database.db, owner)
  await truth.putSlot({ ...(await makeSlot({ kind: 'code', code }, owner, keys, clock)), first: true })
  const lies: Lies = {}
  const lying: Wire = {
    ...truth,
    changes: async (ask) => {
      const page = await truth.changes(ask)
      return lies.changes?.(page, ask.since) ?? page
    },
    put: async (writes) => {
      if (lies.drop === true) {
        const { cursor } = await truth.head()
        return { results: writes.writes.map(({ id, rev }) => ({ id, taken: true, rev })), cursor, epoch: 1 }
      }
      const result = await truth.put(writes)
      return lies.put?.(result) ?? result
    },
  }
  const device = async (board: Board = newBoard(), ring: KeyRing = ringOf(owner, keys), wire: Wire = lying) => {
    const alarms: AlarmKind[] = []
    const texts = new Map<string, string>()
    const vault = openVault<Note>({
      wire: watched(wire),
      shelf: memoryShelf(board),
      key: ring,
      clock,
      merge,
      mayPack: ({ text }) => text.startsWith('old'),
      segmentSize: 2,
      onAlarm: ({ kind }) => alarms.push(kind),
      background: false,
    })
    const hear = (notes: readonly Note[]): void => {
      for (const { id, text } of notes) texts.set(id, text)
    }
    vault.onArrive(hear)
    hear(await vault.load())
    const write = async (id: string, text: string): Promise<void> => {
      texts.set(id, text)
      await vault.keep([{ id, text }])
    }
    return { vault, alarms, texts, write, board }
  }
  return { owner, code, keys, truth, lies, device }
}

/** A book of three records, one of them written twice, and a device that has seen all of it. */
async function seen() {
  const world = await book()
  const a = await world.device()
  const ids = [newId(), newId(), newId()] as const
  for (const [i, id] of ids.entries()) await a.write(id, `canary ${i}`)
  await a.vault.flush()
  const early = (await world.truth.changes({ since: 0, limit: 100 })).rows
  await a.write(ids[0], 'canary 0 again')
  await a.vault.flush()
  await a.vault.pull()
  await a.vault.saveSnapshot()
  expect(a.vault.state.alarm).toBeNull()
  const old = early.find(({ id }) => id === ids[0]) as SealedRow
  return { ...world, a, ids, old }
}

/** A page with rows in front, as if they had just changed. */
const planting =
  (...rows: SealedRow[]) =>
  (page: Changes): Changes => ({ ...page, rows: [...rows, ...page.rows] })

test('an older text that is given again is not taken', async () => {
  const { a, ids, old, lies, device } = await seen()
  lies.changes = planting(old)
  await a.vault.pull()
  expect(a.alarms).toEqual(['rolled-back'])
  expect(a.texts.get(ids[0])).toBe('canary 0 again')
  // It is still there after opening again, and stays until somebody looked at it.
  delete lies.changes
  const again = await device(a.board)
  expect(again.vault.state.alarm).toMatchObject({ kind: 'rolled-back', records: 1 })
  await again.vault.settle('put-back')
  expect(again.vault.state.alarm).toBeNull()
})

test('a database put back to an earlier day is noticed, nothing is overwritten, and the device can put its own back', async () => {
  const { a, ids, old, device, owner, keys } = await seen()
  await asOwner(database.db, owner, async (trx) => {
    const vault = vaultIn(trx)
    await vault
      .updateTable('vault_record')
      .set({ rev: 1, envelope: old.envelope, seq: 1 })
      .where('owner', '=', owner)
      .where('id', '=', ids[0])
      .execute()
    await vault.updateTable('vault_book').set({ seq: 3, rev_sum: 3 }).where('owner', '=', owner).execute()
  })
  const warm = await device(a.board)
  expect(warm.alarms).toEqual(['rolled-back'])
  expect(warm.texts.get(ids[0])).toBe('canary 0 again')
  await warm.write(ids[0], 'canary 0 and more')
  await warm.vault.flush()
  expect(warm.vault.state.waiting).toBe(1)
  await warm.vault.settle('put-back')
  await warm.vault.flush()
  expect(warm.vault.state).toMatchObject({ waiting: 0, alarm: null })
  const fresh = await device(newBoard(), ringOf(owner, keys))
  expect(fresh.vault.state.alarm).toBeNull()
  expect(fresh.texts.get(ids[0])).toContain('canary 0 and more')
})

test('records that vanish are missed, by their count and by their revisions', async () => {
  for (const hide of [
    (page: Changes): Changes => ({ ...page, records: page.records - 1, revSum: page.revSum - 1 }),
    (page: Changes): Changes => ({ ...page, records: page.records - 1 }),
  ]) {
    const { a, lies } = await seen()
    lies.changes = hide
    await a.vault.pull()
    expect(a.alarms).toEqual(['missing'])
    expect(a.texts.size).toBe(3)
  }
  const { a, lies } = await seen()
  lies.changes = (page) => ({ ...page, revSum: page.revSum - 1 })
  await a.vault.pull()
  expect(a.alarms).toEqual(['rolled-back'])
})

test('a list cut short is noticed on a new device too', async () => {
  const { lies, device } = await seen()
  lies.changes = (page) => ({ ...page, rows: page.rows.slice(0, -1) })
  const fresh = await device()
  expect(fresh.alarms).toEqual(['missing'])
})

test('planted, copied, moved and altered rows are not taken', async () => {
  const { ids, truth, keys, owner } = await seen()
  const rows = (await truth.changes({ since: 0, limit: 100 })).rows
  const of = (id: string): SealedRow => rows.find((row) => row.id === id) as SealedRow
  const stranger = await epochKeys(1, freshVaultKey())
  const forged: SealedRow[] = [
    { ...of(ids[1]), id: newId() },
    { ...of(ids[1]), rev: 2 },
    { ...of(ids[1]), epoch: 1, rev: 2_147_483_647 },
    { ...of(ids[1]), id: ids[2], rev: 2 },
    { id: newId(), epoch: 1, rev: 1, envelope: '{"kith":1}' },
    { id: newId(), epoch: 1, rev: 1, envelope: await seal(stranger.rows, { owner, id: newId(), epoch: 1, rev: 1 }, segmentBytes([])) },
    { ...of(ids[1]), rev: 2, envelope: (of(ids[1]).envelope as string).replace('"iv":"', '"iv":"A') },
  ]
  for (const row of forged) {
    const world = await seen()
    // The same attack on a book of its own.
    const own = (await world.truth.changes({ since: 0, limit: 100 })).rows.find(({ id }) => id === world.ids[1]) as SealedRow
    const same: SealedRow = {
      ...row,
      id: row.id === ids[1] ? world.ids[1] : row.id === ids[2] ? world.ids[2] : row.id,
      envelope: row.envelope === of(ids[1]).envelope ? own.envelope : row.envelope,
    }
    const before = new Map(world.a.texts)
    world.lies.changes = planting(same)
    await world.a.vault.pull()
    expect(world.a.alarms[0]).toBe('not-authentic')
    expect(world.a.texts).toEqual(before)
    const fresh = await world.device()
    expect(fresh.alarms.length).toBeGreaterThan(0)
    expect([...fresh.texts.values()].every((text) => text.startsWith('canary'))).toBe(true)
  }
  expect(keys.epoch).toBe(1)
})

test('an empty row that no segment explains deletes nothing', async () => {
  const { a, ids, lies } = await seen()
  lies.changes = planting({ id: ids[1], epoch: 1, rev: 2, envelope: null })
  await a.vault.pull()
  expect(a.alarms).toEqual(['missing'])
  expect(a.texts.get(ids[1])).toBe('canary 1')
  await a.vault.settle('put-back')
  expect(a.texts.get(ids[1])).toBe('canary 1')
})

test('a packed record whose own row is put back does not return to what it was', async () => {
  const world = await book()
  const a = await world.device()
  const ids = [newId(), newId()] as const
  await a.write(ids[0], 'old canary, first text')
  await a.write(ids[1], 'old canary, other')
  await a.vault.flush()
  const before = (await world.truth.changes({ since: 0, limit: 100 })).rows.find(({ id }) => id === ids[0]) as SealedRow
  await a.write(ids[0], 'old canary, second text')
  await a.vault.flush()
  const packedFrom = (await world.truth.changes({ since: 0, limit: 100 })).rows.find(({ id }) => id === ids[0]) as SealedRow
  expect(await a.vault.pack()).toBe(2)
  for (const row of [before, packedFrom]) {
    // As if the full row had never been emptied, for a new device and for one that knows better.
    world.lies.changes = (page) => ({ ...page, rows: [row, ...page.rows.filter(({ id }) => id !== ids[0])] })
    const fresh = await world.device()
    expect(fresh.texts.get(ids[0])).toBe('old canary, second text')
    expect(fresh.alarms).toEqual(['rolled-back'])
    const late = await world.device(newBoard())
    expect(late.texts.get(ids[0])).toBe('old canary, second text')
  }
  world.lies.changes = planting(before)
  await a.vault.pull()
  expect(a.alarms).toEqual(['rolled-back'])
  expect(a.texts.get(ids[0])).toBe('old canary, second text')
})

test('a segment that is cut out is missed', async () => {
  const world = await book()
  const a = await world.device()
  await a.write(newId(), 'old canary 1')
  await a.write(newId(), 'old canary 2')
  await a.vault.flush()
  await a.vault.pack()
  const segment = (await world.truth.changes({ since: 0, limit: 100 })).rows.find(({ envelope }) => envelope !== null) as SealedRow
  world.lies.changes = (page) => ({ ...page, rows: page.rows.filter(({ id }) => id !== segment.id) })
  const fresh = await world.device()
  expect(fresh.alarms).toEqual(['missing'])
})

test('two different texts of one revision are noticed', async () => {
  const { a, ids, keys, owner, lies } = await seen()
  const twin = await seal(
    keys.rows,
    { owner, id: ids[1], epoch: 1, rev: 1 },
    new TextEncoder().encode(JSON.stringify({ r: { id: ids[1], text: 'canary twin' } })),
  )
  lies.changes = planting({ id: ids[1], epoch: 1, rev: 1, envelope: twin })
  await a.vault.pull()
  expect(a.alarms).toEqual(['forked'])
  expect(a.texts.get(ids[1])).toBe('canary 1')
})

test('a row of a newer version is named, kept and never overwritten', async () => {
  const { a, ids, lies, truth } = await seen()
  const row = (await truth.changes({ since: 0, limit: 100 })).rows.find(({ id }) => id === ids[1]) as SealedRow
  lies.changes = planting({ ...row, rev: 2, envelope: (row.envelope as string).replace('{"kith":1', '{"kith":7') })
  await a.vault.pull()
  expect(a.vault.state.alarm).toMatchObject({ kind: 'needs-newer-app', records: 1 })
  const before = (await truth.head()).cursor
  await a.write(ids[1], 'canary edit')
  await a.vault.flush()
  expect(a.vault.state.waiting).toBe(1)
  expect((await truth.head()).cursor).toBe(before)
})

test('an epoch that nobody made stops everything', async () => {
  const forwards = await seen()
  forwards.lies.changes = (page) => ({ ...page, epoch: 2 })
  await forwards.a.vault.pull()
  expect(forwards.a.alarms).toEqual(['new-key'])
  const puts = sent.length
  await forwards.a.write(newId(), 'canary not to be sent')
  await forwards.a.vault.flush()
  expect(sent.length).toBe(puts)
  expect(forwards.a.vault.state.waiting).toBe(1)

  const inPut = await seen()
  inPut.lies.put = (result) => ({ ...result, results: result.results.map(({ id }) => ({ id, taken: false, current: null })), epoch: 5 })
  await inPut.a.write(newId(), 'canary')
  await inPut.a.vault.flush()
  expect(inPut.a.alarms).toEqual(['new-key'])

  const backwards = await seen()
  backwards.lies.changes = (page) => ({ ...page, epoch: 0 })
  await backwards.a.vault.pull()
  expect(backwards.a.alarms).toEqual(['rolled-back'])
})

test('after a new key, rows and slots of the old one are refused', async () => {
  const { a, ids, lies, owner, code, truth, keys } = await seen()
  const oldSlots = await truth.slots()
  await a.vault.keepOnlyDoors([{ kind: 'code', code }])
  const background = openVault<Note>({
    wire: truth,
    shelf: memoryShelf(a.board),
    key: await unlock(truth, { kind: 'code', code }),
    clock,
    merge,
  })
  await background.load()
  await expect
    .poll(async () => (await truth.changes({ since: 0, limit: 100 })).rows.every(({ epoch }) => epoch === 2), { timeout: 20_000 })
    .toBe(true)
  await background.pull()
  await background.saveSnapshot()
  await background.close()
  const planted = await seal(
    keys.rows,
    { owner, id: ids[1], epoch: 1, rev: 9 },
    new TextEncoder().encode(JSON.stringify({ r: { id: ids[1], text: 'planted with the old key' } })),
  )
  const ring = await unlock(truth, { kind: 'code', code })
  const again = openVault<Note>({
    wire: { ...truth, changes: async (ask) => planting({ id: ids[1], epoch: 1, rev: 9, envelope: planted })(await truth.changes(ask)) },
    shelf: memoryShelf(a.board),
    key: ring,
    clock,
    merge,
    background: false,
  })
  const notes = await again.load()
  expect(notes.find(({ id }) => id === ids[1])?.text).toBe('canary 1')
  expect(again.state.alarm?.kind).toBe('not-authentic')
  expect(lies).toEqual({})
  // The old slot with the new epoch's number, and the other way round.
  const now = await truth.slots()
  for (const lie of [
    { ...now, slots: oldSlots.slots },
    { ...now, slots: oldSlots.slots.map((slot) => ({ ...slot, epoch: 2 })) },
  ]) {
    await expect(unlock({ ...truth, slots: async () => lie as Slots }, { kind: 'code', code })).rejects.toMatchObject({
      code: 'door-exchanged',
    })
  }
})

test('a cursor that goes back is noticed', async () => {
  const { a, lies } = await seen()
  lies.changes = (page) => ({ ...page, cursor: page.cursor - 1 })
  await a.vault.pull()
  expect(a.alarms).toEqual(['rolled-back'])
})

test('writes that the server only pretends to take are missed, and can be put back', async () => {
  const { a, lies, device, owner, keys } = await seen()
  lies.drop = true
  const id = newId()
  await a.write(id, 'canary that was dropped')
  await a.vault.flush()
  lies.drop = false
  await a.vault.pull()
  expect(a.alarms).toEqual(['missing'])
  await a.vault.settle('put-back')
  const fresh = await device(newBoard(), ringOf(owner, keys))
  expect(fresh.texts.get(id)).toBe('canary that was dropped')
  expect(fresh.alarms).toEqual([])
})

test('writes that are refused for no reason stay on the device', async () => {
  const { a, lies, truth } = await seen()
  lies.put = (result) => ({ ...result, results: result.results.map(({ id }) => ({ id, taken: false, current: null })) })
  const real = truth.put
  truth.put = real
  await a.write(newId(), 'canary')
  lies.changes = (page) => ({ ...page, rows: [], cursor: 4, records: 3, revSum: 4 })
  await a.vault.flush()
  expect(a.vault.state.waiting).toBe(1)
  expect(a.alarms).toEqual(['rolled-back'])
})

test('answers that contradict themselves neither hang nor harm', async () => {
  const { a, lies } = await seen()
  lies.changes = (page) => ({ ...page, more: true })
  await a.vault.pull()
  expect(a.vault.state.problem?.code).toBe('strange-answer')
  delete lies.changes
  lies.put = (result) => ({ ...result, results: [] })
  await a.write(newId(), 'canary')
  await a.vault.flush()
  expect(a.vault.state).toMatchObject({ waiting: 1, problem: { code: 'strange-answer' } })
  lies.put = (result) => ({ ...result, results: result.results.map((one) => ({ ...one, id: newId() })) })
  await a.vault.flush()
  expect(a.vault.state.waiting).toBe(1)
  delete lies.put
  await a.vault.flush()
  expect(a.vault.state).toMatchObject({ waiting: 0, problem: null, alarm: null })
})

test('a door whose derivation was weakened gets no proof and no secret', async () => {
  const { truth, owner, keys } = await seen()
  const words = freshWords()
  secrets.add(words)
  await truth.putSlot(await makeSlot({ kind: 'words', words }, owner, keys, clock))
  const signedOut = new AppError('signed-out', { what: '', why: '', next: '', status: 401 })
  const weak = [
    { name: 'argon2id', memoryKiB: 1024, passes: 3, lanes: 4 },
    { name: 'argon2id', memoryKiB: 65_536, passes: 1, lanes: 4 },
    { name: 'hkdf' },
  ] as const
  for (const kdf of weak) {
    const calls: string[] = []
    const wire: Wire = {
      ...truth,
      slots: async () => {
        throw signedOut
      },
      doors: async () => (await truth.doors()).map((door) => (door.kind === 'words' ? { ...door, kdf } : door)),
      signIn: async () => void calls.push('signIn'),
    }
    await expect(unlock(wire, { kind: 'words', words })).rejects.toMatchObject({ code: 'weak-door' })
    expect(calls).toEqual([])
    const inSession: Wire = {
      ...truth,
      slots: async () => ({ ...(await truth.slots()), slots: (await truth.slots()).slots.map((slot) => ({ ...slot, kdf })) }),
    }
    await expect(unlock(inSession, { kind: 'words', words })).rejects.toMatchObject({ code: 'weak-door' })
  }
})

test('a slot of somebody else in the place of mine gives no key', async () => {
  const { truth, code, keys } = await seen()
  const attacker = await epochKeys(1, freshVaultKey())
  const now = await truth.slots()
  const mine = now.slots[0]!
  const theirs = (await makeSlot({ kind: 'code', code: freshCode() }, now.owner, attacker, clock, mine.slot)).slot
  const swaps = [
    theirs,
    { ...theirs, salt: mine.salt },
    { ...mine, wrapped: theirs.wrapped },
    { ...mine, wrapped: toB64(randomBytes(60)) },
    { ...mine, commitment: theirs.commitment },
  ]
  for (const slot of swaps) {
    await expect(unlock({ ...truth, slots: async () => ({ ...now, slots: [slot] }) }, { kind: 'code', code })).rejects.toBeInstanceOf(
      AppError,
    )
  }
  // The owner is part of it: the slots of one person in the house of another do not open.
  await expect(unlock({ ...truth, slots: async () => ({ ...now, owner: newId() }) }, { kind: 'code', code })).rejects.toMatchObject({
    code: 'door-exchanged',
  })
  expect((await unlock(truth, { kind: 'code', code })).of.get(1)?.vaultKey).toEqual(keys.vaultKey)
})

test('a key file and a book that were both exchanged do not take in a device that knows better', async () => {
  const { a, owner, lies, device } = await seen()
  const attacker = await epochKeys(1, freshVaultKey())
  const puts = sent.length
  const fooled = await device(a.board, ringOf(owner, attacker))
  expect(fooled.alarms).toEqual(['wrong-key'])
  await fooled.write(newId(), 'canary under a wrong key')
  await fooled.vault.flush()
  await fooled.vault.saveSnapshot()
  expect(sent.slice(puts).filter((call) => call.includes('envelope'))).toEqual([])
  expect(lies).toEqual({})
  // With the right key the mark is still there.
  const right = await device(a.board)
  expect(right.texts.size).toBeGreaterThanOrEqual(3)
})

test('a server that claims to be empty does not make a device begin anew', async () => {
  const { truth } = await seen()
  const made: string[] = []
  const empty: Wire = {
    ...truth,
    slots: async () => ({ ...(await truth.slots()), epoch: 0, slots: [], older: [] }),
    makeKeyFile: async () => {
      made.push('key file')
      return toB64(randomBytes(32))
    },
    putSlot: async () => void made.push('slot'),
  }
  await expect(unlockHere(empty, { clock, knows: async () => true })).rejects.toMatchObject({ code: 'book-gone' })
  await expect(unlockHere(empty, { clock, knows: async () => false })).rejects.toMatchObject({ code: 'book-gone' })
  const quite = { ...empty, head: async () => ({ ...(await truth.head()), records: 0, revSum: 0 }) }
  await expect(unlockHere(quite, { clock, knows: async () => true })).rejects.toMatchObject({ code: 'book-gone' })
  expect(made).toEqual([])
})

test('a long list of false doors costs a device little', async () => {
  const { truth, owner } = await seen()
  const stranger = await epochKeys(1, freshVaultKey())
  const one = (await makeSlot({ kind: 'code', code: freshCode() }, owner, stranger, clock)).slot
  let derived = 0
  const now = await truth.slots()
  const slots = Array.from({ length: 500 }, () => ({
    ...one,
    slot: newId(),
    get commitment() {
      derived += 1
      return one.commitment
    },
  }))
  await expect(unlock({ ...truth, slots: async () => ({ ...now, slots }) }, { kind: 'code', code: freshCode() })).rejects.toMatchObject({
    code: 'wrong-secret',
  })
  expect(derived).toBeLessThanOrEqual(16)
})
