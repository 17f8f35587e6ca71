import { type Bytes, bytesOf, randomBytes } from './bytes.ts'
import { sealBytes, unsealBytes } from './seal.ts'

/** The keys of one epoch, all drawn from its vault key of 32 random bytes. */
export interface EpochKeys {
  readonly epoch: number
  /** The vault key itself, needed to make doors. */
  readonly vaultKey: Bytes
  /** Wraps the content keys of rows (AES-KW). */
  readonly rows: CryptoKey
  /** Seals what this device keeps (AES-GCM). */
  readonly shelf: CryptoKey
  /** Seals the vault key of the epoch before (AES-GCM). */
  readonly older: CryptoKey
}

/** The keys a device holds: the present epoch, and earlier ones for rows that were not yet sealed anew. */
export interface KeyRing {
  readonly owner: string
  readonly epoch: number
  readonly of: ReadonlyMap<number, EpochKeys>
}

/** A fresh vault key. */
export const freshVaultKey = (): Bytes => randomBytes(32)

const label = (use: string): Bytes => bytesOf(`kith/1/${use}`)

/**
 * HKDF-SHA-256 (RFC 5869) of a secret of at least 128 bits, to 32 bytes.
 *
 * @param base a key imported for HKDF
 */
export async function hkdf(base: CryptoKey, salt: Bytes, info: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info }, base, 256))
}

/** Secret bytes as a base for {@link hkdf}. They cannot be read back from it. */
export async function hkdfBase(secret: Bytes): Promise<CryptoKey> {
  return await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits'])
}

/** Draws the keys of an epoch from its vault key. */
export async function epochKeys(epoch: number, vaultKey: Bytes): Promise<EpochKeys> {
  const base = await hkdfBase(vaultKey)
  const none = new Uint8Array(0)
  const [rows, shelf, older] = await Promise.all(['rows', 'shelf', 'older'].map((use) => hkdf(base, none, label(use))))
  return {
    epoch,
    vaultKey,
    rows: await crypto.subtle.importKey('raw', rows as Bytes, 'AES-KW', false, ['wrapKey', 'unwrapKey']),
    shelf: await gcmKey(shelf as Bytes),
    older: await gcmKey(older as Bytes),
  }
}

/** An AES-256-GCM key that cannot be read back. */
export const gcmKey = (raw: Bytes): Promise<CryptoKey> => crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])

/** A ring with one epoch. */
export const ringOf = (owner: string, keys: EpochKeys): KeyRing => ({ owner, epoch: keys.epoch, of: new Map([[keys.epoch, keys]]) })

/** The ring with one epoch more; the newest is the one that seals. */
export function withEpoch(ring: KeyRing, keys: EpochKeys): KeyRing {
  return { owner: ring.owner, epoch: Math.max(ring.epoch, keys.epoch), of: new Map([...ring.of, [keys.epoch, keys]]) }
}

const aboutOlder = (owner: string, epoch: number): (string | number)[] => ['older-key', owner, epoch]

/** The vault key of the epoch before, sealed under the key of this one. */
export const sealOlder = (keys: EpochKeys, owner: string, before: EpochKeys): Promise<Bytes> =>
  sealBytes(keys.older, aboutOlder(owner, keys.epoch), before.vaultKey)

/** Opens the vault key of the epoch before; null when it is not authentic. */
export const unsealOlder = (keys: EpochKeys, owner: string, sealed: Uint8Array): Promise<Bytes | null> =>
  unsealBytes(keys.older, aboutOlder(owner, keys.epoch), sealed)
