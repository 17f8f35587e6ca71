import { AppError } from '../kernel/errors.ts'
import { newId } from '../kernel/ids.ts'
import type { Clock } from '../kernel/time.ts'
import { type Bytes, bytesOf, fromB64, randomBytes, sameBytes, toB64 } from './bytes.ts'
import type { Door, Kdf, PutSlot, Slot, SlotKind } from './contract.ts'
import { kdfHolds, stretch, WORDS_KDF } from './kdf.ts'
import { type EpochKeys, gcmKey, hkdf, hkdfBase } from './keys.ts'
import { sealBytes, unsealBytes } from './seal.ts'
import type { Secret } from './terms.ts'

/**
 * What one secret yields at one door: a key that wraps the vault key, a commitment that is compared
 * before anything is unwrapped, and a proof that signs in. None of them tells the others.
 */
export interface Opener {
  readonly wrap: CryptoKey
  readonly commitment: Bytes
  readonly proof: Bytes
}

const kdfOf: Record<SlotKind, Kdf['name']> = { words: 'argon2id', code: 'hkdf', 'key-file': 'hkdf', device: 'hkdf' }

const weakDoor = (): AppError =>
  new AppError('weak-door', {
    what: 'Kith did not use this door.',
    why: 'The server describes it in a way that would make its secret easy to guess, which this program never does.',
    next: 'Type nothing more here and tell whoever runs this server.',
    status: 409,
  })

/**
 * Whether a door as the server describes it is one that this program would make: the derivation that
 * belongs to its kind, at least as strong as ours, and a salt of its own.
 */
export function doorHolds(door: Door): boolean {
  const salt = fromB64(door.salt)
  return salt !== null && salt.length >= 16 && salt.length <= 64 && door.kdf.name === kdfOf[door.kind] && kdfHolds(door.kdf)
}

/**
 * Derives what a secret yields at a door. Everything the server says about the door goes into the
 * derivation, so that a door that was exchanged or altered yields something else.
 *
 * @throws AppError `weak-door` before the secret is touched; the sentences of typed words or code
 */
export async function openerOf(secret: Secret, door: Door): Promise<Opener> {
  if (secret.kind !== door.kind || !doorHolds(door)) throw weakDoor()
  const salt = fromB64(door.salt) as Bytes
  const base = await baseOf(secret, door.kdf, salt)
  const info = (use: string): Bytes => bytesOf(JSON.stringify(['kith', 1, 'door', door.slot, door.kind, kdfText(door.kdf), use]))
  const [wrap, commitment, proof] = await Promise.all([
    hkdf(base, salt, info('wrap')),
    hkdf(base, salt, info('commitment')),
    hkdf(base, salt, info('proof')),
  ])
  return { wrap: await gcmKey(wrap), commitment, proof }
}

const kdfText = (kdf: Kdf): string => (kdf.name === 'hkdf' ? 'hkdf' : `argon2id:${kdf.memoryKiB}:${kdf.passes}:${kdf.lanes}`)

async function baseOf(secret: Secret, kdf: Kdf, salt: Bytes): Promise<CryptoKey> {
  switch (secret.kind) {
    case 'device':
      return secret.key
    case 'key-file':
      if (secret.secret.length !== 32) throw brokenKeyFile()
      return await hkdfBase(secret.secret)
    case 'code':
      return await hkdfBase(await codeBytes(secret.code))
    case 'words': {
      const words = await wordsTyped(secret.words)
      if (kdf.name !== 'argon2id') throw weakDoor()
      return await hkdfBase(await stretch({ secret: words, salt, memoryKiB: kdf.memoryKiB, passes: kdf.passes, lanes: kdf.lanes }))
    }
  }
}

const brokenKeyFile = (): AppError =>
  new AppError('key-file-broken', {
    what: 'The key file of this book cannot be used.',
    why: 'It does not hold a key of 32 bytes.',
    next: 'Put the key file back from a copy, or open the book with its six words or its recovery code.',
    status: 409,
  })

async function wordsTyped(typed: string): Promise<Bytes> {
  // The list of words is long, and most books open without one.
  const { readWords, wordBytes } = await import('./words.ts')
  const words = readWords(typed)
  if (words.ok) return wordBytes(words.value)
  throw new AppError(words.reason, {
    what:
      words.reason === 'word-count'
        ? `That is ${words.count} of six words.`
        : `Word ${words.at}, “${words.word}”, is not one of the words Kith uses.`,
    why: 'The six words come from a fixed list and all of them are needed, in their order.',
    next: 'Look at your note again and correct it.',
    status: 400,
  })
}

async function codeBytes(typed: string): Promise<Bytes> {
  const { readCode } = await import('./recovery-code.ts')
  const code = readCode(typed)
  if (code.ok) return code.value
  const what =
    code.reason === 'code-length'
      ? `That is ${code.count} of 40 characters.`
      : code.reason === 'code-letter'
        ? `“${code.letter}” in group ${code.group} is not a character of a recovery code.`
        : `Group ${code.group} holds a typing error.`
  throw new AppError(code.reason, {
    what,
    why: 'Each of the eight groups has five characters, the last of which checks the others.',
    next: 'Look at your note again and correct it.',
    status: 400,
  })
}

const aboutSlot = (owner: string, slot: string, epoch: number): (string | number)[] => ['slot', owner, slot, epoch]

/** Makes a door for a secret: the slot with the wrapped vault key, and the proof that will sign in. */
export async function makeSlot(secret: Secret, owner: string, keys: EpochKeys, clock: Clock, slot: string = newId()): Promise<PutSlot> {
  const kdf: Kdf = secret.kind === 'words' ? WORDS_KDF : { name: 'hkdf' }
  const door: Door = { slot, kind: secret.kind, kdf, salt: toB64(randomBytes(16)), made: clock.now().toString() }
  const opener = await openerOf(secret, door)
  const wrapped = await sealBytes(opener.wrap, aboutSlot(owner, slot, keys.epoch), keys.vaultKey)
  return {
    slot: { ...door, epoch: keys.epoch, commitment: toB64(opener.commitment), wrapped: toB64(wrapped) },
    proof: toB64(opener.proof),
  }
}

/** What opening a slot gives: the vault key, or whether the secret or the slot is wrong. */
export type OpenedSlot =
  | { readonly ok: true; readonly value: Bytes }
  | { readonly ok: false; readonly reason: 'other-secret' | 'not-authentic' }

/** Opens a slot: first its commitment is compared, then the vault key is unwrapped. */
export async function openSlot(opener: Opener, owner: string, slot: Slot): Promise<OpenedSlot> {
  const commitment = fromB64(slot.commitment)
  if (commitment === null || !sameBytes(commitment, opener.commitment)) return { ok: false, reason: 'other-secret' }
  const wrapped = fromB64(slot.wrapped)
  const key = wrapped === null ? null : await unsealBytes(opener.wrap, aboutSlot(owner, slot.slot, slot.epoch), wrapped)
  return key === null || key.length !== 32 ? { ok: false, reason: 'not-authentic' } : { ok: true, value: key }
}

/** The door of a slot: what anyone may see of it. */
export const doorOf = (slot: Slot): Door => ({ slot: slot.slot, kind: slot.kind, kdf: slot.kdf, salt: slot.salt, made: slot.made })
