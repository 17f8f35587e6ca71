import { expect, test } from 'vitest'
import { AppError } from '../kernel/errors.ts'
import { newId } from '../kernel/ids.ts'
import { frozenClock } from '../kernel/time.ts'
import { startSession } from '../server/auth/store.ts'
import { asOwner } from '../server/db/db.ts'
import { epochKeys, freshVaultKey, type KeyRing, ringOf } from './keys.ts'
import { freshCode } from './recovery-code.ts'
import { vaultIn } from './server/tables.ts'
import { type TestHouse, testHouse } from './server/testing.ts'
import { type Board, memoryShelf, newBoard } from './shelf-memory.ts'
import { makeSlot } from './slots.ts'
import type { Merge, Vault } from './terms.ts'
import { unlock } from './unlock.ts'
import { openVault } from './vault.ts'
import { httpWire, offline, type Wire } from './wire.ts'

interface Note {
  readonly id: string
  readonly text: string
}

const clock = frozenClock('2026-11-24T09:00:00Z')
const house: TestHouse = await testHouse()
const code = freshCode()

/** Both texts, each once, in a fixed order. */
const bothTexts = (base: Note | undefined, mine: Note, theirs: Note): Note => {
  if (base !== undefined && mine.text === base.text) return theirs
  if (base !== undefined && theirs.text === base.text) return mine
  return { id: mine.id, text: [...new Set([...mine.text.split('\n'), ...theirs.text.split('\n')])].sort().join('\n') }
}

/** A wire that can be unplugged, and that can lose answers. */
function plug(wire: Wire): { wire: Wire; on: boolean; loseAnswers: number; puts: number } {
  const state = { wire, on: true, loseAnswers: 0, puts: 0 }
  const through =
    <A extends unknown[], T>(call: (...args: A) => Promise<T>, changes = false) =>
    async (...args: A): Promise<T> => {
      if (!state.on) throw offline()
      const answer = await call(...args)
      if (changes) state.puts += 1
      if (changes && state.loseAnswers > 0) {
        state.loseAnswers -= 1
        throw offline()
      }
      return answer
    }
  state.wire = {
    ...wire,
    head: through(wire.head),
    changes: through(wire.changes),
    put: through(wire.put, true),
    slots: through(wire.slots),
    rekey: through(wire.rekey, true),
  }
  return state
}

/** A fresh owner with one door, and devices of that owner. */
async function newBook() {
  const owner = await house.newOwner()
  const session = async (): Promise<Wire> => httpWire({ fetch: house.browser(await startSession(house.db, owner)) })
  const keys = await epochKeys(1, freshVaultKey())
  const made = await makeSlot({ kind: 'code', code }, owner, keys, clock)
  await (await session()).putSlot({ ...made, first: true })
  const device = async (board: Board = newBoard(), ring: KeyRing = ringOf(owner, keys), merge: Merge<Note> = bothTexts) => {
    const line = plug(await session())
    const vault = openVault<Note>({
      wire: line.wire,
      shelf: memoryShelf(board),
      key: ring,
      clock,
      merge,
      mayPack: ({ text }) => text.startsWith('old'),
      background: false,
    })
    const book = new Map<string, Note>()
    vault.onArrive((bodies) => {
      for (const body of bodies) book.set(body.id, body)
    })
    const load = async (): Promise<void> => {
      for (const body of await vault.load()) book.set(body.id, body)
    }
    const write = (id: string, text: string): Promise<void> => {
      book.set(id, { id, text })
      return vault.keep([{ id, text }])
    }
    return { vault, book, line, board, load, write }
  }
  return { owner, keys, session, device }
}

const sync = async (...vaults: Vault<Note>[]): Promise<void> => {
  for (const vault of [...vaults, ...vaults]) {
    await vault.flush()
    await vault.pull()
  }
}

