import { isUuid } from '../kernel/ids.ts'
import { type Bytes, bytesOf, textOf } from './bytes.ts'
import type { Body } from './terms.ts'

/** One record inside a segment: what it was when it was packed, and the revision it then had. */
export interface Packed<B extends Body> {
  readonly id: string
  readonly rev: number
  readonly body: B
}

/** What a sealed row holds: one record, or a segment of packed ones. */
export type Payload<B extends Body> =
  | { readonly kind: 'record'; readonly body: B }
  | { readonly kind: 'segment'; readonly packed: readonly Packed<B>[] }

/** The payload of one record. */
export const recordBytes = (body: Body): Bytes => bytesOf(JSON.stringify({ r: body }))

/** The payload of a segment. */
export const segmentBytes = <B extends Body>(packed: readonly Packed<B>[]): Bytes =>
  bytesOf(JSON.stringify({ s: packed.map(({ id, rev, body }) => [id, rev, body]) }))

const isBody = (value: unknown, id: string): boolean => typeof value === 'object' && value !== null && (value as { id?: unknown }).id === id

function readPacked<B extends Body>(list: unknown): Packed<B>[] | null {
  if (!Array.isArray(list)) return null
  const ids = new Set<string>()
  const packed: Packed<B>[] = []
  for (const item of list as unknown[]) {
    if (!Array.isArray(item) || item.length !== 3) return null
    const [id, rev, body] = item as [unknown, unknown, unknown]
    if (typeof id !== 'string' || !isUuid(id) || ids.has(id) || !Number.isSafeInteger(rev) || (rev as number) < 1 || !isBody(body, id))
      return null
    ids.add(id)
    packed.push({ id, rev: rev as number, body: body as B })
  }
  return packed
}

/** Reads an opened payload; null when it is not one that this version writes. The id of the row must be the id of the record. */
export function readPayload<B extends Body>(id: string, bytes: Uint8Array): Payload<B> | null {
  try {
    const value = JSON.parse(textOf(bytes)) as { r?: unknown; s?: unknown }
    if (typeof value !== 'object' || value === null) return null
    if (value.r !== undefined) return isBody(value.r, id) ? { kind: 'record', body: value.r as B } : null
    const packed = readPacked<B>(value.s)
    return packed === null ? null : { kind: 'segment', packed }
  } catch {
    return null
  }
}

/** Whether two JSON values say the same, whatever the order of their fields. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false
  const left = a as Record<string, unknown>
  const right = b as Record<string, unknown>
  const fields = Object.keys(left).filter((field) => left[field] !== undefined)
  return (
    fields.length === Object.keys(right).filter((field) => right[field] !== undefined).length &&
    fields.every((field) => sameJson(left[field], right[field]))
  )
}
