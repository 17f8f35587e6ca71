import { i18n } from '@lingui/core'
import { callName } from '../../kernel/text.ts'
import type { Day } from '../../kernel/time.ts'
import { listed, sentence } from '../importing/wording.ts'
import { pastText, sinceText } from '../warmth/days-in-words.ts'
import type { Guest, Proposal } from './contract.ts'
import { guestName } from './guests.ts'
import type { LeftOut } from './proposals.ts'
import type { Waiting } from './waiting.ts'

/** So many names stand in a line before the rest is counted. */
const NAMED = 4

/** Several people in a line: "Léa, Jonas and two more". */
export function peopleText(names: readonly string[]): string {
  const shown = names.length <= NAMED ? names : names.slice(0, NAMED - 1)
  const rest = names.length - shown.length
  if (rest === 0) return listed(shown)
  return listed([
    ...shown,
    i18n._({ id: 'calendar.people.more', message: '{rest, plural, one {one more} other {# more}}', values: { rest } }),
  ])
}

/** What a proposal is called: its title, or that it has none. */
export const titleText = (proposal: Pick<Proposal, 'title'>): string =>
  proposal.title.trim() === '' ? i18n._({ id: 'calendar.untitled', message: 'A meeting without a title' }) : proposal.title.trim()

/** How those whom a proposal names are called, people of the book by their first names. */
export const namesIn = ({ known, unknown }: Pick<Waiting, 'known' | 'unknown'>): readonly string[] =>
  known.length > 0 ? known.map((person) => callName(person.name)) : unknown.map(guestName)

/** When and with whom: "8 times since September, with Léa and Jonas", "On Tuesday, with Léa". */
export function whenText(one: Pick<Waiting, 'days' | 'known' | 'unknown'>, today: Day): string {
  const values = { names: peopleText(namesIn(one)), count: one.days.length }
  const [first, last] = [one.days[0]?.day ?? today, one.days.at(-1)?.day ?? today]
  if (one.days.length > 1) {
    return i18n._({
      id: 'calendar.when.series',
      message: '{count, plural, one {Once} =2 {Twice} other {# times}} since {since}, with {names}',
      values: { ...values, since: sinceText(first, today) },
    })
  }
  return sentence(i18n._({ id: 'calendar.when.once', message: '{when}, with {names}', values: { ...values, when: pastText(last, today) } }))
}

/** Guests of whom the book knows nothing, beside people whom it knows. */
export function othersText(unknown: readonly Guest[]): string {
  return i18n._({
    id: 'calendar.others',
    message: '{names} {count, plural, one {is} other {are}} not in your book',
    values: { count: unknown.length, names: peopleText(unknown.map(guestName)) },
  })
}

/** How taking a proposal is told. */
export function takenText(count: number, people: readonly string[]): string {
  const values = { count, names: peopleText(people.map(callName)) }
  return i18n._({
    id: 'calendar.taken',
    message: '{count, plural, one {The moment with {names} is written.} other {# moments with {names} are written.}}',
    values,
  })
}

/** How a calendar that was read is told. */
export const proposedText = (count: number): string =>
  i18n._({
    id: 'calendar.proposed',
    message:
      '{count, plural, =0 {Your calendar knows nothing that is new to your book.} one {Your calendar knows of one moment.} other {Your calendar knows of # moments.}}',
    values: { count },
  })

/** Why an entry is left out, in one sentence. */
export function leftOutText(why: LeftOut): string {
  switch (why) {
    case 'cancelled':
      return i18n._({ id: 'calendar.left.cancelled', message: 'It was cancelled.' })
    case 'declined':
      return i18n._({ id: 'calendar.left.declined', message: 'You declined it.' })
    case 'all-day':
      return i18n._({ id: 'calendar.left.all-day', message: 'It takes the whole day, which is seldom a meeting.' })
    case 'ahead':
      return i18n._({ id: 'calendar.left.ahead', message: 'It lies ahead.' })
    case 'long-ago':
      return i18n._({ id: 'calendar.left.long-ago', message: 'It was more than a year ago.' })
    case 'not-mine':
      return i18n._({ id: 'calendar.left.not-mine', message: 'You are not among the people in it.' })
    case 'nobody-else':
      return i18n._({ id: 'calendar.left.nobody-else', message: 'Nobody but you is in it.' })
    case 'large':
      return i18n._({ id: 'calendar.left.large', message: 'It was a large meeting without anybody of your book.' })
    case 'written':
      return i18n._({ id: 'calendar.left.written', message: 'Your book has a moment with these people on that day.' })
  }
}

/** How many days of a calendar are left out for one reason, in a line. */
export function leftOutCount(why: LeftOut, count: number): string {
  const values = { count }
  switch (why) {
    case 'cancelled':
      return i18n._({
        id: 'calendar.count.cancelled',
        message: '{count, plural, one {One was cancelled} other {# were cancelled}}',
        values,
      })
    case 'declined':
      return i18n._({ id: 'calendar.count.declined', message: '{count, plural, one {You declined one} other {You declined #}}', values })
    case 'all-day':
      return i18n._({
        id: 'calendar.count.all-day',
        message: '{count, plural, one {One takes the whole day} other {# take the whole day}}',
        values,
      })
    case 'ahead':
      return i18n._({ id: 'calendar.count.ahead', message: '{count, plural, one {One lies ahead} other {# lie ahead}}', values })
    case 'long-ago':
      return i18n._({
        id: 'calendar.count.long-ago',
        message: '{count, plural, one {One was more than a year ago} other {# were more than a year ago}}',
        values,
      })
    case 'not-mine':
      return i18n._({
        id: 'calendar.count.not-mine',
        message: '{count, plural, one {One is without you} other {# are without you}}',
        values,
      })
    case 'nobody-else':
      return i18n._({
        id: 'calendar.count.nobody-else',
        message: '{count, plural, one {You are alone in one} other {You are alone in #}}',
        values,
      })
    case 'large':
      return i18n._({
        id: 'calendar.count.large',
        message: '{count, plural, one {One was large, with nobody of your book} other {# were large, with nobody of your book}}',
        values,
      })
    case 'written':
      return i18n._({
        id: 'calendar.count.written',
        message: '{count, plural, one {One is in your book already} other {# are in your book already}}',
        values,
      })
  }
}
