import { i18n } from '@lingui/core'
import { beforeEach, expect, test } from 'vitest'
import type { PersonId } from '../../kernel/ids.ts'
import { frozenClock } from '../../kernel/time.ts'
import { Book } from '../book.ts'
import { addPromise, trashMoment } from '../moments/actions.ts'
import { addAway } from './absence.ts'
import { addPerson } from './actions.ts'
import { addDate, addFact } from './remembering.ts'
import { restore, trashOf, trashPerson } from './trash.ts'

i18n.loadAndActivate({ locale: 'en', messages: {} })

let book: Book
let tom: PersonId
let lea: PersonId
const talk = (people: string[], text: string): string => {
  let id = ''
  book.change('', (hands) => {
    id = hands.add('moment', { day: '2026-11-20', people, medium: 'face', shape: 'talk', startedBy: 'me', text }).id
  })
  return id
}
beforeEach(() => {
  book = new Book(frozenClock('2026-11-24T09:00:00Z'))
  tom = addPerson(book, 'Tom Becker')!.person
  lea = addPerson(book, 'Léa Fontaine')!.person
  talk([tom], 'On the stairs')
  talk([tom, lea], 'With both')
  addFact(book, [tom], 'Oat milk')
  addFact(book, [tom, lea], 'Share a garden')
  addPromise(book, [tom], 'The claim form', '2026-11-27')
  addDate(book, tom, { what: 'birthday', month: 5, day: 3 })
  addAway(book, { person: tom }, '2026-11-01', '2026-11-10')
})

test('what is only theirs goes with a person, what they share stays with the others', () => {
  trashPerson(book, tom)
  expect(book.get('person', tom)).toBeUndefined()
  expect(book.all('moment').map((moment) => moment.text)).toEqual(['With both'])
  expect(book.all('fact').map((fact) => fact.text)).toEqual(['Share a garden'])
  expect(book.all('promise')).toHaveLength(0)
  expect(book.all('date')).toHaveLength(0)
  expect(book.all('away')).toHaveLength(0)
  expect(trashOf(book).map((entry) => [entry.record.id, entry.together])).toEqual([[tom, 5]])
})

test('a person comes back with everything that went with them, and with nothing else', () => {
  const before = talk([tom], 'Thrown away before')
  trashMoment(book, before)
  trashPerson(book, tom)
  restore(book, tom)
  expect(
    book
      .momentsOf(tom)
      .map((moment) => moment.text)
      .sort(),
  ).toEqual(['On the stairs', 'With both'])
  expect(book.factsOf(tom)).toHaveLength(2)
  expect(book.promisesTo(tom)).toHaveLength(1)
  expect(book.datesOf(tom)).toHaveLength(1)
  expect(book.all('away')).toHaveLength(1)
  expect(trashOf(book).map((entry) => entry.record.id)).toEqual([before])
})

test('undo is the same as taking out of the trash', () => {
  const all = book.everything().map((record) => ({ ...record, changed: '' }))
  book.undo(trashPerson(book, tom))
  expect(book.everything().map((record) => ({ ...record, changed: '' }))).toEqual(all)
})

test('what two people share goes with the last of them', () => {
  trashPerson(book, tom)
  trashPerson(book, lea)
  expect(book.all('moment')).toHaveLength(0)
  restore(book, lea)
  expect(book.all('moment').map((moment) => moment.text)).toEqual(['With both'])
})

test('a moment taken out of the trash brings back its person', () => {
  const before = talk([tom], 'Thrown away before')
  trashMoment(book, before)
  trashPerson(book, tom)
  restore(book, before)
  expect(book.get('person', tom)?.name).toBe('Tom Becker')
  expect(book.momentsOf(tom)).toHaveLength(3)
  expect(restore(book, before)).toBeNull()
})
