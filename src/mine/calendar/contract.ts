import * as z from 'zod/mini'
import { Medium, Shape } from '../moments/contract.ts'
import { DaySchema, IdSchema, recordFields } from '../record.ts'

const short = z.string().check(z.maxLength(500))

/** Somebody else whom a calendar names for a meeting. */
export const Guest = z.object({ name: short, email: z.optional(short) })
export type Guest = z.infer<typeof Guest>

/** So many guests of one proposal are kept; of a large meeting only those of the book. */
export const MOST_GUESTS = 60

/** Moments that a calendar knows of: one meeting, or the days of a series that the same people share. Nothing is written before it is taken. */
export const Proposal = z.object({
  kind: z.literal('proposal'),
  ...recordFields,
  /** The UID of the entry, which makes it known again in another file. */
  uid: short,
  title: short,
  place: z.optional(short),
  medium: Medium,
  shape: Shape,
  startedBy: z.enum(['me', 'they', 'both']),
  recurs: z.optional(z.literal(true)),
  guests: z.array(Guest).check(z.maxLength(MOST_GUESTS)),
  /** How many were invited and did not decline, me included. */
  present: z.int().check(z.minimum(2), z.maximum(100_000)),
  /** Each day, with what tells it from the others of its series: empty for a meeting of its own. */
  days: z.array(z.object({ of: short, day: DaySchema })).check(z.minLength(1)),
  /** Days that became moments. */
  taken: z.optional(z.array(z.object({ of: short, on: DaySchema, moment: IdSchema }))),
  /** Days that are not to be proposed again. */
  dismissed: z.optional(z.array(z.object({ of: short, on: DaySchema }))),
})
export type Proposal = z.infer<typeof Proposal>
