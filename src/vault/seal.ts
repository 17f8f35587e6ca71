import { FlattenedEncrypt, flattenedDecrypt } from 'jose'
import { type Bytes, bytesOf, isB64, joined, toB64 } from './bytes.ts'

/** The version of envelope and additional data that this program writes. */
export const SEAL_VERSION = 1

/** Where a sealed row stands. All of it is authenticated, so that no row opens in the place of another. */
export interface Place {
  readonly owner: string
  readonly id: string
  readonly epoch: number
  readonly rev: number
}

/** What opening gives: the payload, or why there is none. */
export type Opening = { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly reason: SealReason }
export type SealReason = 'needs-newer-app' | 'not-authentic'

const HEADER = { alg: 'A256KW', enc: 'A256GCM' } as const
const PROTECTED = toB64(bytesOf(JSON.stringify(HEADER)))
const allowed = { keyManagementAlgorithms: [HEADER.alg], contentEncryptionAlgorithms: [HEADER.enc] }

const FLOOR = 512

/**
 * The padded length for a payload of `length` bytes: PADMÉ (Nikitin et al., "Reducing Metadata
 * Leakage from Encrypted Files and Communication with PURBs", PETS 2019), at least 512. It leaves
 * O(log log n) bits of the length visible and costs at most 12 %.
 */
export function paddedLength(length: number): number {
  if (length <= FLOOR) return FLOOR
  const e = Math.floor(Math.log2(length))
  const s = Math.floor(Math.log2(e)) + 1
  const step = 2 ** (e - s)
  return Math.ceil(length / step) * step
}

/** Payload with its length in four bytes in front and zeros behind. */
function pad(payload: Uint8Array): Bytes {
  const all = new Uint8Array(paddedLength(payload.length + 4))
  new DataView(all.buffer).setUint32(0, payload.length)
  all.set(payload, 4)
  return all
}

function unpad(all: Uint8Array): Uint8Array | null {
  if (all.length < FLOOR) return null
  const length = new DataView(all.buffer, all.byteOffset).getUint32(0)
  if (all.length !== paddedLength(length + 4)) return null
  return all.subarray(4, 4 + length)
}

/** The additional data of a row, canonical JSON rebuilt from where the row stands. */
export function additionalData(place: Place): Bytes {
  return bytesOf(JSON.stringify(['kith', SEAL_VERSION, place.owner, place.id, place.epoch, place.rev]))
}

/**
 * Seals a payload for one place, with a fresh content key: a flattened JWE (RFC 7516) as compact
 * JSON text with its version in front.
 *
 * @param key the AES-KW key of the epoch
 */
export async function seal(key: CryptoKey, place: Place, payload: Uint8Array): Promise<string> {
  const sealed = await new FlattenedEncrypt(pad(payload))
    .setProtectedHeader(HEADER)
    .setAdditionalAuthenticatedData(additionalData(place))
    .encrypt(key)
  return written(sealed.encrypted_key ?? '', sealed.iv ?? '', sealed.ciphertext, sealed.tag ?? '')
}

const written = (encryptedKey: string, iv: string, ciphertext: string, tag: string): string =>
  `{"kith":${SEAL_VERSION},"protected":"${PROTECTED}","encrypted_key":"${encryptedKey}","iv":"${iv}","ciphertext":"${ciphertext}","tag":"${tag}"}`

const HEAD = `{"kith":${SEAL_VERSION},"protected":"${PROTECTED}","encrypted_key":"`
const version = /^\{"kith":([1-9]\d{0,8}),/
// 40 wrapped bytes, 12 of the nonce, 16 of the tag.
const shape = /^([A-Za-z0-9_-]{54})","iv":"([A-Za-z0-9_-]{16})","ciphertext":"([A-Za-z0-9_-]+)","tag":"([A-Za-z0-9_-]{22})"\}$/

/**
 * Opens an envelope in the place where it was found. Its own text is never asked where it belongs,
 * which algorithm it uses or how it is spelled: every byte must be what {@link seal} would write.
 * Never throws.
 */
export async function unseal(key: CryptoKey, place: Place, envelope: string): Promise<Opening> {
  if (!envelope.startsWith(HEAD)) {
    const said = version.exec(envelope)?.[1]
    return { ok: false, reason: said !== undefined && Number(said) > SEAL_VERSION ? 'needs-newer-app' : 'not-authentic' }
  }
  const parts = shape.exec(envelope.slice(HEAD.length))
  if (parts === null) return refused
  const [, encrypted_key = '', iv = '', ciphertext = '', tag = ''] = parts
  if (!isB64(encrypted_key) || !isB64(ciphertext) || !isB64(tag)) return refused
  try {
    const jwe = { protected: PROTECTED, encrypted_key, iv, ciphertext, tag, aad: toB64(additionalData(place)) }
    const { plaintext } = await flattenedDecrypt(jwe, key, allowed)
    const bytes = unpad(plaintext)
    return bytes === null ? refused : { ok: true, bytes }
  } catch {
    return refused
  }
}

const refused: Opening = { ok: false, reason: 'not-authentic' }

/** The authentication tag of an envelope: two envelopes of one place with the same tag are the same. */
export const tagOf = (envelope: string): string => envelope.slice(-24, -2)

/**
 * Seals bytes that stay on this device (snapshot, mark) or that are a key: AES-256-GCM with a fresh
 * nonce in front. `about` says what they are and is authenticated.
 */
export async function sealBytes(key: CryptoKey, about: readonly (string | number)[], bytes: Uint8Array): Promise<Bytes> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const additional = bytesOf(JSON.stringify(['kith', SEAL_VERSION, ...about]))
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: additional }, key, new Uint8Array(bytes))
  return joined(iv, new Uint8Array(sealed))
}

/** Opens what {@link sealBytes} sealed; null when it is not authentic or about something else. */
export async function unsealBytes(key: CryptoKey, about: readonly (string | number)[], sealed: Uint8Array): Promise<Bytes | null> {
  if (sealed.length < 28) return null
  const additional = bytesOf(JSON.stringify(['kith', SEAL_VERSION, ...about]))
  try {
    const iv = new Uint8Array(sealed.subarray(0, 12))
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: additional }, key, new Uint8Array(sealed.subarray(12)))
    return new Uint8Array(plain)
  } catch {
    return null
  }
}
