import { expect, test } from 'vitest'
import { aFact, aMoment, aPerson, aPromise, bookAt } from '../../../test/a-book.ts'
import { addDays } from '../../kernel/time.ts'
import { planFor } from './plan.ts'
import { reasonText, titleText } from './wording.ts'

const DAY = '2026-11-24'
const said = (records: Parameters<typeof bookAt>[1]): string => {
  const book = bookAt(DAY, records)
  return planFor(book)
    .moves.map((move) => `${titleText(book, move)} ${reasonText(book, move, DAY)}`)
    .join(' | ')
}
const tom = aPerson(1, { name: 'Tom Becker', rhythm: 7 })
const lunch = aMoment(1, addDays(DAY, -20), { medium: 'meal', shape: 'lunch', text: 'talked about his surgery' })

test('no suggestion repeats words about health, from whichever record they come', () => {
  const words = /surgery|hospital|schwanger|church/i
  const every = [
    [tom, lunch],
    [tom, lunch, aFact(1, { text: 'Seine Frau ist schwanger', writtenOn: addDays(DAY, -9) })],
    [tom, lunch, aFact(1, { text: 'His father is in hospital', writtenOn: addDays(DAY, -3), expires: addDays(DAY, 10) })],
    [tom, aMoment(1, addDays(DAY, -10), { help: 'received', text: 'drove me to the hospital' })],
    [tom, aMoment(1, addDays(DAY, -30), { help: 'given', text: 'covered for him after the surgery' })],
    [tom, lunch, aPromise(1, { text: 'visit him in hospital', due: DAY })],
    [aPerson(1, { name: 'Tom Becker', line: 'Sings in the church choir' })],
  ]
  for (const records of every) {
    expect(said(records)).not.toBe('')
    expect(said(records)).not.toMatch(words)
  }
})

test('the promise keeps its place in the plan, under a title that gives nothing away', () => {
  expect(said([tom, aPromise(1, { text: 'visit him in hospital', due: DAY })])).toContain('For Tom Becker: what you promised')
})
