import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { AppError } from '../kernel/errors.ts'
import { newId } from '../kernel/ids.ts'
import { startSession } from '../server/auth/store.ts'
import { BackupCheck, ringOfBackup } from './backup-check.ts'
import type { Head, RestoreOrder } from './contract.ts'
import { freshSecrets } from './locking.ts'
import { readBackup } from './server/backup-file.ts'
import { type TestHouse, testHouse } from './server/testing.ts'
import { memoryShelf, newBoard } from './shelf-memory.ts'
import type { Body, Secret } from './terms.ts'
import { unlock, unlockHere } from './unlock.ts'
import { openVault } from './vault.ts'

type Note = Body & { readonly text: string }
const secrets = freshSecrets()
const code: Secret = { kind: 'code', code: secrets.code }
const notes: Note[] = Array.from({ length: 40 }, (_, n) => ({ id: newId(), text: `Quizzaxbarn ${n}` }))
let house: TestHouse
let text: string

const open = async (of: TestHouse, secret?: Secret) => {
  const wire = await of.wire()
  const here = await unlockHere(wire)
  const key = here.is === 'open' ? here.ring : await unlock(wire, secret as Secret)
  return openVault<Note>({
    wire,
    shelf: memoryShelf(),
    key,
    merge: (_, mine) => mine,
    mayPack: () => true,
    segmentSize: 10,
    background: false,
  })
}
const backup = async (of: TestHouse): Promise<string> => (await of.browser(await startSession(of.db, of.owner))('/api/vault/backup')).text()
const headOf = async (of: TestHouse): Promise<Head> => (await of.wire()).head()
const restore = async (into: TestHouse, order: RestoreOrder, file: string): Promise<Response> =>
  await into.browser(await startSession(into.db, into.owner))('/api/vault/restore', {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body: `${JSON.stringify(order)}\n${file}`,
  })

async function* inPieces(file: string): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(file)
  for (let at = 0; at < bytes.length; at += 777) yield bytes.subarray(at, at + 777)
}

