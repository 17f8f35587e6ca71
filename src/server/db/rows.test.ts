import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { asOwner } from './db.ts'
import { checkRuntimeRole } from './roles.ts'
import { freshDatabase, type TestDatabase } from './testing.ts'

let base: TestDatabase

beforeAll(async () => {
  base = await freshDatabase()
})

test('a request without an owner sees no rows', async () => {
  await base.newOwner()
  expect(await base.db.selectFrom('owner').selectAll().execute()).toEqual([])
})

test('an owner sees itself and nobody else', async () => {
  const ana = await base.newOwner()
  await base.newOwner()
  const seen = await asOwner(base.db, ana, (trx) => trx.selectFrom('owner').select('id').execute())
  expect(seen).toEqual([{ id: ana }])
})

test('the owner of one transaction is forgotten in the next', async () => {
  const ana = await base.newOwner()
  await asOwner(base.db, ana, (trx) => trx.selectFrom('owner').selectAll().execute())
  for (let i = 0; i < 12; i++) expect(await base.db.selectFrom('owner').selectAll().execute()).toEqual([])
})

test('nobody can write a session for somebody else', async () => {
  const ana = await base.newOwner()
  const tom = await base.newOwner()
  const planted = asOwner(base.db, ana, (trx) =>
    sql`insert into session (owner, token_hash, ends) values (${tom}, 'x', now())`.execute(trx),
  )
  await expect(planted).rejects.toMatchObject({ code: '42501' })
})

test.each([
  ['switch row-level security off', sql`alter table session disable row level security`],
  ['drop a policy', sql`drop policy own on session`],
  ['read past it', sql`set row_security = off; select * from session`],
  ['become the owner role', sql`set role kith`],
  ['read whose house it is', sql`select * from house`],
  ['make an owner', sql`insert into owner (id) values (gen_random_uuid())`],
])('the runtime role cannot %s', async (_what, statement) => {
  await expect(statement.execute(base.db)).rejects.toMatchObject({ code: '42501' })
})

test('row-level security is on and forced for every table with an owner', async () => {
  const open = await sql<{ name: string }>`
    select distinct c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attname = 'owner'
      and not (c.relrowsecurity and c.relforcerowsecurity)`.execute(base.admin)
  expect(open.rows).toEqual([])
})

test('the runtime role passes its check and the owner role does not', async () => {
  await expect(checkRuntimeRole(base.db)).resolves.toBeUndefined()
  await expect(checkRuntimeRole(base.admin)).rejects.toMatchObject({ code: 'database-role' })
})

test('times come as instants, counts as numbers and days as text', async () => {
  const row = await sql<{ at: unknown; count: unknown; day: unknown }>`
    select timestamptz '2026-03-01 10:00:00.5+02' as at, count(*) as count, date '2026-03-01' as day`.execute(base.db)
  expect({ ...row.rows[0], at: String(row.rows[0]?.at) }).toEqual({ at: '2026-03-01T08:00:00.5Z', count: 1, day: '2026-03-01' })
})
