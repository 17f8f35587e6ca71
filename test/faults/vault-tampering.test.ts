/**
 * Altered, exchanged, moved, older and weakened rows, slots, snapshots and marks: none may open.
 *
 * 20,000 cases by default; the release size of 10,000,000 cases runs with
 * `KITH_CAMPAIGN=release npx vitest run test/faults/vault-tampering.test.ts`. `KITH_SEED` repeats a run.
 */
import { expect, test } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import { type Random, seeded } from '../../src/kernel/random.ts'
import { frozenClock } from '../../src/kernel/time.ts'
import { fromB64, randomBytes, toB64 } from '../../src/vault/bytes.ts'
import type { SealedRow, Slot } from '../../src/vault/contract.ts'
import { epochKeys, freshVaultKey, type KeyRing, ringOf, sealOlder, unsealOlder, withEpoch } from '../../src/vault/keys.ts'
import { Ledger } from '../../src/vault/ledger.ts'
import { recordBytes, segmentBytes } from '../../src/vault/record.ts'
import { freshCode } from '../../src/vault/recovery-code.ts'
import { seal, tagOf } from '../../src/vault/seal.ts'
import { makeSlot, openerOf, openSlot } from '../../src/vault/slots.ts'
import { openMark, openSnapshot, sealMark, sealSnapshot } from '../../src/vault/snapshot.ts'
import { openRow } from '../../src/vault/sync.ts'
import type { Secret } from '../../src/vault/terms.ts'

const RELEASE = process.env['KITH_CAMPAIGN'] === 'release'
const CASES = RELEASE ? 10_000_000 : 20_000
const SEED = process.env['KITH_SEED'] ?? (RELEASE ? newId() : 'kith')
const clock = frozenClock('2026-11-24T09:00:00Z')

interface Note {
  readonly id: string
  readonly text: string
}

const owner = newId()
const first = await epochKeys(1, freshVaultKey())
const second = await epochKeys(2, freshVaultKey())
const ring: KeyRing = withEpoch(ringOf(owner, first), second)
const strangers: KeyRing = ringOf(owner, await epochKeys(1, freshVaultKey()))

const rowOf = async (
  id: string,
  epoch: number,
  rev: number,
  payload: Uint8Array<ArrayBuffer>,
  keys = ring,
  whose = owner,
): Promise<SealedRow> => ({
  id,
  epoch,
  rev,
  envelope: await seal(keys.of.get(epoch)!.rows, { owner: whose, id, epoch, rev }, payload),
})

/** Authentic rows: several revisions of several records, in two epochs, and segments. */
async function history(): Promise<SealedRow[]> {
  const rows: SealedRow[] = []
  for (let i = 0; i < 12; i++) {
    const id = newId()
    for (let rev = 1; rev <= 4; rev++) rows.push(await rowOf(id, rev < 3 ? 1 : 2, rev, recordBytes({ id, text: `${i}.${rev}` } as Note)))
  }
  const segment = newId()
  const packed = Array.from({ length: 5 }, (_, i) => ({ id: newId(), rev: i + 1, body: { id: '', text: `packed ${i}` } })).map((one) => ({
    ...one,
    body: { ...one.body, id: one.id },
  }))
  rows.push(await rowOf(segment, 2, 1, segmentBytes(packed)))
  return rows
}

const rows = await history()
const foreign = await Promise.all(
  rows.slice(0, 8).map(({ id, rev }) => rowOf(id, 1, rev, recordBytes({ id, text: 'foreign' } as Note), strangers)),
)
const ofOthers = await Promise.all(
  rows.slice(0, 8).map(({ id, rev, epoch }) => rowOf(id, epoch, rev, recordBytes({ id, text: 'of another owner' } as Note), ring, newId())),
)
const authentic = new Set(rows.map(({ id, epoch, rev, envelope }) => `${id} ${epoch} ${rev} ${envelope}`))

