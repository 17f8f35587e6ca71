import * as z from 'zod/mini'
import { DaySchema, IdSchema, recordFields } from '../record.ts'

const short = z.string().check(z.maxLength(500))

/** The first moves there are after a meeting. */
export const FirstMove = z.enum(['write', 'coffee', 'send'])
export type FirstMove = z.infer<typeof FirstMove>

/** One card of a stack: what stands on it, and what I decided. */
export const Card = z.object({
  id: IdSchema,
  /** Place in the stack, from 1. */
  place: z.int(),
  name: z.string().check(z.minLength(1), z.maxLength(500)),
  nicknames: z.optional(z.array(short)),
  company: z.optional(short),
  department: z.optional(short),
  role: z.optional(short),
  town: z.optional(short),
  emails: z.optional(z.array(short)),
  phones: z.optional(z.array(short)),
  links: z.optional(z.array(short)),
  birthday: z.optional(z.object({ month: z.int(), day: z.int(), year: z.optional(z.int()) })),
  notes: z.optional(z.array(z.string().check(z.maxLength(20_000)))),
  uid: z.optional(short),
  answer: z.optional(z.enum(['again', 'let-go'])),
  /** Whether the one of that name in my book is meant, where only I can tell. */
  as: z.optional(z.enum(['same', 'two'])),
  /** What we talked about. */
  talked: z.optional(z.string().check(z.maxLength(4000))),
  /** Only to ask how they are is remembered, in the place of delicate words. */
  askHow: z.optional(z.literal(true)),
  /** Absent: none was chosen. `what`: what I said I would send. */
  first: z.optional(z.object({ move: FirstMove, due: DaySchema, what: z.optional(short) })),
})
export type Card = z.infer<typeof Card>

/** Cards of people met on one occasion, for as long as I decide whom I want to see again. When that is done, nothing of it stays. */
export const Stack = z.object({
  kind: z.literal('stack'),
  ...recordFields,
  /** Where we met, possibly empty. */
  title: short,
  day: DaySchema,
  cards: z.array(Card).check(z.maxLength(400)),
})
export type Stack = z.infer<typeof Stack>
