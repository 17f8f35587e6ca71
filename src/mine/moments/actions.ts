import { i18n } from '@lingui/core'
import type { PersonId } from '../../kernel/ids.ts'
import { addDays, type Day, isDay } from '../../kernel/time.ts'
import type { Book, Change } from '../book.ts'
import { ASK_HOW_DAYS } from '../tact/ask-how.ts'
import type { Moment } from './contract.ts'

/** What can be changed in a moment after it was written. */
export interface MomentFields {
  readonly text: string
  readonly day: Day
  readonly medium: Moment['medium']
  readonly shape: Moment['shape']
  readonly startedBy: Moment['startedBy']
  readonly people: readonly string[]
  readonly depth: Moment['depth']
  readonly help: Moment['help']
}

/** Changes a moment. Null when nobody is left in it, its day lies ahead, or nothing is different. */
export function editMoment(book: Book, id: string, fields: Partial<MomentFields>): Change | null {
  const moment = book.get('moment', id)
  if (moment === undefined) return null
  if (fields.people !== undefined && fields.people.length === 0) return null
  if (fields.day !== undefined && (!isDay(fields.day) || fields.day > book.today())) return null
  const tidy: Record<string, unknown> = { ...fields }
  if (fields.text !== undefined) tidy['text'] = fields.text.trim()
  if (fields.people !== undefined) tidy['people'] = [...new Set(fields.people)]
  const next = Object.entries(tidy).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(moment[field as keyof Moment]))
  if (next.length === 0) return null
  return book.change(i18n._({ id: 'moment.edited', message: 'The moment is changed.' }), (hands) => {
    hands.patch('moment', id, Object.fromEntries(next))
  })
}

/** Puts "ask how they are", for two weeks, in the place of a moment's words; what it was and when stays. */
export function askHowInstead(book: Book, id: string, about: readonly string[]): Change {
  const expires = addDays(book.today(), ASK_HOW_DAYS)
  return book.change(
    i18n._({ id: 'moment.ask-how', message: 'The words are gone; only to ask is remembered, for two weeks.' }),
    (hands) => {
      hands.patch('moment', id, { text: '', typed: undefined })
      if (about.length === 0) return
      const text = i18n._({ id: 'fact.ask-how', message: 'Ask how they are' })
      hands.add('fact', { about: [...about], text, writtenOn: book.today(), expires })
    },
  )
}

/** Moves a moment to the trash; warmth is then read without it. */
export function trashMoment(book: Book, id: string): Change {
  return book.change(i18n._({ id: 'moment.trashed', message: 'The moment lies in the trash for thirty days.' }), (hands) => hands.trash(id))
}

/** Writes down a promise. Null when there are no words. */
export function addPromise(book: Book, to: readonly PersonId[], text: string, due: Day | undefined): Change | null {
  const words = text.trim()
  if (words === '' || to.length === 0 || (due !== undefined && !isDay(due))) return null
  return book.change(i18n._({ id: 'promise.added', message: 'The promise is written.' }), (hands) => {
    hands.add('promise', { to: [...to], text: words, madeOn: book.today(), due })
  })
}

/** Changes the words or the day of a promise that is open. Null when nothing is different. */
export function editPromise(book: Book, id: string, text: string, due: Day | undefined): Change | null {
  const promise = book.get('promise', id)
  const words = text.trim()
  if (promise === undefined || words === '' || (promise.text === words && promise.due === due)) return null
  return book.change(i18n._({ id: 'promise.edited', message: 'The promise is changed.' }), (hands) => {
    hands.patch('promise', id, { text: words, due })
  })
}

/** A promise is kept, today. */
export function keepPromise(book: Book, id: string): Change {
  return book.change(i18n._({ id: 'promise.kept', message: 'Kept.' }), (hands) => {
    hands.patch('promise', id, { kept: { on: book.today() }, dropped: undefined })
  })
}

/** A promise is let go, today. It stays in the book as one that was made. */
export function dropPromise(book: Book, id: string): Change {
  return book.change(i18n._({ id: 'promise.dropped', message: 'Let go of.' }), (hands) => {
    hands.patch('promise', id, { dropped: { on: book.today() }, kept: undefined })
  })
}

/** Gives a promise another day: the one named, or a week from today or from its day, whichever is later. */
export function postponePromise(book: Book, id: string, day?: Day): Change | null {
  const promise = book.get('promise', id)
  if (promise === undefined) return null
  const today = book.today()
  const due = day ?? addDays(promise.due !== undefined && promise.due > today ? promise.due : today, 7)
  if (!isDay(due) || due < today) return null
  return book.change(i18n._({ id: 'promise.moved', message: 'It has another day.' }), (hands) => {
    hands.patch('promise', id, { due })
  })
}

/** Moves a promise to the trash, as one that was never made. */
export function trashPromise(book: Book, id: string): Change {
  return book.change(i18n._({ id: 'promise.trashed', message: 'The promise lies in the trash for thirty days.' }), (hands) =>
    hands.trash(id),
  )
}
