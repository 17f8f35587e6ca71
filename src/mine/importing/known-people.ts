import type { PersonItem } from '../../formats/item.ts'
import { fold } from '../../kernel/text.ts'
import type { Book } from '../book.ts'
import type { Person, YearDate } from '../people/contract.ts'
import { type Known, momentMark } from './growth.ts'
import { emailKey, namesMeet, profileKey } from './identity.ts'
import { print } from './print.ts'

/** How the UID begins that Kith gives to a card of its own: the id of the person follows. */
export const OWN_UID = 'urn:uuid:'

/** Somebody whom an item means: for sure, or perhaps. */
export interface Match {
  readonly id: string
  readonly sure: boolean
}

const put = <T>(map: Map<string, T[]>, key: string, value: T): void => {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else if (!list.includes(value)) list.push(value)
}

/** The people of a book, to be found by what a file says of them, with what an import compares. */
export class KnownPeople {
  readonly #people = new Map<string, Person>()
  readonly #uids = new Map<string, string[]>()
  readonly #emails = new Map<string, string[]>()
  readonly #profiles = new Map<string, string[]>()
  readonly #names = new Map<string, string[]>()
  readonly #dates = new Map<string, YearDate[]>()
  readonly #facts = new Map<string, Set<string>>()
  readonly #moments = new Map<string, Set<string>>()
  readonly #taken = new Map<string, string>()

  constructor(book: Book) {
    for (const batch of book.all('batch')) {
      if (batch.takenBack !== undefined) continue
      for (const one of batch.taken ?? []) {
        const [mark = '', id = ''] = one.split(':')
        this.#taken.set(mark, id)
      }
    }
    for (const person of book.all('person')) this.add(person)
    for (const date of book.all('date')) put(this.#dates, date.person, date)
    for (const fact of book.all('fact')) {
      for (const person of fact.about) {
        const texts = this.#facts.get(person)
        if (texts === undefined) this.#facts.set(person, new Set([fact.text]))
        else texts.add(fact.text)
      }
    }
    for (const moment of book.all('moment')) {
      if (moment.medium === 'reaction') continue
      const mark = momentMark({ day: moment.day, medium: moment.medium })
      for (const person of moment.people) {
        const marks = this.#moments.get(person)
        if (marks === undefined) this.#moments.set(person, new Set([mark]))
        else marks.add(mark)
      }
    }
  }

  /** Makes somebody findable, or findable by more. */
  add(person: Person): void {
    this.#people.set(person.id, person)
    if (person.sourceId !== undefined) put(this.#uids, person.sourceId, person.id)
    for (const uid of person.otherSourceIds ?? []) put(this.#uids, uid, person.id)
    for (const email of person.emails ?? []) put(this.#emails, emailKey(email), person.id)
    for (const link of person.links ?? []) {
      const key = profileKey(link)
      if (key !== undefined) put(this.#profiles, key, person.id)
    }
    for (const name of [person.name, ...(person.aliases ?? [])]) put(this.#names, fold(name), person.id)
  }

  person(id: string): Person | undefined {
    return this.#people.get(id)
  }

  /** What the book knows of somebody. */
  known(id: string): Known | undefined {
    const person = this.#people.get(id)
    if (person === undefined) return undefined
    return {
      person,
      dates: this.#dates.get(id) ?? [],
      facts: this.#facts.get(id) ?? new Set(),
      moments: this.#moments.get(id) ?? new Set(),
    }
  }

  /** Who came from, or gained from, the very same item in an earlier import. */
  taken(item: PersonItem): string | undefined {
    const id = this.#taken.size === 0 ? undefined : this.#taken.get(print(item))
    return id !== undefined && this.#people.has(id) ? id : undefined
  }

  /** Everybody of the same name. */
  namesakes(item: PersonItem): readonly string[] {
    return this.#names.get(fold(item.name)) ?? []
  }

  /**
   * Whom the item means by what only one person has: the UID of the card, a profile page, an email
   * address. It is sure when the names have a word in common; else it is worth asking.
   */
  find(item: PersonItem): Match | undefined {
    const owners = [
      ...(item.uid === undefined ? [] : (this.#uids.get(item.uid) ?? [])),
      ...this.#ownCard(item.uid),
      ...item.links.map(profileKey).flatMap((key) => (key === undefined ? [] : (this.#profiles.get(key) ?? []))),
      ...item.emails.flatMap((email) => this.#emails.get(emailKey(email)) ?? []),
    ]
    if (owners[0] === undefined) return undefined
    const called = new Set(this.namesakes(item))
    const name = fold(item.name)
    const same =
      owners.find((id) => fold(this.#people.get(id)?.name ?? '') === name) ??
      owners.find((id) => called.has(id)) ??
      owners.find((id) => this.#meets(id, item))
    return same === undefined ? { id: owners[0], sure: false } : { id: same, sure: true }
  }

  /** Whom a card means that Kith itself wrote of somebody in this book. */
  #ownCard(uid: string | undefined): readonly string[] {
    const id = uid?.startsWith(OWN_UID) === true ? uid.slice(OWN_UID.length) : undefined
    return id !== undefined && this.#people.has(id) ? [id] : []
  }

  /** The item without what belongs to somebody else: an address of two people never moves from one to the other. */
  without(item: PersonItem, id: string): PersonItem {
    const free = (owners: readonly string[] | undefined): boolean => owners === undefined || owners.includes(id)
    const { uid, ...rest } = item
    return {
      ...rest,
      ...(uid !== undefined && free(this.#uids.get(uid)) ? { uid } : {}),
      emails: item.emails.filter((email) => free(this.#emails.get(emailKey(email)))),
      links: item.links.filter((link) => free(this.#profiles.get(profileKey(link) ?? ''))),
    }
  }

  #meets(id: string, item: PersonItem): boolean {
    const person = this.#people.get(id)
    if (person === undefined || item.nameFrom === 'email') return person !== undefined
    return [person.name, ...(person.aliases ?? [])].some((name) => name.includes('@') || namesMeet(name, item.name))
  }
}
