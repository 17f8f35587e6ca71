import { i18n } from '@lingui/core'
import { AppError } from '../../kernel/errors.ts'
import { Temporal } from '../../kernel/time.ts'
import type { Book } from '../book.ts'
import type { AnyRecord } from '../record.ts'
import { restored } from './before.ts'
import type { Batch, Before, TakenBack } from './contract.ts'

/**
 * Takes an import back, on any day. People who came with it leave, with their dates and facts, and lie
 * in the trash for thirty days. Somebody about whom the owner has written since (a moment, a promise,
 * a fact, a date, or an edit of their page) stays whole. People who were there before lose only what
 * the import gave them and nobody has changed since.
 *
 * @throws AppError `import-not-found` when there is no such import, or it is taken back already
 */
export function takeBack(book: Book, batchId: string): TakenBack {
  const batch = book.get('batch', batchId)
  if (batch === undefined || batch.takenBack !== undefined) {
    throw new AppError('import-not-found', {
      what: i18n._({ id: 'import.back.missing.what', message: 'This import cannot be taken back.' }),
      why: i18n._({ id: 'import.back.missing.why', message: 'It is not in your book, or it was taken back already.' }),
      next: i18n._({ id: 'import.back.missing.next', message: 'Look at your imports in Your data.' }),
      status: 404,
    })
  }
  const came = book.everything().filter((record) => record.batch === batchId && record.trashed === undefined && record.kind !== 'batch')
  const stays = staying(book, batch, came)
  const leaves = came.filter((record) => !stays.has(record.id))
  let restoredCount = 0
  const change = book.change('', (hands) => {
    for (const record of leaves) hands.trash(record.id)
    for (const { id, kind, fields } of batch.before as readonly Before[]) {
      const now = hands.record(id)
      if (now === undefined || now.trashed !== undefined) continue
      const back = restored(now as unknown as Readonly<Record<string, unknown>>, fields)
      if (Object.keys(back).length === 0) continue
      hands.put(without({ ...now, ...back, changed: book.clock.now().toString() }) as unknown as AnyRecord)
      if (kind === 'person') restoredCount += 1
    }
    hands.patch('batch', batchId, { takenBack: { at: book.clock.now().toString() } })
  })
  const removed = leaves.filter((record) => record.kind === 'person').length
  const kept = came.filter((record) => record.kind === 'person' && stays.has(record.id)).length
  const sentence = batch.format === 'icalendar' ? toldOfCalendar() : told(removed, kept)
  return { change: { ...change, label: sentence }, removed, kept, restored: restoredCount, sentence }
}

const toldOfCalendar = (): string =>
  i18n._({
    id: 'import.back.calendar',
    message: 'What this calendar proposed is gone. The moments you made of it stay.',
  })

function told(removed: number, kept: number): string {
  const values = { removed, kept }
  if (kept === 0)
    return i18n._({
      id: 'import.back.done',
      message: 'The import is taken back: {removed, plural, one {one person left} other {# people left}} your book.',
      values,
    })
  return i18n._({
    id: 'import.back.kept',
    message:
      'The import is taken back: {removed, plural, one {one person left} other {# people left}} your book. {kept, plural, one {One stays, because you have written about them since.} other {# stay, because you have written about them since.}}',
    values,
  })
}

const without = (record: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined))

/** Records that stay: whoever was edited or written about since, and what belongs to them. */
function staying(book: Book, batch: Batch, came: readonly AnyRecord[]): ReadonlySet<string> {
  const later = (record: AnyRecord): boolean => isLater(record.changed, batch.at)
  const ours = new Set(came.map((record) => record.id))
  const named = new Set<string>()
  const others = [...book.all('moment'), ...book.all('promise'), ...book.all('fact'), ...book.all('date'), ...book.all('away')].filter(
    (record) => !ours.has(record.id) || later(record),
  )
  for (const record of others) for (const person of peopleOf(record)) named.add(person)
  const people = new Set(
    came.filter((record) => record.kind === 'person' && (later(record) || named.has(record.id))).map((record) => record.id),
  )
  return new Set(
    came
      .filter((record) => people.has(record.id) || later(record) || [...peopleOf(record)].some((person) => people.has(person)))
      .map((record) => record.id),
  )
}

/** Whether an instant text is after another; texts of different precision do not compare as texts. */
function isLater(one: string, other: string): boolean {
  if (one === other) return false
  try {
    return Temporal.Instant.compare(Temporal.Instant.from(one), Temporal.Instant.from(other)) > 0
  } catch {
    return one > other
  }
}

/** The people that a record is about, whatever its kind. */
function peopleOf(record: AnyRecord): readonly string[] {
  const { people, to, about, person, who } = record as unknown as Readonly<Record<string, unknown>>
  const away = typeof who === 'object' && who !== null ? (who as { person?: unknown }).person : undefined
  return [people, to, about, person, away].flat().filter((one): one is string => typeof one === 'string')
}
