import { emailKey, phoneKey, profileKey } from '../importing/identity.ts'
import type { Person } from '../people/contract.ts'
import { formOf, hasInitial, type NameForm, oneLetterApart, printsWithoutOne } from './name-forms.ts'

/** Where two people both work. */
export interface Place {
  readonly is: 'department' | 'company'
  readonly name: string
}

/** Why two people may be one; the strongest reason first in this list. */
export type Reason =
  | { readonly because: 'again' }
  | { readonly because: 'card' }
  | { readonly because: 'email'; readonly email: string }
  | { readonly because: 'profile'; readonly page: string }
  | { readonly because: 'phone'; readonly phone: string }
  | { readonly because: 'name'; readonly place?: Place | undefined }
  | { readonly because: 'alias'; readonly alias: string; readonly of: string }
  | { readonly because: 'turned' }
  | { readonly because: 'middle-name' }
  | { readonly because: 'initial'; readonly short: string; readonly long: string }
  | { readonly because: 'letter'; readonly place: Place }
  | { readonly because: 'first-name'; readonly short: string; readonly long: string }

/** Two people of the book who may be one. */
export interface Resemblance {
  /** The one with the smaller id, then the other: the same pair on every device. */
  readonly people: readonly [Person, Person]
  readonly reason: Reason
}

const rank: Readonly<Record<Reason['because'], number>> = {
  again: 0,
  card: 1,
  email: 2,
  profile: 3,
  phone: 4,
  name: 5,
  alias: 6,
  turned: 7,
  'middle-name': 8,
  initial: 9,
  letter: 10,
  'first-name': 11,
}

/** What more people than this have in common says nothing about any two of them: an address of a whole team. */
const SHARED = 4
/** So many people of one name are looked at pair by pair; more would be a list of strangers. */
const NAMESAKES = 8
/** A telephone number with fewer digits may be an extension that every office has. */
const PHONE_DIGITS = 7
/** One letter tells too many short names apart. */
const LETTERS = 7

/** The two ids of a pair as one text, whatever their order. */
export const pairKey = (one: string, other: string): string => (one < other ? `${one} ${other}` : `${other} ${one}`)

const forms = new WeakMap<Person, NameForm>()

/** The name of a person taken apart; once for each state of the person. */
function form(person: Person): NameForm {
  let known = forms.get(person)
  if (known === undefined) {
    known = formOf(person.name)
    forms.set(person, known)
  }
  return known
}

class Findings {
  readonly found = new Map<string, Resemblance>()

  add(one: Person, other: Person, reason: Reason): void {
    if (one.id === other.id) return
    const key = pairKey(one.id, other.id)
    const known = this.found.get(key)
    if (known !== undefined && rank[known.reason.because] <= rank[reason.because]) return
    this.found.set(key, { people: one.id < other.id ? [one, other] : [other, one], reason })
  }

  /** Every two people of a block, for what only few people share. */
  block(people: readonly Person[], most: number, reasonFor: (one: Person, other: Person) => Reason | undefined): void {
    if (people.length < 2 || people.length > most) return
    for (const [i, one] of people.entries()) {
      for (const other of people.slice(i + 1)) {
        const reason = reasonFor(one, other)
        if (reason !== undefined) this.add(one, other, reason)
      }
    }
  }
}

const put = <T>(map: Map<string, T[]>, key: string, value: T): void => {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else if (list.at(-1) !== value) list.push(value)
}

/**
 * Pairs of people who may be the same person, each with its strongest reason, the strongest reasons
 * first. A name alone only proposes. People are compared within blocks that share something, so that
 * the work grows with the number of people and not with its square.
 *
 * @param people those to compare; whoever rests or lies in the trash is left out by the caller
 */
export function resemblances(people: readonly Person[]): readonly Resemblance[] {
  const findings = new Findings()
  compareAddresses(people, findings)
  compareNames(people, findings)
  compareInitials(people, findings)
  compareLetters(people, findings)
  compareFirstNames(people, findings)
  return [...findings.found.values()].sort(
    (a, b) =>
      rank[a.reason.because] - rank[b.reason.because] ||
      (pairKey(a.people[0].id, a.people[1].id) < pairKey(b.people[0].id, b.people[1].id) ? -1 : 1),
  )
}

/** What belongs to one person only: an address, a number, a page, a card. */
function compareAddresses(people: readonly Person[], findings: Findings): void {
  const cards = new Map<string, Person[]>()
  const emails = new Map<string, Person[]>()
  const pages = new Map<string, Person[]>()
  const phones = new Map<string, Person[]>()
  for (const person of people) {
    for (const card of [person.sourceId, ...(person.otherSourceIds ?? [])]) if (card !== undefined) put(cards, card, person)
    for (const email of person.emails ?? []) put(emails, emailKey(email), person)
    for (const link of person.links ?? []) {
      const page = profileKey(link)
      if (page !== undefined) put(pages, page, person)
    }
    for (const phone of person.phones ?? []) {
      const key = phoneKey(phone)
      if (key.replace(/\D/g, '').length >= PHONE_DIGITS) put(phones, key, person)
    }
  }
  for (const list of cards.values()) findings.block(list, SHARED, () => ({ because: 'card' }))
  for (const [email, list] of emails) findings.block(list, SHARED, () => ({ because: 'email', email }))
  for (const [page, list] of pages) findings.block(list, SHARED, () => ({ because: 'profile', page }))
  for (const [key, list] of phones) {
    const phone = list[0]?.phones?.find((one) => phoneKey(one) === key) ?? key
    findings.block(list, SHARED, () => ({ because: 'phone', phone }))
  }
}

