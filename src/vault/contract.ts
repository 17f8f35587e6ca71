import * as z from 'zod/mini'

/**
 * What the device and the server say to each other about sealed records. The server learns opaque
 * ids, epochs, revisions, padded sizes and months, and how many things are due on a day.
 */

const uuid = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/))
const rev = z.int().check(z.minimum(1), z.maximum(2_147_483_647))
const epoch = z.int().check(z.minimum(1), z.maximum(1_000_000))

/** The largest sealed record, in bytes of its envelope text. A segment of 256 moments fits well below. */
export const LARGEST_ENVELOPE = 4 * 1024 * 1024

/** One flattened JWE as compact JSON text; the server never looks inside. */
const envelope = z.string().check(z.minLength(2), z.maxLength(LARGEST_ENVELOPE))

/** A sealed row as the server keeps it. `envelope: null` marks a row whose content moved into a segment. */
export const SealedRow = z.object({ id: uuid, epoch, rev, envelope: z.nullable(envelope) })
export type SealedRow = z.infer<typeof SealedRow>

/**
 * One write. `rev` is the new revision; it must be exactly one above the stored one (1 for a new
 * row). Writing the very same row again is accepted as the same write, so retries are harmless.
 */
export const Write = z.object({ id: uuid, epoch, rev, envelope: z.nullable(envelope), month: z.string().check(z.regex(/^\d{4}-\d\d$/)) })
export type Write = z.infer<typeof Write>

/** `PUT /api/vault/records`: up to 500 writes; with `together`, all or none. */
export const PutRecords = z.object({ writes: z.array(Write).check(z.minLength(1), z.maxLength(1000)), together: z.optional(z.boolean()) })
export type PutRecords = z.infer<typeof PutRecords>

/** The answer for each write, in order: taken, or the row that stands in the way. */
export const PutResult = z.object({
  results: z.array(
    z.union([
      z.object({ id: uuid, taken: z.literal(true), rev }),
      z.object({ id: uuid, taken: z.literal(false), current: z.nullable(SealedRow) }),
    ]),
  ),
  cursor: z.int(),
})
export type PutResult = z.infer<typeof PutResult>

/** `GET /api/vault/changes?since=&limit=`: rows changed after the cursor, oldest change first. */
export const Changes = z.object({ rows: z.array(SealedRow), cursor: z.int(), more: z.boolean() })
export type Changes = z.infer<typeof Changes>

/** `GET /api/vault/head`: what a device compares with its own high-water mark. */
export const Head = z.object({ owner: uuid, epoch, cursor: z.int(), records: z.int(), revSum: z.int() })
export type Head = z.infer<typeof Head>

/** `PUT /api/vault/due`: how many things are due per day, no record id, one batch replacing the last. */
export const DueCounts = z.object({
  days: z.record(z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/)), z.int().check(z.minimum(1), z.maximum(999))),
})
export type DueCounts = z.infer<typeof DueCounts>

/** How a secret becomes a key: Argon2id for typed words, HKDF alone for secrets of 128 bits and more. */
export const Kdf = z.discriminatedUnion('name', [
  z.object({ name: z.literal('argon2id'), memoryKiB: z.int(), passes: z.int(), lanes: z.int() }),
  z.object({ name: z.literal('hkdf') }),
])
export type Kdf = z.infer<typeof Kdf>

export const SlotKind = z.enum(['words', 'code', 'key-file', 'device'])
export type SlotKind = z.infer<typeof SlotKind>

const b64 = z.string().check(z.regex(/^[A-Za-z0-9_-]+$/), z.maxLength(512))

/** A door into the vault as anyone at the login page may see it: no wrapped key. */
export const Door = z.object({ slot: uuid, kind: SlotKind, kdf: Kdf, salt: b64, made: z.string() })
export type Door = z.infer<typeof Door>

/** A slot: the vault key of an epoch wrapped by a secret, with a commitment compared before unwrapping. */
export const Slot = z.object({ slot: uuid, kind: SlotKind, kdf: Kdf, salt: b64, made: z.string(), epoch, commitment: b64, wrapped: b64 })
export type Slot = z.infer<typeof Slot>

/** `PUT /api/vault/slots`: a new slot; `proof` is what the server will compare (hashed) when the door is used to sign in. */
export const PutSlot = z.object({ slot: Slot, proof: z.nullable(b64) })
export type PutSlot = z.infer<typeof PutSlot>