test('what one device keeps, another one opens, and the server holds no word of it', async () => {
  const { device, owner } = await newBook()
  const a = await device()
  await a.load()
  await a.write(newId(), 'Lunch with Léa Fontaine, her move to Porto')
  expect(a.vault.state.waiting).toBe(1)
  await a.vault.flush()
  expect(a.vault.state).toMatchObject({ waiting: 0, online: true, alarm: null, problem: null })
  const b = await device()
  await b.load()
  expect([...b.book.values()]).toEqual([...a.book.values()])
  const rows = await asOwner(house.db, owner, (trx) => vaultIn(trx).selectFrom('vault_record').selectAll().execute())
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toMatch(/Léa|Porto|Lunch/)
  expect((await (await (await newBook()).session()).head()).owner).not.toBe(owner)
})

test('a conflict keeps both texts on both devices', async () => {
  const { device } = await newBook()
  const a = await device()
  const b = await device()
  const id = newId()
  await a.load()
  await a.write(id, 'first')
  await a.vault.flush()
  await b.load()
  await a.write(id, 'from a')
  await b.write(id, 'from b')
  await sync(a.vault, b.vault)
  expect(a.book.get(id)?.text).toBe('from a\nfrom b')
  expect(b.book.get(id)?.text).toBe('from a\nfrom b')
  expect(a.vault.state.alarm).toBeNull()
  expect(b.vault.state.alarm).toBeNull()
})

test('two tabs that write the same record offline lose neither text, also when one closes first', async () => {
  const { device } = await newBook()
  const board = newBoard()
  const one = await device(board)
  const two = await device(board)
  const id = newId()
  await one.load()
  await one.write(id, 'start')
  await one.vault.flush()
  await two.load()
  one.line.on = two.line.on = false
  await Promise.all([one.write(id, 'tab one'), two.write(id, 'tab two')])
  await one.vault.close()
  two.line.on = true
  await two.vault.flush()
  expect(two.book.get(id)?.text).toBe('tab one\ntab two')
  const other = await device()
  await other.load()
  expect(other.book.get(id)?.text).toBe('tab one\ntab two')
})

test('a tab hears what another tab of the same browser kept, without the server', async () => {
  const { device } = await newBook()
  const board = newBoard()
  const one = await device(board)
  const two = await device(board)
  await one.load()
  await two.load()
  one.line.on = two.line.on = false
  const id = newId()
  await one.write(id, 'offline in one')
  await expect.poll(() => two.book.get(id)?.text).toBe('offline in one')
  expect(two.vault.state.waiting).toBe(1)
})

test('the outbox survives closing and opening again, and a lost answer has one effect', async () => {
  const { device, session } = await newBook()
  const first = await device()
  await first.load()
  first.line.on = false
  const ids = Array.from({ length: 5 }, newId)
  for (const id of ids) await first.write(id, `offline ${id}`)
  await first.write(ids[0] as string, 'offline again')
  await first.vault.flush()
  expect(first.vault.state).toMatchObject({ waiting: 6, online: false })
  await first.vault.close()

  const again = await device(first.board)
  again.line.on = false
  await again.load()
  expect(again.book.size).toBe(5)
  expect(again.book.get(ids[0] as string)?.text).toBe('offline again')
  again.line.on = true
  again.line.loseAnswers = 2
  await again.vault.flush()
  expect(again.vault.state.waiting).toBe(6)
  await again.vault.flush()
  await again.vault.flush()
  expect(again.vault.state.waiting).toBe(0)
  const head = await (await session()).head()
  expect(head).toMatchObject({ records: 5, revSum: 6 })
})

test('edits made while an earlier one is merged are merged too', async () => {
  const { device } = await newBook()
  const a = await device()
  const b = await device()
  const id = newId()
  await a.load()
  await a.write(id, 'x')
  await a.vault.flush()
  await b.load()
  await b.write(id, 'x\nb1')
  await b.vault.flush()
  const first = a.write(id, 'x\na1')
  const sending = a.vault.flush()
  const second = a.write(id, 'x\na1\na2')
  await Promise.all([first, sending, second])
  await sync(a.vault, b.vault)
  expect(a.book.get(id)?.text).toBe('a1\na2\nb1\nx')
  expect(b.book.get(id)).toEqual(a.book.get(id))
})

