import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeBodies } from './merge.ts'
import type { AnyRecord } from './record.ts'

const note = (fields: object, changed = '2026-11-24T09:00:00Z'): AnyRecord =>
  ({ kind: 'person', id: 'p', v: 1, changed, ...fields }) as AnyRecord
const early = '2026-11-24T10:00:00Z'
const late = '2026-11-24T11:00:00Z'

test('two devices that change different fields both get their way', () => {
  const base = note({ name: 'Ana', line: 'Third floor', team: 'Payroll' })
  const merged = mergeBodies(
    base,
    note({ name: 'Ana', line: 'Fourth floor', team: 'Payroll' }, late),
    note({ name: 'Ana Ruiz', line: 'Third floor' }, early),
  )
  expect(merged).toEqual(note({ name: 'Ana Ruiz', line: 'Fourth floor' }, late))
})

test('two devices that change the same field keep both texts, the later one in place', () => {
  const base = note({ line: 'a' })
  const merged = mergeBodies(base, note({ line: 'mine' }, early), note({ line: 'theirs' }, late))
  expect(merged).toEqual(note({ line: 'theirs', others: [{ field: 'line', value: 'mine', changed: early }] }, late))
})

test('lists take what either side added and lose what either side removed', () => {
  const base = note({ tags: ['a', 'b', 'c'] })
  const merged = mergeBodies(base, note({ tags: ['b', 'c', 'd'] }, early), note({ tags: ['a', 'b', 'e'] }, late))
  expect(merged).toEqual(note({ tags: ['b', 'e', 'd'] }, late))
})

test('a list that neither side emptied does not end up empty', () => {
  const merged = mergeBodies(note({ people: ['a', 'b'] }), note({ people: ['a'] }, early), note({ people: ['b'] }, late))
  expect(merged).toEqual(note({ people: ['b'], others: [{ field: 'people', value: ['a'], changed: early }] }, late))
})

test('what one side trashed and the other edited is edited and not in the trash', () => {
  const base = note({ line: 'a' })
  const trashed = note({ line: 'a', trashed: { on: '2026-11-24' } }, late)
  expect(mergeBodies(base, trashed, note({ line: 'b' }, early))).toEqual(note({ line: 'b' }, late))
  expect(mergeBodies(base, trashed, note({ line: 'a' }))).toEqual(trashed)
  expect(mergeBodies(trashed, note({ line: 'a' }, late), { ...trashed, changed: early })).toEqual(note({ line: 'a' }, late))
})

test('an edit wins over the end of a record; an untouched record ends', () => {
  const base = note({ line: 'a', trashed: { on: '2026-10-01' } })
  const gone: AnyRecord = { kind: 'gone', id: 'p', v: 1, changed: late }
  expect(mergeBodies(base, gone, base)).toEqual(gone)
  expect(mergeBodies(base, note({ line: 'a' }, early), gone)).toEqual(note({ line: 'a' }, early))
})

test('a promise is kept or dropped, not both', () => {
  const base = note({ text: 'the deck' })
  const merged = mergeBodies(
    base,
    note({ text: 'the deck', kept: { on: '2026-11-24' } }, early),
    note({ text: 'the deck', dropped: { on: '2026-11-25' } }, late),
  )
  expect(merged).toEqual(
    note(
      { text: 'the deck', dropped: { on: '2026-11-25' }, others: [{ field: 'kept', value: { on: '2026-11-24' }, changed: early }] },
      late,
    ),
  )
})

// A record as devices make it: short texts and lists, now and then trashed.
const value = fc.oneof(fc.constantFrom('x', 'y', 'z'), fc.nat(3), fc.record({ on: fc.constantFrom('2026-11-01', '2026-11-02') }))
const record = fc
  .record(
    {
      name: value,
      line: value,
      since: value,
      tags: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 }),
      trashed: fc.record({ on: fc.constantFrom('2026-11-01', '2026-11-02') }),
    },
    { requiredKeys: [] },
  )
  .chain((fields) => fc.nat(5).map((minute) => note(fields, `2026-11-24T10:0${minute}:00Z`)))

const plain = ({ changed: _changed, ...rest }: AnyRecord): object => rest

test('merging with an unchanged side gives the changed side', () => {
  fc.assert(
    fc.property(record, record, (base, mine) => {
      // biome-ignore lint/complexity/useMathMinMax: these are instants as text.
      const changed = mine.changed > base.changed ? mine.changed : base.changed
      expect(mergeBodies(base, mine, base)).toEqual({ ...mine, changed })
      expect(mergeBodies(base, base, mine)).toEqual({ ...mine, changed })
    }),
    { numRuns: 1000 },
  )
})

test('the order of the sides does not matter, and merging again changes nothing', () => {
  fc.assert(
    fc.property(fc.option(record, { nil: undefined }), record, record, (base, mine, theirs) => {
      const merged = mergeBodies(base, mine, theirs)
      expect(mergeBodies(base, theirs, mine)).toEqual(merged)
      expect(plain(mergeBodies(merged, merged, merged))).toEqual(plain(merged))
      // biome-ignore lint/complexity/useMathMinMax: these are instants as text.
      expect(merged.changed).toBe(mine.changed > theirs.changed ? mine.changed : theirs.changed)
    }),
    { numRuns: 2000 },
  )
})

test('no text that a device wrote is lost', () => {
  fc.assert(
    fc.property(fc.option(record, { nil: undefined }), record, record, (base, mine, theirs) => {
      const merged = mergeBodies(base, mine, theirs)
      const fields = merged as unknown as Record<string, unknown>
      const was = base as unknown as Record<string, unknown> | undefined
      for (const side of [mine, theirs] as unknown as Record<string, unknown>[]) {
        for (const field of ['name', 'line', 'since']) {
          const text = side[field]
          if (text === undefined || JSON.stringify(text) === JSON.stringify(was?.[field])) continue
          const kept = [fields[field], ...(merged.others ?? []).filter((other) => other.field === field).map((other) => other.value)]
          expect(kept).toContainEqual(text)
        }
        for (const tag of (side['tags'] ?? []) as string[]) {
          if ((was?.['tags'] as string[] | undefined)?.includes(tag) !== true) expect(fields['tags'] ?? []).toContain(tag)
        }
      }
    }),
    { numRuns: 2000 },
  )
})
