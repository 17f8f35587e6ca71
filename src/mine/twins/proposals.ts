import type { Book } from '../book.ts'
import type { Person } from '../people/contract.ts'
import type { Twin } from './contract.ts'
import { pairKey, type Resemblance, resemblances } from './resemblance.ts'

interface Known {
  readonly twins: readonly Twin[]
  readonly pairs: readonly Resemblance[]
}

const known = new WeakMap<readonly Person[], Known>()

/** What is worked out already for the book as it is; undefined when {@link proposalsIn} has not looked yet. */
export function knownProposals(book: Book): readonly Resemblance[] | undefined {
  const cached = known.get(book.all('person'))
  return cached?.twins === book.all('twin') ? cached.pairs : undefined
}

/**
 * Pairs of my people who may be the same person and about whom I have not answered yet, the strongest
 * reason first. Whoever rests is left in peace. Worked out once for each state of the people and answers.
 */
export function proposalsIn(book: Book): readonly Resemblance[] {
  const people = book.all('person')
  const twins = book.all('twin')
  const cached = known.get(people)
  if (cached?.twins === twins) return cached.pairs
  const two = new Set<string>()
  const again: Resemblance[] = []
  for (const { what } of twins) {
    if (what.answer === 'two') two.add(pairKey(book.whoIs(what.people[0] as string), book.whoIs(what.people[1] as string)))
    else {
      const from = book.get('person', what.from)
      const into = book.get('person', book.whoIs(what.into))
      if (from !== undefined && into !== undefined && from.id !== into.id)
        again.push({ people: [into, from], reason: { because: 'again' } })
    }
  }
  const before = new Set(again.map(({ people: [one, other] }) => pairKey(one.id, other.id)))
  const found = resemblances(people.filter((person) => person.resting === undefined))
  const fresh = found.filter(({ people: [one, other] }) => !before.has(pairKey(one.id, other.id)))
  const pairs = [...again, ...fresh].filter(({ people: [one, other] }) => !two.has(pairKey(one.id, other.id)))
  known.set(people, { twins, pairs })
  return pairs
}
