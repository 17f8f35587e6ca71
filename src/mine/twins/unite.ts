import { i18n } from '@lingui/core'
import type { PersonId } from '../../kernel/ids.ts'
import { fold } from '../../kernel/text.ts'
import type { Book, Change, Edit } from '../book.ts'
import { emailKey, phoneKey, profileKey } from '../importing/identity.ts'
import type { Fact, Person, YearDate } from '../people/contract.ts'
import type { AnyRecord } from '../record.ts'
import { marksOf } from '../tact/tact.ts'
import { led } from '../trail.ts'
import type { Twin } from './contract.ts'
import { birthdayOf, type ChosenField, chosenFields, differencesOf, sameDay, type UnitedField, unitedFields } from './differences.ts'
import { pairKey } from './resemblance.ts'

/** Whose value stays, for fields in which the two differ; a field that is not named keeps the fuller or later one. */
export type Stays = { readonly [F in ChosenField]?: PersonId }

/** What calling two people the same did. */
export interface United {
  readonly change: Change
  /** The id under which they are found now. */
  readonly person: PersonId
}

/**
 * *Same person*: one change. Everything that names either of the two names the one with the smaller id
 * from now on (so that two devices always go the same way), lists are united, of other fields the chosen
 * value stays. A name that did not stay is another name, a line that did not stay a note. The other one
 * goes to the trash; the answer remains as a `twin`, which leads whatever still names them to the one
 * that stays. Null when either is not in the book, or both are one already.
 */
export function unite(book: Book, one: PersonId, other: PersonId, stays: Stays = {}): United | null {
  const [into, from] = one < other ? [one, other] : [other, one]
  const keeps = book.get('person', into)
  const goes = book.get('person', from)
  if (keeps === undefined || goes === undefined || into === from) return null
  const from2into = new Map([[from as string, into as string]])
  const taken = chosenOf(book, keeps, goes, stays)
  const name = taken.name?.name ?? keeps.name
  const label = i18n._({ id: 'twins.united', message: 'One person now: {name}.', values: { name } })
  const change = book.change(label, (hands) => {
    const stamp = book.clock.now().toString()
    for (const record of book.everything()) {
      if (record.id === from || record.id === into) continue
      const next = record.kind === 'twin' ? ledTwin(record as unknown as Twin, from, into) : led(record, from2into)
      if (next === null) hands.trash(record.id)
      else if (next !== record) hands.put({ ...next, changed: stamp })
    }
    foldDates(book, hands, keeps, goes, taken.birthday)
    foldFacts(book, hands, into, from)
    hands.patch('person', into, united(keeps, goes, taken))
    const lost = taken.line === keeps ? goes.line : keeps.line
    if (taken.line !== undefined && lost !== undefined && fold(lost) !== fold(taken.line.line ?? ''))
      hands.add('fact', { about: [into], text: lost, writtenOn: book.today(), ...marksOf(lost) })
    hands.trash(from)
    hands.add('twin', { on: book.today(), what: { answer: 'same', from, into } })
  })
  return { change, person: into }
}

/** For each field in which the two differ, the person whose value stays. */
function chosenOf(book: Book, keeps: Person, goes: Person, stays: Stays): { readonly [F in ChosenField]?: Person } {
  const pair = [keeps, goes] as const
  return Object.fromEntries(
    differencesOf(book, keeps, goes).map(({ field, stays: usual }) => [field, pair.find(({ id }) => id === stays[field]) ?? pair[usual]]),
  )
}

/** The fields of the one that stays. */
function united(keeps: Person, goes: Person, taken: { readonly [F in ChosenField]?: Person }): Partial<Record<keyof Person, never>> {
  const fields: Record<string, unknown> = {}
  for (const field of chosenFields) fields[field] = (taken[field] ?? keeps)[field] ?? goes[field]
  fields['resting'] = taken.resting === undefined ? keeps.resting : taken.resting.resting
  const first = taken.name ?? keeps
  const second = first === keeps ? goes : keeps
  for (const field of unitedFields) fields[field] = unitedList(field, first, second)
  const cards = [keeps.sourceId, ...(keeps.otherSourceIds ?? []), goes.sourceId, ...(goes.otherSourceIds ?? [])]
  const [card, ...more] = [...new Set(cards.filter((one) => one !== undefined))]
  fields['sourceId'] = card
  fields['otherSourceIds'] = more.length === 0 ? undefined : more
  // With a person of my own the sample's person becomes my own.
  fields['sample'] = keeps.sample === true && goes.sample === true ? true : undefined
  fields['others'] = goes.others === undefined ? keeps.others : [...(keeps.others ?? []), ...goes.others]
  return fields as never
}

