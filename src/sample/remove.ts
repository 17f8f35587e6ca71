import { i18n } from '@lingui/core'
import type { Book, Change } from '../mine/book.ts'
import { OWNER } from './departments.ts'

/**
 * Moves the sample company to the trash as one change, and with it what was written about its people
 * alone: moments, promises, facts, dates, times away, answers to moves. What also concerns somebody
 * of the owner's own stays, without the sample's people; so does everything about others.
 */
export function removeSample(book: Book): Change {
  const gone = new Set<string>(
    book
      .all('person')
      .filter((person) => person.sample === true)
      .map((person) => person.id),
  )
  const allGone = (people: readonly string[]): boolean => people.length > 0 && people.every((id) => gone.has(id))
  const others = (people: readonly string[]): string[] => people.filter((id) => !gone.has(id))
  const someGone = (people: readonly string[]): boolean => people.some((id) => gone.has(id))
  return book.change(
    i18n._({ id: 'sample.removed', message: 'The sample company is gone. What you wrote about others stays.' }),
    (hands) => {
      for (const id of gone) hands.trash(id)
      for (const { id, people, sample } of book.all('moment')) {
        if (sample === true || allGone(people)) hands.trash(id)
        else if (someGone(people)) hands.patch('moment', id, { people: others(people) })
      }
      for (const { id, to, sample } of book.all('promise')) {
        if (sample === true || allGone(to)) hands.trash(id)
        else if (someGone(to)) hands.patch('promise', id, { to: others(to) })
      }
      for (const { id, about, sample } of book.all('fact')) {
        if (sample === true || allGone(about)) hands.trash(id)
        else if (someGone(about)) hands.patch('fact', id, { about: others(about) })
      }
      for (const { id, person, sample } of book.all('date')) if (sample === true || gone.has(person)) hands.trash(id)
      for (const { id, who, sample } of book.all('away'))
        if (sample === true || (typeof who !== 'string' && gone.has(who.person))) hands.trash(id)
      for (const { id, sample } of book.all('proposal')) if (sample === true) hands.trash(id)
      for (const { id, what } of book.all('mark')) if ('person' in what && gone.has(what.person)) hands.trash(id)
      for (const { id, what } of book.all('twin'))
        if (someGone(what.answer === 'two' ? what.people : [book.whoIs(what.into)])) hands.trash(id)
      for (const plan of book.all('plan')) {
        const moves = plan.moves.filter((move) => !gone.has(move.person))
        if (moves.length === 0 && plan.moves.length > 0) hands.trash(plan.id)
        else if (moves.length < plan.moves.length) hands.patch('plan', plan.id, { moves })
      }
      for (const { id, what, sample } of book.all('setting')) {
        if (sample !== true || what.key !== 'me') continue
        // A name that the owner has put in its place is hers.
        if (what.name === OWNER.name && what.department === OWNER.department) hands.trash(id)
        else hands.patch('setting', id, { sample: undefined })
      }
    },
  )
}
