import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '../kernel/ids.ts'
import { bytesOf, fromB64, randomBytes, textOf, toB64 } from './bytes.ts'
import vectors from './golden/version-1.json' with { type: 'json' }
import { epochKeys } from './keys.ts'
import { type Place, paddedLength, seal, unseal } from './seal.ts'

const keys = await epochKeys(1, randomBytes(32))
const place: Place = { owner: newId(), id: newId(), epoch: 1, rev: 3 }

test('what was sealed opens in its place and nowhere else', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 4000 }), async (text) => {
      const envelope = await seal(keys.rows, place, bytesOf(text))
      const opened = await unseal(keys.rows, place, envelope)
      expect(opened.ok && textOf(opened.bytes)).toBe(text)
      for (const other of [
        { ...place, owner: newId() },
        { ...place, id: newId() },
        { ...place, epoch: 2 },
        { ...place, rev: 2 },
      ]) {
        expect(await unseal(keys.rows, other, envelope)).toEqual({ ok: false, reason: 'not-authentic' })
      }
    }),
    { numRuns: 60 },
  )
})

test('an envelope tells its length only in coarse steps, at least 512 bytes', async () => {
  for (const [length, padded] of [
    [0, 512],
    [512, 512],
    [513, 544],
    [1000, 1024],
    [9999, 10_240],
    [1_000_001, 1_015_808],
  ] as const) {
    expect(paddedLength(length)).toBe(padded)
  }
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000_000 }), (length) => {
      const padded = paddedLength(length)
      expect(padded).toBeGreaterThanOrEqual(Math.max(512, length))
      expect(padded).toBeLessThanOrEqual(Math.max(512, Math.ceil(length * 1.12)))
      expect(paddedLength(padded)).toBe(padded)
    }),
  )
  const short = await seal(keys.rows, place, bytesOf('a'))
  const longer = await seal(keys.rows, place, bytesOf('a'.repeat(500)))
  expect(short.length).toBe(longer.length)
})

test('the same text is never sealed to the same bytes twice', async () => {
  const envelopes = await Promise.all(Array.from({ length: 50 }, () => seal(keys.rows, place, bytesOf('the same'))))
  const parts = envelopes.map((envelope) => JSON.parse(envelope) as Record<string, string>)
  for (const field of ['encrypted_key', 'iv', 'ciphertext', 'tag']) expect(new Set(parts.map((part) => part[field])).size).toBe(50)
})

test('a newer version is named as such and never taken for damage', async () => {
  const envelope = await seal(keys.rows, place, bytesOf('x'))
  expect(await unseal(keys.rows, place, envelope.replace('{"kith":1', '{"kith":2'))).toEqual({ ok: false, reason: 'needs-newer-app' })
  for (const bad of ['', '{', 'null', '{"kith":0,', envelope.replace('{"kith":1,', '{'), `${envelope} `, ` ${envelope}`]) {
    expect(await unseal(keys.rows, place, bad)).toEqual({ ok: false, reason: 'not-authentic' })
  }
})

test('only one spelling of an envelope opens', async () => {
  const envelope = await seal(keys.rows, place, bytesOf('x'))
  const other = (change: (fields: Record<string, unknown>) => void): string => {
    const fields = JSON.parse(envelope) as Record<string, unknown>
    change(fields)
    return JSON.stringify(fields)
  }
  const header = (value: object): string => toB64(bytesOf(JSON.stringify(value)))
  const bad = [
    other((fields) => (fields['aad'] = 'AAAA')),
    other((fields) => (fields['header'] = { alg: 'dir' })),
    other((fields) => (fields['unprotected'] = { alg: 'dir' })),
    other((fields) => (fields['protected'] = header({ alg: 'dir', enc: 'A256GCM' }))),
    other((fields) => (fields['protected'] = header({ alg: 'A256KW', enc: 'A128CBC-HS256' }))),
    other((fields) => (fields['protected'] = header({ enc: 'A256GCM', alg: 'A256KW' }))),
    other((fields) => (fields['protected'] = header({ alg: 'A256KW', enc: 'A256GCM', zip: 'DEF' }))),
    other((fields) => delete fields['tag']),
    JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(envelope) as object).reverse())),
  ]
  for (const one of bad) expect(await unseal(keys.rows, place, one)).toEqual({ ok: false, reason: 'not-authentic' })
  // The last character of the tag carries four unused bits: each other spelling of the same bytes is refused.
  const tag = (JSON.parse(envelope) as { tag: string }).tag
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  const last = alphabet.indexOf(tag.charAt(21))
  for (let spelling = last + 1; spelling < last + 16; spelling++) {
    const twin = envelope.replace(tag, tag.slice(0, 21) + alphabet.charAt(spelling))
    expect(await unseal(keys.rows, place, twin)).toEqual({ ok: false, reason: 'not-authentic' })
  }
})

test('rows sealed by version 1 open for ever', async () => {
  const golden = await epochKeys(1, fromB64(vectors.vaultKey) as Uint8Array<ArrayBuffer>)
  expect(vectors.rows.length).toBeGreaterThanOrEqual(4)
  for (const { owner, id, epoch, rev, envelope, payload } of vectors.rows) {
    const opened = await unseal(golden.rows, { owner, id, epoch, rev }, envelope)
    expect(opened.ok && textOf(opened.bytes)).toBe(payload)
  }
})
