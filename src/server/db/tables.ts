import type { ColumnType, Generated } from 'kysely'
import type { OwnerId } from '../../kernel/ids.ts'
import type { Temporal } from '../../kernel/time.ts'

/** A `timestamptz` column: read as an Instant, written as ISO text; the database's `now()` by default. */
export type Moment = ColumnType<Temporal.Instant, string | undefined, string>
/** A `timestamptz` column without a default. */
export type Due = ColumnType<Temporal.Instant, string, string>

/** Somebody who owns a private book. */
export interface OwnerTable {
  id: ColumnType<OwnerId, string, never>
  made: Moment
}

/** A signed-in browser. Only the hash of its token is kept. */
export interface SessionTable {
  id: Generated<string>
  owner: ColumnType<OwnerId, string, never>
  token_hash: string
  made: Moment
  ends: Due
}

/** A link that signs in once. Only the hash of its token is kept. */
export interface OpenTokenTable {
  token_hash: string
  owner: ColumnType<OwnerId, string, never>
  ends: Due
}

/** The one row that says whose house this is. Only the owner role reads it. */
export interface HouseTable {
  single: Generated<boolean>
  solo_owner: ColumnType<OwnerId | null, string | null, string>
}

/**
 * Tables of the house. A feature adds its own with `db.withTables<ItsTables>()`, so that no file
 * knows every table.
 */
export interface Tables {
  owner: OwnerTable
  session: SessionTable
  open_token: OpenTokenTable
  house: HouseTable
}
