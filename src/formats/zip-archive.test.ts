import fc from 'fast-check'
import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { sealedAs } from './sealed-file.ts'
import { kithArchiveInZip, zipOf } from './zip-archive.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

test('the book comes out of the folder it was packed into, whatever lies beside it', () => {
  const zip = zipOf(
    [
      { path: 'people/Léa.md', text: '# Léa' },
      { path: 'book.json', text: '{"kith": 1}' },
    ],
    1_795_000_000_000,
  )
  expect(new TextDecoder().decode(kithArchiveInZip(zip) ?? bytes(''))).toBe('{"kith": 1}')
})

test('a folder without a book, a damaged one and no folder at all give nothing and no exception', () => {
  expect(kithArchiveInZip(zipSync({ 'Connections.csv': bytes('x') }))).toBeNull()
  expect(kithArchiveInZip(bytes('PK no'))).toBeNull()
  const zip = zipOf([{ path: 'book.json', text: 'x'.repeat(5000) }], 1_795_000_000_000)
  fc.assert(
    fc.property(fc.nat({ max: zip.length - 1 }), fc.nat({ max: 255 }), (at, value) => {
      const hurt = new Uint8Array(zip)
      hurt[at] = value
      expect(() => kithArchiveInZip(hurt)).not.toThrow()
      expect(() => kithArchiveInZip(zip.subarray(0, at))).not.toThrow()
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
