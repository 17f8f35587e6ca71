import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { readBytes, UnreadableFile } from '../../src/formats/read.ts'
import expected from './real-files.json' with { type: 'json' }

const folder = new URL('../../../shared/data/import/', import.meta.url).pathname

/** Every file that is a vCard file or a table by name. */
const files = existsSync(folder)
  ? readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(vcf|csv)$/i.test(entry.name))
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
      .sort()
  : []

interface Outcome {
  readonly format: string
  readonly people: readonly string[]
  readonly skipped?: readonly string[]
}

/** What became of a file: its format, who was read, and each item that was left out with its reason. */
function outcome(file: string): Outcome {
  try {
    const { format, items } = readBytes(readFileSync(join(folder, file)))
    const people = items.flatMap((item) => (item.kind === 'person' ? [item.name] : []))
    const skipped = items.flatMap((item) => (item.kind === 'skipped' ? [[item.index, item.why, item.name].join(' ').trim()] : []))
    return skipped.length === 0 ? { format, people } : { format, people, skipped }
  } catch (error) {
    if (error instanceof UnreadableFile) return { format: `refused: ${error.why}`, people: [] }
    throw error
  }
}

// The files of other programs are not part of the repository: where they are absent there is nothing to compare.
test.skipIf(files.length === 0)('Files that real programs wrote bring the people that a reader counts in them, by name', () => {
  expect(Object.fromEntries(files.map((file) => [file, outcome(file)]))).toEqual(expected.files)
})

test('Every card that names a person, counted by hand, is read as that person, but for two', () => {
  const { counted } = expected
  const cards = Object.entries(expected.files).filter(([file]) => /\.vcf$/i.test(file))
  const people = cards.reduce((sum, [, { people: named }]) => sum + named.length, 0)
  const skipped = cards.reduce((sum, [, one]) => sum + ('skipped' in one ? one.skipped.length : 0), 0)
  expect(people + skipped).toBe(counted.cards)
  expect(counted.people + counted.namesNobody.length).toBe(counted.cards)
  const byAddress = counted.namesNobody.filter((card) => card.includes('read all the same')).length
  expect(people - byAddress).toBe(counted.people - counted.notRead.length)
  expect(counted.notRead.length + counted.misread.length).toBeLessThanOrEqual(2)
})
