import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Config } from './config.ts'
import { prepareData } from './data-directory.ts'
import { openDb, type Trx } from './db/db.ts'
import { startEmbedded } from './db/embedded.ts'
import { migrate } from './db/migrate.ts'
import { migrations } from './db/migrations/all.ts'
import { openExternal } from './db/roles.ts'
import { freshDatabase, type TestDatabase } from './db/testing.ts'
import { type House, openHouse } from './house.ts'
import { answering, readRunNote } from './run-note.ts'

const place = mkdtempSync(join(tmpdir(), 'kith-house-'))
const config: Config = {
  mode: 'solo',
  port: 0,
  data: join(place, 'data'),
  config: join(place, 'config'),
  open: false,
  databaseUrl: undefined,
  publicUrl: undefined,
}
const houses: House[] = []
let base: TestDatabase

beforeAll(async () => {
  chmodSync(place, 0o711)
  base = await freshDatabase()
})

afterEach(async () => {
  for (const house of houses.splice(0)) await house.close()
})

afterAll(() => rmSync(place, { recursive: true, force: true }))

const open = async (changes: Partial<Config> = {}, note = true): Promise<House> => {
  const house = await openHouse({ ...config, ...changes }, { note, wait: 300 })
  houses.push(house)
  return house
}

/** The address of the test database, as somebody would write it in DATABASE_URL. */
const urlOf = (name = 'kith', password = String(base.doors.owner.password), database = String(base.doors.owner.database)): string => {
  const { host, port } = base.doors.owner
  const where = String(host).startsWith('/')
    ? `localhost:${port}/${database}?host=${encodeURIComponent(String(host))}`
    : `${host}:${port}/${database}`
  return `postgres://${name}:${encodeURIComponent(password)}@${where}`
}

test('a house opens, answers, leaves a note for the command line and removes it at the end', async () => {
  const house = await open()
  expect(await (await fetch(`${house.base}/readyz`)).json()).toEqual({ ok: true })
  const note = await answering(config.data)
  expect(note).toEqual({ pid: process.pid, base: house.base, token: house.token })
  if (process.platform !== 'win32') expect(statSync(join(config.data, 'run.json')).mode & 0o777).toBe(0o600)
  await house.close()
  expect(existsSync(join(config.data, 'run.json'))).toBe(false)
  expect(existsSync(join(config.data, 'postgres', 'postmaster.pid'))).toBe(false)
})

test('the same person owns the book at each start', async () => {
  const first = await open()
  await first.close()
  expect((await open()).owner).toBe(first.owner)
})

test('a second start on the same data says where the first one answers', async () => {
  const first = await open()
  await expect(open()).rejects.toMatchObject({ code: 'already-running', why: expect.stringContaining(first.base) })
  expect((await fetch(`${first.base}/readyz`)).status).toBe(200)
})

test('a note left by a killed server is not believed', async () => {
  mkdirSync(config.data, { recursive: true })
  writeFileSync(join(config.data, 'run.json'), JSON.stringify({ pid: 1, base: 'http://127.0.0.1:9', token: 'x' }))
  expect(readRunNote(config.data)).not.toBeNull()
  expect(await answering(config.data)).toBeNull()
})

test('a port that is taken is named, and the database is ended again', async () => {
  const other = createServer()
  const port = await new Promise<number>((done) => {
    other.listen(0, '127.0.0.1', () => done((other.address() as { port: number }).port))
  })
  await expect(open({ port })).rejects.toMatchObject({ code: 'port', why: expect.stringContaining(String(port)) })
  other.close()
  expect(existsSync(join(config.data, 'postgres', 'postmaster.pid'))).toBe(false)
  expect((await fetch(`${(await open()).base}/readyz`)).status).toBe(200)
})

test('a schema of a newer Kith is left alone, with a sentence', async () => {
  await (await open()).close()
  const embedded = await startEmbedded(config.data)
  const admin = openDb(embedded.doors.owner, 1)
  await sql`insert into migration (number, name) values (9000, 'later')`.execute(admin)
  await admin.destroy()
  await embedded.stop()
  await expect(open()).rejects.toMatchObject({ code: 'newer-data', why: expect.stringContaining('9000') })
  const again = await startEmbedded(config.data)
  const repaired = openDb(again.doors.owner, 1)
  await sql`delete from migration where number = 9000`.execute(repaired)
  await repaired.destroy()
  await again.stop()
})

