import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { readBytes, UnreadableFile } from '../../src/formats/read.ts'
import expected from './real-files.json' with { type: 'json' }

const folder = new URL('../../../shared/data/import/', import.meta.url).pathname

/** Every file that is a vCard file by name, or came with a fixture of LinkedIn's exports. */
const files = existsSync(folder)
  ? readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(
        (entry) => entry.isFile() && (/\.vcf$/i.test(entry.name) || (/linkedin/.test(entry.parentPath) && entry.name.endsWith('.csv'))),
      )
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
      .sort()
  : []

/** What became of a file, in one line: its format, how many people, and each item that was left out. */
function outcome(file: string): string {
  try {
    const { format, items } = readBytes(readFileSync(join(folder, file)))
    const people = items.filter((item) => item.kind === 'person').length
    const skipped = items.flatMap((item) => (item.kind === 'skipped' ? [`${item.index} ${item.why}`] : []))
    return [format, `${people} people`, ...skipped].join(', ')
  } catch (error) {
    if (error instanceof UnreadableFile) return `refused: ${error.why}`
    throw error
  }
}

// The files of other programs are not part of the repository: where they are absent there is nothing to compare.
test.skipIf(files.length === 0)('Files that real programs wrote bring the people that a reader counts in them', () => {
  expect(Object.fromEntries(files.map((file) => [file, outcome(file)]))).toEqual(expected)
})
