import { i18n } from '@lingui/core'
import type { Item, PersonItem } from '../../formats/item.ts'
import { newId } from '../../kernel/ids.ts'
import { type Day, isDay } from '../../kernel/time.ts'
import type { Book, Change } from '../book.ts'
import { emailKey } from '../importing/identity.ts'
import type { CardLine } from './card-line.ts'
import type { Card, Stack } from './contract.ts'

/** How many cards one stack holds. Whoever has more wants the import. */
export const MOST_CARDS = 200

/** The stack that lies there to be decided: the one written to last. */
export function openStack(book: Book): Stack | undefined {
  let found: Stack | undefined
  for (const stack of book.all('stack')) if (found === undefined || stack.changed > found.changed) found = stack
  return found
}

/** The cards of a stack in their order; one that two devices wrote to stands there once. */
export function cardsOf(stack: Stack): readonly Card[] {
  const byId = new Map<string, Card>()
  for (const card of stack.cards) {
    const other = byId.get(card.id)
    if (other === undefined || (other.answer === undefined && card.answer !== undefined)) byId.set(card.id, card)
  }
  return [...byId.values()].sort((a, b) => a.place - b.place || (a.id < b.id ? -1 : 1))
}

/** What a card may carry before it lies on a stack. */
export type Fresh = Omit<Card, 'id' | 'place' | 'answer' | 'as' | 'talked' | 'askHow' | 'first'>

const some = <T>(list: readonly T[]): T[] | undefined => (list.length === 0 ? undefined : [...list])

/** A typed line as a card. */
export const cardOfLine = (line: CardLine): Fresh =>
  tidy({
    name: line.name,
    company: line.company,
    role: line.role,
    emails: some(line.emails),
    phones: some(line.phones),
    links: some(line.links),
    notes: line.note === undefined ? undefined : [line.note],
  })

/** The people of a file as cards; what is no person is left out. */
export const cardsOfItems = (items: readonly Item[]): readonly Fresh[] =>
  items
    .filter((item): item is PersonItem => item.kind === 'person')
    .map((item) =>
      tidy({
        name: item.name,
        nicknames: some(item.nicknames),
        company: item.company,
        department: item.department,
        role: item.role,
        town: item.place,
        emails: some(item.emails),
        phones: some(item.phones),
        links: some(item.links),
        birthday: item.birthday === undefined ? undefined : tidy({ ...item.birthday }),
        notes: some(item.notes),
        uid: item.uid?.slice(0, 500),
      }),
    )

/** What came of putting cards on a stack. */
export interface PutOn {
  readonly change: Change
  readonly added: number
  /** Cards that lay there already, known by an email address or by every word. */
  readonly twice: number
  /** Cards for which there was no room. */
  readonly left: number
}

/** Puts cards on the stack, which begins with the first of them. The same card twice is one card. */
export function putOn(book: Book, about: { readonly title: string; readonly day: Day }, fresh: readonly Fresh[]): PutOn {
  const stack = openStack(book)
  const cards = stack === undefined ? [] : [...cardsOf(stack)]
  const marks = new Set(cards.flatMap(marksOf))
  let [added, twice, left] = [0, 0, 0]
  for (const card of fresh) {
    const own = marksOf(card)
    if (own.some((mark) => marks.has(mark))) {
      twice += 1
      continue
    }
    if (cards.length >= MOST_CARDS) {
      left += 1
      continue
    }
    for (const mark of own) marks.add(mark)
    added += 1
    cards.push({ ...card, id: newId(), place: (cards.at(-1)?.place ?? 0) + 1 })
  }
  const label = i18n._({
    id: 'stack.put-on',
    message: '{added, plural, =0 {Nothing new for the stack.} one {One card lies on the stack.} other {# cards lie on the stack.}}',
    values: { added },
  })
  const change = book.change(label, (hands) => {
    if (added === 0) return
    const title = about.title.trim().slice(0, 500)
    const day = isDay(about.day) && about.day <= book.today() ? about.day : book.today()
    if (stack === undefined) hands.add('stack', { title, day, cards })
    else hands.patch('stack', stack.id, { cards })
  })
  return { change, added, twice, left }
}

/** What makes two cards one: an address they share, or every word of them. */
const marksOf = (card: Fresh | Card): readonly string[] => {
  const { name, company, role, phones, notes } = card
  return [...(card.emails ?? []).map((email) => `@${emailKey(email)}`), JSON.stringify([name, company, role, card.emails, phones, notes])]
}

/** Names the occasion and its day; a day ahead is today. */
export function describeStack(book: Book, id: string, about: { readonly title: string; readonly day: Day }): void {
  const stack = book.get('stack', id)
  const title = about.title.trim().slice(0, 500)
  const day = isDay(about.day) && about.day <= book.today() ? about.day : undefined
  if (stack === undefined || (stack.title === title && (day ?? stack.day) === stack.day)) return
  book.change('', (hands) => void hands.patch('stack', id, { title, day: day ?? stack.day }))
}

/** What can be written on a card while it is decided; a field given as undefined is taken away. */
export type Notes = { [F in 'answer' | 'as' | 'talked' | 'askHow' | 'first']?: Card[F] | undefined }

/** Writes on one card. Null when it is gone or nothing is different. */
export function writeOn(book: Book, stackId: string, cardId: string, notes: Notes, label = ''): Change | null {
  const stack = book.get('stack', stackId)
  if (stack === undefined) return null
  const cards = cardsOf(stack)
  const card = cards.find((one) => one.id === cardId)
  if (card === undefined) return null
  const next = tidy({ ...card, ...notes })
  if (JSON.stringify(next) === JSON.stringify(card)) return null
  return book.change(label, (hands) => {
    hands.patch('stack', stackId, { cards: cards.map((one) => (one.id === cardId ? next : one)) })
  })
}

/** Somebody is one to see again; `first` is the first move proposed where none was chosen yet. */
export const wantAgain = (book: Book, stack: string, card: Card, first?: Card['first']): Change | null =>
  writeOn(
    book,
    stack,
    card.id,
    { answer: 'again', first: card.first ?? first },
    i18n._({ id: 'stack.again', message: '{name} is one to see again.', values: { name: card.name } }),
  )

/** Somebody is let go; what was written on the card stays on it until the stack is done with. */
export const letGo = (book: Book, stack: string, card: Card): Change | null =>
  writeOn(
    book,
    stack,
    card.id,
    { answer: 'let-go' },
    i18n._({ id: 'stack.let-go', message: '{name} is let go.', values: { name: card.name } }),
  )

/** Takes one card off the stack. */
export function takeOff(book: Book, stackId: string, card: Card): Change | null {
  const stack = book.get('stack', stackId)
  if (stack === undefined) return null
  const cards = cardsOf(stack).filter((one) => one.id !== card.id)
  const label = i18n._({ id: 'stack.taken-off', message: '{name} is off the stack.', values: { name: card.name } })
  return book.change(label, (hands) => {
    hands.patch('stack', stackId, { cards })
    if (cards.length === 0) hands.trash(stackId)
  })
}

/** Puts the whole stack away without taking anybody along; nothing of it is kept. */
export function putAway(book: Book, stackId: string): Change {
  return book.change(i18n._({ id: 'stack.put-away', message: 'The stack is gone, and nobody of it is kept.' }), (hands) => {
    hands.patch('stack', stackId, { title: '', cards: [] })
    hands.trash(stackId)
  })
}

function tidy<T extends object>(fields: T): { [F in keyof T]: Exclude<T[F], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [F in keyof T]: Exclude<T[F], undefined>
  }
}