/** What opening a whole backup with the code gives: how many records, or the code of the refusal. */
async function opened(file: string, secret: Secret = code): Promise<number | string> {
  try {
    let check: BackupCheck | undefined
    for await (const part of readBackup(inPieces(file))) {
      if ('head' in part) check = new BackupCheck(await ringOfBackup(part.head, part.doors, secret))
      else await check?.take(part.rows)
    }
    return check?.end() ?? 'no head'
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}

/** The file with other lines, and an end that fits them: what somebody writes who knows the form and not the key. */
function forged(change: (lines: string[]) => string[]): string {
  const lines = change(text.split('\n').slice(0, -2))
  const rows = lines.slice(2).map((line) => JSON.parse(line) as { rev: number })
  const head = { ...(JSON.parse(lines[0] ?? '{}') as object), records: rows.length, revSum: rows.reduce((sum, { rev }) => sum + rev, 0) }
  const body = [JSON.stringify(head), ...lines.slice(1)].map((line) => `${line}\n`).join('')
  return `${body}${JSON.stringify({ end: rows.length, sha256: createHash('sha256').update(body).digest('hex') })}\n`
}

beforeAll(async () => {
  house = await testHouse()
  const vault = await open(house)
  await vault.load()
  await vault.keep(notes)
  await vault.flush()
  expect(await vault.pack()).toBe(40)
  await vault.keep([{ ...(notes[3] as Note), text: 'Quizzaxbarn, changed since' }])
  await vault.flush()
  await vault.keepOnlyDoors([code, { kind: 'words', words: secrets.words }])
  await vault.keep([{ id: newId(), text: 'under the new key' }])
  await vault.flush()
  await vault.close()
  text = await backup(house)
})

test('a backup holds every sealed row, every door and the way to older keys, and nothing that was written', async () => {
  const lines = text.trimEnd().split('\n')
  expect(lines).toHaveLength(2 + (await headOf(house)).records + 1)
  expect(JSON.parse(lines[1] ?? '')).toMatchObject({ slots: [{ kind: expect.stringMatching(/code|words/) }, {}], older: [{ epoch: 2 }] })
  expect(text).not.toMatch(/Quizzaxbarn|new key/)
  expect(await opened(text)).toBe(41)
  expect(await opened(text, { kind: 'words', words: secrets.words })).toBe(41)
})

test('another secret opens nothing', async () => {
  expect(await opened(text, { kind: 'code', code: freshSecrets().code })).toBe('wrong-secret')
})

test('a backup that breaks off anywhere is refused', async () => {
  for (const at of [0, 1, 90, 300, 3000, Math.floor(text.length / 2), text.length - 60, text.length - 1]) {
    expect(await opened(text.slice(0, at)), `cut at ${at}`).toMatch(/^backup-(cut-off|not-a-backup)$/)
  }
  expect(await opened('BEGIN:VCARD\n')).toBe('backup-not-a-backup')
  expect(await opened(text.replace('{"kith-backup":1,', '{"kith-backup":2,'))).toBe('backup-newer')
})

test('a single changed sign is noticed, and so is a forger who makes all counts fit', async () => {
  for (const at of [200, 700, 2500, Math.floor(text.length * 0.7)]) {
    const sign = text[at] === 'A' ? 'B' : 'A'
    expect(await opened(`${text.slice(0, at)}${sign}${text.slice(at + 1)}`), `at ${at}`).toMatch(/^backup-|door-|wrong-secret/)
  }
  const row = (lines: string[], n: number) => JSON.parse(lines[n] ?? '') as { id: string; rev: number; envelope: string | null }
  // Two rows change places.
  const swapped = forged((lines) => {
    const full = lines.map((_, n) => n).filter((n) => n >= 2 && row(lines, n).envelope !== null)
    const [a = 2, b = 3] = full
    const one = row(lines, a)
    const other = row(lines, b)
    return lines.map((line, n) =>
      n === a
        ? JSON.stringify({ ...one, envelope: other.envelope })
        : n === b
          ? JSON.stringify({ ...other, envelope: one.envelope })
          : line,
    )
  })
  expect(await opened(swapped)).toBe('backup-not-authentic')
  // A segment is left out: the rows that point into it are left alone.
  const hollow = forged((lines) =>
    lines.filter((_, n) => n < 2 || row(lines, n).envelope === null || row(lines, n).envelope === row(lines, lines.length - 1).envelope),
  )
  expect(await opened(hollow)).toBe('backup-not-authentic')
})

test('a backup takes the place of another book in one step: owner, doors, rows; it opens with code, words and this key file', async () => {
  const other = await testHouse()
  const before = await open(other)
  await before.load()
  await before.keep([{ id: newId(), text: 'what was here' }])
  await before.flush()
  await before.close()
  const old = other.owner
  const order: RestoreOrder = { over: await headOf(other), keyFile: null }

  expect((await restore(other, { ...order, over: { ...order.over, revSum: order.over.revSum + 1 } }, text)).status).toBe(409)
  expect((await restore(other, order, text.slice(0, -200))).status).toBe(422)
  expect(
    (
      await restore(
        other,
        order,
        forged((lines) => [...lines, lines.at(-1) ?? '']),
      )
    ).status,
  ).toBe(422)
  expect(other.owner).toBe(old)
  expect((await headOf(other)).records).toBe(order.over.records)

  expect((await restore(other, order, text)).status).toBe(204)
  expect(other.owner).toBe(house.owner)
  expect(await headOf(other)).toEqual(await headOf(house))
  for (const secret of [code, { kind: 'words', words: secrets.words } as const]) {
    const vault = await open(other, secret)
    const bodies = await vault.load()
    expect(bodies).toHaveLength(41)
    expect(bodies.find(({ id }) => id === notes[3]?.id)?.text).toBe('Quizzaxbarn, changed since')
    expect(vault.state.alarm).toBeNull()
    await vault.close()
  }
  // From outside, by the words alone: the hash by which they sign in came along.
  expect((await unlock(await other.wire(false), { kind: 'words', words: secrets.words })).owner).toBe(house.owner)
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from owner where id = ${old}`.execute(other.admin)
  expect(rows[0]?.n).toBe(0)
})

test('a device that saw the book later says that the server is older, and puts back what it still has', async () => {
  const board = newBoard()
  const device = async () => {
    const wire = await house.wire()
    return openVault<Note>({ wire, shelf: memoryShelf(board), key: await unlock(wire, code), merge: (_, mine) => mine, background: false })
  }
  const later = await device()
  await later.load()
  await later.keep([{ id: newId(), text: 'after the backup' }])
  await later.flush()
  await later.saveSnapshot()
  await later.close()

  expect((await restore(house, { over: await headOf(house), keyFile: null }, text)).status).toBe(204)
  const fresh = await open(house, code)
  expect(await fresh.load()).toHaveLength(41)
  expect(fresh.state.alarm).toBeNull()
  await fresh.close()

  const again = await device()
  await again.load()
  expect(again.state.alarm).toMatchObject({ kind: 'rolled-back', why: expect.stringContaining('restored from a backup') })
  await again.settle('put-back')
  expect(again.state.alarm).toBeNull()
  await again.close()
  const whole = await open(house, code)
  expect((await whole.load()).map(({ text: said }) => said)).toContain('after the backup')
  await whole.close()
})
