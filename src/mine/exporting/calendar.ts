import { i18n } from '@lingui/core'
import { icsText, type TaskOut, type YearlyOut } from '../../formats/ics-writing.ts'
import type { Book } from '../book.ts'
import type { Promised } from '../moments/contract.ts'
import type { YearDate } from '../people/contract.ts'

function title(date: YearDate, name: string): string {
  const values = { name, label: date.label ?? '' }
  if (date.label !== undefined && date.label !== '') return i18n._({ id: 'export.ics.labelled', message: '{name}: {label}', values })
  if (date.what === 'birthday') return i18n._({ id: 'export.ics.birthday', message: 'Birthday of {name}', values })
  if (date.what === 'anniversary') return i18n._({ id: 'export.ics.anniversary', message: '{name} began here', values })
  return i18n._({ id: 'export.ics.day', message: 'A day for {name}', values })
}

function task(book: Book, promise: Promised): TaskOut {
  const names = promise.to.flatMap((id) => book.get('person', id)?.name ?? [])
  const values = { names: new Intl.ListFormat(i18n.locale || 'en', { type: 'conjunction' }).format(names), text: promise.text }
  return { uid: `${promise.id}@kith`, title: i18n._({ id: 'export.ics.promise', message: '{text} ({names})', values }), due: promise.due }
}

/** The yearly days of people and the open promises as one calendar; the same entry has the same UID every time. */
export function calendarOf(book: Book): string {
  const days = book.all('date').flatMap((date): YearlyOut[] => {
    const person = book.get('person', date.person)
    if (person === undefined) return []
    const { month, day, year } = date
    return [{ uid: `${date.id}@kith`, title: title(date, person.name), date: { month, day, year } }]
  })
  const open = book.all('promise').filter((promise) => promise.kept === undefined && promise.dropped === undefined)
  const byUid = <T extends { uid: string }>(list: readonly T[]): T[] => [...list].sort((a, b) => (a.uid < b.uid ? -1 : 1))
  return icsText(byUid(days), byUid(open.map((promise) => task(book, promise))), book.clock.now())
}
