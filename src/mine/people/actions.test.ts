import { i18n } from '@lingui/core'
import { beforeEach, expect, test } from 'vitest'
import type { PersonId } from '../../kernel/ids.ts'
import { frozenClock } from '../../kernel/time.ts'
import { Book } from '../book.ts'
import { letRest, wake } from '../today/answers.ts'
import { addAway, awaysOf, removeAway } from './absence.ts'
import { addPerson, describe, rename, setImportance, setRhythm, settleOther } from './actions.ts'
import { addDate, addFact, editDate, editFact, forgetFact, isYearDay, rememberToAsk, removeDate } from './remembering.ts'

i18n.loadAndActivate({ locale: 'en', messages: {} })

let book: Book
let ines: PersonId
beforeEach(() => {
  book = new Book(frozenClock('2026-11-24T09:00:00Z'))
  const added = addPerson(book, '  Inês   Duarte ', { department: 'Customer Care' })
  if (added === null) throw new Error('nobody was added')
  ines = added.person
})
const person = () => book.get('person', ines)!

test('somebody joins by name alone, and undo takes them out again', () => {
  expect(person().name).toBe('Inês Duarte')
  expect(addPerson(book, '   ')).toBeNull()
  const { change, person: other } = addPerson(book, 'Bram')!
  book.undo(change)
  expect(book.get('person', other)).toBeUndefined()
})

test('a new name keeps the old one as something search understands', () => {
  const change = rename(book, ines, 'Inês Sá')!
  expect(person()).toMatchObject({ name: 'Inês Sá', aliases: ['Inês Duarte'] })
  book.undo(change)
  expect(person().name).toBe('Inês Duarte')
  expect(person().aliases).toBeUndefined()
  expect(rename(book, ines, ' Inês  Duarte')).toBeNull()
  expect(rename(book, ines, '  ')).toBeNull()
})

test('going back to an earlier name leaves no alias of itself', () => {
  rename(book, ines, 'Inês Sá')
  rename(book, ines, 'Inês Duarte')
  expect(person().aliases).toEqual(['Inês Sá'])
})

test('details are tidied: empty ones go, and a list holds nothing twice', () => {
  describe(book, ines, { role: '  Team  lead ', department: ' ', tags: ['Tea', 'tea ', '', 'Porto'] })
  expect(person()).toMatchObject({ role: 'Team lead', tags: ['Tea', 'Porto'] })
  expect('department' in person()).toBe(false)
  expect(describe(book, ines, { role: 'Team lead' })).toBeNull()
})

test('rhythm, importance and rest are set and taken away again', () => {
  setRhythm(book, ines, 14)
  setImportance(book, ines, 3)
  letRest(book, ines)
  expect(person()).toMatchObject({ rhythm: 14, importance: 3, resting: { since: '2026-11-24' } })
  setRhythm(book, ines, undefined)
  setImportance(book, ines, 1)
  wake(book, ines)
  for (const field of ['rhythm', 'importance', 'resting']) expect(field in person()).toBe(false)
})

test('a fact may expire, and asking how they are forgets itself after fourteen days', () => {
  addFact(book, [ines], ' Found the missing order ')
  rememberToAsk(book, [ines])
  expect(book.factsOf(ines).map((fact) => [fact.text, fact.expires])).toEqual(
    expect.arrayContaining([
      ['Found the missing order', undefined],
      ['Ask how they are', '2026-12-08'],
    ]),
  )
  expect(addFact(book, [ines], '  ')).toBeNull()
})

test('a fact is changed, kept for good, and forgotten with a way back', () => {
  addFact(book, [ines], 'Has a new office', { expires: '2026-12-01' })
  const fact = book.factsOf(ines)[0]!
  editFact(book, fact.id, { text: 'Has the corner office', expires: undefined })
  expect(book.factsOf(ines)[0]).toMatchObject({ text: 'Has the corner office' })
  expect(book.factsOf(ines)[0]?.expires).toBeUndefined()
  expect(editFact(book, fact.id, { text: 'Has the corner office', expires: undefined })).toBeNull()
  const change = forgetFact(book, fact.id)
  expect(book.factsOf(ines)).toHaveLength(0)
  book.undo(change)
  expect(book.factsOf(ines)).toHaveLength(1)
})

test('only a day that some year has can be written', () => {
  expect(isYearDay(2, 29)).toBe(true)
  expect(isYearDay(4, 31)).toBe(false)
  expect(isYearDay(13, 1)).toBe(false)
  expect(addDate(book, ines, { what: 'birthday', month: 2, day: 30 })).toBeNull()
  addDate(book, ines, { what: 'birthday', month: 2, day: 29 })
  const date = book.datesOf(ines)[0]!
  editDate(book, date.id, { what: 'other', label: ' First day ', month: 3, day: 1, year: 2019 })
  expect(book.datesOf(ines)[0]).toMatchObject({ what: 'other', label: 'First day', month: 3, day: 1, year: 2019 })
  removeDate(book, date.id)
  expect(book.datesOf(ines)).toHaveLength(0)
})

test('times away are kept apart by whose they are and must not end before they begin', () => {
  addAway(book, 'me', '2026-12-20', '2027-01-03')
  addAway(book, 'company', '2026-12-24', '2026-12-26')
  addAway(book, { person: ines }, '2026-12-01', undefined)
  expect(addAway(book, 'me', '2026-12-20', '2026-12-19')).toBeNull()
  expect(awaysOf(book, 'me')).toHaveLength(1)
  expect(awaysOf(book, { person: ines })[0]).toMatchObject({ from: '2026-12-01' })
  removeAway(book, awaysOf(book, 'company')[0]!.id)
  expect(awaysOf(book, 'company')).toHaveLength(0)
})

test('a text that two devices wrote is settled either way', () => {
  const twice = () =>
    book.change('', (hands) => {
      hands.patch('person', ines, { line: 'Here', others: [{ field: 'line', value: 'There', changed: '2026-11-23T08:00:00Z' }] })
    })
  twice()
  settleOther(book, 'person', ines, 0, 'present')
  expect(person()).toMatchObject({ line: 'Here' })
  expect(person().others).toBeUndefined()
  twice()
  settleOther(book, 'person', ines, 0, 'other')
  expect(person()).toMatchObject({ line: 'There' })
  expect(person().others).toBeUndefined()
})
