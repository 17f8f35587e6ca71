import { i18n } from '@lingui/core'
import { AppError } from '../../kernel/errors.ts'
import type { FileRead } from './contract.ts'

/**
 * Several files as one, so that they are looked at together and taken back together. Their items are
 * counted through.
 *
 * @throws AppError when one of them has to be brought by itself
 */
export function asOne(reads: readonly FileRead[]): FileRead {
  const [first, ...more] = reads
  if (first === undefined) throw new Error('there is no file')
  if (more.length === 0) return first
  const book = reads.find(({ format }) => format === 'kith')
  if (book !== undefined) {
    throw new AppError('file-alone', {
      what: i18n._({ id: 'import.several.book.what', message: '{file} is a copy of a book.', values: { file: book.file } }),
      why: i18n._({ id: 'import.several.book.why', message: 'It holds more than people and is brought back by itself.' }),
      next: i18n._({ id: 'import.several.book.next', message: 'Choose it alone, and the other files afterwards.' }),
      status: 422,
    })
  }
  const calendar = reads.find(({ items }) => items.some(({ kind }) => kind === 'event'))
  if (calendar !== undefined && reads.some(({ format }) => format !== 'icalendar')) {
    throw new AppError('file-alone', {
      what: i18n._({ id: 'import.several.calendar.what', message: '{file} is a calendar.', values: { file: calendar.file } }),
      why: i18n._({
        id: 'import.several.calendar.why',
        message: 'It brings moments, and these are gone through one by one.',
      }),
      next: i18n._({ id: 'import.several.calendar.next', message: 'Choose calendars and files of people one after the other.' }),
      status: 422,
    })
  }
  const table = reads.find((read) => read.table?.named === false)
  if (table !== undefined) {
    throw new AppError('file-alone', {
      what: i18n._({
        id: 'import.several.table.what',
        message: 'Kith cannot tell which column of {file} holds the names.',
        values: { file: table.file },
      }),
      why: i18n._({ id: 'import.several.table.why', message: 'It is a table whose columns you have to name first.' }),
      next: i18n._({ id: 'import.several.table.next', message: 'Choose it alone, and the other files afterwards.' }),
      status: 422,
    })
  }
  let before = 0
  const items = reads.flatMap((read) => {
    const moved = read.items.map((item) => ({ ...item, index: before + item.index }))
    before += read.items.reduce((most, { index }) => Math.max(most, index), 0)
    return moved
  })
  return {
    file: reads.map(({ file }) => file).join(', '),
    format: more.every(({ format }) => format === first.format) ? first.format : 'several',
    items,
    seconds: reads.reduce((sum, { seconds }) => sum + seconds, 0),
  }
}
