import { base64url } from 'jose'

/** Bytes that WebCrypto takes as they are. */
export type Bytes = Uint8Array<ArrayBuffer>

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** UTF-8 bytes of a text. */
export const bytesOf = (text: string): Bytes => encoder.encode(text)

/** The text of UTF-8 bytes. Throws a TypeError when they are not UTF-8. */
export const textOf = (bytes: Uint8Array): string => decoder.decode(bytes)

/** Fresh random bytes for keys, salts and nonces. */
export const randomBytes = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))

/** base64url without padding. */
export const toB64 = (bytes: Uint8Array): string => base64url.encode(bytes)

/**
 * Bytes of a base64url text, or null when it is not the one canonical spelling of them: unused bits
 * must be zero, so that two different texts never stand for the same bytes.
 */
export function fromB64(text: string): Bytes | null {
  if (!isB64(text)) return null
  try {
    return new Uint8Array(base64url.decode(text))
  } catch {
    return null
  }
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const b64 = /^[A-Za-z0-9_-]*$/

/** Whether a text is canonical base64url without padding. */
export function isB64(text: string): boolean {
  const rest = text.length % 4
  if (rest === 1 || !b64.test(text)) return false
  if (rest === 0) return true
  const last = alphabet.indexOf(text.charAt(text.length - 1))
  return rest === 2 ? (last & 15) === 0 : (last & 3) === 0
}

/** Several runs of bytes as one. */
export function joined(...parts: readonly Uint8Array[]): Bytes {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** Whether two runs of bytes are the same, in a time that does not tell where they differ. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  let difference = 0
  for (let i = 0; i < a.length; i++) difference |= (a[i] as number) ^ (b[i] as number)
  return difference === 0
}
