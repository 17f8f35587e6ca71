import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { OwnerId } from '../../kernel/ids.ts'
import { asOwner, type Db, withSetting } from '../db/db.ts'

/** How long a browser stays signed in. */
export const SESSION_DAYS = 90
/** How long a link that signs in once may wait to be opened. */
const LINK_HOURS = 12

/** A token of 256 random bits, as base64url. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What the database keeps of a token. It has full entropy, so a plain hash suffices. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url')

/** Makes a link token for the owner; links that ran out are forgotten on the way. */
export async function mintOpenToken(db: Db, owner: OwnerId): Promise<string> {
  const token = newToken()
  await asOwner(db, owner, async (trx) => {
    await trx.deleteFrom('open_token').where('ends', '<', sql<never>`now()`).execute()
    await sql`insert into open_token (token_hash, owner, ends) values (${hashOf(token)}, ${owner}, now() + make_interval(hours => ${LINK_HOURS}))`.execute(
      trx,
    )
  })
  return token
}

/** Spends a link token: whose it was, or null when it was spent before, ran out or never was. */
export async function spendOpenToken(db: Db, token: string): Promise<OwnerId | null> {
  return await withSetting(db, 'app.bearer', hashOf(token), async (trx) => {
    const spent = await trx
      .deleteFrom('open_token')
      .where('token_hash', '=', hashOf(token))
      .returning(['owner', sql<boolean>`ends > now()`.as('valid')])
      .executeTakeFirst()
    return spent?.valid === true ? spent.owner : null
  })
}

/** Starts a session and answers its token, which is shown to nobody but the browser. */
export async function startSession(db: Db, owner: OwnerId): Promise<string> {
  const token = newToken()
  await asOwner(db, owner, async (trx) => {
    await trx.deleteFrom('session').where('ends', '<', sql<never>`now()`).execute()
    await sql`insert into session (owner, token_hash, ends) values (${owner}, ${hashOf(token)}, now() + make_interval(days => ${SESSION_DAYS}))`.execute(
      trx,
    )
  })
  return token
}

/** Whose session a token is, or null. */
export async function sessionOwner(db: Db, token: string): Promise<OwnerId | null> {
  return await withSetting(db, 'app.bearer', hashOf(token), async (trx) => {
    const row = await trx
      .selectFrom('session')
      .select('owner')
      .where('token_hash', '=', hashOf(token))
      .where('ends', '>', sql<never>`now()`)
      .executeTakeFirst()
    return row?.owner ?? null
  })
}

/** Ends a session; ending one that is not there changes nothing. */
export async function endSession(db: Db, token: string): Promise<void> {
  await withSetting(db, 'app.bearer', hashOf(token), async (trx) => {
    await trx.deleteFrom('session').where('token_hash', '=', hashOf(token)).execute()
  })
}
