import { fold } from '../../kernel/text.ts'
import type { Book } from '../book.ts'
import { emailKey } from '../importing/identity.ts'
import type { Person } from '../people/contract.ts'
import type { Guest } from './contract.ts'

/** Guests of a meeting: people of the book, and others. */
interface Parted {
  readonly known: readonly Person[]
  readonly unknown: readonly Guest[]
}

/** People of the book, to be found by what a calendar says of them: an address, else the exact name. */
export class Acquaintances {
  readonly #emails = new Map<string, Person[]>()
  readonly #names = new Map<string, Person[]>()
  readonly #parted = new WeakMap<readonly Guest[], Parted>()

  constructor(people: readonly Person[]) {
    for (const person of people) {
      for (const email of person.emails ?? []) put(this.#emails, emailKey(email), person)
      for (const name of [person.name, ...(person.aliases ?? [])]) put(this.#names, fold(name), person)
    }
  }

  /** Whom a guest means. Undefined where nobody, or more than one, answers to it. */
  find(guest: Guest): Person | undefined {
    const named = namesOf(guest.name).flatMap((name) => this.#names.get(fold(name)) ?? [])
    const owners = guest.email === undefined ? [] : (this.#emails.get(emailKey(guest.email)) ?? [])
    if (owners.length > 0) return one(owners) ?? one(owners.filter((person) => named.includes(person)))
    return one(named)
  }

  /** Those whom a meeting's guests mean, each once, and the guests who mean nobody. */
  part(guests: readonly Guest[]): Parted {
    const before = this.#parted.get(guests)
    if (before !== undefined) return before
    const known = new Map<string, Person>()
    const unknown: Guest[] = []
    for (const guest of guests) {
      const person = this.find(guest)
      if (person === undefined) unknown.push(guest)
      else known.set(person.id, person)
    }
    const parted = { known: [...known.values()], unknown }
    this.#parted.set(guests, parted)
    return parted
  }
}

const one = (people: readonly Person[]): Person | undefined =>
  new Set(people.map((person) => person.id)).size === 1 ? people[0] : undefined

function put(map: Map<string, Person[]>, key: string, person: Person): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [person])
  else if (!list.includes(person)) list.push(person)
}

/** A name, and what it is when a directory wrote it the other way round: "Becker, Tom". */
function namesOf(name: string): string[] {
  if (name.trim() === '') return []
  const bare = name.replace(/\s*[([].*$/, '').trim()
  const [last, first, ...rest] = bare.split(',').map((part) => part.trim())
  const turned = rest.length === 0 && first !== undefined && first !== '' ? [`${first} ${last}`] : []
  return [name, ...(bare === name || bare === '' ? [] : [bare]), ...turned]
}

/** What a guest is called: the name, put the usual way round, else what the address says. */
export function guestName(guest: Guest): string {
  const names = namesOf(guest.name)
  const called = names.at(-1)
  if (called !== undefined) return called
  const local = guest.email?.split('@')[0] ?? ''
  const parts = local.split(/[._-]+/).filter((part) => /^\p{L}{2,}$/u.test(part))
  if (parts.length < 2) return guest.email ?? ''
  return parts.map((part) => part.slice(0, 1).toLocaleUpperCase() + part.slice(1)).join(' ')
}

const kept = new WeakMap<readonly Person[], Acquaintances>()

/** The people of the book as a calendar finds them; worked out once for as long as nobody of them changes. */
export function acquaintances(book: Book): Acquaintances {
  const people = book.all('person')
  const known = kept.get(people) ?? new Acquaintances(people)
  kept.set(people, known)
  return known
}
