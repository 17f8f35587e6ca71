import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import type { PersonId } from '../kernel/ids.ts'
import { addDays, frozenClock } from '../kernel/time.ts'
import { Book, TRASH_DAYS } from './book.ts'
import type { AnyRecord } from './record.ts'

const clock = frozenClock('2026-11-24T09:00:00Z')
let book: Book
beforeEach(() => {
  book = new Book(clock)
})

const addPerson = (name: string, to = book): PersonId => {
  let id = '' as PersonId
  to.change('', (hands) => {
    id = hands.add('person', { name }).id
  })
  return id
}
const lunch = (people: PersonId[], day: string, to = book): string => {
  let id = ''
  to.change('', (hands) => {
    id = hands.add('moment', { day, people, medium: 'meal', shape: 'lunch', startedBy: 'both', text: 'Lunch' }).id
  })
  return id
}

test('a moment stands on the page of everybody who was there, the newest first', () => {
  const [ana, tom] = [addPerson('Ana Sol'), addPerson('Tom Becker')]
  const early = lunch([ana, tom], '2026-11-02')
  const late = lunch([tom], '2026-11-20')
  expect(book.momentsOf(tom).map((moment) => moment.id)).toEqual([late, early])
  expect(book.momentsOf(ana).map((moment) => moment.id)).toEqual([early])
})

test('a list keeps its identity until one of its own records changes', () => {
  const [ana, tom] = [addPerson('Ana Sol'), addPerson('Tom Becker')]
  lunch([ana], '2026-11-02')
  const before = book.momentsOf(ana)
  lunch([tom], '2026-11-03')
  expect(book.momentsOf(ana)).toBe(before)
  lunch([ana], '2026-11-04')
  expect(book.momentsOf(ana)).not.toBe(before)
})

test('undo takes back what was added, and undo of undo brings it again', () => {
  const ana = addPerson('Ana Sol')
  const change = book.change('', (hands) => {
    hands.add('fact', { about: [ana], text: 'Moves to Porto', writtenOn: '2026-11-24' })
  })
  expect(book.factsOf(ana)).toHaveLength(1)
  const undone = book.undo(change)
  expect(book.factsOf(ana)).toHaveLength(0)
  book.undo(undone)
  expect(book.factsOf(ana)).toHaveLength(1)
})

test('undo of an edit leaves a later edit of another field alone', () => {
  const ana = addPerson('Ana Sol')
  const first = book.change('', (hands) => hands.patch('person', ana, { department: 'Finance' }))
  book.change('', (hands) => hands.patch('person', ana, { role: 'Controller' }))
  book.undo(first)
  expect(book.get('person', ana)?.department).toBeUndefined()
  expect(book.get('person', ana)?.role).toBe('Controller')
})

test('an edit that throws leaves nothing behind', () => {
  expect(() =>
    book.change('', (hands) => {
      hands.add('person', { name: 'Half Done' })
      throw new Error('stopped')
    }),
  ).toThrow('stopped')
  expect(book.all('person')).toHaveLength(0)
})

test('what lies in the trash is invisible, comes back, and is gone after its time', () => {
  const ana = addPerson('Ana Sol')
  book.change('', (hands) => hands.trash(ana))
  expect(book.get('person', ana)).toBeUndefined()
  expect(book.trashed().map((record) => record.id)).toEqual([ana])
  book.change('', (hands) => hands.restore(ana))
  expect(book.get('person', ana)?.name).toBe('Ana Sol')
  book.change('', (hands) => hands.trash(ana))

  const later = new Book(frozenClock(`${addDays('2026-11-24', TRASH_DAYS + 1)}T09:00:00Z`))
  later.receive(book.everything())
  const written: AnyRecord[] = []
  later.onWrite((records) => written.push(...records))
  later.sweep()
  expect(later.everything()).toEqual([])
  expect(written.map(({ kind, id }) => ({ kind, id }))).toEqual([{ kind: 'gone', id: ana }])
})

test('a fact past its day goes to the trash by itself', () => {
  const ana = addPerson('Ana Sol')
  book.change('', (hands) => {
    hands.add('fact', { about: [ana], text: 'Ask how she is', writtenOn: '2026-11-01', expires: '2026-11-23' })
  })
  book.sweep()
  expect(book.all('fact')).toEqual([])
  expect(book.trashed()).toHaveLength(1)
})

test('a kind that this program does not know survives unchanged', () => {
  const strange: AnyRecord = { kind: 'constellation', id: '7c2f1a0e-52f4-4c39-9a39-0b6b3f6d2b11', v: 4, changed: '2026-11-24T09:00:00Z' }
  book.receive([strange])
  expect(book.everything()).toContainEqual(strange)
})

test('a record of a newer version is kept and not shown', () => {
  const ana = addPerson('Ana Sol')
  const newer = { ...(book.get('person', ana) as unknown as AnyRecord), v: 99 }
  book.receive([newer])
  expect(book.get('person', ana)).toBeUndefined()
  expect(book.everything()).toContainEqual(newer)
})

test('what arrives from another device is not written again', () => {
  const written: AnyRecord[] = []
  book.onWrite((records) => written.push(...records))
  const other = new Book(clock)
  addPerson('Tom Becker', other)
  book.receive(other.everything())
  expect(book.people().map((person) => person.name)).toEqual(['Tom Becker'])
  expect(written).toEqual([])
})

test('listeners hear of each change once, with the kinds it touched', () => {
  const heard: string[][] = []
  const stop = book.subscribe((kinds) => heard.push([...kinds]))
  addPerson('Ana Sol')
  stop()
  addPerson('Tom Becker')
  expect(heard).toEqual([['person']])
})

test('indices agree with the records after any sequence of edits and undos', () => {
  const step = fc.record({
    what: fc.constantFrom('person', 'moment', 'trash', 'restore', 'undo'),
    pick: fc.nat(50),
    day: fc.integer({ min: 1, max: 28 }),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const one = new Book(clock)
      const people: PersonId[] = [addPerson('Ana Sol', one)]
      const ids: string[] = []
      const changes = []
      for (const { what, pick, day } of steps) {
        if (what === 'person') people.push(addPerson(`Person ${pick}`, one))
        else if (what === 'moment')
          ids.push(lunch([people[pick % people.length] as PersonId, people[0] as PersonId], `2026-10-${String(day).padStart(2, '0')}`, one))
        else if (what === 'undo') {
          const last = changes.pop()
          if (last !== undefined) one.undo(last)
        } else {
          const id = ids[pick % Math.max(1, ids.length)]
          if (id !== undefined) changes.push(one.change('', (hands) => (what === 'trash' ? hands.trash(id) : hands.restore(id))))
        }
      }
      for (const person of people) {
        const expected = one
          .all('moment')
          .filter((moment) => moment.people.includes(person))
          .map((moment) => moment.id)
        const seen = one.momentsOf(person)
        expect(seen.map((moment) => moment.id).sort()).toEqual(expected.sort())
        expect([...seen].map((moment) => moment.day)).toEqual(
          [...seen]
            .map((moment) => moment.day)
            .sort()
            .reverse(),
        )
      }
    }),
    { numRuns: 150 },
  )
})
