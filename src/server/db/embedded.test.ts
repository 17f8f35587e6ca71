import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Db, openDb } from './db.ts'
import { type Embedded, startEmbedded } from './embedded.ts'
import { isAlive } from './postmaster.ts'

/** One database for the whole file, since making one takes its time: each test leaves it as it found it. */
const directory = mkdtempSync(join(tmpdir(), 'kith-embedded-'))
const pgData = join(directory, 'postgres')
let running: Embedded[] = []
const pools: Db[] = []

beforeAll(() => chmodSync(directory, 0o711))

afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.destroy()))
  await Promise.all(running.splice(0).map((one) => one.stop()))
})

afterAll(() => rmSync(directory, { recursive: true, force: true }))

const start = async (): Promise<Embedded> => {
  const embedded = await startEmbedded(directory)
  running.push(embedded)
  return embedded
}

/** As if the process that started it had been killed: nobody watches the database any more. */
const abandon = (embedded: Embedded): void => {
  embedded.leave()
  running = running.filter((one) => one !== embedded)
}

const open = (embedded: Embedded): Db => {
  const db = openDb({ ...embedded.doors.owner }, 2)
  pools.push(db)
  return db
}

const answer = async (db: Db): Promise<unknown> => (await sql<{ n: number }>`select 1 as n`.execute(db)).rows[0]?.n

/** Writes a row and answers how many there are. */
const write = async (embedded: Embedded): Promise<number> => {
  const db = open(embedded)
  await sql`create table if not exists kept (n int)`.execute(db)
  await sql`insert into kept values (1)`.execute(db)
  return await count(embedded)
}

const count = async (embedded: Embedded): Promise<number> => {
  const found = await sql<{ n: number }>`select count(*) as n from kept`.execute(open(embedded))
  return found.rows[0]?.n ?? -1
}

test('a new database is UTF-8 with checksums and durable writes, and listens where only this computer reaches it', async () => {
  const db = open(await start())
  const show = async (name: string) => (await sql<{ v: string }>`select current_setting(${name}) as v`.execute(db)).rows[0]?.v
  expect(await Promise.all(['server_encoding', 'data_checksums', 'fsync', 'synchronous_commit', 'full_page_writes'].map(show))).toEqual([
    'UTF8',
    'on',
    'on',
    'on',
    'on',
  ])
  expect(['', '127.0.0.1']).toContain(await show('listen_addresses'))
  expect(await show('log_min_error_statement')).toBe('panic')
})