const keyOf: Readonly<Record<UnitedField, (text: string) => string>> = {
  aliases: fold,
  emails: emailKey,
  phones: phoneKey,
  links: (link) => profileKey(link) ?? link.trim().toLowerCase(),
  tags: fold,
}

function unitedList(field: UnitedField, first: Person, second: Person): readonly string[] | undefined {
  const seen = new Set<string>(field === 'aliases' ? [fold(first.name)] : [])
  const named = field === 'aliases' && first.name.trim() !== second.name.trim() ? [second.name] : []
  const list = [...(first[field] ?? []), ...named, ...(second[field] ?? [])].filter((text) => {
    const key = keyOf[field](text)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
  return list.length === 0 ? undefined : list
}

/** An answer about either of the two: it speaks of the one that stays. Null when it says that these two are two. */
function ledTwin(twin: Twin, from: string, into: string): AnyRecord | null {
  const { what } = twin
  if (twin.trashed !== undefined) return twin
  if (what.answer === 'two') {
    if (!what.people.includes(from)) return twin
    const people = what.people.map((id) => (id === from ? into : id))
    return people[0] === people[1] ? null : ({ ...twin, what: { answer: 'two', people } } as AnyRecord)
  }
  // An earlier answer about the same two gives way to this one.
  if (what.from === from) return null
  return what.into === from ? ({ ...twin, what: { answer: 'same', from: what.from, into } } as AnyRecord) : twin
}

/** One birthday stays, and no day twice. */
function foldDates(book: Book, hands: Edit, keeps: Person, goes: Person, chosen: Person | undefined): void {
  const [kept, gone] = [birthdayOf(book, keeps.id), birthdayOf(book, goes.id)]
  if (kept !== undefined && gone !== undefined) {
    const goesFirst = chosen === undefined ? kept.year === undefined && gone.year !== undefined : chosen === goes
    const [stays, leaves] = goesFirst ? [gone, kept] : [kept, gone]
    for (const date of [...book.datesOf(keeps.id), ...book.datesOf(goes.id)])
      if (date === leaves || (date !== stays && date.what === 'birthday' && sameDay(date, stays))) hands.trash(date.id)
  }
  const keyOfDate = (date: YearDate): string => JSON.stringify([date.what, date.month, date.day, date.year, fold(date.label ?? '')])
  const known = new Set(book.datesOf(keeps.id).map(keyOfDate))
  for (const date of book.datesOf(goes.id)) if (date.what !== 'birthday' && known.has(keyOfDate(date))) hands.trash(date.id)
}

/** The same note about both is one note. */
function foldFacts(book: Book, hands: Edit, into: PersonId, from: PersonId): void {
  const seen = new Set<string>()
  const keyOfFact = (fact: Fact): string => JSON.stringify([fact.text.trim(), fact.expires, fact.child, fact.moment])
  for (const fact of book.all('fact')) if (fact.about.length === 1 && fact.about[0] === into) seen.add(keyOfFact(fact))
  for (const fact of book.all('fact'))
    if (fact.about.length === 1 && fact.about[0] === from && seen.has(keyOfFact(fact))) hands.trash(fact.id)
}

/** *Two people*: the pair is not proposed again. Null when that is answered already. */
export function callTwo(book: Book, one: PersonId, other: PersonId): Change | null {
  const [a, b] = [book.get('person', one), book.get('person', other)]
  if (a === undefined || b === undefined || one === other || isTwo(book, one, other)) return null
  const label = i18n._({
    id: 'twins.two',
    message: '{one} and {other} are two people. They are not proposed again.',
    values: { one: a.name, other: b.name },
  })
  return book.change(label, (hands) => {
    // An earlier "same person" about the two holds no longer.
    for (const twin of book.all('twin')) {
      const { what } = twin
      if (what.answer === 'same' && pairKey(what.from, what.into) === pairKey(one, other)) hands.trash(twin.id)
    }
    hands.add('twin', { on: book.today(), what: { answer: 'two', people: one < other ? [one, other] : [other, one] } })
  })
}

/** Whether I said that these are two people. */
export const isTwo = (book: Book, one: string, other: string): boolean =>
  book
    .all('twin')
    .some(
      ({ what }) =>
        what.answer === 'two' &&
        pairKey(book.whoIs(what.people[0] as string), book.whoIs(what.people[1] as string)) === pairKey(one, other),
    )
