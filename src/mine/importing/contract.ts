import * as z from 'zod/mini'
import type { FormatName, Item } from '../../formats/item.ts'
import type { TableForm } from '../../formats/table-fields.ts'

import type { PersonId, RecordId } from '../../kernel/ids.ts'
import type { Change } from '../book.ts'
import { recordFields } from '../record.ts'

/** One import. Every record it made carries its id, so that one click takes it all back, any day. */
export const Batch = z.object({
  kind: z.literal('batch'),
  ...recordFields,
  at: z.string(),
  file: z.string(),
  format: z.string(),
  added: z.int(),
  changedPeople: z.int(),
  /** For each record that the import changed, the fields it changed: a {@link Before}. */
  before: z.array(z.unknown()),
  /** What was taken over, each as `print:person` (see print.ts), so that the same item is known again. */
  taken: z.optional(z.array(z.string())),
  takenBack: z.optional(z.object({ at: z.string() })),
})
export type Batch = z.infer<typeof Batch>

/** What an import changed in a record that was there: each field before and after, absent when it had no value. */
export interface Before {
  readonly kind: string
  readonly id: string
  readonly fields: Readonly<Record<string, { readonly was?: unknown; readonly became?: unknown }>>
}

/** A file that has been read, whatever its format. */
export interface FileRead {
  /** The name of the file, without its folder. */
  readonly file: string
  readonly format: FormatName
  readonly items: readonly Item[]
  /** How the columns of a plain table were understood; only for one. */
  readonly table?: TableForm | undefined
  /** Time it took to read, in seconds. */
  readonly seconds: number
}

/** What would happen to an item of the file. */
export type Verdict = 'new' | 'same' | 'differs' | 'skipped'

/** One line of the dry run. */
export interface PreviewRow {
  /** Place in the file, from 1. */
  readonly index: number
  /** First line in the file, from 1. */
  readonly line: number
  readonly verdict: Verdict
  /** Name of the person, or what there is to call the item. */
  readonly name: string
  /** Who they are, in one short line: department, role and company; possibly empty. */
  readonly about: string
  /** What is known and what would happen, as one sentence: "Already in your book", "Their role is added". */
  readonly reason: string
  /** What the file knows, in words: "An email address, a birthday. Connected in March 2024". Possibly empty. */
  readonly detail: string
  /** The person of the book whom the item means, or may mean when `ask` is there. */
  readonly candidate?: { readonly id: PersonId; readonly name: string } | undefined
  /** An earlier item of the same file that means the same person. */
  readonly twinOf?: number | undefined
  /** The file alone cannot say whether this is the candidate: the owner answers "Same person" or "Two people". */
  readonly ask?: 'same-or-two' | undefined
  /** Whether the row is chosen before the owner has chosen anything; only in small files. */
  readonly selected: boolean
  /** Whether choosing the row does anything: false for `same` and `skipped`. */
  readonly choosable: boolean
  readonly item: Item
}

/** A row that the owner chose. `as` answers `ask`; without it a row that asks joins as a second person. */
export interface Choice {
  readonly index: number
  readonly as?: 'same' | 'two' | undefined
}

/** What an accepted import did. */
export interface Accepted {
  readonly change: Change
  /** Absent when there was nothing to do: then nothing is written, not even the batch. */
  readonly batch?: RecordId | undefined
  /** People who joined (of an archive: records). */
  readonly added: number
  /** People already there who gained something (of an archive: records). */
  readonly changed: number
  /** One sentence that says it. */
  readonly sentence: string
}

/** What taking an import back did. */
export interface TakenBack {
  readonly change: Change
  /** People who left again; they lie in the trash for thirty days. */
  readonly removed: number
  /** People who stay, because you have written about them since. */
  readonly kept: number
  /** People who are as they were before. */
  readonly restored: number
  readonly sentence: string
}
