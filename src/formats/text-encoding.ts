/** Why bytes are no text that can be read. */
export type NotText = 'empty' | 'binary' | 'zip'

/** What the first bytes of a file say about how its text is written. */
export type Encoding = 'utf-16le' | 'utf-16be' | 'bytes'

const startsWith = (bytes: Uint8Array, ...head: number[]): boolean => head.every((byte, i) => bytes[i] === byte)

/** Share of zero bytes at even and at odd places. Latin letters in UTF-16 leave one of them nearly full of zeros. */
function zeros(bytes: Uint8Array): { even: number; odd: number } {
  let even = 0
  let odd = 0
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    if (bytes[i] === 0) even += 1
    if (bytes[i + 1] === 0) odd += 1
  }
  const pairs = Math.max(1, Math.floor(bytes.length / 2))
  return { even: even / pairs, odd: odd / pairs }
}

/** Share of characters that no text contains. */
function strange(bytes: Uint8Array): number {
  let count = 0
  for (const byte of bytes) if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 27) count += 1
  return count / Math.max(1, bytes.length)
}

/**
 * How the text of a file is written, judged by its first bytes (some kilobytes suffice): a byte order
 * mark, else the zeros that UTF-16 leaves, else `bytes`, which {@link TextDecoding} settles line by line.
 */
export function encodingOf(head: Uint8Array): Encoding | NotText {
  if (head.length === 0) return 'empty'
  if (startsWith(head, 0xef, 0xbb, 0xbf)) return 'bytes'
  if (startsWith(head, 0xff, 0xfe)) return 'utf-16le'
  if (startsWith(head, 0xfe, 0xff)) return 'utf-16be'
  if (startsWith(head, 0x50, 0x4b, 0x03, 0x04) || startsWith(head, 0x50, 0x4b, 0x05, 0x06)) return 'zip'
  const sample = head.subarray(0, 4096)
  const { even, odd } = zeros(sample)
  if (odd > 0.4 && even < 0.2) return 'utf-16le'
  if (even > 0.4 && odd < 0.2) return 'utf-16be'
  if (even > 0.01 || odd > 0.01 || strange(sample) > 0.05) return 'binary'
  if (startsWith(head, 0x25, 0x50, 0x44, 0x46) || startsWith(head, 0x1f, 0x8b) || startsWith(head, 0xff, 0xd8, 0xff)) return 'binary'
  return 'bytes'
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })
const western = new TextDecoder('windows-1252')

/** Bytes in a named charset; an unknown name, or bytes that are no such text, are read as {@link decodeBytes} does. */
export function decodeCharset(bytes: Uint8Array, charset: string | undefined): string {
  const label = charset?.trim().toLowerCase()
  if (label === undefined || label === '' || label === 'utf-8' || label === 'us-ascii' || label === 'ascii') return decodeBytes(bytes)
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return decodeBytes(bytes)
  }
}

/** UTF-8 where the bytes are UTF-8, else Windows-1252, in which every byte is a character. */
export function decodeBytes(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes)
  } catch {
    return western.decode(bytes)
  }
}

/** A line longer than this is cut where a character surely ends, so that memory stays bounded. */
const LONG = 1_048_576

const declared = /^[^:]{0,300};charset="?([\w-]+)/i

/**
 * Turns slices of a file into text. Files that are not UTF-16 are decoded line by line when a
 * slice is not UTF-8 as a whole, because real exports mix encodings; a line that names its charset
 * (vCard does) is read in that one, and so are the folded lines after it.
 */
export class TextDecoding {
  readonly #wide: TextDecoder | undefined
  #rest: Uint8Array = new Uint8Array(0)
  #charset: string | undefined

  constructor(encoding: Encoding) {
    this.#wide = encoding === 'bytes' ? undefined : new TextDecoder(encoding)
  }

  /** The text of the next slice, as far as it is complete. */
  push(slice: Uint8Array): string {
    if (this.#wide !== undefined) return this.#wide.decode(slice, { stream: true })
    const all = this.#rest.length === 0 ? slice : joined(this.#rest, slice)
    let end = Math.max(all.lastIndexOf(10), all.lastIndexOf(13)) + 1
    if (end === 0 && all.length > LONG) {
      end = all.length
      while (end > all.length - 8 && (all[end - 1] as number) >= 0x80) end -= 1
    }
    this.#rest = all.slice(end)
    return this.#decode(all.subarray(0, end))
  }

  /** What is left when the file has ended. */
  end(): string {
    return this.#wide !== undefined ? this.#wide.decode() : this.#decode(this.#rest)
  }

  #decode(block: Uint8Array): string {
    try {
      return utf8.decode(block)
    } catch {
      const lines: string[] = []
      for (let start = 0; start < block.length; ) {
        const next = block.indexOf(10, start)
        const end = next < 0 ? block.length : next + 1
        lines.push(this.#line(block.subarray(start, end)))
        start = end
      }
      return lines.join('')
    }
  }

  #line(bytes: Uint8Array): string {
    const folded = bytes[0] === 32 || bytes[0] === 9
    if (!folded) this.#charset = declared.exec(western.decode(bytes.subarray(0, 400)))?.[1]
    return decodeCharset(bytes, this.#charset)
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const all = new Uint8Array(a.length + b.length)
  all.set(a)
  all.set(b, a.length)
  return all
}
