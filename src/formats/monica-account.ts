import { listIn, objectIn, textIn } from './json-text.ts'
import { tidy } from './short-text.ts'

/** Any object of the export. */
export type Thing = Readonly<Record<string, unknown>>

/** The properties of a thing; they stand under that word, or in the thing itself. */
export const propertiesOf = (thing: Thing): Thing => ({ ...thing, ...objectIn(thing['properties']) })

/** The things of a type that hang on another: under `data`, each list with its type beside it. */
export function valuesOf(holder: Thing, type: string): readonly unknown[] {
  const lists = listIn(holder['data']).map(objectIn)
  // Other programs that write this layout put some types in the plural.
  const types: readonly unknown[] = [type, `${type}s`, type.replace(/y$/, 'ies')]
  return lists.filter((list) => types.includes(list['type'])).flatMap((list) => listIn(list['values']))
}

/** What a person of the export is called: first, middle and last name. */
export function fullName(contact: Thing): string {
  const { first_name, middle_name, last_name } = propertiesOf(contact)
  return tidy(
    [first_name, middle_name, last_name]
      .map(textIn)
      .filter((part) => part.trim() !== '')
      .join(' '),
  )
}

/** How two people are bound: `other` is the `type` of the one at whom one looks. */
export interface Bond {
  readonly type: string
  readonly other: Thing
}

const byUuid = (things: readonly Thing[]): Map<string, Thing> => new Map(things.map((thing) => [textIn(thing['uuid']), thing]))

/** What the export knows besides each person: who is bound to whom, activities, and what the types mean. */
export class MonicaAccount {
  readonly contacts: readonly Thing[]
  readonly #contacts: ReadonlyMap<string, Thing>
  readonly #activities: ReadonlyMap<string, Thing>
  readonly #types: ReadonlyMap<string, Thing>
  readonly #bonds = new Map<string, Bond[]>()
  readonly #me = new Set<string>()

  constructor(document: unknown) {
    const account = objectIn(objectIn(document)['account'])
    const things = (type: string): Thing[] => valuesOf(account, type).map(objectIn)
    this.contacts = things('contact')
    this.#contacts = byUuid(this.contacts)
    this.#activities = byUuid(things('activity'))
    const instance = objectIn(account['instance'])
    this.#types = byUuid(
      ['activity_types', 'contact_field_types', 'life_event_types'].flatMap((name) => listIn(instance[name]).map(objectIn)),
    )
    for (const user of things('user')) {
      const me = textIn(propertiesOf(user)['me_contact'])
      if (me !== '') this.#me.add(me)
    }
    for (const bond of things('relationship')) {
      const { type, contact_is, of_contact } = propertiesOf(bond)
      const other = this.#contacts.get(textIn(contact_is))
      if (other === undefined) continue
      const bound = { type: tidy(textIn(type).replaceAll('_', ' ')), other }
      const known = this.#bonds.get(textIn(of_contact))
      if (known === undefined) this.#bonds.set(textIn(of_contact), [bound])
      else known.push(bound)
    }
  }

  /** Whether somebody is the owner of the export. */
  isMe(contact: Thing): boolean {
    return this.#me.has(textIn(contact['uuid']))
  }

  /** Somebody by their UUID, or as they stand there. */
  contact(reference: unknown): Thing | undefined {
    return this.#contacts.get(textIn(reference))
  }

  /** An activity by its UUID, or as it stands there. */
  activity(reference: unknown): Thing {
    return typeof reference === 'string' ? (this.#activities.get(reference) ?? {}) : objectIn(reference)
  }

  /** What a type by its UUID means; empty when the export does not say. */
  type(reference: unknown): Thing {
    return typeof reference === 'string' ? propertiesOf(this.#types.get(reference) ?? { name: '' }) : propertiesOf(objectIn(reference))
  }

  /** Who is bound to somebody. */
  bonds(contact: Thing): readonly Bond[] {
    return this.#bonds.get(textIn(contact['uuid'])) ?? []
  }
}
