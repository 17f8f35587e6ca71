import * as z from 'zod/mini'
import { isDay } from '../kernel/time.ts'

/** A calendar day, `2026-11-24`. */
export const DaySchema = z.string().check(z.refine(isDay, 'not a calendar day'))

/** A record id: a lower-case UUID. */
export const IdSchema = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/))

/** A text that also another device changed, kept until the owner picks one. */
export const OtherText = z.object({ field: z.string(), value: z.unknown(), changed: z.string() })

/**
 * What every record of the book carries besides its own fields:
 * `v` the version of its kind, `changed` the instant it was last written, `trashed` since which day
 * it lies in the trash and, where it went there together with a person, with whom, `sample` whether it belongs to the sample company, `batch` the import it
 * came with, `others` what a second device wrote into the same field.
 */
export const recordFields = {
  id: IdSchema,
  v: z.int(),
  changed: z.string(),
  trashed: z.optional(z.object({ on: DaySchema, with: z.optional(IdSchema) })),
  sample: z.optional(z.literal(true)),
  batch: z.optional(IdSchema),
  others: z.optional(z.array(OtherText)),
}

/** Any record as it lies in the vault. Kinds that this program does not know survive unchanged. */
export interface AnyRecord {
  readonly kind: string
  readonly id: string
  readonly v: number
  readonly changed: string
  readonly trashed?: { readonly on: string; readonly with?: string | undefined } | undefined
  readonly sample?: true | undefined
  readonly batch?: string | undefined
  readonly others?: readonly { readonly field: string; readonly value: unknown; readonly changed: string }[] | undefined
}
