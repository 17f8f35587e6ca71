import { sql } from 'kysely'
import type { Migration } from '../migrate.ts'

/**
 * Owners, their sessions and the links that sign in once.
 *
 * Policies compare with `kith_uid()` (whose request this is) or `kith_bearer()` (the hash of a
 * token somebody holds). Both are empty unless the transaction set them, and then no row matches.
 */
export const migration: Migration = {
  number: 1,
  name: 'house',
  up: async (trx) => {
    await sql`create function kith_uid() returns uuid language sql stable parallel safe
      as $$ select nullif(current_setting('app.uid', true), '')::uuid $$`.execute(trx)
    await sql`create function kith_bearer() returns text language sql stable parallel safe
      as $$ select nullif(current_setting('app.bearer', true), '') $$`.execute(trx)

    await sql`create table owner (id uuid primary key, made timestamptz not null default now())`.execute(trx)
    await sql`create table house (single boolean primary key default true check (single), solo_owner uuid references owner (id))`.execute(
      trx,
    )
    await sql`insert into house (solo_owner) values (null)`.execute(trx)
    await sql`create table session (
      id uuid primary key default gen_random_uuid(),
      owner uuid not null references owner (id) on delete cascade,
      token_hash text not null unique,
      made timestamptz not null default now(),
      ends timestamptz not null)`.execute(trx)
    await sql`create index session_owner on session (owner)`.execute(trx)
    await sql`create table open_token (
      token_hash text primary key,
      owner uuid not null references owner (id) on delete cascade,
      ends timestamptz not null)`.execute(trx)

    for (const table of ['owner', 'session', 'open_token']) {
      await sql`alter table ${sql.table(table)} enable row level security`.execute(trx)
      await sql`alter table ${sql.table(table)} force row level security`.execute(trx)
    }
    await sql`create policy own on owner using (id = (select kith_uid()))`.execute(trx)
    await sql`create policy own on session using (owner = (select kith_uid()))`.execute(trx)
    await sql`create policy held on session for select using (token_hash = (select kith_bearer()))`.execute(trx)
    await sql`create policy spent on session for delete using (token_hash = (select kith_bearer()))`.execute(trx)
    await sql`create policy own on open_token using (owner = (select kith_uid()))`.execute(trx)
    await sql`create policy held on open_token for select using (token_hash = (select kith_bearer()))`.execute(trx)
    await sql`create policy spent on open_token for delete using (token_hash = (select kith_bearer()))`.execute(trx)

    await sql`grant select on owner to kith_runtime`.execute(trx)
    await sql`grant select, insert, delete on session, open_token to kith_runtime`.execute(trx)
  },
}
