import * as z from 'zod/mini'
import { no, ok, type Result } from '../../kernel/errors.ts'
import type { Book } from '../book.ts'
import { type AnyRecord, recordFields } from '../record.ts'
import { flaw } from '../records.ts'

/** The version of the archive's own form. */
export const ARCHIVE = 1

/** What a record of any kind has; whatever else it carries stays. */
const Shape = z.looseObject({ kind: z.string().check(z.minLength(1), z.maxLength(100)), ...recordFields })

/** A value with the members of its objects in the order of their names, so that equal values are equal texts. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, member]) => member !== undefined)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, member]) => [name, ordered(member)]))
}

/** A record as its line in the archive. */
const lineOf = (record: AnyRecord): string => {
  const { kind, id, ...rest } = record
  return JSON.stringify({ kind, id, ...(ordered(rest) as object) })
}

/**
 * The whole book as one JSON document: every kind, the trash, and kinds that only a later program
 * knows. One record a line, ordered by kind and id, so that two archives compare well and the same
 * book at the same moment gives the same text. Nothing in it is sealed.
 */
export function archiveOf(book: Book): string {
  const records = [...book.everything()].sort((a, b) => (a.kind === b.kind ? (a.id < b.id ? -1 : 1) : a.kind < b.kind ? -1 : 1))
  const head = `{"kith": ${ARCHIVE}, "exported": ${JSON.stringify(book.clock.now().toString())}, "records": [`
  return `${head}\n${records.map(lineOf).join(',\n')}${records.length === 0 ? '' : '\n'}]}\n`
}

/** A record from an archive, checked; the reason says in plain words what is wrong. */
export function archived(record: Readonly<Record<string, unknown>>): Result<AnyRecord> {
  const shaped = z.safeParse(Shape, record)
  if (!shaped.success) return no(`${shaped.error.issues[0]?.path.join('.') ?? 'record'} is missing or of another kind`)
  const known = record as unknown as AnyRecord
  if (known.kind === 'gone') return no('it marks something that is gone')
  const wrong = flaw(known)
  return wrong === null ? ok(known) : no(wrong)
}

/** Whether two records say the same, whenever they were written and with whichever import they came. */
export function sameRecord(one: AnyRecord, other: AnyRecord): boolean {
  const text = ({ changed: _changed, batch: _batch, ...rest }: AnyRecord): string => JSON.stringify(ordered(rest))
  return text(one) === text(other)
}
