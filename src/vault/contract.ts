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
 * One write. `after` is the revision it replaces (0 for a new row), `rev - 1` when it is left out;
 * `rev` is the new revision, above `after`. Writing the very same row again is accepted as the same
 * write, so retries are harmless.
 */
export const Write = z.object({
  id: uuid,
  epoch,
  rev,
  after: z.optional(z.int().check(z.minimum(0), z.maximum(2_147_483_646))),
  envelope: z.nullable(envelope),
  month: z.string().check(z.regex(/^\d{4}-\d\d$/)),
})
export type Write = z.infer<typeof Write>

/** The largest number of writes in one request. */
export const MOST_WRITES = 1000

/** `PUT /api/vault/records`: writes in order; with `together`, all or none. */
export const PutRecords = z.object({
  writes: z.array(Write).check(z.minLength(1), z.maxLength(MOST_WRITES)),
  together: z.optional(z.boolean()),
})
export type PutRecords = z.infer<typeof PutRecords>

/** What became of one write: taken, or the row that stands in the way (null: there is none). */
export const WriteResult = z.union([
  z.object({ id: uuid, taken: z.literal(true), rev }),
  z.object({ id: uuid, taken: z.literal(false), current: z.nullable(SealedRow) }),
])
export type WriteResult = z.infer<typeof WriteResult>

/**
 * The answer for each write, in order. With `together`, either all are taken or none is; those that
 * only shared the fate of another carry their current row. `epoch` is the one that writes must bear:
 * under another one nothing was taken.
 */
export const PutResult = z.object({ results: z.array(WriteResult), cursor: z.int(), epoch: z.int() })
export type PutResult = z.infer<typeof PutResult>

/** The whole of a book in two numbers, as one moment of the database saw them. `epoch` 0: no door was ever made. */
const totals = { epoch: z.int(), cursor: z.int(), records: z.int(), revSum: z.int() }

/**
 * `GET /api/vault/changes?since=&limit=&quiet=`: rows changed after the cursor, oldest change first,
 * and the totals of the same instant. `quiet` leaves out rows without an envelope up to that cursor:
 * a device that reads everything learns them from the segments. `end` is where the feed ended at that
 * instant, also when there is more.
 */
export const Changes = z.object({ rows: z.array(SealedRow), more: z.boolean(), end: z.int(), ...totals })
export type Changes = z.infer<typeof Changes>

/** `GET /api/vault/head`: whose book it is, and its totals. */
export const Head = z.object({ owner: uuid, ...totals })
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

/** `GET /api/vault/doors`: the doors of the one book of this house; anyone may ask, so that words can sign in. */
export const Doors = z.object({ doors: z.array(Door) })
export type Doors = z.infer<typeof Doors>

/** The key of an earlier epoch, sealed under the key of `epoch`. */
export const OlderKey = z.object({ epoch, sealed: b64 })
export type OlderKey = z.infer<typeof OlderKey>

/** `GET /api/vault/slots`: every slot of the present epoch, and the way back to older keys. `epoch` 0: no door yet. */
export const Slots = z.object({ owner: uuid, epoch: z.int(), slots: z.array(Slot), older: z.array(OlderKey) })
export type Slots = z.infer<typeof Slots>

/**
 * `PUT /api/vault/slots`: a new slot; `proof` is what the server will compare (hashed) when the door
 * is used to sign in. With `first`, only when there is no slot at all.
 */
export const PutSlot = z.object({ slot: Slot, proof: z.nullable(b64), first: z.optional(z.boolean()) })
export type PutSlot = z.infer<typeof PutSlot>

/**
 * `POST /api/vault/rekey`: a new epoch with its slots and the old key sealed under the new one, all
 * in one transaction, and only when the book is exactly what the device has seen.
 */
export const Rekey = z.object({
  from: z.object({ epoch, records: z.int(), revSum: z.int() }),
  epoch,
  older: OlderKey,
  slots: z.array(z.object({ slot: Slot, proof: z.nullable(b64) })).check(z.minLength(1), z.maxLength(16)),
})
export type Rekey = z.infer<typeof Rekey>

/** `GET` and `PUT /api/vault/key-file`: the secret of the key file, 32 bytes as base64url. */
export const KeyFile = z.object({ secret: b64 })
export type KeyFile = z.infer<typeof KeyFile>

/** `POST /api/session` by a door: the proof that the secret of this slot is known. */
export const DoorProof = z.object({ slot: uuid, proof: b64 })
export type DoorProof = z.infer<typeof DoorProof>

const instant = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/))
const month = z.string().check(z.regex(/^\d{4}-\d\d$/))
const size = z.int().check(z.minimum(0))

/** The form of a backup file that this version writes. */
export const BACKUP = 1

/** The first line of a backup file: whose book it is, when it was made, and its totals. */
export const BackupHead = z.object({
  'kith-backup': z.int(),
  made: instant,
  owner: uuid,
  epoch: size,
  seq: size,
  records: size,
  revSum: size,
})
export type BackupHead = z.infer<typeof BackupHead>

/** A slot in a backup file, with the hash by which its secret signs in. */
export const BackupSlot = z.object({ ...Slot.shape, proofHash: z.nullable(b64) })
export type BackupSlot = z.infer<typeof BackupSlot>

/** The second line of a backup file: every door, and the way back to older keys. The key file itself is never in it. */
export const BackupDoors = z.object({
  slots: z.array(BackupSlot).check(z.maxLength(64)),
  older: z.array(OlderKey).check(z.maxLength(10_000)),
})
export type BackupDoors = z.infer<typeof BackupDoors>

/** One line of a backup file for each sealed row, in the order of the last changes. */
export const BackupRow = z.object({ ...SealedRow.shape, seq: z.int().check(z.minimum(1)), month })
export type BackupRow = z.infer<typeof BackupRow>

/** The last line of a backup file: how many rows stand before it, and the SHA-256 of everything before it. */
export const BackupEnd = z.object({ end: size, sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)) })
export type BackupEnd = z.infer<typeof BackupEnd>

/**
 * `POST /api/vault/restore`: this order on a line of its own, then a backup file as it is. The book that
 * stands here gives way only while it is exactly `over`. `keyFile`: the door of this computer's key file.
 */
export const RestoreOrder = z.object({
  over: z.object({ owner: uuid, ...totals }),
  keyFile: z.nullable(z.object({ slot: Slot, proof: b64 })),
})
export type RestoreOrder = z.infer<typeof RestoreOrder>
