import { expect, test } from 'vitest'
import { aMoment, aPerson, bookAt, personId } from '../../test/a-book.ts'
import type { AnyRecord } from './record.ts'
import { led, trailOf } from './trail.ts'
import type { Twin } from './twins/contract.ts'

const [ana, bo, cy] = [personId(1), personId(2), personId(3)]
let count = 0
const same = (from: string, into: string, changed = '2026-11-24T09:00:00Z'): Twin => ({
  kind: 'twin',
  id: `t${++count}`,
  v: 1,
  changed,
  on: '2026-11-24',
  what: { answer: 'same', from, into },
})
const everyone = (): boolean => true
const any = (fields: object): AnyRecord => ({ kind: 'plan-to-come', id: 'r', v: 1, changed: '', ...fields }) as AnyRecord

test('a trail leads over several steps to the one who stays', () => {
  const trail = trailOf([same(cy, bo), same(bo, ana)], everyone)
  expect([trail.get(cy), trail.get(bo), trail.get(ana)]).toEqual([ana, ana, undefined])
})

test('a trail never runs in a circle, whatever a record says', () => {
  expect(trailOf([same(bo, ana), same(ana, bo), same(cy, cy)], everyone)).toEqual(new Map([[bo, ana]]))
})

test('a trail of many thousand steps leads to its end', () => {
  const id = (n: number): string => String(n).padStart(36, '0')
  const steps = Array.from({ length: 50_000 }, (_, n) => same(id(n + 1), id(n)))
  expect(trailOf(steps.reverse(), everyone).get(id(50_000))).toBe(id(0))
})

test('of two answers about one person the later one holds, on every device', () => {
  const [early, late] = [same(cy, ana, '2026-11-24T09:00:00Z'), same(cy, bo, '2026-11-24T10:00:00Z')]
  expect(trailOf([early, late], everyone)).toEqual(new Map([[cy, bo]]))
  expect(trailOf([late, early], everyone)).toEqual(new Map([[cy, bo]]))
})

test('whoever is in the book again is themselves again', () => {
  expect(trailOf([same(bo, ana)], () => false).size).toBe(0)
})

test('ids are led alone, in lists, in keys and as names of fields, in kinds that nobody knows yet', () => {
  const trail = new Map<string, string>([[bo, ana]])
  expect(
    led(
      any({
        person: bo,
        to: [cy, bo, ana],
        deep: { who: { person: bo }, key: `warmth:${bo}`, dated: `date:${bo}:2026`, print: `a1b2:${bo}` },
        moves: [
          { key: `warmth:${bo}`, person: bo },
          { key: `warmth:${ana}`, person: ana },
        ],
        by: { [bo]: 1, [cy]: 2 },
      }),
      trail,
    ),
  ).toEqual(
    any({
      person: ana,
      to: [cy, ana],
      deep: { who: { person: ana }, key: `warmth:${ana}`, dated: `date:${ana}:2026`, print: `a1b2:${ana}` },
      moves: [{ key: `warmth:${ana}`, person: ana }],
      by: { [ana]: 1, [cy]: 2 },
    }),
  )
})

test('what names nobody on the trail stays the same object, and nobody ends up above themselves', () => {
  const trail = new Map<string, string>([[bo, ana]])
  const record = any({ person: cy, text: `noted: ${'x'.repeat(300)}: ${bo}`, list: ['a', 'a'] })
  expect(led(record, trail)).toBe(record)
  expect(led(any({ id: ana, above: bo, name: 'Ana' }), trail)).toEqual(any({ id: ana, name: 'Ana' }))
})

test('the book reads a record that still names the other as one about the person who stays', () => {
  const book = bookAt('2026-11-24', [
    aPerson(1),
    aPerson(2, { trashed: { on: '2026-11-24' } }),
    aMoment(1, '2026-11-20', { people: [ana] }),
  ])
  book.receive([same(bo, ana)])
  book.receive([aMoment(2, '2026-11-23', { people: [bo, ana] })])
  expect(book.momentsOf(ana).map((moment) => moment.people)).toEqual([[ana], [ana]])
  expect([book.whoIs(bo), book.whoIs(cy)]).toEqual([ana, cy])
  // The trail may also come after what it leads.
  const late = bookAt('2026-11-24', [aPerson(1), aMoment(2, '2026-11-23', { people: [bo] })])
  expect(late.momentsOf(ana)).toEqual([])
  late.receive([same(bo, ana)])
  expect(late.momentsOf(ana)).toHaveLength(1)
  expect(late.momentsOf(bo)).toEqual([])
  // And whoever is brought back takes what still names them along.
  late.receive([aPerson(2)])
  expect([late.momentsOf(ana).length, late.momentsOf(bo).length]).toEqual([0, 1])
})
