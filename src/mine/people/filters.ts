import { i18n } from '@lingui/core'
import { byName, fold } from '../../kernel/text.ts'
import type { Book, Change } from '../book.ts'
import type { Filter } from './contract.ts'
import { type BandChoice, everybody, type Wanted } from './rows.ts'

/** The longest name of a filter, in characters. */
export const LONGEST_FILTER = 80

const bandOrder: readonly BandChoice[] = ['warm', 'steady', 'cooling', 'quiet', 'dormant', 'none']

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** What is wanted, as a record keeps it: only what differs from everybody. */
export function kept(wanted: Wanted): Filter['wanted'] {
  const words = tidy(wanted.words)
  return {
    ...(words === '' ? {} : { words }),
    ...(wanted.bands.size === 0 ? {} : { bands: bandOrder.filter((band) => wanted.bands.has(band)) }),
    ...(wanted.department === undefined ? {} : { department: wanted.department }),
    ...(wanted.circle === undefined ? {} : { circle: wanted.circle }),
    ...(wanted.tag === undefined ? {} : { tag: wanted.tag }),
    ...(wanted.resting ? { resting: true as const } : {}),
    ...(wanted.order === everybody.order ? {} : { order: wanted.order }),
  }
}

/** What a filter chooses. */
export function wantedBy({ wanted }: Pick<Filter, 'wanted'>): Wanted {
  return {
    words: wanted.words ?? '',
    bands: new Set(wanted.bands ?? []),
    department: wanted.department,
    circle: wanted.circle,
    tag: wanted.tag,
    resting: wanted.resting === true,
    order: wanted.order ?? everybody.order,
  }
}

/** Whether two choices choose the same, in the same order. */
export const sameWanted = (one: Wanted, other: Wanted): boolean => JSON.stringify(kept(one)) === JSON.stringify(kept(other))

/** Whether something is chosen; the order alone chooses nobody. */
export const choosesSome = (wanted: Wanted): boolean => !sameWanted({ ...wanted, order: everybody.order }, everybody)

/** My filters by name. */
export const filtersOf = (book: Book): readonly Filter[] => [...book.all('filter')].sort((a, b) => byName(a.name, b.name))

/** Keeps a choice under a name. A filter of that name chooses this from now on. Null when the name is empty. */
export function keepFilter(book: Book, name: string, wanted: Wanted): { readonly change: Change; readonly filter: string } | null {
  const called = tidy(name).slice(0, LONGEST_FILTER)
  if (called === '') return null
  const old = book.all('filter').find((filter) => fold(filter.name) === fold(called))
  let id = ''
  const change = book.change(i18n._({ id: 'filter.kept', message: 'Kept as {name}.', values: { name: called } }), (hands) => {
    id =
      old === undefined
        ? hands.add('filter', { name: called, wanted: kept(wanted) }).id
        : hands.patch('filter', old.id, { name: called, wanted: kept(wanted) }).id
  })
  return { change, filter: id }
}

/** Gives a filter another name. Null when that is empty, the same, or the name of another filter. */
export function renameFilter(book: Book, id: string, name: string): Change | null {
  const called = tidy(name).slice(0, LONGEST_FILTER)
  const filter = book.get('filter', id)
  if (filter === undefined || called === '' || called === filter.name) return null
  if (book.all('filter').some((other) => other.id !== id && fold(other.name) === fold(called))) return null
  return book.change(i18n._({ id: 'filter.renamed', message: 'The filter is called {name} now.', values: { name: called } }), (hands) => {
    hands.patch('filter', id, { name: called })
  })
}

/** Takes a filter away; the people it chose stay. */
export function removeFilter(book: Book, id: string): Change {
  const name = book.get('filter', id)?.name ?? ''
  return book.change(i18n._({ id: 'filter.removed', message: 'The filter {name} is taken away.', values: { name } }), (hands) =>
    hands.trash(id),
  )
}
