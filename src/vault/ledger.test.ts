import { expect, test } from 'vitest'
import { newId } from '../kernel/ids.ts'
import { Ledger, type OpenedRow } from './ledger.ts'
import type { Packed } from './record.ts'

interface Note {
  readonly id: string
  readonly text: string
}

const [a, b, s] = [newId(), newId(), newId()]
const full = (id: string, rev: number, text = `${rev}`, epoch = 1): OpenedRow<Note> => ({
  id,
  epoch,
  rev,
  tag: `${id}${rev}${text}`,
  found: { kind: 'record', body: { id, text } },
})
const empty = (id: string, rev: number): OpenedRow<Note> => ({ id, epoch: 1, rev, tag: '', found: 'empty' })
const segment = (rev: number, ...packed: Packed<Note>[]): OpenedRow<Note> => ({
  id: s,
  epoch: 1,
  rev,
  tag: `segment ${rev}`,
  found: { kind: 'segment', packed },
})
const inside = (id: string, rev: number, text = `${rev}`): Packed<Note> => ({ id, rev, body: { id, text } })

/** Reads whole feeds, one after the other. */
function read(...feeds: OpenedRow<Note>[][]) {
  const ledger = new Ledger<Note>()
  const arrived: Note[] = []
  const findings = feeds.flatMap((rows) => [...ledger.take(rows, 1, arrived), ...ledger.endFeed()])
  return { ledger, arrived, findings, text: (id: string) => ledger.body(id)?.text }
}

test('an edit after packing wins over the segment, in whatever order they come', () => {
  for (const rows of [
    [segment(1, inside(a, 1)), full(a, 3, 'edited')],
    [full(a, 3, 'edited'), segment(2, inside(a, 1))],
  ]) {
    const { text, findings, ledger } = read(rows)
    expect(text(a)).toBe('edited')
    expect(findings).toEqual([])
    expect(ledger.get(a)?.is).toBe('plain')
  }
})

test('an empty row is explained by its segment, before or after it', () => {
  for (const rows of [
    [full(a, 1), segment(1, inside(a, 1)), empty(a, 2)],
    [full(a, 1), empty(a, 2), segment(2, inside(a, 1))],
    [segment(1, inside(a, 1)), empty(a, 2)],
    [segment(1, inside(a, 1))],
  ]) {
    const { text, findings, ledger } = read(rows)
    expect(text(a)).toBe('1')
    expect(findings).toEqual([])
    expect(ledger.totals).toEqual({ records: 2, revSum: 2 + (rows.find(({ id }) => id === s)?.rev ?? 0) })
  }
})

test('a full row that a segment replaced must have become empty', () => {
  expect(read([full(a, 1), segment(1, inside(a, 1))]).findings).toEqual([{ kind: 'rolled-back', id: a }])
  expect(read([full(a, 1)], [segment(1, inside(a, 1)), empty(a, 2)]).findings).toEqual([])
  expect(read([full(a, 1)], [segment(1, inside(a, 1)), full(a, 3, 'later')]).findings).toEqual([])
})

test('an empty row with another revision than its segment says is not taken', () => {
  const { findings, text } = read([segment(1, inside(a, 1)), empty(a, 5)])
  expect(findings).toEqual([{ kind: 'missing', id: a }])
  expect(text(a)).toBe('1')
})

test('a record that was packed twice is what the later segment says', () => {
  const other = newId()
  const later: OpenedRow<Note> = { ...segment(1, inside(a, 3, 'second')), id: other, tag: 'other' }
  for (const rows of [
    [segment(1, inside(a, 1, 'first')), later],
    [later, segment(2, inside(a, 1, 'first'))],
  ]) {
    expect(read(rows)).toMatchObject({ findings: [] })
    expect(read(rows).text(a)).toBe('second')
  }
})

test('a row that does not open keeps the last text that did', () => {
  const { findings, text, ledger } = read([full(a, 1), full(b, 1)], [{ ...full(a, 2), found: 'not-authentic' }])
  expect(findings).toEqual([{ kind: 'not-authentic', id: a }])
  expect(text(a)).toBe('1')
  expect(ledger.totals).toEqual({ records: 2, revSum: 3 })
  const hidden = read([{ ...full(a, 9), found: 'not-authentic' }, segment(1, inside(a, 1, 'still here'))])
  expect(hidden.text(a)).toBe('still here')
  expect(hidden.arrived).toEqual([{ id: a, text: 'still here' }])
})

test('rows of an epoch that is over are refused', () => {
  const ledger = new Ledger<Note>()
  expect(ledger.take([full(a, 1), full(b, 1, 'x', 2)], 2, [])).toEqual([{ kind: 'not-authentic', id: a }])
  expect(ledger.body(b)?.text).toBe('x')
})
