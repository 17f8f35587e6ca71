import { i18n } from '@lingui/core'
import type { PersonId } from '../../kernel/ids.ts'
import { fold } from '../../kernel/text.ts'
import { addDays } from '../../kernel/time.ts'
import type { Book, Change, Edit } from '../book.ts'
import { growth, pieces } from '../importing/growth.ts'
import { ASK_HOW_DAYS } from '../tact/ask-how.ts'
import { marksOf } from '../tact/tact.ts'
import { cardsOf } from './actions.ts'
import type { Card, Stack } from './contract.ts'
import { promiseOf } from './first-move.ts'
import { itemOf, Standings } from './standing.ts'

/** How it ended: the one change, and how many stay and go. */
export interface Ended {
  readonly change: Change
  readonly again: number
  readonly gone: number
}

/**
 * Is done with a stack, in one change: whoever is one to see again joins the book, or gains there, with
 * where and when we met, what we talked about and a first move; of everybody else nothing is kept.
 * One undo brings the whole stack back.
 */
export function seeAgain(book: Book, id: string): Ended | null {
  const stack = book.get('stack', id)
  if (stack === undefined) return null
  const cards = cardsOf(stack)
  const chosen = cards.filter((card) => card.answer === 'again')
  const label = i18n._({
    id: 'stack.done',
    message:
      '{again, plural, =0 {The stack is done with.} one {One person to see again is in your book.} other {# people to see again are in your book.}}',
    values: { again: chosen.length },
  })
  const change = book.change(label, (hands) => {
    const met = new Meeting(book, stack, hands)
    for (const card of chosen) met.take(card)
    hands.patch('stack', id, { title: '', cards: [] })
    hands.trash(id)
  })
  return { change, again: chosen.length, gone: cards.length - chosen.length }
}

/** The meeting that a stack comes from, written down person by person. */
class Meeting {
  readonly #book: Book
  readonly #stack: Stack
  readonly #hands: Edit
  readonly #standings: Standings
  readonly #met = new Set<string>()

  constructor(book: Book, stack: Stack, hands: Edit) {
    this.#book = book
    this.#stack = stack
    this.#hands = hands
    this.#standings = new Standings(book)
  }

  take(card: Card): void {
    const known = this.#standings.meant(card)
    const person = known === undefined ? this.#join(card) : this.#grow(card, known)
    const moment = this.#moment(card, person)
    this.#remember(card, person, moment)
    if (card.first === undefined) return
    const { due } = card.first
    this.#hands.add('promise', { to: [person], text: promiseOf(card.first), madeOn: this.#book.today(), due, moment })
  }

  #join(card: Card): string {
    const { fields, newDates } = growth(
      { person: { name: card.name }, dates: [], facts: new Set(), moments: new Set() },
      itemOf(card),
      'fill',
    )
    const tags = this.#stack.title === '' ? undefined : [this.#stack.title]
    const { id } = this.#hands.add('person', { ...fields, name: card.name, tags, sourceId: card.uid })
    for (const { what, label, month, day, year } of newDates) this.#hands.add('date', { person: id, what, label, month, day, year })
    return id
  }

  /** Somebody of the book gains what the card says and the book does not know; nothing is replaced. */
  #grow(card: Card, id: string): string {
    const known = this.#standings.people.known(id)
    const now = this.#hands.get('person', id)
    if (known === undefined || now === undefined) return this.#join(card)
    const { fields, newDates } = growth({ ...known, person: now }, this.#standings.people.without(itemOf(card), id), 'fill')
    const { title } = this.#stack
    const tags = now.tags ?? []
    const more = title === '' || tags.some((tag) => fold(tag) === fold(title)) ? {} : { tags: [...tags, title] }
    if (Object.keys(fields).length + Object.keys(more).length > 0) this.#hands.patch('person', id, { ...fields, ...more })
    for (const { what, label, month, day, year } of newDates) this.#hands.add('date', { person: id, what, label, month, day, year })
    return id
  }

  #moment(card: Card, person: string): string | undefined {
    if (this.#met.has(person)) return undefined
    this.#met.add(person)
    const { title, day } = this.#stack
    const talked = card.talked?.trim() ?? ''
    const where =
      title === ''
        ? i18n._({ id: 'stack.met', message: 'We met' })
        : i18n._({ id: 'stack.met-at', message: 'Met at {title}', values: { title } })
    return this.#hands.add('moment', {
      day,
      people: [person as PersonId],
      medium: 'face',
      shape: 'other',
      startedBy: 'both',
      text: talked === '' ? where : `${where}: ${talked}`,
    }).id
  }

  #remember(card: Card, person: string, moment: string | undefined): void {
    const known = new Set(this.#book.factsOf(person).map((fact) => fact.text))
    if (card.askHow === true) {
      const text = i18n._({ id: 'fact.ask-how', message: 'Ask how they are' })
      const writtenOn = this.#book.today()
      this.#hands.add('fact', { about: [person], text, writtenOn, expires: addDays(writtenOn, ASK_HOW_DAYS), moment })
    }
    const said = [card.talked ?? '', ...(card.notes ?? [])].flatMap(pieces)
    for (const text of new Set(said)) {
      if (known.has(text)) continue
      this.#hands.add('fact', { about: [person], text, writtenOn: this.#book.today(), ...marksOf(text), moment })
    }
  }
}
