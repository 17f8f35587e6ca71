import * as z from 'zod/mini'
import { DaySchema, IdSchema, recordFields } from '../record.ts'

/**
 * What I answered about two of my people who may be one: a dated record, never a flag. `two`: they are
 * two people, and are not proposed again. `same`: what was known of `from` lives on with `into`. The
 * record names ids only and outlives the trash, so that whatever still says `from` is read as `into`.
 */
export const Twin = z.object({
  kind: z.literal('twin'),
  ...recordFields,
  on: DaySchema,
  what: z.discriminatedUnion('answer', [
    z.object({ answer: z.literal('two'), people: z.array(IdSchema).check(z.minLength(2), z.maxLength(2)) }),
    z.object({ answer: z.literal('same'), from: IdSchema, into: IdSchema }),
  ]),
})
export type Twin = z.infer<typeof Twin>
