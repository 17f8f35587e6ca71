import { i18n } from '@lingui/core'
import type { PersonId } from '../../../kernel/ids.ts'
import type { Book, Change } from '../../book.ts'
import { type Completion, complete } from '../complete.ts'
import { type DayReader, loadDays } from '../days.ts'
import { understand } from '../understand.ts'
import type { Understanding } from '../understanding.ts'
import { write } from '../write.ts'

/** What a line needs once somebody writes on it; a file of its own, fetched at the first touch. */
export interface LineReader {
  /** Resolves when words for days are understood too, or when they cannot be had now. A line is written only then. */
  readonly ready: Promise<void>
  read(line: string): Understanding
  complete(line: string, caret: number): readonly Completion[]
  write(understanding: Understanding): Change
}

let days: DayReader | undefined
let daysOf = ''

/** Reads lines against a book. Until the dictionary of day words has come, every line is about today; `onDays` then calls back. */
export function lineReader(book: Book, about: PersonId | undefined, onDays: () => void): LineReader {
  const loaded =
    days === undefined || daysOf !== i18n.locale
      ? loadDays().then(
          (reader) => {
            days = reader
            daysOf = i18n.locale
            onDays()
          },
          () => undefined,
        )
      : Promise.resolve()
  return {
    ready: loaded,
    read: (line) =>
      understand(line, { people: book.all('person'), momentsOf: (person) => book.momentsOf(person), today: book.today(), days, about }),
    complete: (line, caret) => complete(line, caret, book.all('person'), (person) => book.momentsOf(person)[0]?.day),
    write: (understanding) => write(book, understanding),
  }
}
