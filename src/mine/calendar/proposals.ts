import type { EventItem, Item } from '../../formats/item.ts'
import type { Book } from '../book.ts'
import { type Guest, MOST_GUESTS, type Proposal } from './contract.ts'
import { type Acquaintances, acquaintances } from './guests.ts'
import { type Meeting, meetingsOf, othersAt, spanUntil } from './meetings.ts'
import { guessShape } from './shape.ts'
import { wroteAlready } from './waiting.ts'

/** Why a meeting of a calendar is not proposed. */
export type LeftOut = 'cancelled' | 'declined' | 'all-day' | 'ahead' | 'long-ago' | 'not-mine' | 'nobody-else' | 'large' | 'written'

/** What a proposal says, before it is a record. */
export type Draft = Pick<Proposal, 'uid' | 'title' | 'place' | 'medium' | 'shape' | 'startedBy' | 'recurs' | 'guests' | 'present' | 'days'>

/** What became of one entry of the file. */
export interface Judged {
  readonly item: EventItem
  /** `new` when at least one of its days is proposed, `same` when all that could be are known. */
  readonly verdict: 'new' | 'same' | 'skipped'
  /** Why its days, or most of them, are left out. */
  readonly why?: LeftOut | undefined
  /** The proposal that it is part of. */
  readonly draft?: Draft | undefined
}

/** What a calendar would bring. */
export interface CalendarRun {
  /** One for each entry, in the order of the file. */
  readonly judged: readonly Judged[]
  /** What would be proposed that is not yet, by the latest day. */
  readonly drafts: readonly Draft[]
  /** Days that are proposed already, or were taken or dismissed. */
  readonly known: number
  /** Days that are left out, by the reason. */
  readonly leftOut: ReadonlyMap<LeftOut, number>
}

/** More others than this make a meeting large: it proposes only people of the book. */
const LARGE = 8

/** The reason that is named for an entry whose days have several: the one that says most. */
const telling: readonly LeftOut[] = ['written', 'large', 'nobody-else', 'declined', 'cancelled', 'not-mine', 'all-day', 'ahead', 'long-ago']

/** The entries of a calendar among the items of a file. */
export const eventsOf = (items: readonly Item[]): EventItem[] => items.filter((item) => item.kind === 'event')

/**
 * What the entries of a calendar propose to a book; writes nothing. The same entries again propose
 * nothing, and their order is of no account.
 *
 * @param me the owner's addresses, in lower case; without any, everybody who is named counts as somebody else, and a meeting needs two of them
 */
export function calendarRun(book: Book, items: readonly EventItem[], me: readonly string[]): CalendarRun {
  const mine = new Set(me)
  const known = new Set(book.all('proposal').flatMap((proposal) => proposal.days.map((day) => keyOf(proposal.uid, day.of))))
  const span = spanUntil(book.today())
  const found = acquaintances(book)
  const counts = new Map<LeftOut, number>()
  const drafts = new Map<string, Draft>()
  const fates = new Map<number, { why: LeftOut[]; same: boolean; draft?: string }>()
  let knownDays = 0
  for (const meeting of meetingsOf(items, book.clock)) {
    const { index } = meeting.item
    const fate = fates.get(index) ?? { why: [], same: false }
    fates.set(index, fate)
    if (known.has(keyOf(meeting.uid, meeting.of))) {
      fate.same = true
      knownDays += 1
      continue
    }
    const judged = judge(book, meeting, { mine, span, found })
    if (typeof judged === 'string') {
      fate.why.push(judged)
      counts.set(judged, (counts.get(judged) ?? 0) + 1)
    } else {
      const key = draftKey(judged)
      const draft = drafts.get(key)
      drafts.set(key, draft === undefined ? judged : { ...draft, days: [...draft.days, ...judged.days] })
      fate.draft = key
    }
  }
  const ready = new Map([...drafts].map(([key, draft]) => [key, { ...draft, days: inOrder(draft.days) }]))
  const judged = items.map((item): Judged => {
    const fate = fates.get(item.index)
    const draft = fate?.draft === undefined ? undefined : ready.get(fate.draft)
    if (draft !== undefined) return { item, verdict: 'new', draft }
    if (fate?.same === true) return { item, verdict: 'same' }
    return { item, verdict: 'skipped', why: telling.find((why) => fate?.why.includes(why)) ?? 'long-ago' }
  })
  const last = (draft: Draft): string => draft.days.at(-1)?.day ?? ''
  const all = [...ready.values()].sort((a, b) => (last(a) === last(b) ? (a.uid < b.uid ? -1 : 1) : last(a) < last(b) ? 1 : -1))
  return { judged, drafts: all, known: knownDays, leftOut: counts }
}

const keyOf = (uid: string, of: string): string => JSON.stringify([uid, of])

const inOrder = (days: Draft['days']): Draft['days'] =>
  [...days].sort((a, b) => (a.day === b.day ? (a.of < b.of ? -1 : 1) : a.day < b.day ? -1 : 1))

/** Days of one series share a proposal as long as they share people, title and way. */
const draftKey = ({ days: _, ...draft }: Draft): string => JSON.stringify(draft)

interface Given {
  readonly mine: ReadonlySet<string>
  readonly span: { readonly from: string; readonly to: string }
  readonly found: Acquaintances
}

/** One meeting: why it is left out, or a draft with its one day. */
function judge(book: Book, meeting: Meeting, { mine, span, found }: Given): LeftOut | Draft {
  const { item, day } = meeting
  if (meeting.cancelled) return 'cancelled'
  if (day > span.to) return 'ahead'
  if (day < span.from) return 'long-ago'
  if (item.allDay) return 'all-day'
  if (!meeting.over) return 'ahead'
  const { guests: others, present, mine: own } = othersAt(item, mine)
  // As long as nobody has said which address is mine, I am one of those who are named.
  if (others.length === 0 || (mine.size === 0 && others.length === 1)) return 'nobody-else'
  // What nobody invited to is what I wrote into my calendar myself.
  if (mine.size > 0 && own === undefined && item.organiser !== undefined) return 'not-mine'
  if (own?.answer === 'declined') return 'declined'
  const all = others.map(({ name, email }): Guest => ({ name, ...(email === undefined ? {} : { email }) }))
  const { known, unknown } = found.part(all)
  const large = others.length > LARGE
  if (large && known.length === 0) return 'large'
  if (known.length > 0 && wroteAlready(book, day, known)) return 'written'
  const guests = large ? all.filter((guest) => !unknown.includes(guest)) : all
  const organiser = item.organiser?.email
  const organisedBy = organiser === undefined ? undefined : mine.has(organiser) ? 'me' : 'they'
  return {
    uid: item.uid,
    title: item.title,
    place: item.place,
    ...guessShape(meeting, others.length, organisedBy),
    recurs: item.recurs || item.replaces !== undefined ? true : undefined,
    guests: guests.slice(0, MOST_GUESTS).sort((a, b) => (`${a.email} ${a.name}` < `${b.email} ${b.name}` ? -1 : 1)),
    present: Math.max(2, present),
    days: [{ of: meeting.of.slice(0, 500), day }],
  }
}
