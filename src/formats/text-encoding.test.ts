import { expect, test } from 'vitest'
import { decodeCharset, encodingOf, TextDecoding } from './text-encoding.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const utf16 = (text: string, bigEndian: boolean): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), !bigEndian)
  return bytes
}
const western = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0))

/** Decodes as a file that arrives in slices of `size` bytes. */
function read(bytes: Uint8Array, size: number): string {
  const encoding = encodingOf(bytes)
  if (encoding !== 'bytes' && encoding !== 'utf-16le' && encoding !== 'utf-16be') throw new Error(encoding)
  const decoding = new TextDecoding(encoding)
  let text = ''
  for (let start = 0; start < bytes.length; start += size) text += decoding.push(bytes.subarray(start, start + size))
  return text + decoding.end()
}

const sample = 'First Name,Last Name\nZoë,Åkesson\nJörg,Müller\n'

test('A text reads the same in UTF-8 and UTF-16, with and without a byte order mark, however it is sliced', () => {
  const marked = (text: string): string => `\uFEFF${text}`
  for (const size of [1, 3, 7, 1000]) {
    expect(read(utf8(sample), size)).toBe(sample)
    expect(read(utf8(marked(sample)), size).replace('\uFEFF', '')).toBe(sample)
    for (const bigEndian of [true, false]) {
      expect(read(utf16(sample, bigEndian), size)).toBe(sample)
      expect(read(utf16(marked(sample), bigEndian), size).replace('\uFEFF', '')).toBe(sample)
    }
  }
})

test('Bytes that are not UTF-8 are read as Windows-1252, line by line', () => {
  const mixed = new Uint8Array([...utf8('Zoë\n'), ...western('J\xf6rg \x80\n'), ...utf8('Åke\n')])
  expect(read(mixed, 1000)).toBe('Zoë\nJörg €\nÅke\n')
})

test('A line that names its charset is read in it, and so are its folded lines', () => {
  const line = new Uint8Array([...utf8('FN;CHARSET=windows-1251:'), 0xc0, 0xed, 0xed, 0xe0, 10, 32, 0xc0, 10, ...utf8('N:x'), 0xe9, 10])
  expect(read(line, 1000)).toBe('FN;CHARSET=windows-1251:Анна\n А\nN:xé\n')
})

test('An unknown charset, or one that the bytes do not fit, falls back without an error', () => {
  expect(decodeCharset(utf8('Zoë'), 'x-nobody-knows')).toBe('Zoë')
  expect(decodeCharset(western('Zo\xeb'), 'utf-8')).toBe('Zoë')
})

test('Pictures, packed folders and nothing at all are told apart from text', () => {
  expect(encodingOf(new Uint8Array(0))).toBe('empty')
  expect(encodingOf(Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0]))).toBe('zip')
  expect(encodingOf(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]))).toBe('binary')
  expect(encodingOf(Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256))).toBe('binary')
  expect(encodingOf(utf8('李小龙,陈晓明\n'.repeat(50)))).toBe('bytes')
})