test('its passwords are random and readable by this account only', async () => {
  await start()
  const file = join(directory, 'database.json')
  const { owner, runtime } = JSON.parse(readFileSync(file, 'utf8')) as { owner: string; runtime: string }
  expect(owner.length).toBeGreaterThanOrEqual(32)
  expect(owner).not.toBe(runtime)
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('a database left behind by a killed Kith is ended, and what was written is there', async () => {
  const first = await start()
  const written = await write(first)
  abandon(first)
  const second = await start()
  expect(second.pid()).not.toBe(first.pid())
  expect(isAlive(first.pid())).toBe(false)
  expect(await count(second)).toBe(written)
})

test('database and Kith killed together: the next start works by itself', async () => {
  const first = await start()
  const written = await write(first)
  abandon(first)
  process.kill(first.pid(), 'SIGKILL')
  expect(await count(await start())).toBe(written)
})

test('a database killed under a running Kith is started again, and its connections with it', async () => {
  const embedded = await start()
  const db = open(embedded)
  const written = await write(embedded)
  const before = embedded.pid()
  process.kill(before, 'SIGKILL')
  let back = false
  for (let i = 0; i < 200 && !back; i++) {
    await sleep(50)
    back = await answer(db).then(
      (n) => n === 1 && embedded.pid() !== before,
      () => false,
    )
  }
  expect(back).toBe(true)
  expect(await count(embedded)).toBe(written)
})

test.each([
  ['empty', ''],
  ['garbled', 'not a number\n'],
  ['naming a process that is gone', '4194000\n/nowhere\n1\n5432\n'],
  ['naming a process that is somebody else', `${process.pid}\n/nowhere\n1\n5432\n`],
])('a lock file that is %s does not stop a start', async (_what, text) => {
  const first = await start()
  const written = await write(first)
  await first.stop()
  writeFileSync(join(pgData, 'postmaster.pid'), text)
  expect(await count(await start())).toBe(written)
})

test('data of a newer PostgreSQL is left alone, with a sentence', async () => {
  await (await start()).stop()
  const version = join(pgData, 'PG_VERSION')
  writeFileSync(version, '19\n')
  await expect(start()).rejects.toMatchObject({ code: 'newer-data', message: expect.stringContaining('PostgreSQL 19') })
  expect(existsSync(join(pgData, 'postmaster.pid'))).toBe(false)
  writeFileSync(version, '18\n')
})

test('files without a version are left alone, and so are their passwords', async () => {
  await (await start()).stop()
  const secrets = readFileSync(join(directory, 'database.json'), 'utf8')
  rmSync(join(pgData, 'PG_VERSION'))
  await expect(start()).rejects.toMatchObject({ code: 'damaged-data' })
  expect(readFileSync(join(directory, 'database.json'), 'utf8')).toBe(secrets)
  writeFileSync(join(pgData, 'PG_VERSION'), '18\n', { mode: 0o644 })
})

test('what a making that was interrupted left behind does not stop the next one', async () => {
  const other = join(directory, 'other')
  mkdirSync(join(other, 'postgres.part'), { recursive: true, mode: 0o711 })
  writeFileSync(join(other, 'postgres.part', 'half'), 'x')
  writeFileSync(join(other, 'database.json'), '{}')
  const embedded = await startEmbedded(other)
  running.push(embedded)
  expect(await answer(open(embedded))).toBe(1)
  expect(existsSync(join(other, 'postgres.part'))).toBe(false)
})

test('passwords that are lost or of another database are named as such', async () => {
  await (await start()).stop()
  const file = join(directory, 'database.json')
  const secrets = readFileSync(file, 'utf8')
  writeFileSync(file, JSON.stringify({ owner: 'x', runtime: 'y' }))
  await expect(start()).rejects.toMatchObject({ code: 'wrong-secret' })
  rmSync(file)
  await expect(start()).rejects.toMatchObject({ code: 'no-secret' })
  writeFileSync(file, secrets, { mode: 0o600 })
})

test('a database that cannot start says why in the words of PostgreSQL', async () => {
  await expect(startEmbedded(directory, { settings: { shared_buffers: 'plenty' } })).rejects.toMatchObject({
    code: 'database-start',
    message: expect.stringContaining('shared_buffers'),
  })
})

test('a path that is too long for a socket is served over 127.0.0.1', async () => {
  const deep = join(directory, 'a-directory-with-a-name-that-goes-on-and-on', 'and-another-one-inside-of-it-that-does-too')
  mkdirSync(deep, { recursive: true, mode: 0o711 })
  const embedded = await startEmbedded(deep)
  running.push(embedded)
  expect(embedded.doors.owner.host).toBe('127.0.0.1')
  expect(await answer(open(embedded))).toBe(1)
})

test('neither values nor statements reach the log', async () => {
  const embedded = await start()
  const db = open(embedded)
  await sql`create table if not exists once (word text primary key)`.execute(db)
  await sql`insert into once values (${'canary-lisbon'})`.execute(db)
  await expect(sql`insert into once values (${'canary-lisbon'})`.execute(db)).rejects.toThrow()
  await expect(sql`select ${'canary-lisbon'}::text::int`.execute(db)).rejects.toThrow()
  expect(readFileSync(join(directory, 'postgres.log'), 'utf8')).not.toContain('canary')
})
