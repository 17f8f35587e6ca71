import { parse } from 'csv-parse/browser/esm/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvText, guarded, unguarded } from './csv-writing.ts'

const formula = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/
const barbs = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', "'", '"', ',', ';', '\uFF1D', ' ', 'Ana', '=cmd|calc')
const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.array(barbs, { maxLength: 5 }).map((parts) => parts.join('')),
)

test('no cell begins as a formula does, and each comes back as it was', () => {
  fc.assert(
    fc.property(cell, (text) => {
      expect(guarded(text)).not.toMatch(formula)
      expect(unguarded(guarded(text))).toBe(text)
    }),
    { numRuns: 3000 },
  )
})

test('a table is read by another program cell for cell, whatever stands in it, and no cell of it is a formula', () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 }), (rows) => {
      const read: unknown = parse(csvText(rows), { bom: true, record_delimiter: ['\r\n'] })
      const cells = read as string[][]
      expect(cells.flat().filter((one) => formula.test(one))).toEqual([])
      expect(cells.map((row) => row.map(unguarded))).toEqual(rows)
    }),
    { numRuns: 1000 },
  )
})

test('a phone number keeps its plus, and an apostrophe of somebody’s own stays theirs', () => {
  expect(guarded('+351 912 345 678')).toBe("'+351 912 345 678")
  expect(guarded("'s-Hertogenbosch")).toBe("'s-Hertogenbosch")
  expect(unguarded("'s-Hertogenbosch")).toBe("'s-Hertogenbosch")
  expect(unguarded(guarded("'=1+1"))).toBe("'=1+1")
})