test('an edit made at the very moment of a merge is merged as well', async () => {
  const { device } = await newBook()
  let during: (() => void) | undefined
  const interrupted = (base: Note | undefined, mine: Note, theirs: Note): Note => {
    const edit = during
    during = undefined
    edit?.()
    return bothTexts(base, mine, theirs)
  }
  const a = await device(newBoard(), undefined, interrupted)
  const b = await device()
  const id = newId()
  await a.load()
  await a.write(id, 'x')
  await a.vault.flush()
  await b.load()
  await b.write(id, 'x\nb1')
  await b.vault.flush()
  await a.write(id, 'x\na1')
  let later: Promise<void> | undefined
  during = () => {
    later = a.write(id, 'x\na1\na2')
  }
  await a.vault.flush()
  await later
  await sync(a.vault, b.vault)
  expect(a.book.get(id)?.text).toBe('a1\na2\nb1\nx')
  expect(b.book.get(id)).toEqual(a.book.get(id))
})

test('old records move into segments; a new device, an old one and a later edit all see the right text', async () => {
  const { device, session } = await newBook()
  const a = await device()
  await a.load()
  const ids = Array.from({ length: 600 }, newId)
  await a.vault.keep(ids.map((id, i) => ({ id, text: `old ${i}` })))
  await a.vault.flush()
  const warm = await device()
  await warm.load()
  expect(await a.vault.pack()).toBe(512)
  expect(await a.vault.pack()).toBe(0)
  await warm.vault.pull()
  expect(warm.vault.state.alarm).toBeNull()
  const edited = ids[3] as string
  await warm.write(edited, 'edited after packing')
  await warm.vault.flush()
  await a.vault.pull()
  expect(a.book.get(edited)?.text).toBe('edited after packing')
  const fresh = await device()
  await fresh.load()
  expect(fresh.vault.state.alarm).toBeNull()
  expect(fresh.book.size).toBe(600)
  expect(fresh.book.get(edited)?.text).toBe('edited after packing')
  expect(fresh.book.get(ids[4] as string)?.text).toBe('old 4')
  const page = await (await session()).changes({ since: 0, limit: 1000, quiet: (await (await session()).head()).cursor })
  expect(page.rows.length).toBe(2 + 88 + 1)
  await a.write(edited, 'old again')
  await a.vault.flush()
  expect(a.vault.state).toMatchObject({ alarm: null, waiting: 0 })
})

test('a snapshot and the changes since open the same book, and nothing in it is readable', async () => {
  const { device } = await newBook()
  const a = await device()
  await a.load()
  const ids = Array.from({ length: 300 }, newId)
  await a.vault.keep(ids.map((id, i) => ({ id, text: `old canary-word ${i}` })))
  await a.vault.flush()
  await a.vault.pack()
  await a.vault.saveSnapshot()
  const b = await device()
  await b.load()
  await b.write(ids[0] as string, 'changed elsewhere')
  await b.write(newId(), 'new elsewhere')
  await b.vault.flush()
  await a.vault.close()
  const again = await device(a.board)
  await again.load()
  expect(new Map(again.book)).toEqual(new Map(b.book))
  expect(again.vault.state.alarm).toBeNull()
  const kept = [...(a.board.snapshot?.chunks ?? []), a.board.mark?.sealed].map((bytes) =>
    Buffer.from(bytes as Uint8Array).toString('latin1'),
  )
  expect(kept.join('')).not.toContain('canary')
  again.line.on = false
})

test('a book opens offline from its snapshot, and says so when there is none', async () => {
  const { device } = await newBook()
  const a = await device()
  await a.load()
  await a.write(newId(), 'kept')
  await a.vault.flush()
  await a.vault.saveSnapshot()
  await a.vault.close()
  const warm = await device(a.board)
  warm.line.on = false
  await warm.load()
  expect([...warm.book.values()].map(({ text }) => text)).toEqual(['kept'])
  const cold = await device()
  cold.line.on = false
  await expect(cold.vault.load()).rejects.toBeInstanceOf(AppError)
})

