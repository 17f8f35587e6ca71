import type { Stretch } from './argon2.ts'
import type { Bytes } from './bytes.ts'
import type { Kdf } from './contract.ts'

/** What new word doors use: Argon2id with 64 MiB, three passes, four lanes (OWASP and RFC 9106 profiles for 64 MiB). */
export const WORDS_KDF = { name: 'argon2id', memoryKiB: 65_536, passes: 3, lanes: 4 } as const satisfies Kdf

/** Above these a server could only wish to stall the device. */
const MOST = { memoryKiB: 1_048_576, passes: 16, lanes: 16 }

/**
 * Whether stored parameters may be used. They come from the server, so anything weaker than what
 * this program writes is refused before a secret is touched.
 */
export function kdfHolds(kdf: Kdf): boolean {
  if (kdf.name === 'hkdf') return true
  return (
    kdf.memoryKiB >= WORDS_KDF.memoryKiB &&
    kdf.memoryKiB <= MOST.memoryKiB &&
    kdf.passes >= WORDS_KDF.passes &&
    kdf.passes <= MOST.passes &&
    kdf.lanes >= WORDS_KDF.lanes &&
    kdf.lanes <= MOST.lanes
  )
}

/** Runs Argon2id: in a worker where there is a page, directly otherwise. */
export async function stretch(wish: Stretch): Promise<Bytes> {
  if (typeof document === 'undefined') return await (await import('./argon2.ts')).argon2(wish)
  return await (await import('./kdf-browser.ts')).argon2InWorker(wish)
}
