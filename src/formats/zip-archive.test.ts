import fc from 'fast-check'
import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readBytes, UnreadableFile } from './read.ts'
import { sealedAs } from './sealed-file.ts'
import { zipOf } from './zip-archive.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

const about = '{"kith":1,"exported":"2026-11-24T09:00:00Z","records":[\n'
const record = (n: number): string => JSON.stringify({ kind: 'tale', id: String(n), v: 1, changed: '', text: 'x'.repeat(100) })
const book = (count: number): string => `${about}${Array.from({ length: count }, (_, n) => record(n)).join(',\n')}\n]}\n`
const why = (zip: Uint8Array): string => {
  try {
    return readBytes(zip).format
  } catch (error) {
    if (error instanceof UnreadableFile) return error.why
    throw error
  }
}

test('the book comes out of the folder it was packed into, whatever lies beside it', () => {
  const pages = Array.from({ length: 6000 }, (_, n) => ({ path: `people/${n}.md`, text: '# Léa' }))
  const { format, items } = readBytes(zipOf([...pages, { path: 'book.json', text: book(3000) }], 1_795_000_000_000))
  expect(format).toBe('kith')
  expect(items).toHaveLength(3000)
})

test('a folder without a book, a damaged one and no folder at all are told apart, and nothing else is thrown', () => {
  expect(why(zipSync({ 'letter.txt': bytes('Dear Ana') }))).toBe('zip')
  expect(why(bytes('PK\u0003\u0004 no'))).toBe('zip-damaged')
  const zip = zipOf([{ path: 'book.json', text: book(40) }], 1_795_000_000_000)
  expect(why(zip)).toBe('kith')
  fc.assert(
    fc.property(fc.nat({ max: zip.length - 1 }), fc.nat({ max: 255 }), (at, value) => {
      const hurt = new Uint8Array(zip)
      hurt[at] = value
      expect(() => why(hurt)).not.toThrow()
      expect(() => why(zip.subarray(0, at))).not.toThrow()
    }),
  )
})

test('sealed files are known by how they begin', () => {
  expect(sealedAs(bytes('age-encryption.org/v1\n-> scrypt'))).toBe('age')
  expect(sealedAs(bytes('-----BEGIN AGE ENCRYPTED FILE-----\n'))).toBe('age')
  expect(sealedAs(bytes('{"kith-backup":1,'))).toBe('backup')
  expect(sealedAs(bytes('{"kith": 1, '))).toBeNull()
  expect(sealedAs(bytes(''))).toBeNull()
})
