import * as z from 'zod/mini'
import { Proposal } from './calendar/contract.ts'
import { Batch } from './importing/contract.ts'
import { Moment, Promised } from './moments/contract.ts'
import { Away, Fact, Filter, Person, YearDate } from './people/contract.ts'
import type { AnyRecord } from './record.ts'
import { Setting } from './setting.ts'
import { Stack } from './stack/contract.ts'
import { Mark, Plan } from './today/contract.ts'
import { Twin } from './twins/contract.ts'

/** Every kind of record this program knows: its schema, its present version, and the way up from older ones. */
export const kinds = {
  person: { schema: Person, version: 1, upcast: (old: AnyRecord): AnyRecord => old },
  moment: { schema: Moment, version: 1, upcast: (old: AnyRecord): AnyRecord => old },
  promise: { schema: Promised, version: 1, upcast: (old: AnyRecord): AnyRecord => old },
  fact: { schema: Fact, version: 1, upcast: (old: AnyRecord): AnyRecord => old },
  date: { schema: YearDate, version: 1, upcast: (old: AnyRecord): AnyRecord => old },
  away: { schema: Away, version: 1, upcast: (old: AnyRecord): AnyRecord => old },
  mark: { schema: Mark, version: 1, upcast: (old: AnyRecord): AnyRecord => old },
  plan: { schema: Plan, version: 1, upcast: (old: AnyRecord): AnyRecord => old },
  batch: { schema: Batch, version: 1, upcast: (old: AnyRecord): AnyRecord => old },
  twin: { schema: Twin, version: 1, upcast: (old: AnyRecord): AnyRecord => old },
  filter: { schema: Filter, version: 1, upcast: (old: AnyRecord): AnyRecord => old },
  stack: { schema: Stack, version: 1, upcast: (old: AnyRecord): AnyRecord => old },
  setting: { schema: Setting, version: 1, upcast: (old: AnyRecord): AnyRecord => old },
  proposal: { schema: Proposal, version: 1, upcast: (old: AnyRecord): AnyRecord => old },
} as const

export type Kind = keyof typeof kinds

/** The record type of each kind. */
export interface RecordOf {
  person: Person
  moment: Moment
  promise: Promised
  fact: Fact
  date: YearDate
  away: Away
  mark: Mark
  plan: Plan
  batch: Batch
  twin: Twin
  filter: Filter
  stack: Stack
  setting: Setting
  proposal: Proposal
}

/** A record of a kind this program knows. */
export type BookRecord = RecordOf[Kind]

/** Whether this program knows the kind of a record. */
export const isKnownKind = (kind: string): kind is Kind => Object.hasOwn(kinds, kind)

/** A record brought to the present version of its kind. A newer version is left alone: it belongs to a newer program. */
export function upcast(record: AnyRecord): AnyRecord {
  if (!isKnownKind(record.kind)) return record
  const kind = kinds[record.kind]
  return record.v < kind.version ? kind.upcast(record) : record
}

/** Checks a record that comes from outside (a file): null when it is well formed, else the first thing that is wrong. */
export function flaw(record: AnyRecord): string | null {
  if (!isKnownKind(record.kind)) return null
  const kind = kinds[record.kind]
  if (record.v > kind.version) return null
  const checked = z.safeParse(kind.schema, record)
  if (checked.success) return null
  const issue = checked.error.issues[0]
  return issue === undefined ? 'not well formed' : `${issue.path.join('.') || record.kind}: ${issue.message}`
}
