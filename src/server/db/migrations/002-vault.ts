import { sql } from 'kysely'
import type { Migration } from '../migrate.ts'

/**
 * Sealed records, the doors that open them, and the counts of things due per day. What is readable
 * here is opaque ids, revisions, padded sizes and the month a record was made in; nothing else.
 */
export const migration: Migration = {
  number: 2,
  name: 'vault',
  up: async (trx) => {
    // One row per owner is locked by every write, so that a cursor never passes a write that commits later.
    await sql`create table vault_book (
      owner uuid primary key references owner (id) on delete cascade,
      epoch int not null default 0,
      seq bigint not null default 0,
      records bigint not null default 0,
      rev_sum bigint not null default 0)`.execute(trx)
    await sql`create table vault_record (
      owner uuid not null references owner (id) on delete cascade,
      id uuid not null,
      epoch int not null,
      rev int not null,
      seq bigint not null,
      envelope text,
      size int not null,
      month text not null check (month ~ '^[0-9]{4}-[0-9]{2}$'),
      primary key (owner, id))`.execute(trx)
    // Ciphertext does not compress.
    await sql`alter table vault_record alter column envelope set storage external`.execute(trx)
    await sql`create unique index vault_record_seq on vault_record (owner, seq)`.execute(trx)
    await sql`create index vault_record_full on vault_record (owner, seq) where size > 0`.execute(trx)
    await sql`create table vault_slot (
      owner uuid not null references owner (id) on delete cascade,
      slot uuid not null,
      kind text not null,
      kdf jsonb not null,
      salt text not null,
      made text not null,
      epoch int not null,
      commitment text not null,
      wrapped text not null,
      proof_hash text,
      primary key (owner, slot))`.execute(trx)
    await sql`create table vault_epoch (
      owner uuid not null references owner (id) on delete cascade,
      epoch int not null,
      sealed text not null,
      primary key (owner, epoch))`.execute(trx)
    await sql`create table due_count (
      owner uuid not null references owner (id) on delete cascade,
      day date not null,
      count int not null check (count > 0),
      primary key (owner, day))`.execute(trx)

    for (const table of ['vault_book', 'vault_record', 'vault_slot', 'vault_epoch', 'due_count']) {
      await sql`alter table ${sql.table(table)} enable row level security`.execute(trx)
      await sql`alter table ${sql.table(table)} force row level security`.execute(trx)
      await sql`create policy own on ${sql.table(table)} using (owner = (select kith_uid())) with check (owner = (select kith_uid()))`.execute(
        trx,
      )
    }
    await sql`create policy proven on vault_slot for select using (proof_hash = (select kith_bearer()))`.execute(trx)
    await sql`grant select, insert, update on vault_book, vault_record to kith_runtime`.execute(trx)
    await sql`grant select, insert, delete on vault_slot, due_count to kith_runtime`.execute(trx)
    await sql`grant select, insert on vault_epoch to kith_runtime`.execute(trx)
  },
}
