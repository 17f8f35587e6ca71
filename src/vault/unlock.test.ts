import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { newId } from '../kernel/ids.ts'
import { Temporal } from '../kernel/time.ts'
import { startSession } from '../server/auth/store.ts'
import { asOwner } from '../server/db/db.ts'
import { fromB64 } from './bytes.ts'
import { unlockWithDevice } from './device-door.ts'
import { freshSecrets, lockWithWords, openByKeyFile } from './locking.ts'
import { KEY_FILE } from './server/key-file.ts'
import { vaultIn } from './server/tables.ts'
import { type TestHouse, testHouse } from './server/testing.ts'
import { memoryDeviceDoors, memoryShelf } from './shelf-memory.ts'
import type { Vault } from './terms.ts'
import { unlock, unlockHere } from './unlock.ts'
import { openVault } from './vault.ts'
import { httpWire, offline, type Wire } from './wire.ts'

interface Note {
  readonly id: string
  readonly text: string
}

// A house for each story: there is only one owner and one key file in it.
let house: TestHouse
let wire: Wire
beforeEach(async () => {
  house = await testHouse()
  wire = await house.wire()
})

const clockAt = (text: string) => ({ now: () => Temporal.Instant.from(text), zone: () => 'Europe/Lisbon' })
const clock = clockAt('2026-11-24T09:00:00Z')
const keyFile = (): string => join(house.configDirectory, KEY_FILE)

async function opened(
  ring: Parameters<typeof openVault>[0]['key'],
  over: Wire = wire,
): Promise<{ vault: Vault<Note>; notes: readonly Note[] }> {
  const vault = openVault<Note>({ wire: over, shelf: memoryShelf(), key: ring, clock, merge: (_base, mine) => mine, background: false })
  return { vault, notes: await vault.load() }
}

async function firstOpen(): Promise<Vault<Note>> {
  const here = await unlockHere(wire, { clock })
  if (here.is !== 'open') throw new Error('not open')
  const { vault } = await opened(here.ring)
  await vault.keep([{ id: newId(), text: 'kept' }])
  await vault.flush()
  return vault
}

test('the first opening makes a key file that only this account reads, and the next one uses it', async () => {
  await firstOpen()
  expect(statSync(keyFile()).mode & 0o777).toBe(0o600)
  expect(readFileSync(keyFile(), 'utf8')).toMatch(/^[A-Za-z0-9_-]{43}\n$/)
  const again = await unlockHere(await house.wire(), { clock })
  expect(again.is).toBe('open')
  if (again.is === 'open') expect((await opened(again.ring)).notes.map(({ text }) => text)).toEqual(['kept'])
})

test('two tabs that open for the first time at once agree on one key', async () => {
  const both = await Promise.all([unlockHere(wire, { clock }), unlockHere(await house.wire(), { clock })])
  const keys = both.map((one) => (one.is === 'open' ? one.ring.of.get(1)?.vaultKey : null))
  expect(keys[0]).toEqual(keys[1])
  expect((await wire.slots()).slots).toHaveLength(1)
})

test('words and code open the book in a browser that was never signed in, and nothing else does', async () => {
  const vault = await firstOpen()
  const { words, code } = freshSecrets()
  await vault.addDoor({ kind: 'words', words })
  await vault.addDoor({ kind: 'code', code })
  for (const secret of [{ kind: 'words', words } as const, { kind: 'code', code } as const]) {
    const outside = await house.wire(false)
    await expect(outside.slots()).rejects.toMatchObject({ status: 401 })
    const ring = await unlock(outside, secret)
    expect((await opened(ring, outside)).notes.map(({ text }) => text)).toEqual(['kept'])
  }
  const stranger = freshSecrets()
  const outside = await house.wire(false)
  await expect(unlock(outside, { kind: 'words', words: stranger.words })).rejects.toMatchObject({ code: 'wrong-secret' })
  await expect(unlock(outside, { kind: 'code', code: stranger.code })).rejects.toMatchObject({ code: 'wrong-secret' })
  await expect(unlock(outside, { kind: 'words', words: 'one two zzz' })).rejects.toMatchObject({ code: 'unknown-word' })
  await expect(outside.slots()).rejects.toMatchObject({ status: 401 })
})

test('what anyone may ask shows no wrapped key, commitment or proof', async () => {
  const vault = await firstOpen()
  const { code } = freshSecrets()
  await vault.addDoor({ kind: 'code', code })
  const answer = await (await house.browser()('http://x/api/vault/doors')).text()
  const now = await wire.slots()
  for (const slot of now.slots) {
    expect(answer).toContain(slot.slot)
    expect(answer).not.toContain(slot.wrapped)
    expect(answer).not.toContain(slot.commitment)
  }
  const hashes = await asOwner(house.db, house.owner, (trx) => vaultIn(trx).selectFrom('vault_slot').select('proof_hash').execute())
  for (const { proof_hash } of hashes) expect(answer).not.toContain(proof_hash)
})

