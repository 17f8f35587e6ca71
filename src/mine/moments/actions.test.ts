import { i18n } from '@lingui/core'
import { beforeEach, expect, test } from 'vitest'
import type { PersonId } from '../../kernel/ids.ts'
import { frozenClock } from '../../kernel/time.ts'
import { Book } from '../book.ts'
import { addPerson } from '../people/actions.ts'
import { addPromise, dropPromise, editMoment, editPromise, keepPromise, postponePromise, trashMoment, trashPromise } from './actions.ts'
import { longDay, shortDay } from './day-text.ts'
import { lineOf, opened, pictureOf } from './wording.ts'

i18n.loadAndActivate({ locale: 'en', messages: {} })

let book: Book
let jonas: PersonId
let moment: string
beforeEach(() => {
  book = new Book(frozenClock('2026-11-24T09:00:00Z'))
  jonas = addPerson(book, 'Jonas Lindqvist')!.person
  book.change('', (hands) => {
    moment = hands.add('moment', {
      day: '2026-11-20',
      people: [jonas],
      medium: 'message',
      shape: 'message',
      startedBy: 'me',
      text: 'release notes',
    }).id
  })
})

test('a moment is changed, and only where something is different', () => {
  expect(editMoment(book, moment, { text: ' release notes ' })).toBeNull()
  editMoment(book, moment, { text: 'Lunch by the river', medium: 'meal', shape: 'lunch', day: '2026-11-19' })
  expect(book.momentsOf(jonas)[0]).toMatchObject({ text: 'Lunch by the river', medium: 'meal', day: '2026-11-19' })
})

test('a moment never lies ahead and never loses everybody', () => {
  expect(editMoment(book, moment, { day: '2026-11-25' })).toBeNull()
  expect(editMoment(book, moment, { day: '2026-02-30' })).toBeNull()
  expect(editMoment(book, moment, { people: [] })).toBeNull()
})

test('a removed moment comes back by undo', () => {
  const change = trashMoment(book, moment)
  expect(book.momentsOf(jonas)).toHaveLength(0)
  book.undo(change)
  expect(book.momentsOf(jonas)).toHaveLength(1)
})

test('a promise is kept or let go of, never both', () => {
  addPromise(book, [jonas], ' Read the notes ', '2026-11-27')
  const promise = () => book.promisesTo(jonas)[0]!
  keepPromise(book, promise().id)
  expect(promise().kept).toEqual({ on: '2026-11-24' })
  dropPromise(book, promise().id)
  expect(promise().kept).toBeUndefined()
  expect(promise().dropped).toEqual({ on: '2026-11-24' })
  expect(addPromise(book, [jonas], ' ', undefined)).toBeNull()
})

test('another day is a week after today or after its day, whichever is later', () => {
  addPromise(book, [jonas], 'Past', '2026-11-01')
  const { id } = book.promisesTo(jonas)[0]!
  postponePromise(book, id)
  expect(book.get('promise', id)?.due).toBe('2026-12-01')
  postponePromise(book, id)
  expect(book.get('promise', id)?.due).toBe('2026-12-08')
  expect(postponePromise(book, id, '2026-11-23')).toBeNull()
})

test('a promise is reworded, and taken out as if it had never been made', () => {
  addPromise(book, [jonas], 'The notes', undefined)
  const { id } = book.promisesTo(jonas)[0]!
  expect(editPromise(book, id, 'The notes', undefined)).toBeNull()
  editPromise(book, id, 'The long notes', '2026-12-01')
  expect(book.get('promise', id)).toMatchObject({ text: 'The long notes', due: '2026-12-01' })
  trashPromise(book, id)
  expect(book.promisesTo(jonas)).toHaveLength(0)
})

test('the first breath of a text is told apart from the rest, unless it is long', () => {
  expect(opened('Lunch in the canteen. He explained the audit.')).toEqual({
    opening: 'Lunch in the canteen.',
    rest: 'He explained the audit.',
  })
  expect(opened('coffee')).toEqual({ opening: 'coffee', rest: '' })
  expect(opened('at 12:30 in 3.2')).toEqual({ opening: 'at 12:30 in 3.2', rest: '' })
  const long = `${'word '.repeat(20)}end. More.`
  expect(opened(long)).toEqual({ opening: '', rest: long })
})

test('a moment without words is called by what it was', () => {
  const one = book.momentsOf(jonas)[0]!
  expect(lineOf(one)).toBe('Release notes')
  expect(lineOf({ ...one, text: ' ' })).toBe('You wrote')
  expect(pictureOf({ shape: 'other', medium: 'call' })).toBe('call')
  expect(pictureOf({ shape: 'call', medium: 'video' })).toBe('video')
})

test('days are short in the column and name their year only when it is another one', () => {
  expect(shortDay('2026-10-02')).toBe('2 Oct')
  expect(longDay('2026-12-04', '2026-11-24')).toBe('4 December')
  expect(longDay('2025-12-04', '2026-11-24')).toBe('4 December 2025')
})
