import * as z from 'zod/mini'
import { DaySchema, IdSchema, recordFields } from '../record.ts'

/**
 * What a move asks for. *Giving or caring*: say-hello, thank, help, ask-how, welcome, keep-promise,
 * congratulate, share. *Asking or keeping*: ask, catch-up, reconnect, scout.
 */
export const MoveKind = z.enum([
  'say-hello',
  'thank',
  'help',
  'ask-how',
  'welcome',
  'keep-promise',
  'congratulate',
  'share',
  'ask',
  'catch-up',
  'reconnect',
  'scout',
])
export type MoveKind = z.infer<typeof MoveKind>

/** One move as it was shown. `key` names the same suggestion on every device: `warmth:<person>`, `hello:<person>`, `promise:<id>`, `date:<id>:<year>`, `fact:<id>`, `thanks:<moment>`. */
export const ShownMove = z.object({ key: z.string(), kind: MoveKind, person: IdSchema })
export type ShownMove = z.infer<typeof ShownMove>

/** The moves shown on a day. Kept so that the mixture of a week can be checked and a day does not reshuffle. */
export const Plan = z.object({ kind: z.literal('plan'), ...recordFields, day: DaySchema, moves: z.array(ShownMove) })
export type Plan = z.infer<typeof Plan>

/** My answer to a move, or a pause of the whole plan: a dated record, never a flag. */
export const Mark = z.object({
  kind: z.literal('mark'),
  ...recordFields,
  on: DaySchema,
  what: z.discriminatedUnion('answer', [
    z.object({ answer: z.literal('done'), move: z.string(), person: IdSchema }),
    z.object({ answer: z.literal('not-now'), move: z.string(), person: IdSchema, until: DaySchema }),
    z.object({ answer: z.literal('wrong'), move: z.string(), person: IdSchema, because: z.string() }),
    z.object({ answer: z.literal('pause'), until: DaySchema }),
    z.object({ answer: z.literal('capacity-said') }),
  ]),
})
export type Mark = z.infer<typeof Mark>
