import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import * as z from 'zod/mini'
import { asOwner, type Db } from './db/db.ts'
import { type App, ownerOf } from './routes.ts'

const count = z.int()

/** `GET /api/house`: what this house runs on, and how much it keeps for whoever asks. Counts and sizes, nothing that is sealed. */
export const HouseFacts = z.object({
  kith: z.string(),
  node: z.string(),
  postgres: z.string(),
  /** Whether the database is the one that comes with Kith. */
  embedded: z.boolean(),
  schema: count,
  /** What time the database has it, as an instant. */
  now: z.string(),
  databaseBytes: count,
  sessions: count,
  sealed: z.object({ records: count, texts: count, bytes: count, epoch: count }),
  doors: z.object({ words: count, code: count, 'key-file': count, device: count }),
  clear: z.object({ months: count, daysWithDue: count }),
})
export type HouseFacts = z.infer<typeof HouseFacts>

/** The version of this program. */
export const programVersion = (): string =>
  (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }).version

interface Counts {
  readonly postgres: string
  readonly now: string
  readonly bytes: number
  readonly schema: number
  readonly sessions: number
  readonly records: number
  readonly texts: number
  readonly sealed_bytes: number
  readonly epoch: number
  readonly months: number
  readonly due: number
}

/** The facts that "kith doctor" asks for. */
export function houseRoutes(app: App, deps: { readonly db: Db; readonly embedded: boolean; readonly schema: number }): void {
  app.route({
    method: 'GET',
    url: '/api/house',
    config: { who: 'owner' },
    schema: { summary: 'What this house runs on, in counts and sizes', response: { 200: HouseFacts } },
    handler: async (request) => {
      const owner = ownerOf(request)
      return await asOwner(deps.db, owner, async (trx) => {
        const { rows } = await sql<Counts>`select
          current_setting('server_version') as postgres,
          to_char(now() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as now,
          pg_database_size(current_database()) as bytes,
          (select count(*) from session where owner = ${owner} and ends > now()) as sessions,
          (select count(*) from vault_record where owner = ${owner}) as records,
          (select count(*) from vault_record where owner = ${owner} and size > 0) as texts,
          (select coalesce(sum(size), 0)::bigint from vault_record where owner = ${owner}) as sealed_bytes,
          (select coalesce(max(epoch), 0) from vault_book where owner = ${owner}) as epoch,
          (select count(distinct month) from vault_record where owner = ${owner}) as months,
          (select count(*) from due_count where owner = ${owner}) as due`.execute(trx)
        const doors = await sql<{ kind: keyof HouseFacts['doors']; n: number }>`
          select kind, count(*) as n from vault_slot where owner = ${owner} group by kind`.execute(trx)
        const one = rows[0] as Counts
        const of = (kind: keyof HouseFacts['doors']): number => doors.rows.find((row) => row.kind === kind)?.n ?? 0
        return {
          kith: programVersion(),
          node: process.versions.node,
          postgres: one.postgres.split(' ')[0] ?? one.postgres,
          embedded: deps.embedded,
          schema: deps.schema,
          now: one.now,
          databaseBytes: one.bytes,
          sessions: one.sessions,
          sealed: { records: one.records, texts: one.texts, bytes: one.sealed_bytes, epoch: one.epoch },
          doors: { words: of('words'), code: of('code'), 'key-file': of('key-file'), device: of('device') },
          clear: { months: one.months, daysWithDue: one.due },
        }
      })
    },
  })
}
