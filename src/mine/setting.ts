import * as z from 'zod/mini'
import { recordFields } from './record.ts'

/** Preferences of the book, one record per key, so that two devices seldom meet in one. */
export const Setting = z.object({
  kind: z.literal('setting'),
  ...recordFields,
  what: z.discriminatedUnion('key', [
    z.object({
      key: z.literal('me'),
      name: z.string(),
      department: z.optional(z.string()),
      /** My own addresses, in lower case, so that a calendar's guests can be told from me. */
      emails: z.optional(z.array(z.string())),
    }),
    z.object({ key: z.literal('plan'), warmthMoves: z.union([z.literal(1), z.literal(2)]) }),
    z.object({ key: z.literal('keyboard'), singleKeys: z.boolean() }),
    z.object({ key: z.literal('begun'), on: z.string() }),
    /** Departments my work touches, also those where I know nobody yet. */
    z.object({ key: z.literal('departments'), touched: z.array(z.string().check(z.maxLength(500))) }),
  ]),
})
export type Setting = z.infer<typeof Setting>
export type SettingKey = Setting['what']['key']
export type SettingOf<K extends SettingKey> = Extract<Setting['what'], { key: K }>
