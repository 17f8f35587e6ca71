import { zipSync } from 'fflate'
import { Allowance, type PackedFile, packedFiles } from './zip-folder.ts'

/** The name under which the whole book stands in Kith's own ZIP file. */
export const WHOLE_BOOK = 'book.json'

/** The largest book that is unpacked, in bytes; a ZIP file may claim any size. */
const LARGEST = 512 * 1024 * 1024

/** The most files beside it: there is a page for each person. */
const MOST_FILES = 200_000

/** A file to be packed: where it stands, and what is in it. */
export interface FileOut {
  readonly path: string
  readonly text: string
}

/** Files as one ZIP archive. `at`: when they were made, in milliseconds since 1970. */
export function zipOf(files: readonly FileOut[], at: number): Uint8Array {
  const encoder = new TextEncoder()
  return zipSync(Object.fromEntries(files.map(({ path, text }) => [path, encoder.encode(text)])), { level: 6, mtime: at })
}

/**
 * Kith's archive of the whole book inside the ZIP file that Kith writes, not unpacked yet; undefined when there is none.
 *
 * @throws PackedFolderError when the folder is damaged or locked, and while the book is unpacked
 */
export const wholeBookIn = (bytes: Uint8Array): PackedFile | undefined =>
  packedFiles(bytes, new Allowance(LARGEST, MOST_FILES)).find(({ path }) => path === WHOLE_BOOK)
