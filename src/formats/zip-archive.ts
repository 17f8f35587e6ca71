import { type Unzipped, unzipSync, zipSync } from 'fflate'

/** The name under which the whole book stands in Kith's own ZIP file. */
export const WHOLE_BOOK = 'book.json'

/** The largest book that is unpacked, in bytes; a ZIP file may claim any size. */
const LARGEST = 512 * 1024 * 1024

/** A file to be packed: where it stands, and what is in it. */
export interface PackedFile {
  readonly path: string
  readonly text: string
}

/** Files as one ZIP archive. `at`: when they were made, in milliseconds since 1970. */
export function zipOf(files: readonly PackedFile[], at: number): Uint8Array {
  const encoder = new TextEncoder()
  return zipSync(Object.fromEntries(files.map(({ path, text }) => [path, encoder.encode(text)])), { level: 6, mtime: at })
}

/** Kith's archive of the whole book inside the ZIP file that Kith writes; null when there is none, or when the file is damaged. */
export function kithArchiveInZip(bytes: Uint8Array): Uint8Array | null {
  let files: Unzipped
  try {
    files = unzipSync(bytes, { filter: ({ name, originalSize }) => name === WHOLE_BOOK && originalSize <= LARGEST })
  } catch {
    return null
  }
  return files[WHOLE_BOOK] ?? null
}
