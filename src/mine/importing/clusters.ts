import type { PersonItem } from '../../formats/item.ts'
import { fold } from '../../kernel/text.ts'
import { growth, type Known, momentMark } from './growth.ts'
import { emailKey, namesMeet, profileKey } from './identity.ts'

/** With so many earlier items of the same key an item is compared, so that a strange file costs no more than a plain one. */
const MOST = 20

/** An item as somebody with whom a later item of the same file can be compared. */
function asKnown(item: PersonItem): Known {
  const { emails, phones, links, company, department, role, place, manager, rhythm } = item
  const person = {
    name: item.name,
    aliases: [...item.nicknames],
    emails: [...emails],
    phones: [...phones],
    links: [...links],
    company,
    department,
    role,
    place,
    manager,
    rhythm,
    tags: [...item.labels],
  }
  return { person, dates: [], facts: new Set(item.notes), moments: new Set((item.moments ?? []).map(momentMark)) }
}

const yearly = (item: PersonItem): string[] => [
  ...(item.birthday === undefined ? [] : [`birthday ${item.birthday.month}-${item.birthday.day}`]),
  ...item.dates.map(({ what, label, date }) => `${what} ${label ?? ''} ${date.month}-${date.day}`),
]

/** Whether a later item says something that an earlier one does not. */
export function saysMore(earlier: PersonItem, later: PersonItem, way: 'newest' | 'fill'): boolean {
  if (growth(asKnown(earlier), later, way).gains.some((gain) => gain !== 'birthday' && gain !== 'date' && gain !== 'note')) return true
  const known = new Set([...yearly(earlier), ...earlier.notes])
  return [...yearly(later), ...later.notes].some((text) => !known.has(text))
}

/**
 * Which items of a file mean the same person: those that share a UID, a profile page or an email
 * address and a word of the name, and those of one name that say nothing more. Worked out over the
 * whole file first, so that the order of its items does not matter.
 */
export class Clusters {
  readonly #parent = new Map<number, number>()

  readonly #keyed = new Map<string, PersonItem[]>()
  readonly #named = new Map<string, PersonItem[]>()

  /** Takes in the next item of the file. */
  add(item: PersonItem): void {
    this.#parent.set(item.index, item.index)
    const keys = [
      ...(item.uid === undefined ? [] : [`uid ${item.uid}`]),
      ...item.emails.map((email) => `email ${emailKey(email)}`),
      ...item.links.map(profileKey).flatMap((key) => (key === undefined ? [] : [`profile ${key}`])),
    ]
    for (const key of keys) {
      for (const other of met(this.#keyed, key, item)) {
        const called = item.nameFrom === 'email' || other.nameFrom === 'email' || namesMeet(other.name, item.name)
        if (called) this.#join(other.index, item.index)
      }
    }
    for (const other of met(this.#named, fold(item.name), item)) {
      if (!saysMore(other, item, 'newest')) this.#join(other.index, item.index)
    }
  }

  /** The first item of the file that means the same person. */
  first(index: number): number {
    let root = index
    for (let up = this.#parent.get(root); up !== undefined && up !== root; up = this.#parent.get(root)) root = up
    for (let at = index; at !== root; ) {
      const up = this.#parent.get(at) ?? root
      this.#parent.set(at, root)
      at = up
    }
    return root
  }

  #join(one: number, other: number): void {
    const [a, b] = [this.first(one), this.first(other)]
    this.#parent.set(Math.max(a, b), Math.min(a, b))
  }
}

/** The earlier items under a key; the item itself is put there for those to come. */
function met(map: Map<string, PersonItem[]>, key: string, item: PersonItem): PersonItem[] {
  const list = map.get(key) ?? []
  const earlier = [...list]
  if (list.length < MOST) list.push(item)
  map.set(key, list)
  return earlier
}
