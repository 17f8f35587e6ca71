import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '../kernel/ids.ts'
import { frozenClock } from '../kernel/time.ts'
import { bytesOf, fromB64, textOf } from './bytes.ts'
import { Device } from './device.ts'
import { drawerOf } from './drawer.ts'
import vectors from './golden/drawer-1.json' with { type: 'json' }
import { epochKeys, freshVaultKey, type KeyRing, ringOf, withEpoch } from './keys.ts'
import { type Board, memoryShelf, newBoard } from './shelf-memory.ts'
import type { Drawer } from './terms.ts'
import { httpWire } from './wire.ts'

const owner = newId()
const keys = await epochKeys(1, freshVaultKey())
const ring = ringOf(owner, keys)

const drawer = (board: Board, held: KeyRing = ring, open = () => true): Drawer =>
  drawerOf(
    new Device({
      wire: httpWire(),
      shelf: memoryShelf(board),
      clock: frozenClock('2026-11-24T09:00:00Z'),
      merge: (_, mine) => mine,
      ring: held,
    }),
    open,
  )
const said = async (from: Drawer, name: string): Promise<string | null> => {
  const bytes = await from.open(name)
  return bytes === null ? null : textOf(bytes)
}

test('what was sealed opens under its name, the last writing of it', async () => {
  const board = newBoard()
  const mine = drawer(board)
  expect(await mine.open('search')).toBeNull()
  await mine.seal('search', bytesOf('porto'))
  await mine.seal('search', bytesOf('lisbon'))
  await mine.seal('other', bytesOf('audit'))
  expect([await said(mine, 'search'), await said(mine, 'other')]).toEqual(['lisbon', 'audit'])
  expect(await said(drawer(board), 'search')).toBe('lisbon')
  expect(JSON.stringify([...board.drawer].map(([name, { generation }]) => [name, generation]))).not.toContain('lisbon')
})

test('a thing that was altered, renamed or spliced with another writing does not open, and is thrown away', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.integer({ min: 0, max: 7 }), async (place, bit) => {
      const board = newBoard()
      const mine = drawer(board)
      await mine.seal('search', bytesOf('porto'))
      const kept = board.drawer.get('search')!
      const sealed = kept.sealed.slice()
      sealed[place % sealed.length]! ^= 1 << bit
      board.drawer.set('search', { ...kept, sealed })
      expect(await mine.open('search')).toBeNull()
      expect(board.drawer.size).toBe(0)
    }),
    { numRuns: 200 },
  )
  const board = newBoard()
  const mine = drawer(board)
  await mine.seal('search', bytesOf('porto'))
  const first = board.drawer.get('search')!
  await mine.seal('search', bytesOf('lisbon'))
  const second = board.drawer.get('search')!
  for (const [name, thing] of [
    ['other', first],
    ['search', { ...first, generation: second.generation }],
    ['search', { ...first, epoch: 2 }],
    ['search', { ...first, sealed: first.sealed.subarray(0, 20) }],
  ] as const) {
    board.drawer.set(name, thing)
    expect(await mine.open(name)).toBeNull()
    expect(board.drawer.has(name)).toBe(false)
  }
})

test('another owner’s thing, and one under another key, are no things at all', async () => {
  const board = newBoard()
  await drawer(board, ringOf(newId(), keys)).seal('search', bytesOf('theirs'))
  expect(await drawer(board).open('search')).toBeNull()
  await drawer(board, ringOf(owner, await epochKeys(1, freshVaultKey()))).seal('search', bytesOf('theirs'))
  expect(await drawer(board).open('search')).toBeNull()
})

test('a thing of an earlier key is not opened, although that key is still held', async () => {
  const board = newBoard()
  await drawer(board).seal('search', bytesOf('before'))
  const newer = drawer(board, withEpoch(ring, await epochKeys(2, freshVaultKey())))
  expect(await newer.open('search')).toBeNull()
  expect(board.drawer.size).toBe(0)
  await newer.seal('search', bytesOf('after'))
  expect(await said(newer, 'search')).toBe('after')
})

test('an earlier writing that is put back opens as what it was: who keeps things here compares them with the book', async () => {
  const board = newBoard()
  const mine = drawer(board)
  await mine.seal('search', bytesOf('earlier'))
  const earlier = board.drawer.get('search')!
  await mine.seal('search', bytesOf('later'))
  board.drawer.set('search', earlier)
  expect(await said(mine, 'search')).toBe('earlier')
})

test('a closed book neither keeps nor opens anything', async () => {
  const board = newBoard()
  let open = true
  const mine = drawer(board, ring, () => open)
  await mine.seal('search', bytesOf('porto'))
  open = false
  expect(await mine.open('search')).toBeNull()
  await mine.seal('late', bytesOf('late'))
  expect([...board.drawer.keys()]).toEqual(['search'])
})

test('things sealed by earlier versions of this program open for ever', async () => {
  const golden = ringOf(vectors.things[0]!.owner, await epochKeys(3, fromB64(vectors.vaultKey)!))
  expect(vectors.things.length).toBeGreaterThan(1)
  for (const { name, epoch, generation, text, sealed } of vectors.things) {
    const board = newBoard()
    board.drawer.set(name, { epoch, generation, sealed: fromB64(sealed)! })
    expect(await said(drawer(board, golden), name)).toBe(text)
  }
})