/** The same name, another name that is the name, the parts of a name in another order or with one more between them. */
function compareNames(people: readonly Person[], findings: Findings): void {
  const named = new Map<string, Person[]>()
  const sorted = new Map<string, Person[]>()
  const ends = new Map<string, Person[]>()
  for (const person of people) {
    const { loose, words } = form(person)
    put(named, loose, person)
    if (words.length < 2) continue
    put(sorted, [...words].sort().join(' '), person)
    if (!hasInitial(form(person))) put(ends, `${words[0]} ${words.at(-1)}`, person)
  }
  for (const list of named.values()) findings.block(list, NAMESAKES, (one, other) => ({ because: 'name', place: samePlace(one, other) }))
  for (const list of sorted.values()) findings.block(list, NAMESAKES, () => ({ because: 'turned' }))
  for (const list of ends.values())
    findings.block(list, NAMESAKES, (one, other) =>
      form(one).words.length === form(other).words.length ? undefined : { because: 'middle-name' },
    )
  for (const person of people) {
    for (const alias of person.aliases ?? []) {
      const meant = named.get(formOf(alias).loose) ?? []
      if (meant.length > SHARED) continue
      for (const other of meant) findings.add(person, other, { because: 'alias', alias: other.name, of: person.name })
    }
  }
}

/** "L. Fontaine", where one person alone could be meant, or one in the same place. */
function compareInitials(people: readonly Person[], findings: Findings): void {
  const short = people.filter((person) => hasInitial(form(person)))
  if (short.length === 0) return
  const key = ({ words }: NameForm): string => `${words[0]?.[0]} ${words.at(-1)}`
  const wanted = new Set(short.map((person) => key(form(person))))
  const long = new Map<string, Person[]>()
  for (const person of people) {
    const own = form(person)
    if (own.words.length >= 2 && !hasInitial(own) && wanted.has(key(own))) put(long, key(own), person)
  }
  for (const person of short) {
    const meant = long.get(key(form(person))) ?? []
    const near = meant.length === 1 ? meant : meant.filter((other) => samePlace(person, other) !== undefined)
    if (near.length !== 1) continue
    const other = near[0] as Person
    findings.add(person, other, { because: 'initial', short: person.name, long: other.name })
  }
}

/** Names one letter apart, of people who work in the same place. */
function compareLetters(people: readonly Person[], findings: Findings): void {
  // Nearly all parts belong to one person alone, so that lists are made only for the few that do not.
  const first = new Map<number, Person>()
  const blocks = new Map<number, Person[]>()
  for (const person of people) {
    const { plain } = form(person)
    if (plain.length < LETTERS || (person.department === undefined && person.company === undefined)) continue
    for (const part of printsWithoutOne(plain)) {
      const other = first.get(part)
      if (other === undefined) first.set(part, person)
      else if (other !== person) {
        const list = blocks.get(part)
        if (list === undefined) blocks.set(part, [other, person])
        else if (list.at(-1) !== person) list.push(person)
      }
    }
  }
  for (const list of blocks.values()) {
    findings.block(list, NAMESAKES, (one, other) => {
      const place = samePlace(one, other)
      return place !== undefined && oneLetterApart(form(one).plain, form(other).plain) ? { because: 'letter', place } : undefined
    })
  }
}

/** Somebody written down with a first name only, where one person alone is called that. */
function compareFirstNames(people: readonly Person[], findings: Findings): void {
  const single = people.filter((person) => form(person).words.length === 1 && form(person).plain.length > 1)
  if (single.length === 0) return
  const wanted = new Set(single.map((person) => form(person).plain))
  const called = new Map<string, Person[]>()
  for (const person of people) {
    const { words } = form(person)
    if (words.length > 1 && wanted.has(words[0] as string)) put(called, words[0] as string, person)
  }
  for (const person of single) {
    const meant = called.get(form(person).plain) ?? []
    if (meant.length !== 1) continue
    const other = meant[0] as Person
    findings.add(person, other, { because: 'first-name', short: person.name, long: other.name })
  }
}

/** Where both work, in the nearest word for it; undefined when that is nowhere, or two places. */
function samePlace(one: Person, other: Person): Place | undefined {
  const meet = (a: string | undefined, b: string | undefined): boolean | undefined =>
    a === undefined || b === undefined ? undefined : formOf(a).plain === formOf(b).plain
  const company = meet(one.company, other.company)
  const department = meet(one.department, other.department)
  if (company === false || department === false) return undefined
  if (department === true) return { is: 'department', name: one.department as string }
  return company === true ? { is: 'company', name: one.company as string } : undefined
}
