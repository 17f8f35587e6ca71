import { expect, test } from 'vitest'
import { aDate, aFact, aMoment, aPerson, bookAt, personId } from '../../../test/a-book.ts'
import { forSeveral } from './several.ts'
import { restore, trashOf } from './trash.ts'

const today = '2026-11-24'
const [ana, bo, cy] = [personId(1), personId(2), personId(3)]
const book = () =>
  bookAt(today, [
    aPerson(1, { name: 'Ana Ruiz', department: 'Research', tags: ['porto'] }),
    aPerson(2, { name: 'Bo Lind' }),
    aPerson(3, { name: 'Cy Moss', rhythm: 30, resting: { since: '2026-10-01' } }),
  ])

test('one thing is done to several people with one sentence and one undo, and only where it is not so already', () => {
  const open = book()
  const change = forSeveral(open, [ana, bo, cy], { does: 'department', word: ' Research ' })
  expect(change?.label).toBe('2 people are in Research now.')
  expect(open.people().map((person) => person.department)).toEqual(['Research', 'Research', 'Research'])
  open.undo(change!)
  expect(open.people().map((person) => person.department)).toEqual(['Research', undefined, undefined])
  expect(forSeveral(open, [ana], { does: 'department', word: 'Research' })).toBeNull()
  expect(forSeveral(open, [], { does: 'rest' })).toBeNull()
})

test('a single person is called by name', () => {
  expect(forSeveral(book(), [ana], { does: 'circle', word: 'close' })?.label).toBe('Ana Ruiz is in the circle close now.')
  expect(forSeveral(book(), [ana], { does: 'department', word: '' })?.label).toBe('Ana Ruiz is in no department now.')
})

test('tags are added and taken away without touching the others', () => {
  const open = book()
  expect(forSeveral(open, [ana, bo], { does: 'add-tag', word: 'Porto' })?.label).toBe('Bo Lind has the tag Porto now.')
  forSeveral(open, [ana, bo, cy], { does: 'add-tag', word: 'lunch' })
  expect(forSeveral(open, [ana, bo, cy], { does: 'remove-tag', word: 'porto' })?.label).toBe('2 people have the tag porto no longer.')
  expect(open.people().map((person) => person.tags)).toEqual([['lunch'], ['lunch'], ['lunch']])
  expect(forSeveral(open, [ana], { does: 'add-tag', word: ' ' })).toBeNull()
})

test('rhythm, importance, rest and waking hold for all of them', () => {
  const open = book()
  forSeveral(open, [ana, bo, cy], { does: 'rhythm', rhythm: 7 })
  forSeveral(open, [ana, bo], { does: 'importance', importance: 3 })
  expect(forSeveral(open, [ana, bo, cy], { does: 'rest' })?.label).toBe('2 people rest now.')
  expect(open.people().map(({ rhythm, importance, resting }) => [rhythm, importance, resting?.since])).toEqual([
    [7, 3, today],
    [7, 3, today],
    [7, undefined, '2026-10-01'],
  ])
  expect(forSeveral(open, [ana, bo, cy], { does: 'wake' })?.label).toBe('3 people may be suggested again.')
  forSeveral(open, [ana, bo, cy], { does: 'rhythm', rhythm: undefined })
  expect(open.people().map(({ rhythm, resting }) => [rhythm, resting])).toEqual([
    [undefined, undefined],
    [undefined, undefined],
    [undefined, undefined],
  ])
})

test('several people go to the trash with what concerns only them, and each comes back with it', () => {
  const open = book()
  open.receive([
    aMoment(1, '2026-11-20', { people: [ana, bo], text: 'the two' }),
    aMoment(2, '2026-11-21', { people: [ana, cy], text: 'with Cy' }),
    aFact(1, { about: [bo] }),
    aDate(1, { person: ana }),
  ])
  const change = forSeveral(open, [ana, bo], { does: 'trash' })
  expect(change?.label).toBe('2 people lie in the trash for thirty days.')
  expect([open.people().length, open.all('fact').length, open.all('date').length]).toEqual([1, 0, 0])
  expect(open.all('moment').map((moment) => moment.text)).toEqual(['with Cy'])
  expect(
    trashOf(open)
      .map(({ record }) => record.id)
      .sort(),
  ).toEqual([ana, bo].sort())
  restore(open, ana)
  expect(open.all('moment')).toHaveLength(2)
  open.undo(change!)
  expect([open.people().length, open.all('fact').length, open.all('date').length, open.all('moment').length]).toEqual([3, 1, 1, 2])
})
