import { expect, test } from 'vitest'
import { fitting } from './language-choice.ts'

test('the first language of the browser that Kith speaks is taken, whatever its country', () => {
  expect(fitting(['de-AT', 'en'])).toBe('de')
  expect(fitting(['pt-PT', 'de', 'en'])).toBe('de')
  expect(fitting(['en-GB', 'de'])).toBe('en')
  expect(fitting(['DE'])).toBe('de')
})

test('where none is spoken it is English', () => {
  expect(fitting([])).toBe('en')
  expect(fitting(['ar', 'he-IL', 'deu-x'])).toBe('en')
})