test('a data directory that is a file, or lies under one, is refused in one sentence', () => {
  const file = join(place, 'file')
  writeFileSync(file, 'x')
  expect(() => prepareData(file)).toThrow(/cannot use its data directory/)
  expect(() => prepareData(join(file, 'under'))).toThrow(/A file stands where/)
})

// Root may write everywhere, and Windows knows no such bits.
test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
  'a data directory that may not be written to is refused in one sentence',
  () => {
    const closed = join(place, 'closed')
    mkdirSync(closed, { mode: 0o500 })
    expect(() => prepareData(closed)).toThrow(/cannot be read and written by this account/)
    expect(() => prepareData(join(closed, 'inside'))).toThrow(/cannot be read and written by this account/)
  },
)

test('with DATABASE_URL the house uses that PostgreSQL, as the role without privileges', async () => {
  const house = await open({ databaseUrl: urlOf(), data: join(place, 'external') })
  const role = await sql<{ role: string; super: boolean }>`
    select current_user as role, (select rolsuper from pg_roles where rolname = current_user) as super`.execute(house.db)
  expect(role.rows[0]).toEqual({ role: 'kith_runtime', super: false })
  expect(await house.db.selectFrom('owner').selectAll().execute()).toEqual([])
  await sql`reset role`.execute(house.db)
  expect(await house.db.selectFrom('owner').selectAll().execute()).toEqual([])
  expect(existsSync(join(place, 'external', 'postgres'))).toBe(false)
})

test.each([
  ['a wrong password', () => urlOf('kith', 'wrong'), /refuses this name or password/],
  ['a database that is not there', () => urlOf('kith', undefined, 'nowhere'), /no database of that name/],
  ['an address where nothing answers', () => 'postgres://kith:hush@127.0.0.1:9/kith', /Nothing answers at that address/],
])('DATABASE_URL with %s is refused in one sentence without the password', async (_what, url, sentence) => {
  const refused = openExternal(url())
  await expect(refused).rejects.toMatchObject({ code: 'database-url', message: expect.stringMatching(sentence) })
  await expect(refused).rejects.toMatchObject({ message: expect.not.stringContaining('hush') })
})

test('a login that may not take on the runtime role is told what an administrator has to run', async () => {
  await sql`create role plain login password 'plain'`.execute(base.admin)
  await expect(openExternal(urlOf('plain', 'plain'))).rejects.toMatchObject({
    code: 'database-url',
    next: expect.stringContaining('grant kith_runtime to plain'),
  })
  await sql`drop role plain`.execute(base.admin)
})

test('nodes that start together migrate once', async () => {
  const name = `race_${process.pid}`
  await sql`create database ${sql.id(name)}`.execute(base.admin)
  const nodes = [1, 2, 3].map(() => openDb({ ...base.doors.owner, database: name }, 1))
  const applied = await Promise.all(nodes.map((node) => migrate(node)))
  expect(applied.flat().sort((a, b) => a - b)).toEqual(migrations.map(({ number }) => number))
  await Promise.all(nodes.map((node) => node.destroy()))
  await sql`drop database ${sql.id(name)}`.execute(base.admin)
})

test('a migration that fails leaves nothing half done', async () => {
  const name = `half_${process.pid}`
  await sql`create database ${sql.id(name)}`.execute(base.admin)
  const node = openDb({ ...base.doors.owner, database: name }, 1)
  const up = async (trx: Trx) => {
    await sql`create table half (n int)`.execute(trx)
    await sql`select 1 / 0`.execute(trx)
  }
  await expect(migrate(node, [{ number: 1, name: 'half', up }])).rejects.toMatchObject({ code: '22012' })
  const there = await sql`select 1 from pg_class where relname in ('half', 'migration')`.execute(node)
  expect(there.rows).toEqual([])
  await node.destroy()
  await sql`drop database ${sql.id(name)}`.execute(base.admin)
})

test('the migrations are numbered without a gap', () => {
  expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_, i) => i + 1))
})
