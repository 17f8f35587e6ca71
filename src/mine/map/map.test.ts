import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aFact, aMoment, aPerson, aSetting, bookAt, personId } from '../../../test/a-book.ts'
import { addDays } from '../../kernel/time.ts'
import { sampleCompany } from '../../sample/company.ts'
import type { AnyRecord } from '../record.ts'
import { mapText, readMap, stepOf, stepText } from './reading.ts'
import { drawingOf, inOrder, RINGS } from './rings.ts'
import { MOST_SECTORS, ringOf, sectorsOf } from './sectors.ts'

const today = '2026-11-24'

/** So many meals with a person, one every week up to last week. */
const meals = (person: number, count: number, lastAgo = 7): AnyRecord[] =>
  Array.from({ length: count }, (_, n) =>
    aMoment(person * 1000 + n, addDays(today, -(lastAgo + n * 7)), { people: [personId(person)], medium: 'meal', shape: 'lunch' }),
  )

const book = (more: readonly AnyRecord[] = []) =>
  bookAt(today, [
    aPerson(1, { name: 'Ana Sousa', department: 'Research' }),
    aPerson(2, { name: 'Tom Becker', department: 'Accounting' }),
    aPerson(3, { name: 'Ruth Okafor', department: 'Accounting ' }),
    aPerson(4, { name: 'Jan Kuiper', department: 'Legal' }),
    aPerson(5, { name: 'Stig Moen' }),
    aPerson(6, { name: 'Noor Haddad', department: 'Legal', resting: { since: '2026-01-01' } }),
    ...meals(1, 30),
    ...meals(2, 12),
    ...meals(4, 2, 400),
    aSetting(1, { key: 'me', name: 'Me', department: 'Research' }),
    aSetting(2, { key: 'departments', touched: ['Operations', 'RESEARCH'] }),
    ...more,
  ])

test('each department is a sector: mine first, the others by name, whoever has none last, and one I touch but know nobody in is a gap', () => {
  expect(sectorsOf(book()).map(({ department, mine, gap, rows }) => [department, mine, gap, rows.map((row) => row.person.name)])).toEqual([
    ['RESEARCH', true, undefined, ['Ana Sousa']],
    ['Accounting', false, undefined, ['Tom Becker', 'Ruth Okafor']],
    ['Legal', false, 'drifted', ['Jan Kuiper']],
    ['Operations', false, 'nobody', []],
    [undefined, false, undefined, ['Stig Moen']],
  ])
})

test('where there are more departments than fit, the smallest are gathered, and none is lost', () => {
  const many = bookAt(
    today,
    Array.from({ length: 60 }, (_, n) => aPerson(n, { department: `Department ${Math.floor(Math.sqrt(n * 8))}` })),
  )
  const sectors = sectorsOf(many)
  expect(sectors.length).toBe(MOST_SECTORS)
  expect(sectors.filter((sector) => sector.rest).length).toBe(1)
  expect(sectors.flatMap((sector) => sector.rows).length).toBe(60)
})

test('the map reads itself in one sentence, and proposes one step through somebody who is near', () => {
  const sectors = sectorsOf(book())
  expect(mapText(readMap(sectors))).toBe('You are nearest to RESEARCH; Legal has drifted, and in Operations you know nobody yet.')
  const step = stepOf(book(), sectors)
  expect(step === undefined ? step : stepText(step)).toEqual({
    title: 'Ask Tom whom to meet in Operations',
    reason: 'You and Tom are near, and people know people.',
  })
  const told = book([aFact(1, { about: [personId(1)], text: 'Eats with the operations people on Wednesdays' })])
  const through = stepOf(told, sectorsOf(told))
  expect(through === undefined ? through : stepText(through).reason).toBe('Operations comes up in what you wrote about Ana.')
  expect(mapText(readMap(sectorsOf(bookAt(today, [aPerson(1)]))))).toBe('Nothing is written yet, so everybody stands at the rim.')
})

test('everybody stands in the ring of their word and in the sector of their department, and whoever rests is not drawn', () => {
  const company = bookAt(today, sampleCompany(today))
  const drawing = drawingOf(sectorsOf(company))
  let seen = 0
  for (const { from, to, spots } of drawing.wedges) {
    for (const { row, x, y } of spots) {
      seen++
      const radius = Math.hypot(x, y)
      const ring = ringOf(row.band)
      const inner = ring === 0 ? 0 : ring === 5 ? (RINGS[3] as number) : (RINGS[ring - 1] as number)
      expect(radius).toBeGreaterThanOrEqual(inner)
      expect(radius).toBeLessThanOrEqual(RINGS[Math.min(4, ring)] as number)
      const turn = Math.atan2(x, -y)
      expect([turn, turn + 2 * Math.PI].some((angle) => angle >= from - 1e-9 && angle <= to + 1e-9)).toBe(true)
    }
  }
  expect(seen).toBe(company.people().filter((person) => person.resting === undefined).length)
})

test('for any people the drawing holds all of them, is the same each time, and neither discs nor names lie on one another', () => {
  const word = fc.constantFrom('Ana', 'Bartholomew', '李小龙', 'Jo', 'Ольга')
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          name: word,
          department: fc.integer({ min: 0, max: 20 }),
          met: fc.integer({ min: 0, max: 14 }),
          ago: fc.integer({ min: 1, max: 300 }),
        }),
        {
          maxLength: 40,
        },
      ),
      (people) => {
        const made = bookAt(
          today,
          people.flatMap(({ name, department, met, ago }, n) => [
            aPerson(n + 1, department === 0 ? { name } : { name, department: `D${department}` }),
            ...meals(n + 1, met, ago),
          ]),
        )
        const drawing = drawingOf(sectorsOf(made))
        expect(drawingOf(sectorsOf(made))).toEqual(drawing)
        const order = inOrder(drawing)
        expect(order.length).toBe(people.length)
        const rings = order.map((spot) => ringOf(spot.row.band))
        expect([...rings].sort((a, b) => a - b)).toEqual(rings)
        for (const { x, y } of order) expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true)
        const named = order.filter((spot) => spot.named)
        for (const [n, one] of named.entries()) {
          for (const other of named.slice(n + 1)) {
            const apart = Math.abs(one.x - other.x) > 8 || Math.abs(one.y - other.y) > 8
            expect(apart).toBe(true)
          }
        }
      },
    ),
    { numRuns: 150 },
  )
})