test('locking with six words takes the key file away; from then on only words and code open', async () => {
  const vault = await firstOpen()
  const old = fromB64(readFileSync(keyFile(), 'utf8').trim())
  const secrets = freshSecrets()
  await lockWithWords(vault, wire, secrets)
  expect(existsSync(keyFile())).toBe(false)
  const here = await unlockHere(await house.wire(), { clock })
  expect(here).toMatchObject({ is: 'locked', owner: house.owner })
  if (here.is === 'locked') expect(here.doors.map(({ kind }) => kind).sort()).toEqual(['code', 'words'])
  await expect(unlock(wire, { kind: 'key-file', secret: old as Uint8Array<ArrayBuffer> })).rejects.toMatchObject({ code: 'no-such-door' })
  // A key file put back by hand opens nothing: the book has another key now.
  writeFileSync(keyFile(), `${Buffer.from(old as Uint8Array).toString('base64url')}\n`, { mode: 0o600 })
  expect((await unlockHere(wire, { clock })).is).toBe('locked')
  for (const secret of [{ kind: 'words', words: secrets.words } as const, { kind: 'code', code: secrets.code } as const]) {
    const ring = await unlock(await house.wire(false), secret)
    const { vault: locked, notes } = await opened(ring)
    expect(notes.map(({ text }) => text)).toEqual(['kept'])
    expect(locked.state.alarm).toBeNull()
  }
})

test('the lock can be taken off again', async () => {
  const vault = await firstOpen()
  await lockWithWords(vault, wire, freshSecrets())
  await openByKeyFile(vault, wire)
  expect((await unlockHere(await house.wire(), { clock })).is).toBe('open')
})

test('a browser that was remembered opens by itself for 30 days, offline too, until it is forgotten', async () => {
  const vault = await firstOpen()
  const doors = memoryDeviceDoors()
  const door = await vault.rememberDevice(doors)
  expect((await doors.get())?.key.extractable).toBe(false)
  const signedOut = await house.wire(false)
  const ring = await unlockWithDevice(signedOut, doors, clock)
  expect(ring?.of.get(1)?.vaultKey).toEqual(
    (await unlock(wire, { kind: 'key-file', secret: fromB64(await wire.makeKeyFile()) as Uint8Array<ArrayBuffer> })).of.get(1)?.vaultKey,
  )
  const unplugged: Wire = {
    ...wire,
    slots: async () => {
      throw offline()
    },
  }
  expect(await unlockWithDevice(unplugged, doors, clockAt('2026-12-24T08:59:00Z'))).not.toBeNull()

  const copy = await doors.get()
  await vault.forgetDevice(door.slot)
  expect(await unlockWithDevice(wire, doors, clock)).toBeNull()
  expect(await doors.get()).toBeNull()
  await doors.set(copy)
  expect(await unlockWithDevice(unplugged, doors, clockAt('2026-12-24T09:00:00Z'))).toBeNull()
  expect(await doors.get()).toBeNull()
})

test('a remembered browser opens while something answers in the place of the server, and stays remembered', async () => {
  const vault = await firstOpen()
  const doors = memoryDeviceDoors()
  await vault.rememberDevice(doors)
  for (const answer of [new Response('<h1>Bad gateway</h1>', { status: 502 }), new Response('<h1>Welcome to our network</h1>')])
    expect(await unlockWithDevice(httpWire({ fetch: async () => answer.clone() }), doors, clock)).not.toBeNull()
  expect(await doors.get()).not.toBeNull()
})

test('a remembered browser is forgotten when the book gets a new key', async () => {
  const vault = await firstOpen()
  const doors = memoryDeviceDoors()
  await vault.rememberDevice(doors)
  const { code } = freshSecrets()
  await vault.keepOnlyDoors([{ kind: 'code', code }])
  expect(await unlockWithDevice(wire, doors, clock)).toBeNull()
})

test('a door other than a browser is not removed without a new key', async () => {
  const vault = await firstOpen()
  const [door] = await vault.doors()
  await expect(vault.forgetDevice(door?.slot as string)).rejects.toMatchObject({ code: 'door-needs-new-key', status: 409 })
  expect(await vault.doors()).toHaveLength(1)
})

test('a broken key file is named and never replaced', async () => {
  await firstOpen()
  writeFileSync(keyFile(), 'not a key')
  await expect(unlockHere(wire, { clock })).rejects.toMatchObject({ code: 'key-file-broken' })
  expect(readFileSync(keyFile(), 'utf8')).toBe('not a key')
})

test('an unplugged server is named as such', async () => {
  const nobody = httpWire({ base: 'http://127.0.0.1:18451', patience: 500 })
  await expect(unlockHere(nobody, { clock })).rejects.toMatchObject({ code: 'offline' })
  await expect(unlockHere(httpWire({ fetch: house.browser('no such session') }), { clock })).rejects.toMatchObject({ status: 401 })
  expect(await startSession(house.db, house.owner)).toHaveLength(43)
})
