import { i18n } from '@lingui/core'
import type { RecordItem } from '../../formats/item.ts'
import type { Book } from '../book.ts'
import { archived, sameRecord } from '../exporting/archive.ts'
import type { AnyRecord } from '../record.ts'
import type { PreviewRow } from './contract.ts'

/** What a record is called in a list: a name, a text, a label, or else what kind of thing it is. */
function called(record: AnyRecord): string {
  const { name, text, label, file } = record as unknown as Readonly<Record<string, unknown>>
  const words = [name, text, label, file].find((one) => typeof one === 'string' && one.trim() !== '')
  return typeof words === 'string' ? words.trim().slice(0, 80) : record.kind
}

/**
 * What would happen to one record of an archive, by its id.
 *
 * @param seen ids that came earlier in the same archive; the id of this record is added
 */
export function archiveRow(book: Book, item: RecordItem, seen: Set<string>): PreviewRow {
  const { index, line } = item
  const record = archived(item.record)
  const row = { index, line, about: '', detail: '', item }
  if (!record.ok) {
    const reason = i18n._({ id: 'import.archive.flawed', message: 'It is not well formed: {flaw}.', values: { flaw: record.reason } })
    return { ...row, verdict: 'skipped', name: '', reason, selected: false, choosable: false }
  }
  const { id, kind } = record.value
  const name = called(record.value)
  if (seen.has(id)) {
    const reason = i18n._({ id: 'import.archive.twice', message: 'It stands in the archive twice.' })
    return { ...row, verdict: 'skipped', name, reason, selected: false, choosable: false }
  }
  seen.add(id)
  const here = book.record(id)
  if (here === undefined) {
    const reason = i18n._({ id: 'import.archive.new', message: 'Not in your book yet.' })
    return { ...row, about: kind, verdict: 'new', name, reason, selected: true, choosable: true }
  }
  if (sameRecord(here, record.value)) {
    const reason = i18n._({ id: 'import.archive.same', message: 'In your book just so.' })
    return { ...row, about: kind, verdict: 'same', name, reason, selected: false, choosable: false }
  }
  const reason =
    here.changed > record.value.changed
      ? i18n._({ id: 'import.archive.older', message: 'In your book with other words, written later.' })
      : i18n._({ id: 'import.archive.newer', message: 'In your book with other words, written earlier.' })
  return { ...row, about: kind, verdict: 'differs', name, reason, selected: false, choosable: true }
}