/** Changes one character to another one. */
function flip(text: string, random: Random, alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'): string {
  const at = random.below(text.length)
  let other = random.pick([...alphabet])
  if (other === text.charAt(at)) other = other === 'A' ? 'B' : 'A'
  return text.slice(0, at) + other + text.slice(at + 1)
}

type Fields = Record<'protected' | 'encrypted_key' | 'iv' | 'ciphertext' | 'tag', string>
const parts = ['protected', 'encrypted_key', 'iv', 'ciphertext', 'tag'] as const

const written = (fields: Fields): string => `{"kith":1,${parts.map((part) => `"${part}":"${fields[part]}"`).join(',')}}`

/** One altered row: what a writer of the database could make of what is there. */
function tamper(random: Random): SealedRow {
  const row = random.pick(rows)
  const other = random.pick(rows)
  const envelope = row.envelope as string
  const fields = JSON.parse(envelope) as Fields
  const theirs = JSON.parse(other.envelope as string) as Fields
  switch (random.below(14)) {
    case 0:
      return { ...row, envelope: flip(envelope, random) }
    case 1: {
      const part = random.pick(parts)
      return { ...row, envelope: written({ ...fields, [part]: flip(fields[part], random) }) }
    }
    case 2:
      return { ...row, envelope: other.envelope }
    case 3: {
      const part = random.pick(parts)
      return { ...row, envelope: written({ ...fields, [part]: theirs[part] }) }
    }
    case 4:
      return { ...row, rev: row.rev + 1 + random.below(5) }
    case 5:
      return { ...row, rev: Math.max(1, row.rev - 1) }
    case 6:
      return { ...row, epoch: 3 - row.epoch }
    case 7:
      return { ...row, id: other.id }
    case 8:
      return { ...row, id: newId(), rev: 1 }
    case 9:
      return { ...row, envelope: envelope.slice(0, random.below(envelope.length)) }
    case 10:
      return { ...random.pick(foreign) }
    case 11:
      return { ...random.pick(ofOthers) }
    case 12: {
      const header = random.pick([
        { alg: 'dir', enc: 'A256GCM' },
        { alg: 'A128KW', enc: 'A256GCM' },
        { alg: 'A256KW', enc: 'A128GCM' },
        { alg: 'A256GCMKW', enc: 'A256GCM' },
        { alg: 'none' },
        { alg: 'A256KW', enc: 'A256GCM', crit: ['b64'] },
      ])
      return { ...row, envelope: written({ ...fields, protected: toB64(new TextEncoder().encode(JSON.stringify(header))) }) }
    }
    default: {
      const drop = random.pick(parts)
      return { ...row, envelope: JSON.stringify({ kith: 1, ...fields, [drop]: random.pick(['', null, 0, [], {}]) }) }
    }
  }
}

test(`none of ${CASES} altered, moved or older rows opens`, async () => {
  const random = seeded(SEED)
  let accepted = 0
  let cases = 0
  while (cases < CASES) {
    const batch = Array.from({ length: Math.min(500, CASES - cases) }, () => tamper(random)).filter(
      ({ id, epoch, rev, envelope }) => !authentic.has(`${id} ${epoch} ${rev} ${envelope}`),
    )
    const opened = await Promise.all(batch.map((row) => openRow<Note>(row, ring)))
    accepted += opened.filter(({ found }) => typeof found !== 'string').length
    cases += batch.length
  }
  expect(accepted, `seed ${SEED}`).toBe(0)
})

