import { expect, test } from 'vitest'
import { read, shortcuts } from './shortcuts.ts'

const plain = { mod: false, alt: false }

test('a single letter does what the registry says', () => {
  expect(read({ key: 'l', ...plain }, null, true)).toEqual({ does: 'log' })
  expect(read({ key: '?', ...plain }, null, true)).toEqual({ does: 'sheet' })
})

test('two letters one after the other go to a page', () => {
  expect(read({ key: 'g', ...plain }, null, true)).toEqual({ waits: 'g' })
  expect(read({ key: 'p', ...plain }, 'g', true)).toEqual({ does: 'people' })
})

test('a letter that does not complete a pair counts by itself', () => {
  expect(read({ key: 'l', ...plain }, 'g', true)).toEqual({ does: 'log' })
  expect(read({ key: 'z', ...plain }, 'g', true)).toBeNull()
})

test('with single letters switched off only chords remain', () => {
  expect(read({ key: 'l', ...plain }, null, false)).toBeNull()
  expect(read({ key: 'g', ...plain }, null, false)).toBeNull()
  expect(read({ key: 'k', mod: true, alt: false }, null, false)).toEqual({ does: 'palette' })
})

test('a letter with Ctrl or Alt is not the letter', () => {
  expect(read({ key: 'l', mod: true, alt: false }, null, true)).toBeNull()
  expect(read({ key: 'l', mod: false, alt: true }, null, true)).toBeNull()
})

test('no two shortcuts share their keys, and none hides the beginning of a pair', () => {
  const keys = shortcuts.map((shortcut) => shortcut.keys as string)
  expect(new Set(keys).size).toBe(keys.length)
  for (const pair of keys.filter((one) => one.includes(' '))) expect(keys).not.toContain(pair.split(' ')[0])
})
