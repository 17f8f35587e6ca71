import * as z from 'zod/mini'
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
  /** Records that the import changed, as they were before, so that taking it back restores them. */
  before: z.array(z.unknown()),
  takenBack: z.optional(z.object({ at: z.string() })),
})
export type Batch = z.infer<typeof Batch>
