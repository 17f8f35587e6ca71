import { expect, test } from 'vitest'
import { newId } from '../kernel/ids.ts'
import { frozenClock } from '../kernel/time.ts'
import { fromB64, randomBytes, toB64 } from './bytes.ts'
import type { Door, Slot } from './contract.ts'
import vectors from './golden/version-1.json' with { type: 'json' }
import { epochKeys, freshVaultKey, hkdfBase, sealOlder, unsealOlder } from './keys.ts'
import { freshCode } from './recovery-code.ts'
import { doorHolds, doorOf, makeSlot, openerOf, openSlot } from './slots.ts'
import type { Secret } from './terms.ts'
import { freshWords } from './words.ts'

const clock = frozenClock('2026-11-24T09:00:00Z')
const owner = newId()
const keys = await epochKeys(1, freshVaultKey())
const secrets: Secret[] = [
  { kind: 'words', words: freshWords() },
  { kind: 'code', code: freshCode() },
  { kind: 'key-file', secret: randomBytes(32) },
  { kind: 'device', key: await hkdfBase(randomBytes(32)) },
]

test('every kind of door opens with its secret and with no other', async () => {
  for (const secret of secrets) {
    const { slot, proof } = await makeSlot(secret, owner, keys, clock)
    const opener = await openerOf(secret, slot)
    expect(await openSlot(opener, owner, slot)).toEqual({ ok: true, value: keys.vaultKey })
    expect(proof).toBe(toB64(opener.proof))
    expect(new Set([proof, slot.commitment, slot.wrapped, toB64(keys.vaultKey)]).size).toBe(4)
  }
  const { slot } = await makeSlot(secrets[1] as Secret, owner, keys, clock)
  const stranger = await openerOf({ kind: 'code', code: freshCode() }, slot)
  expect(await openSlot(stranger, owner, slot)).toEqual({ ok: false, reason: 'other-secret' })
})

test('a door whose description was weakened is refused before the secret meets it', async () => {
  const words = secrets[0] as Secret
  const { slot } = await makeSlot(words, owner, keys, clock)
  const argon = { name: 'argon2id', memoryKiB: 65_536, passes: 3, lanes: 4 } as const
  const weak: Door[] = [
    { ...slot, kdf: { ...argon, memoryKiB: 65_535 } },
    { ...slot, kdf: { ...argon, memoryKiB: 8 } },
    { ...slot, kdf: { ...argon, passes: 2 } },
    { ...slot, kdf: { ...argon, lanes: 1 } },
    { ...slot, kdf: { ...argon, memoryKiB: 64 * 1024 * 1024 } },
    { ...slot, kdf: { ...argon, passes: 1_000_000 } },
    { ...slot, kdf: { name: 'hkdf' } },
    { ...slot, salt: '' },
    { ...slot, salt: toB64(new Uint8Array(8)) },
    { ...slot, kind: 'code' },
  ]
  for (const door of weak) {
    if (door.kind === 'words') expect(doorHolds(door)).toBe(false)
    await expect(openerOf(words, door)).rejects.toMatchObject({ code: 'weak-door' })
  }
  // A secret that needs no stretching is never typed into a door that says otherwise.
  await expect(openerOf(secrets[1] as Secret, { ...slot, kind: 'code' })).rejects.toMatchObject({ code: 'weak-door' })
})

test('a slot that was exchanged, moved or altered does not open', async () => {
  const code = secrets[1] as Secret
  const { slot } = await makeSlot(code, owner, keys, clock)
  const open = async (changed: Slot, as = owner) => (await openSlot(await openerOf(code, changed), as, changed)).ok
  expect(await open(slot)).toBe(true)
  expect(await open({ ...slot, slot: newId() })).toBe(false)
  expect(await open({ ...slot, salt: toB64(randomBytes(16)) })).toBe(false)
  expect(await open({ ...slot, epoch: 2 })).toBe(false)
  expect(await open({ ...slot, commitment: toB64(randomBytes(32)) })).toBe(false)
  expect(await open({ ...slot, wrapped: toB64(randomBytes(60)) })).toBe(false)
  expect(await open(slot, newId())).toBe(false)
  const other = await makeSlot({ kind: 'code', code: freshCode() }, owner, await epochKeys(1, freshVaultKey()), clock)
  expect(await open({ ...other.slot, slot: slot.slot, salt: slot.salt })).toBe(false)
  expect(await open({ ...slot, wrapped: other.slot.wrapped })).toBe(false)
})

test('what anyone may see of a door holds nothing that was wrapped', async () => {
  const { slot } = await makeSlot(secrets[1] as Secret, owner, keys, clock)
  expect(Object.keys(doorOf(slot)).sort()).toEqual(['kdf', 'kind', 'made', 'salt', 'slot'])
})

test('the key before opens only with the key after, for its owner and epoch', async () => {
  const next = await epochKeys(2, freshVaultKey())
  const sealed = await sealOlder(next, owner, keys)
  expect(await unsealOlder(next, owner, sealed)).toEqual(keys.vaultKey)
  expect(await unsealOlder(keys, owner, sealed)).toBeNull()
  expect(await unsealOlder(next, newId(), sealed)).toBeNull()
  expect(await unsealOlder(await epochKeys(3, next.vaultKey), owner, sealed)).toBeNull()
})

test('doors made by version 1 open for ever', async () => {
  const expected = fromB64(vectors.vaultKey) as Uint8Array<ArrayBuffer>
  expect(vectors.slots.map(({ secret }) => secret.kind).sort()).toEqual(['code', 'key-file', 'words'])
  for (const { owner: whose, secret, slot, proof } of vectors.slots) {
    const typed = (
      secret.kind === 'key-file'
        ? { kind: 'key-file', secret: fromB64(secret.value) }
        : { kind: secret.kind, words: secret.value, code: secret.value }
    ) as Secret
    const opener = await openerOf(typed, slot as Slot)
    expect(await openSlot(opener, whose, slot as Slot)).toEqual({ ok: true, value: expected })
    expect(toB64(opener.proof)).toBe(proof)
  }
})
