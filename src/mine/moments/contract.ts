import * as z from 'zod/mini'
import { DaySchema, IdSchema, recordFields } from '../record.ts'

/** How we were in touch. `one-way` is a message without an answer; `reaction` a like or a thumb. */
export const Medium = z.enum(['meal', 'face', 'video', 'call', 'message', 'one-way', 'reaction'])
export type Medium = z.infer<typeof Medium>

/** What kind of moment it was, for its icon and its sentence; free of any effect on warmth. */
export const Shape = z.enum(['lunch', 'coffee', 'walk', 'talk', 'meeting', 'call', 'message', 'help', 'party', 'other'])
export type Shape = z.infer<typeof Shape>

/** Something that took place between me and people. Appended, seldom edited. */
export const Moment = z.object({
  kind: z.literal('moment'),
  ...recordFields,
  day: DaySchema,
  people: z.array(IdSchema).check(z.minLength(1), z.maxLength(500)),
  medium: Medium,
  shape: Shape,
  /** Who started it; meetings and shared meals that nobody claimed count as both. */
  startedBy: z.enum(['me', 'they', 'both']),
  depth: z.optional(z.enum(['passing', 'normal', 'real'])),
  /** How many were present, me included, when it was more than the people named here. */
  present: z.optional(z.int().check(z.minimum(2), z.maximum(100_000))),
  /** Help that I gave or received in it. */
  help: z.optional(z.enum(['given', 'received'])),
  /** My own words about it. */
  text: z.string().check(z.maxLength(20_000)),
  /** A sentence as typed into quick log, where that says more than `text`. */
  typed: z.optional(z.string().check(z.maxLength(20_000))),
  /** The key of the move it answered, if any. */
  move: z.optional(z.string()),
})
export type Moment = z.infer<typeof Moment>

/** Something I said I would do for someone. */
export const Promised = z.object({
  kind: z.literal('promise'),
  ...recordFields,
  to: z.array(IdSchema).check(z.minLength(1)),
  text: z.string().check(z.minLength(1), z.maxLength(4000)),
  madeOn: DaySchema,
  due: z.optional(DaySchema),
  /** Exactly one of these once it is settled. */
  kept: z.optional(z.object({ on: DaySchema })),
  dropped: z.optional(z.object({ on: DaySchema })),
  moment: z.optional(IdSchema),
})
export type Promised = z.infer<typeof Promised>
