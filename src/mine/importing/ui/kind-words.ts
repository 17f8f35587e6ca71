import { i18n } from '@lingui/core'
import type { PreviewRow } from '../contract.ts'

const order = [
  'person',
  'moment',
  'fact',
  'promise',
  'date',
  'away',
  'stack',
  'batch',
  'plan',
  'mark',
  'twin',
  'filter',
  'setting',
  'proposal',
]

/** The kind of record that a row of an archive holds; undefined for rows of people. */
const kindOf = (row: PreviewRow): string | undefined => (row.item.kind === 'record' ? String(row.item.record['kind']) : undefined)

/** What a record of an archive is, in words. */
export function kindText(kind: string): string {
  switch (kind) {
    case 'person':
      return i18n._({ id: 'kind.person', message: 'A person' })
    case 'moment':
      return i18n._({ id: 'kind.moment', message: 'A moment' })
    case 'fact':
      return i18n._({ id: 'kind.fact', message: 'Something to remember' })
    case 'promise':
      return i18n._({ id: 'kind.promise', message: 'A promise' })
    case 'date':
      return i18n._({ id: 'kind.date', message: 'A day of the year' })
    case 'away':
      return i18n._({ id: 'kind.away', message: 'A time away' })
    case 'stack':
      return i18n._({ id: 'kind.stack', message: 'A stack of cards' })
    case 'batch':
      return i18n._({ id: 'kind.batch', message: 'An import' })
    case 'plan':
      return i18n._({ id: 'kind.plan', message: 'The plan of a day' })
    case 'mark':
      return i18n._({ id: 'kind.mark', message: 'An answer of yours' })
    case 'twin':
      return i18n._({ id: 'kind.twin', message: 'Whether two are the same person' })
    case 'filter':
      return i18n._({ id: 'kind.filter', message: 'A filter' })
    case 'setting':
      return i18n._({ id: 'kind.setting', message: 'A preference' })
    case 'proposal':
      return i18n._({ id: 'kind.proposal', message: 'A moment your calendar knows of' })
    default:
      return i18n._({ id: 'kind.other', message: 'Something that a newer Kith knows' })
  }
}

/** The rows of an archive with words in place of kinds, people first. Rows of people stay as they are. */
export function worded(rows: readonly PreviewRow[]): readonly PreviewRow[] {
  if (rows.every((row) => kindOf(row) === undefined)) return rows
  const rank = (row: PreviewRow): number => {
    const at = order.indexOf(kindOf(row) ?? '')
    return at < 0 ? order.length : at
  }
  return rows
    .map((row) => {
      const kind = kindOf(row)
      if (kind === undefined) return row
      const text = kindText(kind)
      return row.name === kind ? { ...row, name: text, about: '' } : { ...row, about: text }
    })
    .sort((a, b) => rank(a) - rank(b) || a.index - b.index)
}
