import { fold } from '../../kernel/text.ts'
import type { Book } from '../book.ts'
import type { Person, YearDate } from '../people/contract.ts'
import { formOf, hasInitial } from './name-forms.ts'

/** Fields of which one person has one value, so that one has to stay. */
export const chosenFields = ['name', 'line', 'role', 'department', 'company', 'place', 'manager', 'circle', 'rhythm', 'importance'] as const
export type ChosenField = (typeof chosenFields)[number] | 'birthday' | 'resting'
/** Fields that hold several values; both lists are united. */
export const unitedFields = ['aliases', 'emails', 'phones', 'links', 'tags'] as const
export type UnitedField = (typeof unitedFields)[number]

/** A field in which the two differ, what each says (`undefined`: nothing), and whose value stays unless I say otherwise. */
export interface Difference {
  readonly field: ChosenField
  readonly values: readonly [unknown, unknown]
  readonly stays: 0 | 1
}

/** The birthday of a person; the one with a year where there are several. */
export const birthdayOf = (book: Book, person: string): YearDate | undefined => {
  const days = book.datesOf(person).filter((date) => date.what === 'birthday')
  return days.find((date) => date.year !== undefined) ?? days[0]
}

/**
 * Where two people say different things of which only one can stay. What only one of them says stays
 * without asking, except rest: whoever is awake with one of the two is asked about.
 */
export function differencesOf(book: Book, one: Person, other: Person): readonly Difference[] {
  const out: Difference[] = []
  for (const field of chosenFields) {
    const values = [one[field], other[field]] as const
    if (values[0] === undefined || values[1] === undefined || sameText(values[0], values[1])) continue
    out.push({ field, values, stays: better(book, field, one, other) })
  }
  const days = [birthdayOf(book, one.id), birthdayOf(book, other.id)] as const
  if (days[0] !== undefined && days[1] !== undefined && !sameDay(days[0], days[1]))
    out.push({ field: 'birthday', values: days, stays: days[1].year !== undefined && days[0].year === undefined ? 1 : 0 })
  if ((one.resting === undefined) !== (other.resting === undefined))
    out.push({ field: 'resting', values: [one.resting, other.resting], stays: one.resting === undefined ? 0 : 1 })
  return out
}

/** Whether two birthdays are the same day, and no two years. */
export const sameDay = (one: YearDate, other: YearDate): boolean =>
  one.month === other.month && one.day === other.day && (one.year === other.year || one.year === undefined || other.year === undefined)

const sameText = (one: unknown, other: unknown): boolean =>
  one === other || (typeof one === 'string' && typeof other === 'string' && one.trim() === other.trim())

/** Whose value says more: the fuller name, the longer line, how I hold whom I know better, else what was written later. */
function better(book: Book, field: ChosenField, one: Person, other: Person): 0 | 1 {
  const later = one.changed >= other.changed ? 0 : 1
  switch (field) {
    case 'name': {
      const by = fullness(other.name) - fullness(one.name)
      return by > 0 ? 1 : by < 0 ? 0 : later
    }
    case 'line':
      return (other.line?.length ?? 0) > (one.line?.length ?? 0) ? 1 : 0
    case 'circle':
    case 'rhythm':
    case 'importance':
      return book.momentsOf(other.id).length > book.momentsOf(one.id).length ? 1 : 0
    default:
      return later
  }
}

/** How much a name says: its words, then marks over its letters; an initial or an address says less than a word. */
function fullness(name: string): number {
  const form = formOf(name)
  const words = name.includes('@') ? 0 : form.words.filter((word) => word.length > 1).length
  const marked = fold(name) === name.toLowerCase().trim() ? 0 : 1
  const order = name.includes(',') ? 0 : 1
  return words * 100 + (hasInitial(form) ? 0 : 10) + order * 2 + marked
}
