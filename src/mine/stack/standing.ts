import type { PersonItem } from '../../formats/item.ts'
import type { Book } from '../book.ts'
import { KnownPeople } from '../importing/known-people.ts'
import type { Card } from './contract.ts'

/** A card as an item of a file, so that it is recognised and taken over by the rules of importing. */
export const itemOf = (card: Card): PersonItem => ({
  kind: 'person',
  index: card.place,
  line: card.place,
  name: card.name,
  nameFrom: card.emails?.includes(card.name) === true ? 'email' : 'name',
  nicknames: card.nicknames ?? [],
  emails: card.emails ?? [],
  phones: card.phones ?? [],
  links: card.links ?? [],
  company: card.company,
  department: card.department,
  role: card.role,
  place: card.town,
  birthday: card.birthday,
  dates: [],
  notes: card.notes ?? [],
  labels: [],
  uid: card.uid,
  photoIgnored: false,
})

/** Whether somebody on a card is in the book: known by what only one person has; by the name alone it is a question. */
export type Standing =
  | { readonly is: 'new' }
  | { readonly is: 'known'; readonly person: string; readonly name: string }
  | { readonly is: 'ask'; readonly person: string; readonly name: string }

/** Looks cards up in a book; made once for many cards. */
export class Standings {
  readonly #known: KnownPeople

  constructor(book: Book) {
    this.#known = new KnownPeople(book)
  }

  of(card: Card): Standing {
    const item = itemOf(card)
    const match = this.#known.find(item)
    const id = match?.id ?? this.#known.namesakes(item)[0]
    const name = id === undefined ? undefined : this.#known.person(id)?.name
    if (id === undefined || name === undefined) return { is: 'new' }
    return { is: match?.sure === true ? 'known' : 'ask', person: id, name }
  }

  /** Whom of the book a card means, with the owner's answer where there was a question. */
  meant(card: Card): string | undefined {
    const standing = this.of(card)
    if (standing.is === 'known') return standing.person
    return standing.is === 'ask' && card.as === 'same' ? standing.person : undefined
  }

  get people(): KnownPeople {
    return this.#known
  }
}
