import { i18n } from '@lingui/core'
import type { PersonId } from '../../kernel/ids.ts'
import { addDays, type Day, isDay } from '../../kernel/time.ts'
import type { Book, Change } from '../book.ts'
import { ASK_HOW_DAYS } from '../tact/ask-how.ts'
import { isDelicate } from '../tact/tact.ts'
import type { YearDate } from './contract.ts'

/** Writes down something worth remembering. `expires` is the last day on which it is shown. Null when the text is empty. */
export function addFact(
  book: Book,
  about: readonly PersonId[],
  text: string,
  more: { readonly expires?: Day | undefined; readonly child?: boolean } = {},
): Change | null {
  const words = text.trim()
  if (words === '' || about.length === 0) return null
  return book.change(i18n._({ id: 'fact.added', message: 'Remembered.' }), (hands) => {
    hands.add('fact', {
      about: [...about],
      text: words,
      writtenOn: book.today(),
      expires: more.expires,
      child: more.child === true ? true : undefined,
      tact: isDelicate(words) ? true : undefined,
    })
  })
}

/**
 * "Ask how they are": says that something is going on without saying what, and forgets itself after
 * fourteen days. `instead` is a fact that goes to the trash for it.
 */
export function rememberToAsk(book: Book, about: readonly string[], instead?: string): Change {
  const expires = addDays(book.today(), ASK_HOW_DAYS)
  return book.change(i18n._({ id: 'fact.ask-how.added', message: 'Remembered. It forgets itself after two weeks.' }), (hands) => {
    if (instead !== undefined) hands.trash(instead)
    hands.add('fact', {
      about: [...about],
      text: i18n._({ id: 'fact.ask-how', message: 'Ask how they are' }),
      writtenOn: book.today(),
      expires,
    })
  })
}

/** Changes the words of a fact or the last day it is shown. `expires: undefined` lets it stay. Null when nothing is different. */
export function editFact(
  book: Book,
  id: string,
  next: { readonly text: string; readonly expires: Day | undefined; readonly child?: boolean },
): Change | null {
  const fact = book.get('fact', id)
  const text = next.text.trim()
  const child = next.child === true ? true : undefined
  if (fact === undefined || text === '') return null
  if (fact.text === text && fact.expires === next.expires && fact.child === child) return null
  return book.change(i18n._({ id: 'fact.edited', message: 'Remembered that way.' }), (hands) => {
    const tact = isDelicate(text) ? true : undefined
    // Whoever changes the words has read them: they count from today.
    const renewed = fact.text === text ? {} : { renewedOn: book.today(), shownForRenewal: undefined }
    hands.patch('fact', id, { text, expires: next.expires, child, tact, ...renewed })
  })
}

/** Moves a fact to the trash. */
export function forgetFact(book: Book, id: string): Change {
  return book.change(i18n._({ id: 'fact.trashed', message: 'Forgotten. It lies in the trash for thirty days.' }), (hands) =>
    hands.trash(id),
  )
}

/** Whether a month and a day name a day that some year has: 29 February does, 31 April does not. */
export const isYearDay = (month: number, day: number): boolean => {
  const two = (n: number): string => String(n).padStart(2, '0')
  return Number.isInteger(month) && Number.isInteger(day) && isDay(`2024-${two(month)}-${two(day)}`)
}

/** What a yearly date says. */
export interface YearDateFields {
  readonly what: YearDate['what']
  readonly label?: string | undefined
  readonly month: number
  readonly day: number
  readonly year?: number | undefined
}

/** Writes a yearly date of a person. Null when no year has such a day. */
export function addDate(book: Book, person: PersonId, fields: YearDateFields): Change | null {
  if (!isYearDay(fields.month, fields.day)) return null
  return book.change(i18n._({ id: 'date.added', message: 'The day is written.' }), (hands) => {
    hands.add('date', {
      person,
      what: fields.what,
      label: fields.label?.trim() || undefined,
      month: fields.month,
      day: fields.day,
      year: fields.year,
    })
  })
}

/** Changes a yearly date. Null when no year has such a day or it is gone. */
export function editDate(book: Book, id: string, fields: YearDateFields): Change | null {
  if (!isYearDay(fields.month, fields.day) || book.get('date', id) === undefined) return null
  return book.change(i18n._({ id: 'date.edited', message: 'The day is changed.' }), (hands) => {
    hands.patch('date', id, {
      what: fields.what,
      label: fields.label?.trim() || undefined,
      month: fields.month,
      day: fields.day,
      year: fields.year,
    })
  })
}

/** Moves a yearly date to the trash. */
export function removeDate(book: Book, id: string): Change {
  return book.change(i18n._({ id: 'date.removed', message: 'The day is taken out.' }), (hands) => hands.trash(id))
}
