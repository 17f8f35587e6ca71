import { expect, test } from 'vitest'
import { bookAt, idOf } from '../../../../test/a-book.ts'
import type { RecordOf } from '../../records.ts'
import { type Waiting, waiting } from '../waiting.ts'
import { type HeldRow, nextRows } from './rows-held.ts'

const proposal = (n: number): RecordOf['proposal'] => ({
  kind: 'proposal',
  id: idOf('proposal', n),
  v: 1,
  changed: '2026-11-24T08:00:00Z',
  uid: `${n}`,
  title: `Meeting ${n}`,
  medium: 'face',
  shape: 'talk',
  startedBy: 'both',
  guests: [{ name: 'Ruth Okafor' }],
  present: 2,
  days: [{ of: '', day: `2026-11-${20 - n}` }],
})
const all = waiting(bookAt('2026-11-24', [proposal(1), proposal(2), proposal(3)]))
const said = (rows: readonly HeldRow[]): string =>
  rows.map(({ one, answered }) => `${one.proposal.uid}${answered ? ' answered' : ''}`).join(', ')
const without = (uid: string): readonly Waiting[] => all.filter((one) => one.proposal.uid !== uid)

test('an answered row stays in its place until it is let go, and an undo brings it back there', () => {
  const first = nextRows([], all)
  expect(said(first)).toBe('1, 2, 3')
  const answered = nextRows(first, without('2'))
  expect(said(answered)).toBe('1, 2 answered, 3')
  expect(said(nextRows(answered, all))).toBe('1, 2, 3')
})

test('a row that comes back after it was let go stands where it stood', () => {
  const gone = nextRows([], without('2'))
  expect(said(nextRows(gone, all))).toBe('1, 2, 3')
  expect(said(nextRows(nextRows([], without('1')), all))).toBe('1, 2, 3')
})
