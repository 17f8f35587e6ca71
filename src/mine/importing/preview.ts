import { i18n } from '@lingui/core'
import type { Item, PersonItem, RecordItem, SkippedItem } from '../../formats/item.ts'
import type { PersonId } from '../../kernel/ids.ts'
import type { Day } from '../../kernel/time.ts'
import type { Book } from '../book.ts'
import { archiveRow } from './archive-row.ts'
import type { PreviewRow } from './contract.ts'
import { type Growth, growth, type Known } from './growth.ts'
import { Finder, KnownPeople } from './known-people.ts'
import { growthWords, knowledgeWords, skipWords } from './wording.ts'

/** Up to so many items the file is small, and who is new in it is chosen from the start. */
export const SMALL = 10

/**
 * What an import would do, item by item; writes nothing. The same person is known by the UID of their
 * card, by a profile page or by an email address; an equal name alone is a question, never an answer.
 */
export function dryRun(book: Book, items: readonly Item[]): readonly PreviewRow[] {
  const run = new DryRun(book, items.filter((item) => item.kind !== 'skipped').length <= SMALL)
  return items.map((item) => run.row(item))
}

/** How long the dry run works before it lets the page breathe, in milliseconds. */
const STEP = 8

/** The same dry run in small steps, so that a page with thousands of rows to come never stands still. */
export async function dryRunInSteps(book: Book, items: readonly Item[]): Promise<readonly PreviewRow[]> {
  const run = new DryRun(book, items.filter((item) => item.kind !== 'skipped').length <= SMALL)
  const rows: PreviewRow[] = []
  let began = performance.now()
  for (const item of items) {
    rows.push(run.row(item))
    if (performance.now() - began < STEP) continue
    await new Promise((resolve) => setTimeout(resolve, 0))
    began = performance.now()
  }
  return rows
}

/** An item as somebody that a second item of the same file can be compared with. */
function asKnown(item: PersonItem): Known {
  const { emails, phones, links, company, department, role, place } = item
  return {
    person: {
      name: item.name,
      aliases: [...item.nicknames],
      emails: [...emails],
      phones: [...phones],
      links: [...links],
      company,
      department,
      role,
      place,
      tags: [...item.labels],
    },
    dates: [],
    facts: new Set(item.notes),
  }
}

/** The words for who somebody is. */
const about = (item: PersonItem): string =>
  [...new Set([item.role, item.department, item.company])].filter((part): part is string => part !== undefined).join(' · ')

class DryRun {
  readonly #book: Book
  readonly #small: boolean
  readonly #known: KnownPeople
  /** People of the book whom an earlier item has named already. */
  readonly #met = new Set<string>()
  /** Earlier items that join the book, by their place in the file. */
  readonly #joining = new Finder<number>()
  readonly #first = new Map<number, PersonItem>()
  readonly #ids = new Set<string>()
  readonly #today: Day
  readonly #wordings = new Map<string, string>()

  constructor(book: Book, small: boolean) {
    this.#book = book
    this.#small = small
    this.#known = new KnownPeople(book)
    this.#today = book.today()
  }

  row(item: Item): PreviewRow {
    switch (item.kind) {
      case 'skipped':
        return this.#skipped(item)
      case 'record':
        return this.#record(item)
      case 'person':
        return this.#person(item)
    }
  }

