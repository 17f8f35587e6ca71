import { i18n } from '@lingui/core'
import type { EventItem } from '../../formats/item.ts'
import type { Book, Change } from '../book.ts'
import { prefer } from '../your-data/preferences.ts'

/** An address in a calendar that may be the owner's. */
export interface MaybeMe {
  readonly email: string
  readonly name: string
  /** In how many entries it stands. */
  readonly times: number
}

/** Who in a calendar may be its owner. */
export interface Guess {
  /** The addresses that are known or very likely mine; possibly none. */
  readonly emails: readonly string[]
  /** Whether the owner has said so before. */
  readonly known: boolean
  /** Whom to offer, the likeliest first. */
  readonly offered: readonly MaybeMe[]
}

/** So many addresses are offered. */
const OFFERED = 6
/** The share of entries in which an address stands that is taken for the owner's, and the fewest entries that say anything. */
const NEARLY_ALL = 0.9
const ENOUGH = 3

/** The owner's addresses as the book knows them. */
export const myEmails = (book: Book): readonly string[] => book.setting('me')?.emails ?? []

/**
 * Whose calendar it is: by the addresses the owner has named, else by the calendar's own name, else by
 * the one address that stands in nearly every entry, and oftener, or oftener as the one who invited, than any other.
 */
export function guessMe(items: readonly EventItem[], known: readonly string[]): Guess {
  const counts = new Map<string, { name: string; times: number; invited: number }>()
  const names = new Set<string>()
  let invited = 0
  for (const item of items) {
    if (item.calendar !== undefined) names.add(item.calendar.toLowerCase())
    const guests = [...item.attendees, ...(item.organiser === undefined ? [] : [item.organiser])].filter(
      (guest) => guest.email !== undefined && guest.kind === 'individual',
    )
    if (guests.length === 0) continue
    invited += 1
    for (const email of new Set(guests.map((guest) => guest.email as string))) {
      const name = guests.find((guest) => guest.email === email && guest.name !== '')?.name ?? ''
      const count = counts.get(email)
      const organised = item.organiser?.email === email ? 1 : 0
      if (count === undefined) counts.set(email, { name, times: 1, invited: organised })
      else {
        count.times += 1
        count.invited += organised
        // The same name in any order of the file.
        if (name !== '' && (count.name === '' || name < count.name)) count.name = name
      }
    }
  }
  const all = [...counts]
    .map(([email, count]) => ({ email, ...count }))
    .sort((a, b) => b.times - a.times || b.invited - a.invited || (a.email < b.email ? -1 : 1))
  const mine = known.filter((email) => counts.has(email))
  if (mine.length > 0 || all.length === 0) return { emails: known, known: true, offered: all.slice(0, OFFERED) }
  const owners = all.filter(({ email }) => names.has(email))
  const [first, second] = all
  const likely =
    first !== undefined && first.times >= ENOUGH && first.times >= invited * NEARLY_ALL && isAhead(first, second) ? [first] : []
  const emails = (owners.length > 0 ? owners : likely).map(({ email }) => email)
  const offered = [...all.filter(({ email }) => emails.includes(email)), ...all.filter(({ email }) => !emails.includes(email))].slice(
    0,
    OFFERED,
  )
  return { emails, known: false, offered }
}

interface Count {
  readonly times: number
  readonly invited: number
}

const isAhead = (one: Count, other: Count | undefined): boolean =>
  other === undefined || one.times > other.times || one.invited > other.invited

/** Forgets that an address is the owner's. Null when it was not known. */
export function forgetMe(book: Book, email: string): Change | null {
  const known = book.setting('me')
  if (known?.emails?.includes(email) !== true) return null
  const { emails, ...rest } = known
  const left = emails.filter((one) => one !== email)
  const change = prefer(book, { ...rest, ...(left.length === 0 ? {} : { emails: left }) })
  return change === null
    ? null
    : { ...change, label: i18n._({ id: 'calendar.me.forgotten', message: 'Kith no longer takes this address for yours.' }) }
}

/** Remembers which addresses are the owner's, beside those that are remembered already. Null when nothing is new. */
export function rememberMe(book: Book, emails: readonly string[]): Change | null {
  const known = book.setting('me')
  const all = [...new Set([...(known?.emails ?? []), ...emails.map((email) => email.trim().toLowerCase())])].filter((email) => email !== '')
  if (all.length === (known?.emails?.length ?? 0)) return null
  const change = prefer(book, { ...(known ?? { key: 'me', name: '' }), emails: all })
  return change === null ? null : { ...change, label: i18n._({ id: 'calendar.me.kept', message: 'Kith knows which address is yours.' }) }
}