test('a book that nobody answered for at the door opens from its snapshot at once, and hears the news afterwards', async () => {
  const { device, owner, keys } = await newBook()
  const a = await device()
  await a.load()
  await a.write('11111111-1111-4111-8111-111111111111', 'known here')
  await a.vault.flush()
  await a.vault.saveSnapshot()
  const b = await device()
  await b.load()
  await b.write('22222222-2222-4222-8222-222222222222', 'news')
  await b.vault.flush()

  let asked = 0
  const counting: Wire = {
    ...a.line.wire,
    changes: (...question) => {
      asked += 1
      return a.line.wire.changes(...question)
    },
  }
  const ring = ringOf(owner, keys)
  const parts = { wire: counting, key: ring, clock, merge: bothTexts, outOfReach: true, background: false }
  const again = openVault<Note>({ ...parts, shelf: memoryShelf(a.board) })
  expect((await again.load()).map(({ text }) => text)).toEqual(['known here'])
  expect([asked, again.state.online]).toEqual([0, false])
  const heard: string[] = []
  again.onArrive((bodies) => heard.push(...bodies.map(({ text }) => text)))
  await again.pull()
  expect([heard, again.state.online]).toEqual([['news'], true])
  // Without a snapshot there is nothing to open, so it is asked all the same.
  const fresh = openVault<Note>({ ...parts, shelf: memoryShelf() })
  expect(await fresh.load()).toHaveLength(2)
})

test('a new key closes old doors, opens with the kept ones, and everything is sealed anew', async () => {
  const { device, session } = await newBook()
  const a = await device()
  await a.load()
  const ids = Array.from({ length: 300 }, newId)
  await a.vault.keep(ids.map((id, i) => ({ id, text: `old ${i}` })))
  await a.vault.flush()
  await a.vault.pack()
  const late = await device()
  await late.load()
  const next = freshCode()
  await a.vault.keepOnlyDoors([{ kind: 'code', code: next }])
  await expect(unlock(await session(), { kind: 'code', code })).rejects.toMatchObject({ code: 'wrong-secret' })

  // A device with the old key alone sends nothing and says why.
  await late.write(ids[1] as string, 'written with the old key')
  await late.vault.flush()
  expect(late.vault.state).toMatchObject({ waiting: 1, alarm: { kind: 'new-key' } })
  await late.vault.close()

  const ring = await unlock(await session(), { kind: 'code', code: next })
  expect(ring.epoch).toBe(2)
  const again = await device(late.board, ring)
  await again.load()
  expect(again.book.get(ids[1] as string)?.text).toBe('written with the old key')
  await again.vault.settle('go-on')
  await again.vault.flush()
  expect(again.vault.state).toMatchObject({ waiting: 0, alarm: null })

  const background = openVault<Note>({ wire: await session(), shelf: memoryShelf(newBoard()), key: ring, clock, merge: bothTexts })
  await background.load()
  await expect
    .poll(
      async () => {
        const rows = (await (await session()).changes({ since: 0, limit: 1000, quiet: 1e9 })).rows
        return rows.filter(({ epoch, envelope }) => envelope !== null && epoch < 2).length
      },
      { timeout: 10_000 },
    )
    .toBe(0)
  await background.close()
  const fresh = await device(newBoard(), ring)
  await fresh.load()
  expect(fresh.vault.state.alarm).toBeNull()
  expect(fresh.book.size).toBe(300)
  expect(fresh.book.get(ids[1] as string)?.text).toBe('written with the old key')
})

test('a device that missed a change cannot turn the key', async () => {
  const { device, session } = await newBook()
  const a = await device()
  await a.load()
  const b = await device()
  await b.load()
  const wire = await session()
  const before = await wire.slots()
  let first = true
  const late = openVault<Note>({
    wire: {
      ...wire,
      rekey: async (change) => {
        // Between the last look and the change another device writes.
        if (first) {
          first = false
          await b.write(newId(), 'in between')
          await b.vault.flush()
        }
        await wire.rekey(change)
      },
    },
    shelf: memoryShelf(),
    key: ringOf(before.owner, (await unlock(wire, { kind: 'code', code })).of.get(1)!),
    clock,
    merge: bothTexts,
    background: false,
  })
  await late.load()
  await expect(late.keepOnlyDoors([{ kind: 'code', code: freshCode() }])).rejects.toMatchObject({ code: 'book-moved-on', status: 409 })
  expect(await wire.slots()).toEqual(before)
  await late.keepOnlyDoors([{ kind: 'code', code: freshCode() }])
  expect((await wire.slots()).epoch).toBe(2)
})

