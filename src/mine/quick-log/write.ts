import { i18n } from '@lingui/core'
import type { PersonId } from '../../kernel/ids.ts'
import { fold } from '../../kernel/text.ts'
import type { Day } from '../../kernel/time.ts'
import type { Book, Change } from '../book.ts'
import type { Understanding, Who } from './understanding.ts'

/** The longest text a record holds, in UTF-16 units. */
const LONGEST = 20_000
const LONGEST_NOTE = 4000

/** What else a moment written from a line carries: the key of the move it answers. */
export interface Besides {
  readonly move?: string | undefined
}

/**
 * Writes what a line said as one change: new people, the moment, promises, facts and dates together,
 * so that one undo takes all of it back. What has nobody to belong to is not written; with nobody at
 * all the change is empty.
 */
export function write(book: Book, understanding: Understanding, besides: Besides = {}): Change {
  const { line, moment, promises, facts, dates } = understanding
  if (!belongsToSomebody(understanding)) return book.change('', () => {})
  return book.change(label(book, understanding), (hands) => {
    const fresh = new Map<string, PersonId>()
    const idOf = (who: Who): PersonId | undefined => {
      if ('known' in who) return hands.get('person', who.known)?.id
      const key = fold(who.fresh)
      const id = fresh.get(key) ?? hands.add('person', { name: who.fresh.slice(0, 500) }).id
      fresh.set(key, id)
      return id
    }
    const ids = (list: readonly Who[]): PersonId[] => [...new Set(list.map(idOf).filter((id) => id !== undefined))]
    const today = book.today()
    const people = moment === undefined ? [] : ids(moment.people.map((mention) => mention.who)).slice(0, 500)
    let momentId: string | undefined
    if (moment !== undefined && people.length > 0) {
      const text = moment.text.slice(0, LONGEST)
      const typed = line.slice(0, LONGEST)
      momentId = hands.add('moment', {
        day: notAfter(moment.day, today),
        people,
        medium: moment.medium,
        shape: moment.shape,
        startedBy: moment.startedBy,
        depth: moment.depth,
        help: moment.help,
        present: moment.present === undefined ? undefined : Math.max(moment.present, people.length + 1),
        text,
        typed: typed === text ? undefined : typed,
        move: besides.move,
      }).id
    }
    for (const { to, text, due } of promises) {
      const whom = ids(to)
      if (whom.length > 0 && text !== '')
        hands.add('promise', { to: whom, text: text.slice(0, LONGEST_NOTE), madeOn: today, due, moment: momentId })
    }
    for (const { about, text, expires, child, tact } of facts) {
      const whom = ids(about)
      if (whom.length > 0 && text !== '')
        hands.add('fact', { about: whom, text: text.slice(0, LONGEST_NOTE), writtenOn: today, expires, child, tact, moment: momentId })
    }
    for (const { who, what, month, day, year } of dates) {
      const person = idOf(who)
      if (person === undefined) continue
      const same = book.datesOf(person).find((date) => date.what === what)
      if (same !== undefined && what === 'birthday') hands.patch('date', same.id, { month, day, year: year ?? same.year })
      else hands.add('date', { person, what, month, day, year })
    }
  })
}

/** A day, or the last one that it may be. ISO days compare as text. */
const notAfter = (day: Day, last: Day): Day => {
  if (day > last) return last
  return day
}

const belongsToSomebody = ({ moment, promises, facts, dates }: Understanding): boolean =>
  (moment?.people.length ?? 0) > 0 ||
  promises.some((each) => each.to.length > 0) ||
  facts.some((each) => each.about.length > 0) ||
  dates.length > 0

/** What the toast says. */
function label(book: Book, { moment, promises, facts, dates }: Understanding): string {
  const name = (who: Who | undefined): string =>
    who === undefined ? '' : 'fresh' in who ? who.fresh : (book.get('person', who.known)?.name ?? '')
  const first = moment?.people[0]?.who ?? promises[0]?.to[0] ?? facts[0]?.about[0] ?? dates[0]?.who
  const values = { name: name(first), others: Math.max(0, (moment?.people.length ?? 1) - 1) }
  if (moment !== undefined && moment.people.length > 0) {
    return values.others === 0
      ? i18n._({ id: 'log.written.moment', message: 'The moment with {name} is written.', values })
      : i18n._({
          id: 'log.written.moment-several',
          message: 'The moment with {name} and {others, plural, one {one more} other {# more}} is written.',
          values,
        })
  }
  if (promises.length > 0) return i18n._({ id: 'log.written.promise', message: 'The promise to {name} is written.', values })
  if (facts.length > 0) return i18n._({ id: 'log.written.fact', message: 'Kept in mind about {name}.', values })
  return i18n._({ id: 'log.written.date', message: 'The day of {name} is written.', values })
}
