import { argon2id } from 'hash-wasm'
import type { Bytes } from './bytes.ts'

/** What Argon2id (RFC 9106, version 1.3) is asked to do: memory in KiB, 32 bytes out. */
export interface Stretch {
  readonly secret: Bytes
  readonly salt: Bytes
  readonly memoryKiB: number
  readonly passes: number
  readonly lanes: number
}

/** Runs Argon2id here and now; about half a second at the floor. */
export async function argon2(stretch: Stretch): Promise<Bytes> {
  const out = await argon2id({
    password: stretch.secret,
    salt: stretch.salt,
    memorySize: stretch.memoryKiB,
    iterations: stretch.passes,
    parallelism: stretch.lanes,
    hashLength: 32,
    outputType: 'binary',
  })
  return new Uint8Array(out)
}