test('a new key whose answer was lost is recognised as made', async () => {
  const { device } = await newBook()
  const a = await device()
  await a.load()
  await a.write(newId(), 'x')
  await a.vault.flush()
  a.line.loseAnswers = 1
  await a.vault.keepOnlyDoors([{ kind: 'code', code }])
  await a.write(newId(), 'y')
  await a.vault.flush()
  expect(a.vault.state).toMatchObject({ waiting: 0, alarm: null })
})

test('an entry that is too large is refused before anything is kept', async () => {
  const { device } = await newBook()
  const a = await device()
  await a.load()
  await expect(
    a.vault.keep([
      { id: newId(), text: 'small' },
      { id: newId(), text: 'x'.repeat(4_000_000) },
    ]),
  ).rejects.toMatchObject({ code: 'too-large' })
  expect(a.vault.state.waiting).toBe(0)
  await a.write(newId(), 'ü'.repeat(1_300_000))
  await a.vault.flush()
  expect(a.vault.state).toMatchObject({ waiting: 0, problem: null })
})

test('counts of things due reach the server without a record, the last call alone', async () => {
  const { device, owner } = await newBook()
  const a = await device()
  await a.load()
  a.vault.setDue({ '2026-11-25': 2 })
  a.vault.setDue({ '2026-11-26': 3, '2026-12-01': 1 })
  await a.vault.flush()
  const rows = await asOwner(house.db, owner, (trx) =>
    vaultIn(trx).selectFrom('due_count').select(['day', 'count']).orderBy('day').execute(),
  )
  expect(rows).toEqual([
    { day: '2026-11-26', count: 3 },
    { day: '2026-12-01', count: 1 },
  ])
})

test('a shelf that fails shows as a problem and loses nothing that was kept', async () => {
  const { owner, keys, session } = await newBook()
  const board = newBoard()
  const shelf = memoryShelf(board)
  let broken = false
  const failing = { ...shelf, outbox: async () => (broken ? Promise.reject(new Error('closed')) : await shelf.outbox()) }
  const vault = openVault<Note>({
    wire: await session(),
    shelf: failing,
    key: ringOf(owner, keys),
    clock,
    merge: bothTexts,
    background: false,
  })
  await vault.load()
  await vault.keep([{ id: newId(), text: 'kept' }])
  broken = true
  await vault.flush()
  expect(vault.state).toMatchObject({ waiting: 1, problem: { code: 'device-trouble' } })
  broken = false
  await vault.flush()
  expect(vault.state).toMatchObject({ waiting: 0, problem: null })
})

test('wiping leaves nothing on the device', async () => {
  const { device } = await newBook()
  const a = await device()
  await a.load()
  await a.write(newId(), 'x')
  await a.vault.saveSnapshot()
  await a.vault.drawer.seal('search', new TextEncoder().encode('porto'))
  expect(a.board.drawer.size).toBe(1)
  await a.vault.wipe()
  expect([a.board.waiting.size, a.board.snapshot, a.board.mark, a.board.drawer.size]).toEqual([0, null, null, 0])
  await a.vault.drawer.seal('search', new TextEncoder().encode('porto'))
  expect(a.board.drawer.size).toBe(0)
})

test('locking with a new key empties the drawer, and it can be used again', async () => {
  const { device } = await newBook()
  const a = await device()
  await a.load()
  await a.vault.drawer.seal('search', new TextEncoder().encode('porto'))
  await a.vault.keepOnlyDoors([{ kind: 'code', code }])
  expect(a.board.drawer.size).toBe(0)
  await a.vault.drawer.seal('search', new TextEncoder().encode('porto'))
  expect(a.board.drawer.get('search')?.epoch).toBe(2)
})
