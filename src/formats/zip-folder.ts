import { Inflate } from 'fflate'
import { decodeBytes } from './text-encoding.ts'

/** Why a packed folder is not read. */
export type Packed = 'zip-damaged' | 'zip-locked' | 'zip-large'

/** Thrown when a packed folder as a whole, or a file in it, cannot be unpacked. */
export class PackedFolderError extends Error {
  readonly why: Packed

  constructor(why: Packed) {
    super(why)
    this.name = 'PackedFolderError'
    this.why = why
  }
}

/** How much may be unpacked in all, so that a small file cannot become a mountain. */
export class Allowance {
  #bytes: number
  #files: number

  constructor(bytes = 160 * 1024 * 1024, files = 5000) {
    this.#bytes = bytes
    this.#files = files
  }

  /** @throws PackedFolderError when too much has been unpacked */
  unpacked(bytes: number): void {
    this.#bytes -= bytes
    if (this.#bytes < 0) throw new PackedFolderError('zip-large')
  }

  /** @throws PackedFolderError when there are too many files */
  found(files: number): void {
    this.#files -= files
    if (this.#files < 0) throw new PackedFolderError('zip-large')
  }
}

/** One file in a packed folder. */
export interface PackedFile {
  readonly path: string
  /** Its bytes, a slice at a time, unpacked only as they are asked for. */
  slices(): Generator<Uint8Array>
}

/** Compressed bytes that are taken at a time: even the densest become no more than some megabytes. */
const SLICE = 8192

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const LARGE_END = 0x06064b50
const LARGE_PLACE = 0x07064b50
const FULL = 0xffffffff

/**
 * The files of a packed folder, by its list at the end; nothing is unpacked yet.
 *
 * @throws PackedFolderError when it has no such list, is locked by a password, or lists far too many files
 */
export function packedFiles(bytes: Uint8Array, allowance: Allowance): PackedFile[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const list = listOf(view)
  if (list === undefined) throw new PackedFolderError('zip-damaged')
  allowance.found(Math.min(list.count, 1_000_000))
  const files: PackedFile[] = []
  let locked = 0
  let at = list.at
  for (let n = 0; n < list.count; n++) {
    if (at < 0 || at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) break
    const flags = view.getUint16(at + 8, true)
    const method = view.getUint16(at + 10, true)
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ]
    const path = decodeBytes(bytes.subarray(at + 46, at + 46 + nameLength))
    const large = largeFields(view, at + 46 + nameLength, extraLength, at)
    const place = list.shift + large.offset
    at += 46 + nameLength + extraLength + commentLength
    if (path.endsWith('/') || (method !== 0 && method !== 8)) continue
    if ((flags & 1) !== 0) {
      locked += 1
      continue
    }
    files.push({ path, slices: () => slices(bytes, view, place, large.size, method === 8, allowance) })
  }
  if (files.length === 0 && locked > 0) throw new PackedFolderError('zip-locked')
  if (files.length === 0 && list.count > 0 && at === list.at) throw new PackedFolderError('zip-damaged')
  return files
}

/** Where the list of files is, how many it has, and by how much all places are moved because something stands before the folder. */
function listOf(view: DataView): { at: number; count: number; shift: number } | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--) {
    if (view.getUint32(at, true) !== END) continue
    let count = view.getUint16(at + 10, true)
    let size = view.getUint32(at + 12, true)
    let offset = view.getUint32(at + 16, true)
    let end = at
    if (at >= 20 && view.getUint32(at - 20, true) === LARGE_PLACE) {
      const large = Number(view.getBigUint64(at - 12, true))
      const found = [large, at - 20 - 56].find(
        (place) => place >= 0 && place + 56 <= view.byteLength && view.getUint32(place, true) === LARGE_END,
      )
      if (found !== undefined) {
        count = Number(view.getBigUint64(found + 32, true))
        size = Number(view.getBigUint64(found + 40, true))
        offset = Number(view.getBigUint64(found + 48, true))
        end = found
      }
    }
    const start = end - size
    return start < 0 ? undefined : { at: start, count, shift: start - offset }
  }
  return undefined
}

/** The packed size and the place of a file, which stand apart when they are too large for their fields. */
function largeFields(view: DataView, from: number, length: number, entry: number): { size: number; offset: number } {
  let size = view.getUint32(entry + 20, true)
  const whole = view.getUint32(entry + 24, true)
  let offset = view.getUint32(entry + 42, true)
  if (size !== FULL && offset !== FULL) return { size, offset }
  const end = Math.min(from + length, view.byteLength)
  for (let at = from; at + 4 <= end; ) {
    const next = at + 4 + view.getUint16(at + 2, true)
    if (view.getUint16(at, true) === 1) {
      let value = at + 4 + (whole === FULL ? 8 : 0)
      if (size === FULL && value + 8 <= end) {
        size = Number(view.getBigUint64(value, true))
        value += 8
      }
      if (offset === FULL && value + 8 <= end) offset = Number(view.getBigUint64(value, true))
    }
    at = next
  }
  return { size, offset }
}

function* slices(
  bytes: Uint8Array,
  view: DataView,
  place: number,
  size: number,
  deflated: boolean,
  allowance: Allowance,
): Generator<Uint8Array> {
  if (place < 0 || place + 30 > bytes.length || view.getUint32(place, true) !== LOCAL) throw new PackedFolderError('zip-damaged')
  const start = place + 30 + view.getUint16(place + 26, true) + view.getUint16(place + 28, true)
  const end = start + size
  if (end > bytes.length) throw new PackedFolderError('zip-damaged')
  let ready: Uint8Array[] = []
  const inflate = deflated ? new Inflate((part) => ready.push(part)) : undefined
  for (let at = start; at < end; at += SLICE) {
    const part = bytes.subarray(at, Math.min(end, at + SLICE))
    if (inflate === undefined) ready.push(part)
    else {
      try {
        inflate.push(part, at + SLICE >= end)
      } catch {
        throw new PackedFolderError('zip-damaged')
      }
    }
    const now = ready
    ready = []
    for (const one of now) {
      allowance.unpacked(one.length)
      if (one.length > 0) yield one
    }
  }
}

/** Slices that are together at least so large are handed on at once. */
const TOGETHER = 65_536

/** The bytes of a file in slices that are large enough to be decoded one by one. */
export function* gathered(file: PackedFile): Generator<Uint8Array> {
  let parts: Uint8Array[] = []
  let size = 0
  for (const slice of file.slices()) {
    parts.push(slice)
    size += slice.length
    if (size < TOGETHER) continue
    yield joined(parts, size)
    parts = []
    size = 0
  }
  if (size > 0) yield joined(parts, size)
}

/** Slices as one, of so many bytes in all. */
export function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
