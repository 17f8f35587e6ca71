import type { PersonItem } from '../../formats/item.ts'
import { fold } from '../../kernel/text.ts'
import type { Book } from '../book.ts'
import type { Person, YearDate } from '../people/contract.ts'
import type { Known } from './growth.ts'
import { emailKey, namesMeet, profileKey } from './identity.ts'

/** How sure it is that an item means somebody: `sure`, or worth asking. */
export interface Match<T> {
  readonly who: T
  readonly sure: boolean
}

interface Named {
  readonly name: string
  readonly aliases?: readonly string[] | undefined
  readonly emails?: readonly string[] | undefined
  readonly links?: readonly string[] | undefined
  readonly sourceId?: string | undefined
}

const put = <T>(map: Map<string, T[]>, key: string, value: T): void => {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else if (!list.includes(value)) list.push(value)
}

/**
 * Finds whom an item of a file means: by the UID of its card, by a profile page, by an email address;
 * never for certain by the name alone.
 */
export class Finder<T> {
  readonly #uids = new Map<string, T[]>()
  readonly #emails = new Map<string, T[]>()
  readonly #profiles = new Map<string, T[]>()
  readonly #names = new Map<string, T[]>()
  readonly #of = new Map<T, Named>()

  add(who: T, named: Named): void {
    this.#of.set(who, named)
    if (named.sourceId !== undefined) put(this.#uids, named.sourceId, who)
    for (const email of named.emails ?? []) put(this.#emails, emailKey(email), who)
    for (const link of named.links ?? []) {
      const key = profileKey(link)
      if (key !== undefined) put(this.#profiles, key, who)
    }
    for (const name of [named.name, ...(named.aliases ?? [])]) put(this.#names, fold(name), who)
  }

  /** Everybody of the same name. */
  namesakes(item: PersonItem): readonly T[] {
    return this.#names.get(fold(item.name)) ?? []
  }

  /** Whom the item means by what only one person has. An address with quite another name on it is worth asking about. */
  find(item: PersonItem): Match<T> | undefined {
    const uid = item.uid === undefined ? undefined : this.#uids.get(item.uid)
    const profile = item.links.map(profileKey).flatMap((key) => (key === undefined ? [] : (this.#profiles.get(key) ?? [])))
    const strong = [...(uid ?? []), ...profile]
    if (strong[0] !== undefined) return { who: strong.find((one) => this.#called(one, item)) ?? strong[0], sure: true }
    const addressed = item.emails.flatMap((email) => this.#emails.get(emailKey(email)) ?? [])
    if (addressed[0] === undefined) return undefined
    const same =
      addressed.find((one) => this.#names.get(fold(item.name))?.includes(one)) ?? addressed.find((one) => this.#called(one, item))
    return same === undefined ? { who: addressed[0], sure: false } : { who: same, sure: true }
  }

  #called(who: T, item: PersonItem): boolean {
    const named = this.#of.get(who)
    if (named === undefined) return false
    if (item.nameFrom === 'email') return true
    return [named.name, ...(named.aliases ?? [])].some((name) => name.includes('@') || namesMeet(name, item.name))
  }
}

/** The people of a book, to be found, with what an import compares. */
export class KnownPeople {
  readonly finder = new Finder<string>()
  readonly #people = new Map<string, Person>()
  readonly #dates = new Map<string, YearDate[]>()
  readonly #facts = new Map<string, Set<string>>()

  constructor(book: Book) {
    for (const person of book.all('person')) {
      this.#people.set(person.id, person)
      this.finder.add(person.id, person)
    }
    for (const date of book.all('date')) put(this.#dates, date.person, date)
    for (const fact of book.all('fact')) {
      for (const person of fact.about) {
        const texts = this.#facts.get(person)
        if (texts === undefined) this.#facts.set(person, new Set([fact.text]))
        else texts.add(fact.text)
      }
    }
  }

  person(id: string): Person | undefined {
    return this.#people.get(id)
  }

  /** What the book knows of somebody. */
  known(id: string): Known | undefined {
    const person = this.#people.get(id)
    return person === undefined ? undefined : { person, dates: this.#dates.get(id) ?? [], facts: this.#facts.get(id) ?? new Set() }
  }
}