test('in any order of true and false rows the newest true text stays, and what is false is found', async () => {
  const random = seeded(`${SEED} orders`)
  const opened = await Promise.all(rows.map((row) => openRow<Note>(row, ring)))
  const stories = CASES / 20
  for (let story = 0; story < stories; story++) {
    const ledger = new Ledger<Note>()
    const id = random.pick(rows).id
    const mine = opened.filter((row) => row.id === id)
    const seen = 1 + random.below(mine.length)
    expect(ledger.take(mine.slice(0, seen), 1, [])).toEqual([])
    const before = ledger.body(id)
    const old = random.below(seen)
    const fakes = [
      { ...mine[old]!, found: mine[old]!.found },
      { ...mine[seen - 1]!, rev: seen, tag: 'another', found: mine[0]!.found },
      { ...mine[seen - 1]!, rev: seen + 1, found: 'not-authentic' as const },
      { ...mine[seen - 1]!, rev: seen + 1 + random.below(3), tag: '', found: 'empty' as const },
    ]
    const fake = fakes[random.below(fakes.length)]!
    const arrived: Note[] = []
    const findings = [...ledger.take([fake], 1, arrived), ...ledger.endFeed()]
    if (fake.rev === seen && fake.tag === mine[seen - 1]!.tag) continue
    expect(findings.length, JSON.stringify(fake)).toBe(1)
    expect(arrived).toEqual([])
    expect(ledger.body(id)).toEqual(before)
  }
})

test('no altered slot, older key, snapshot or mark opens', async () => {
  const random = seeded(`${SEED} slots`)
  const secret: Secret = { kind: 'code', code: freshCode() }
  const { slot } = await makeSlot(secret, owner, first, clock)
  const { slot: twin } = await makeSlot(secret, owner, second, clock)
  const older = await sealOlder(second, owner, first)
  const ledger = new Ledger<Note>()
  ledger.take(await Promise.all(rows.map((row) => openRow<Note>(row, ring))), 1, [])
  ledger.endFeed()
  const snapshot = await sealSnapshot(ledger, 7, second, owner)
  const mark = await sealMark({ cursor: 1, records: 2, revSum: 3, lowest: 1, found: [], alarm: null, ignored: {} }, second, owner)
  expect(await openSnapshot(snapshot, ring, new Ledger())).toBe(7)
  const flipped = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => {
    const copy = new Uint8Array(bytes)
    const at = random.below(copy.length)
    copy[at] = (copy[at] as number) ^ (1 << random.below(8))
    return copy
  }
  const stretched: Slot[] = [
    { ...slot, kdf: { name: 'argon2id', memoryKiB: 8, passes: 1, lanes: 1 } },
    { ...slot, kind: 'words', kdf: { name: 'hkdf' } },
    { ...slot, salt: toB64(randomBytes(8)) },
  ]
  let accepted = 0
  for (let i = 0; i < CASES / 20; i++) {
    switch (random.below(5)) {
      case 0: {
        const field = random.pick(['salt', 'commitment', 'wrapped'] as const)
        const bad: Slot = random.pick([
          { ...slot, [field]: flip(slot[field], random) },
          { ...slot, [field]: twin[field] },
          { ...slot, slot: newId() },
          { ...slot, epoch: 2 },
          ...stretched,
        ])
        const opened = await openerOf(secret, bad).then(
          (opener) => openSlot(opener, owner, bad),
          () => ({ ok: false }),
        )
        if (opened.ok) accepted += 1
        break
      }
      case 1:
        if ((await unsealOlder(second, owner, flipped(older))) !== null) accepted += 1
        break
      case 2: {
        const chunk = random.below(snapshot.chunks.length)
        const chunks = snapshot.chunks.map((bytes, at) => (at === chunk ? flipped(bytes) : bytes))
        if ((await openSnapshot({ ...snapshot, chunks }, ring, new Ledger())) !== null) accepted += 1
        break
      }
      case 3: {
        const bad = random.pick([
          { ...snapshot, generation: newId() },
          { ...snapshot, epoch: 1 },
          { ...snapshot, chunks: [...snapshot.chunks, ...snapshot.chunks] },
        ])
        if ((await openSnapshot(bad, ring, new Ledger())) !== null) accepted += 1
        break
      }
      default:
        if (
          (await openMark(
            random.pick([
              { epoch: 2, sealed: flipped(mark) },
              { epoch: 1, sealed: mark },
            ]),
            ring,
          )) !== null
        )
          accepted += 1
    }
  }
  expect(accepted, `seed ${SEED}`).toBe(0)
  expect(fromB64(slot.wrapped)).not.toBeNull()
  expect(tagOf(rows[0]!.envelope as string)).toHaveLength(22)
})