  #skipped(item: SkippedItem): PreviewRow {
    const { index, line, name } = item
    return {
      index,
      line,
      name,
      verdict: 'skipped',
      about: '',
      reason: skipWords(item.why),
      detail: '',
      selected: false,
      choosable: false,
      item,
    }
  }

  #record(item: RecordItem): PreviewRow {
    return archiveRow(this.#book, item, this.#ids)
  }

  #person(item: PersonItem): PreviewRow {
    const match = this.#known.finder.find(item)
    if (match?.sure === true) return this.#inBook(item, match.who)
    const namesakes = match === undefined ? this.#known.finder.namesakes(item) : [match.who]
    const same = namesakes.find((id) => this.#growth(id, item, 'newest')?.gains.length === 0)
    if (same !== undefined) return this.#inBook(item, same)
    const twin = this.#twin(item)
    if (twin !== undefined) return this.#again(item, twin)
    this.#joining.add(item.index, { ...item, aliases: item.nicknames, sourceId: item.uid })
    this.#first.set(item.index, item)
    const maybe = namesakes[0] === undefined ? undefined : this.#known.person(namesakes[0])
    return maybe === undefined ? this.#new(item) : this.#asks(item, { id: maybe.id, name: maybe.name })
  }

  #growth(id: string, item: PersonItem, way: 'newest' | 'fill'): Growth | undefined {
    const known = this.#known.known(id)
    return known === undefined ? undefined : growth(known, item, way)
  }

  #row(item: PersonItem): Omit<PreviewRow, 'verdict' | 'reason' | 'selected' | 'choosable'> {
    const { index, line, name } = item
    return { index, line, name, about: about(item), detail: this.#knows(item), item }
  }

  /** Thousands of rows share a few wordings: each is worded once. */
  #worded(key: string, words: () => string): string {
    const known = this.#wordings.get(key)
    if (known !== undefined) return known
    const text = words()
    this.#wordings.set(key, text)
    return text
  }

  #knows(item: PersonItem): string {
    const { emails, phones, birthday, dates, notes, connectedOn, nameFrom } = item
    const key = [nameFrom, emails.length, phones.length, birthday !== undefined, dates.length, notes.length, connectedOn ?? '']
    return this.#worded(`knows ${key.join(' ')}`, () => knowledgeWords(item, this.#today))
  }

  #new(item: PersonItem): PreviewRow {
    const reason = this.#worded(`new ${item.nameFrom}`, () =>
      item.nameFrom === 'email'
        ? i18n._({ id: 'import.new.email', message: 'Not in your book yet. The file knows only the email address.' })
        : i18n._({ id: 'import.new', message: 'Not in your book yet.' }),
    )
    return { ...this.#row(item), verdict: 'new', reason, selected: this.#small, choosable: true }
  }

  #asks(item: PersonItem, candidate: { id: PersonId; name: string }): PreviewRow {
    const reason = i18n._({ id: 'import.ask', message: 'Looks like {name} in your book.', values: { name: candidate.name } })
    return { ...this.#row(item), verdict: 'new', reason, candidate, ask: 'same-or-two', selected: false, choosable: true }
  }

  #inBook(item: PersonItem, id: string): PreviewRow {
    const more = this.#growth(id, item, this.#met.has(id) ? 'fill' : 'newest')
    this.#met.add(id)
    const candidate = { id: id as PersonId, name: this.#known.person(id)?.name ?? item.name }
    if (more === undefined || more.gains.length === 0) {
      const reason = this.#worded('same', () =>
        i18n._({ id: 'import.same', message: 'Already in your book. The file knows nothing more.' }),
      )
      return { ...this.#row(item), verdict: 'same', reason, candidate, selected: false, choosable: false }
    }
    const reason = this.#worded(`gains ${more.gains.join(' ')} ${more.replaced.join(' ')}`, () => growthWords(more.gains, more.replaced))
    return {
      ...this.#row(item),
      verdict: 'differs',
      reason,
      candidate,
      selected: this.#small && more.replaced.length === 0,
      choosable: true,
    }
  }

  /** An earlier item of the file that is the same person. */
  #twin(item: PersonItem): number | undefined {
    const match = this.#joining.find(item)
    if (match?.sure === true) return match.who
    return this.#joining.namesakes(item).find((index) => {
      const first = this.#first.get(index)
      return (
        first !== undefined &&
        growth(asKnown(first), item, 'newest').gains.every((gain) => gain === 'birthday' || gain === 'date') &&
        sameDates(first, item)
      )
    })
  }

  #again(item: PersonItem, twinOf: number): PreviewRow {
    const first = this.#first.get(twinOf) as PersonItem
    const more = growth(asKnown(first), item, 'fill').gains.filter((gain) =>
      gain === 'birthday' || gain === 'date' ? !sameDates(first, item) : true,
    )
    this.#joining.add(twinOf, { ...item, aliases: item.nicknames, sourceId: item.uid })
    const values = { index: twinOf }
    const reason =
      more.length === 0
        ? i18n._({ id: 'import.twin.same', message: 'The same person as number {index} of this file.', values })
        : i18n._({ id: 'import.twin.differs', message: 'The same person as number {index} of this file, who gains from it.', values })
    const verdict = more.length === 0 ? 'same' : 'differs'
    return { ...this.#row(item), verdict, reason, twinOf, selected: this.#small && more.length > 0, choosable: more.length > 0 }
  }
}

/** Whether the second item says no other yearly date than the first. */
function sameDates(first: PersonItem, second: PersonItem): boolean {
  const dates = (item: PersonItem): string[] => [
    ...(item.birthday === undefined ? [] : [`birthday ${item.birthday.month}-${item.birthday.day}`]),
    ...item.dates.map(({ what, label, date }) => `${what} ${label ?? ''} ${date.month}-${date.day}`),
  ]
  const known = new Set(dates(first))
  return dates(second).every((date) => known.has(date))
}
