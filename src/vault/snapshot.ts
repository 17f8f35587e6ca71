import { newId } from '../kernel/ids.ts'
import { type Bytes, bytesOf, textOf } from './bytes.ts'
import type { EpochKeys, KeyRing } from './keys.ts'
import type { Entry, Ledger } from './ledger.ts'
import { sealBytes, unsealBytes } from './seal.ts'
import type { StoredSnapshot } from './shelf.ts'
import type { Alarm, AlarmKind, Body } from './terms.ts'

/** Records in one chunk: large enough that few are sealed, small enough that one opens within a frame or two. */
const CHUNK = 4096

type Row<B extends Body> =
  | readonly ['p', number, number, string, B]
  | readonly ['k', number, number, B]
  | readonly ['s', string, number, number, string]
  | readonly ['o', string, number, string, B | null]

interface Chunk<B extends Body> {
  readonly cursor: number
  /** Ids of segments that rows of kind `k` point to by their place here. */
  readonly segments: readonly string[]
  readonly rows: readonly Row<B>[]
}

const about = (owner: string, epoch: number, generation: string, at: number, of: number): (string | number)[] => [
  'snapshot',
  owner,
  epoch,
  generation,
  at,
  of,
]

/** Seals everything the device knows into a few big chunks. */
export async function sealSnapshot<B extends Body>(
  ledger: Ledger<B>,
  cursor: number,
  keys: EpochKeys,
  owner: string,
): Promise<StoredSnapshot> {
  const generation = newId()
  const plain: Bytes[] = []
  let rows: Row<B>[] = []
  let segments = new Map<string, number>()
  const end = (): void => {
    plain.push(bytesOf(JSON.stringify({ cursor, segments: [...segments.keys()], rows } satisfies Chunk<B>)))
    rows = []
    segments = new Map()
  }
  for (const [id, entry] of ledger.entries()) {
    rows.push(rowOf(id, entry, segments))
    if (rows.length === CHUNK) end()
  }
  if (rows.length > 0 || plain.length === 0) end()
  const chunks = await Promise.all(
    plain.map((bytes, at) => sealBytes(keys.shelf, about(owner, keys.epoch, generation, at, plain.length), bytes)),
  )
  return { epoch: keys.epoch, generation, chunks }
}

function rowOf<B extends Body>(id: string, entry: Entry<B>, segments: Map<string, number>): Row<B> {
  switch (entry.is) {
    case 'plain':
      return ['p', entry.rev, entry.epoch, entry.tag, entry.body]
    case 'packed': {
      let at = segments.get(entry.segment)
      if (at === undefined) {
        at = segments.size
        segments.set(entry.segment, at)
      }
      return ['k', entry.rev, at, entry.body]
    }
    case 'segment':
      return ['s', id, entry.rev, entry.epoch, entry.tag]
    case 'odd':
      return ['o', id, entry.rev, entry.tag, entry.held]
  }
}

/** Opens a snapshot into a ledger; gives its cursor, or null when it does not open (then the ledger stays as it was). */
export async function openSnapshot<B extends Body>(stored: StoredSnapshot, ring: KeyRing, ledger: Ledger<B>): Promise<number | null> {
  const keys = ring.of.get(stored.epoch)
  if (keys === undefined) return null
  const { generation, chunks, epoch } = stored
  const opened = await Promise.all(
    chunks.map((chunk, at) => unsealBytes(keys.shelf, about(ring.owner, epoch, generation, at, chunks.length), chunk)),
  )
  if (opened.some((bytes) => bytes === null)) return null
  let cursor = 0
  for (const bytes of opened as Bytes[]) {
    const chunk = JSON.parse(textOf(bytes)) as Chunk<B>
    cursor = chunk.cursor
    for (const row of chunk.rows) setRow(ledger, row, chunk.segments)
  }
  return cursor
}

function setRow<B extends Body>(ledger: Ledger<B>, row: Row<B>, segments: readonly string[]): void {
  switch (row[0]) {
    case 'p':
      ledger.set(row[4].id, { is: 'plain', rev: row[1], epoch: row[2], tag: row[3], body: row[4] })
      break
    case 'k':
      ledger.set(row[3].id, { is: 'packed', rev: row[1], segment: segments[row[2]] as string, body: row[3] })
      break
    case 's':
      ledger.set(row[1], { is: 'segment', rev: row[2], epoch: row[3], tag: row[4] })
      break
    case 'o':
      ledger.set(row[1], { is: 'odd', rev: row[2], tag: row[3], held: row[4] })
  }
}

/** The high-water mark of a device: what it has seen at the least, and what is wrong since. */
export interface Mark {
  readonly cursor: number
  readonly records: number
  readonly revSum: number
  /** Rows of earlier epochs than this are refused. */
  readonly lowest: number
  readonly found: readonly (readonly [AlarmKind, readonly string[]])[]
  readonly alarm: Alarm | null
  /** Rows that cannot be opened and about which somebody decided to go on: id → rev. */
  readonly ignored: Readonly<Record<string, number>>
}

/** Seals the mark. */
export const sealMark = (mark: Mark, keys: EpochKeys, owner: string): Promise<Bytes> =>
  sealBytes(keys.shelf, ['mark', owner, keys.epoch], bytesOf(JSON.stringify(mark)))

/** Opens the mark; null when it is not authentic under the ring. */
export async function openMark(kept: { epoch: number; sealed: Uint8Array }, ring: KeyRing): Promise<Mark | null> {
  const keys = ring.of.get(kept.epoch)
  const bytes = keys === undefined ? null : await unsealBytes(keys.shelf, ['mark', ring.owner, kept.epoch], kept.sealed)
  return bytes === null ? null : (JSON.parse(textOf(bytes)) as Mark)
}
