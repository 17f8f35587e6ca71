import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aFact, aMoment, aPerson, aPromise, bookAt, dayClock, idOf, personId } from '../../../test/a-book.ts'
import { readBytes } from '../../formats/read.ts'
import { Book } from '../book.ts'
import { accept } from '../importing/accept.ts'
import type { FileRead } from '../importing/contract.ts'
import { dryRun } from '../importing/preview.ts'
import { takeBack } from '../importing/take-back.ts'
import type { AnyRecord } from '../record.ts'
import { archiveOf } from './archive.ts'

const day = '2026-11-22'
const read = (text: string): FileRead => ({ file: 'book.json', seconds: 0, ...readBytes(new TextEncoder().encode(text)) })
const all = (file: FileRead): { index: number }[] => file.items.map((item) => ({ index: item.index }))

/** A new book with everything of the archive in it. */
function restored(text: string): Book {
  const book = new Book(dayClock(day))
  const file = read(text)
  accept(book, file, all(file))
  return book
}

const byId = (book: Book): readonly AnyRecord[] => [...book.everything()].sort((a, b) => (a.id < b.id ? -1 : 1))

const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((text) => text.trim() !== '')
const someday = fc.constantFrom('2026-01-31', '2026-11-22', '2024-02-29')
const common = {
  changed: fc.constantFrom('2026-01-01T00:00:00Z', '2026-11-22T09:00:00.123Z'),
  trashed: fc.option(fc.record({ on: someday }), { nil: undefined }),
}

/** Records of known kinds, of kinds that only a later program knows, and of later versions. */
const records = fc
  .array(
    fc.oneof(
      fc.record({
        kind: fc.constant('person'),
        v: fc.constant(1),
        name: word,
        tags: fc.array(word, { maxLength: 2 }),
        line: word,
        ...common,
      }),
      fc.record({
        kind: fc.constant('fact'),
        v: fc.constant(1),
        about: fc.constant([personId(1)]),
        text: word,
        writtenOn: someday,
        ...common,
      }),
      fc.record({ kind: fc.constant('person'), v: fc.constant(9), shape: fc.jsonValue(), ...common }),
      fc.record({ kind: fc.constantFrom('orbit', 'map-card'), v: fc.integer({ min: 1, max: 5 }), deep: fc.jsonValue(), ...common }),
    ),
    { maxLength: 12 },
  )
  .map((list) => list.map((record, n) => JSON.parse(JSON.stringify({ id: idOf('any', n), ...record })) as AnyRecord))

test('A book that is written to an archive and read back is the same book, later kinds and versions too', () => {
  fc.assert(
    fc.property(records, (list) => {
      const book = bookAt(day, list)
      const back = restored(archiveOf(book))
      expect(byId(back)).toEqual(byId(book))
      expect(back.people()).toEqual(book.people())
    }),
    { numRuns: 300 },
  )
})

test('The same book gives the same text, in whatever order it was written', () => {
  const list = [aPerson(2), aPerson(1, { trashed: { on: day } }), aMoment(1, day), aPromise(1), aFact(1)]
  const text = archiveOf(bookAt(day, list))
  expect(archiveOf(bookAt(day, [...list].reverse()))).toBe(text)
  expect(JSON.parse(text)).toMatchObject({ kith: 1, exported: '2026-11-22T09:00:00Z', records: { length: 5 } })
  expect(archiveOf(bookAt(day, []))).toBe('{"kith": 1, "exported": "2026-11-22T09:00:00Z", "records": [\n]}\n')
})

test('An archive is read in any layout that JSON allows', () => {
  const book = bookAt(day, [aPerson(1, { name: 'Ana "][{" \\ Sousa', line: 'ends with \\' }), aFact(1)])
  const pretty = JSON.stringify(JSON.parse(archiveOf(book)), null, 2)
  expect(byId(restored(pretty))).toEqual(byId(book))
  expect(byId(restored(JSON.stringify(JSON.parse(archiveOf(book)))))).toEqual(byId(book))
})

test('In a book that is not empty, each entry is new, the same or different, and only the new ones are chosen', () => {
  const theirs = archiveOf(
    bookAt(day, [aPerson(1, { name: 'Ana Sousa' }), aPerson(2, { name: 'Jan Kuiper' }), aPerson(3, { name: 'Noor Haddad' })]),
  )
  const book = bookAt(
    day,
    [aPerson(1, { name: 'Ana Sousa', changed: '2026-06-01T00:00:00Z' }), aPerson(2, { name: 'Jan K.' })],
    dayClock(day),
  )
  const file = read(theirs)
  const rows = dryRun(book, file.items)
  expect(rows.map((row) => [row.name, row.verdict, row.selected])).toEqual([
    ['Ana Sousa', 'same', false],
    ['Jan Kuiper', 'differs', false],
    ['Noor Haddad', 'new', true],
  ])
  const done = accept(book, file, all(file))
  expect(done).toMatchObject({ added: 1, changed: 1, sentence: '2 entries came back.' })
  expect(dryRun(book, file.items).map((row) => row.verdict)).toEqual(['same', 'same', 'same'])
  expect(accept(book, file, all(file)).change.after.size).toBe(0)
  takeBack(book, done.batch ?? '')
  expect(book.people().map((person) => person.name)).toEqual(['Ana Sousa', 'Jan K.'])
})

test('An entry that is not well formed, or stands there twice, is skipped with its reason, and the others come', () => {
  const text = `{"kith": 1, "records": [{"kind": "person"}, 5, "x", {"kind":"person","id":"${personId(1)}","v":1,"changed":"x","name":""},
    ${JSON.stringify(aPerson(2))}, ${JSON.stringify(aPerson(2))}, {"kind":"gone","id":"${personId(3)}","v":1,"changed":"x"}, {broken}]}`
  const rows = dryRun(new Book(dayClock(day)), read(text).items)
  expect(rows.map((row) => row.verdict)).toEqual(['skipped', 'skipped', 'new', 'skipped', 'skipped', 'skipped'])
  expect(rows[0]?.reason).toMatch(/^It is not well formed: /)
  expect(rows[3]?.reason).toBe('It stands in the archive twice.')
})

test('An archive that breaks off brings what it holds and says that it breaks off', () => {
  const text = archiveOf(bookAt(day, [aPerson(1), aPerson(2)]))
  const rows = dryRun(new Book(dayClock(day)), read(text.slice(0, -30)).items)
  expect(rows.map((row) => [row.verdict, row.reason])).toEqual([
    ['new', 'Not in your book yet.'],
    ['skipped', 'It breaks off before its end.'],
  ])
})
