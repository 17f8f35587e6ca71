import { i18n } from '@lingui/core'
import type { PersonId } from '../../kernel/ids.ts'
import { fold } from '../../kernel/text.ts'
import type { Book, Change } from '../book.ts'
import type { Person, Rhythm } from './contract.ts'

/** What can be written about a person by hand. A text left empty takes the field away. */
export interface PersonFields {
  readonly line?: string
  readonly company?: string
  readonly department?: string
  readonly role?: string
  readonly place?: string
  readonly manager?: string
  readonly circle?: string
  readonly emails?: readonly string[]
  readonly phones?: readonly string[]
  readonly links?: readonly string[]
  readonly tags?: readonly string[]
  readonly aliases?: readonly string[]
}

const tidy = (text: string): string | undefined => text.replace(/\s+/g, ' ').trim() || undefined

/** A list without empty entries and without the same thing twice; undefined when nothing is left. */
function tidyList(list: readonly string[]): string[] | undefined {
  const seen = new Set<string>()
  const out: string[] = []
  for (const entry of list) {
    const text = tidy(entry)
    if (text === undefined || seen.has(fold(text))) continue
    seen.add(fold(text))
    out.push(text)
  }
  return out.length === 0 ? undefined : out
}

const nameOf = (book: Book, id: PersonId): string => book.get('person', id)?.name ?? ''

/** Puts somebody into the book by name. Null when the name is empty. */
export function addPerson(
  book: Book,
  name: string,
  fields: PersonFields = {},
): { readonly change: Change; readonly person: PersonId } | null {
  const called = tidy(name)
  if (called === undefined) return null
  let person = '' as PersonId
  const change = book.change(i18n._({ id: 'people.added', message: '{name} is in your book.', values: { name: called } }), (hands) => {
    person = hands.add('person', { name: called, ...tidied(fields) }).id
  })
  return { change, person }
}

type Tidied = { [F in keyof PersonFields]?: Person[F] }

function tidied(fields: PersonFields): Tidied {
  const out: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(fields) as [string, string | readonly string[]][]) {
    out[field] = typeof value === 'string' ? tidy(value) : tidyList(value)
  }
  return out as Tidied
}

/** Gives a person another name. The name before stays as one that search and quick log understand. Null when it is empty or the same. */
export function rename(book: Book, id: PersonId, name: string): Change | null {
  const person = book.get('person', id)
  const called = tidy(name)
  if (person === undefined || called === undefined || called === person.name) return null
  const aliases = tidyList([...(person.aliases ?? []), person.name])?.filter((alias) => fold(alias) !== fold(called))
  return book.change(i18n._({ id: 'people.renamed', message: 'They are {name} now.', values: { name: called } }), (hands) => {
    hands.patch('person', id, { name: called, aliases: aliases?.length ? aliases : undefined })
  })
}

/** Writes details of a person. Null when nothing is different. */
export function describe(book: Book, id: PersonId, fields: PersonFields): Change | null {
  const person = book.get('person', id)
  if (person === undefined) return null
  const next = Object.entries(tidied(fields)).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(person[field as keyof Person]),
  )
  if (next.length === 0) return null
  return book.change(i18n._({ id: 'people.described', message: 'Written, about {name}.', values: { name: person.name } }), (hands) => {
    hands.patch('person', id, Object.fromEntries(next))
  })
}

/** Chooses how often I wish to be in touch; `undefined` leaves it to how often we are anyway. */
export function setRhythm(book: Book, id: PersonId, rhythm: Rhythm | undefined): Change {
  return book.change(
    i18n._({ id: 'people.rhythm-set', message: 'The rhythm with {name} is set.', values: { name: nameOf(book, id) } }),
    (hands) => {
      hands.patch('person', id, { rhythm })
    },
  )
}

/** Says how much a person matters to me now, from 1 (as everybody) to 3. */
export function setImportance(book: Book, id: PersonId, importance: 1 | 2 | 3): Change {
  return book.change(
    i18n._({ id: 'people.importance-set', message: 'Noted, for the choice of moves about {name}.', values: { name: nameOf(book, id) } }),
    (hands) => {
      hands.patch('person', id, { importance: importance === 1 ? undefined : importance })
    },
  )
}

/**
 * Settles a text that two devices wrote at once: keeps the present one, or takes the other in its
 * place. `index` counts within `others`. Works for any kind of record.
 */
export function settleOther(
  book: Book,
  kind: 'person' | 'moment' | 'fact' | 'promise',
  id: string,
  index: number,
  take: 'present' | 'other',
): Change | null {
  const record = book.get(kind, id)
  const other = record?.others?.[index]
  if (record === undefined || other === undefined) return null
  const left = record.others?.filter((_, at) => at !== index)
  return book.change(i18n._({ id: 'people.settled', message: 'Settled: one of the two is kept.' }), (hands) => {
    hands.patch(kind, id, {
      ...(take === 'other' ? { [other.field]: other.value } : {}),
      others: left?.length ? left : undefined,
    })
  })
}
