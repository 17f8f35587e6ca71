import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aMoment, aPerson, bookAt } from '../../../test/a-book.ts'
import { readWords, written } from './kept-words.ts'
import { SearchIndex } from './search-index.ts'

const book = bookAt('2026-11-24', [
  aPerson(1, { name: 'Ελένη Παπαδοπούλου', line: '李小龙 knows her' }),
  aPerson(2, { name: 'Tom Becker' }),
  ...Array.from({ length: 300 }, (_, n) => aMoment(n, '2026-11-01', { text: `Lunch number ${n} with a\u0301ccents` })),
])
const index = new SearchIndex(book)
while (index.work(50));
const words = index.words()!
const bytes = written(words, 'en')

test('the words of an index come back as they were written', () => {
  expect(readWords(bytes, 'en')).toEqual(words)
  const none = { ids: [], stamps: [], names: new Map(), texts: new Map() }
  expect(readWords(written(none, 'en'), 'en')).toEqual(none)
})

test('another language, another form and anything that is not whole is not read', () => {
  expect(readWords(bytes, 'de')).toBeNull()
  expect(readWords(new TextEncoder().encode('{"v":0}'), 'en')).toBeNull()
  const head = new TextDecoder().decode(bytes.subarray(4, 12))
  expect(head).toBe('{"v":1,"')
  const newer = bytes.slice()
  newer[8] = '2'.charCodeAt(0)
  expect(readWords(newer, 'en')).toBeNull()
  for (let length = 0; length < bytes.length; length += 97) expect(readWords(bytes.subarray(0, length), 'en')).toBeNull()
})

test('no bytes whatever make the reader throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(), (noise, at) => {
      readWords(noise, 'en')
      const spoilt = bytes.slice()
      spoilt.set(noise, Math.min(at % bytes.length, bytes.length - noise.length))
      readWords(spoilt, 'en')
    }),
  )
})

test('an index with something waiting is not kept, and what went is not kept with it', () => {
  const own = bookAt('2026-11-24', [aPerson(1, { name: 'Tom Becker' }), aPerson(2, { name: 'Priya Raman' })])
  const follows = new SearchIndex(own)
  expect(follows.words()).toBeNull()
  while (follows.work(50));
  own.change('', (hands) => hands.trash(own.people()[1]!.id))
  expect(follows.words()).toBeNull()
  while (follows.work(50));
  expect([...(follows.words()?.names.keys() ?? [])]).toEqual(['priya', 'raman'])
})
