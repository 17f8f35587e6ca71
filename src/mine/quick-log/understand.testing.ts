import { newId, type PersonId } from '../../kernel/ids.ts'
import type { Day } from '../../kernel/time.ts'
import type { Person } from '../people/contract.ts'
import type { Understanding, Who } from './understanding.ts'

/** The cast of the tests. Two are called Tom, and Will and May have names that are words too. */
export const cast: readonly Person[] = [
  ['Ana Ferreira', 'Legal'],
  ['Tom Becker', 'Accounting'],
  ['Tom Adeyemi', 'Legal'],
  ['Priya Raman', 'Design'],
  ['Jonas Lindqvist', 'Engineering'],
  ['Mei-Lin Chou', 'People'],
  ['Inês Duarte', 'Customer Care'],
  ['Hanna Virtanen', 'Sales'],
  ['Will Osei', 'Sales'],
  ['May Castellanos', 'Finance'],
  ['Léa Fontaine', 'Design'],
].map(([name = '', department = '']) => ({
  kind: 'person' as const,
  id: newId() as PersonId,
  v: 1,
  changed: '2026-11-01T08:00:00Z',
  name,
  department,
  ...(name.startsWith('Hanna') ? { aliases: ['Hansi'] } : {}),
}))

/** The first name of somebody; a plus before the whole name of somebody new. */
export const called = (who: Who): string => {
  if ('fresh' in who) return `+${who.fresh}`
  return cast.find((person) => person.id === who.known)?.name.split(' ')[0] ?? '?'
}

const several = (people: readonly Who[]): string => people.map(called).join(' and ') || 'nobody'

const when = (day: Day, today: Day): string => (day === today ? 'today' : day)

/** What was understood, in one short line that a table of examples can hold. */
export function said({ moment, promises, facts, dates, needs }: Understanding, today: Day): string {
  const parts: string[] = []
  if (moment !== undefined) {
    const extra = [moment.help && `help ${moment.help}`, moment.depth, moment.present && `${moment.present} there`].filter(Boolean)
    parts.push(
      [
        `${several(moment.people.map(({ who }) => who))}: ${moment.medium} ${moment.shape}, ${when(moment.day, today)}, by ${moment.startedBy}`,
        ...extra,
      ].join(', '),
    )
  }
  for (const { to, text, due } of promises) parts.push(`promise to ${several(to)}: ${text}${due === undefined ? '' : `, by ${due}`}`)
  for (const { about, text, expires, child, tact } of facts) {
    parts.push(
      `fact about ${several(about)}: ${text}${child ? ', child' : ''}${tact ? ', tact' : ''}${expires === undefined ? '' : `, until ${expires}`}`,
    )
  }
  for (const { who, what, month, day, year } of dates) parts.push(`${what} of ${called(who)}: ${day}.${month}.${year ?? ''}`)
  if (needs !== undefined) parts.push(`needs ${needs}`)
  return parts.join(' | ')
}
