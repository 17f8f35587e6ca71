import * as z from 'zod/mini'
import type { PersonId } from '../../kernel/ids.ts'
import { DaySchema, IdSchema, recordFields } from '../record.ts'

/** How often I wish to be in touch, in days; `none` means Kith never suggests this person by itself. */
export const Rhythm = z.union([z.literal(7), z.literal(14), z.literal(30), z.literal(90), z.literal('none')])
export type Rhythm = z.infer<typeof Rhythm>

const short = z.string().check(z.maxLength(500))

/** Someone as I know them. */
export const Person = z.object({
  kind: z.literal('person'),
  ...recordFields,
  /** The name as it is written, in its own order and script; never split by force. */
  name: z.string().check(z.minLength(1), z.maxLength(500)),
  /** Other names they go by, used by quick log and search. */
  aliases: z.optional(z.array(short)),
  /** Who they are, in one line of my own: "Third floor. Knows every exception in the travel policy." */
  line: z.optional(z.string().check(z.maxLength(2000))),
  company: z.optional(short),
  department: z.optional(short),
  role: z.optional(short),
  place: z.optional(short),
  /** The name of the one they report to. */
  manager: z.optional(short),
  emails: z.optional(z.array(short)),
  phones: z.optional(z.array(short)),
  links: z.optional(z.array(short)),
  /** The circle they belong to for me, e.g. "close", "team". */
  circle: z.optional(short),
  tags: z.optional(z.array(short)),
  /** Absent: I chose none, and Kith goes by how often we are in touch anyway. */
  rhythm: z.optional(Rhythm),
  /** 1 when absent. */
  importance: z.optional(z.union([z.literal(1), z.literal(2), z.literal(3)])),
  /** Let it rest: since this day Kith suggests nothing about them. */
  resting: z.optional(z.object({ since: DaySchema })),
  /** UID of the vCard they came from, so that the same file again changes nothing. */
  sourceId: z.optional(short),
  /** UIDs of further cards that turned out to be theirs. */
  otherSourceIds: z.optional(z.array(short)),
})
export type Person = Omit<z.infer<typeof Person>, 'id'> & { id: PersonId }

/** Something worth remembering about one or more people. */
export const Fact = z.object({
  kind: z.literal('fact'),
  ...recordFields,
  about: z.array(IdSchema).check(z.minLength(1)),
  text: z.string().check(z.minLength(1), z.maxLength(4000)),
  writtenOn: DaySchema,
  /** The last day it is shown; afterwards it goes to the trash by itself. */
  expires: z.optional(DaySchema),
  /** About a child: never leaves the device except in my own full archive. */
  child: z.optional(z.literal(true)),
  /** It touches health, belief or the like and was kept as written: it comes up for renewal after a year already. */
  tact: z.optional(z.literal(true)),
  /** The last day on which I said that it still holds. */
  renewedOn: z.optional(DaySchema),
  /** The day on which it was shown as growing old. What was never shown never goes. */
  shownForRenewal: z.optional(z.object({ on: DaySchema })),
  /** The moment it was told in. */
  moment: z.optional(IdSchema),
})
export type Fact = z.infer<typeof Fact>

/** A yearly date of a person: birthday, first day at work, or any day with a name. */
export const YearDate = z.object({
  kind: z.literal('date'),
  ...recordFields,
  person: IdSchema,
  what: z.union([z.literal('birthday'), z.literal('anniversary'), z.literal('other')]),
  label: z.optional(short),
  month: z.int().check(z.minimum(1), z.maximum(12)),
  day: z.int().check(z.minimum(1), z.maximum(31)),
  year: z.optional(z.int().check(z.minimum(1800), z.maximum(2200))),
})
export type YearDate = z.infer<typeof YearDate>

/** A time away, in which the clock of warmth stands still: mine, one person's, or the company's closure. */
export const Away = z.object({
  kind: z.literal('away'),
  ...recordFields,
  who: z.union([z.literal('me'), z.literal('company'), z.object({ person: IdSchema })]),
  from: DaySchema,
  /** Last day away, inclusive; absent while open-ended. */
  to: z.optional(DaySchema),
})
export type Away = z.infer<typeof Away>

/** A choice among my people, kept under a name of mine. */
export const Filter = z.object({
  kind: z.literal('filter'),
  ...recordFields,
  name: z.string().check(z.minLength(1), z.maxLength(80)),
  wanted: z.object({
    words: z.optional(z.string().check(z.maxLength(200))),
    bands: z.optional(z.array(z.enum(['warm', 'steady', 'cooling', 'quiet', 'dormant', 'none']))),
    department: z.optional(short),
    circle: z.optional(short),
    tag: z.optional(short),
    resting: z.optional(z.literal(true)),
    order: z.optional(z.enum(['name', 'warmth', 'longest-ago'])),
  }),
})
export type Filter = z.infer<typeof Filter>
