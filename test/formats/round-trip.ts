import assert from 'node:assert/strict'
import { generateIdentity, identityToRecipient } from 'age-encryption'
import { readBytes } from '../../src/formats/read.ts'
import { frozenClock, yearDayIn } from '../../src/kernel/time.ts'
import { Book } from '../../src/mine/book.ts'
import { copyOf } from '../../src/mine/exporting/copies.ts'
import { peopleOut } from '../../src/mine/exporting/people.ts'
import { accept } from '../../src/mine/importing/accept.ts'
import type { FileRead } from '../../src/mine/importing/contract.ts'
import type { AnyRecord } from '../../src/mine/record.ts'
import { openAge, sealAge } from '../../src/vault/age.ts'
import { dayClock } from '../a-book.ts'
import { everyKind } from './every-kind.ts'

const byId = (book: Book): readonly AnyRecord[] => [...book.everything()].sort((a, b) => (a.id < b.id ? -1 : 1))

function imported(bytes: Uint8Array): Book {
  const book = new Book(dayClock('2026-11-24'))
  const read: FileRead = { file: 'copy', seconds: 0, ...readBytes(bytes) }
  accept(
    book,
    read,
    read.items.map(({ index }) => ({ index })),
  )
  return book
}

/**
 * Writes a book with every kind of record into every form and reads those back that come back. Throws
 * at the first difference. Days must be the same wherever in the world it runs.
 */
export async function roundTrips(): Promise<void> {
  const book = new Book(frozenClock('2026-11-24T09:00:00Z', process.env['TZ'] ?? 'Europe/Lisbon'))
  book.receive(everyKind())
  const identity = await generateIdentity()
  const sealed = await sealAge(copyOf(book, 'zip'), { recipient: await identityToRecipient(identity) })
  const opened = await openAge(sealed, { identity })
  assert.ok(opened.ok, 'the encrypted copy opens')
  for (const bytes of [copyOf(book, 'json'), copyOf(book, 'zip'), opened.value]) assert.deepEqual(byId(imported(bytes)), byId(book))

  // What cards and tables say of people is the same once it has been out and in, days of the year included.
  const said = (of: Book, depth: 'card' | 'all') => JSON.stringify(peopleOut(of, depth).map(({ uid: _, notes: __, ...rest }) => rest))
  assert.equal(said(imported(copyOf(book, 'vcf')), 'card'), said(book, 'card'))
  assert.equal(said(imported(copyOf(book, 'vcf', { notes: true })), 'all'), said(book, 'all'))
  assert.equal(said(imported(copyOf(book, 'csv')), 'all'), said(book, 'all'))

  const calendar = new TextDecoder().decode(copyOf(book, 'ics'))
  for (const date of book.all('date')) {
    const day = yearDayIn(date, date.year ?? 2024).replaceAll('-', '')
    assert.match(calendar, new RegExp(`UID:${date.id}@kith\\r\\n(?:[^\\r]*\\r\\n)?DTSTART;VALUE=DATE:${day}\\r\\n`))
  }
}
