import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import type { PersonItem } from '../../src/formats/item.ts'
import { readBytes, UnreadableFile } from '../../src/formats/read.ts'
import directories from './real-directories.json' with { type: 'json' }

const data = new URL('../../../shared/data/', import.meta.url).pathname

/** Files of a folder beside the project whose names end so, sorted; none where the folder is absent. */
const filesIn = (folder: string, end: RegExp): readonly string[] =>
  existsSync(join(data, folder))
    ? readdirSync(join(data, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && end.test(entry.name))
        .map((entry) => relative(join(data, folder), join(entry.parentPath, entry.name)))
        .sort()
    : []

const ldif = filesIn('directory', /\.ldif$/i)
const documents = filesIn('import', /\.json$/i)

/** What a reader would count in a directory, and what it says of a few people. */
function counted(file: string, someone: readonly string[]): object {
  const { format, items } = readBytes(readFileSync(join(data, 'directory', file)))
  const people = items.filter((item): item is PersonItem => item.kind === 'person')
  const skipped: Record<string, number> = {}
  for (const item of items) if (item.kind === 'skipped') skipped[item.why] = (skipped[item.why] ?? 0) + 1
  const said = (name: string): (string | null)[] => {
    const person = people.find((one) => one.name === name)
    return [person?.department ?? null, person?.manager ?? null]
  }
  return {
    format,
    people: people.length,
    withDepartment: people.filter((person) => person.department !== undefined).length,
    withManager: people.filter((person) => person.manager !== undefined).length,
    skipped,
    someone: Object.fromEntries(someone.map((name) => [name, said(name)])),
  }
}

// The files of other programs are not part of the repository: where they are absent there is nothing to compare.
test.skipIf(ldif.length === 0)(
  'Directories of whole companies bring the names, departments and managers that a reader counts in them',
  () => {
    const expected: Readonly<Record<string, { readonly someone: object }>> = directories
    expect(Object.fromEntries(ldif.map((file) => [file, counted(file, Object.keys(expected[file]?.someone ?? {}))]))).toEqual(expected)
  },
)

// As above: without the files there is nothing to read.
test.skipIf(documents.length === 0)('JSON of other programs brings nobody, since none of it is an export with people', () => {
  const people = (file: string): number => {
    try {
      return readBytes(readFileSync(join(data, 'import', file))).items.filter((item) => item.kind !== 'skipped').length
    } catch (error) {
      if (error instanceof UnreadableFile) return 0
      throw error
    }
  }
  expect(documents.filter((file) => people(file) > 0)).toEqual([])
})
