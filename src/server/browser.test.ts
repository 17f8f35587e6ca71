import { expect, test } from 'vitest'
import { opener } from './browser.ts'

test('a computer without a screen opens no browser', () => {
  expect(opener('linux', {})).toBeUndefined()
  expect(opener('linux', { DISPLAY: '' })).toBeUndefined()
})

test('each desktop has its own way to open an address', () => {
  expect(opener('linux', { DISPLAY: ':0' })).toEqual(['xdg-open'])
  expect(opener('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toEqual(['xdg-open'])
  expect(opener('darwin', {})).toEqual(['open'])
  expect(opener('win32', {})?.[0]).toBe('rundll32')
})
