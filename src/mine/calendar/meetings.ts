import type { DaySpan, EventGuest, EventItem, EventTime } from '../../formats/item.ts'
import { addDays, type Clock, type Day, Temporal, today } from '../../kernel/time.ts'

/** How far back a calendar is looked at, in days. What lies longer ago says nothing about how warm a tie is now. */
export const LOOK_BACK = 400

/** The days of a calendar that are looked at, today included. */
export const spanUntil = (day: Day): DaySpan => ({ from: addDays(day, -LOOK_BACK), to: day })

/** One meeting on one day of the owner. */
export interface Meeting {
  readonly item: EventItem
  readonly uid: string
  /** What tells it from the others of its series; empty for a meeting of its own. */
  readonly of: string
  readonly day: Day
  /** The owner's time of the day at which it begins, in minutes; undefined when it takes the whole day. */
  readonly at: number | undefined
  /** Whether it is over. */
  readonly over: boolean
  readonly cancelled: boolean
}

/**
 * The meetings of a calendar, each on the owner's day, whatever the order of the entries. Of an entry
 * that stands in the file more than once the latest version counts.
 */
export function meetingsOf(items: readonly EventItem[], clock: Clock): readonly Meeting[] {
  const byUid = new Map<string, EventItem[]>()
  for (const item of items) {
    const list = byUid.get(item.uid)
    if (list === undefined) byUid.set(item.uid, [item])
    else list.push(item)
  }
  const local = new Local(clock)
  return [...byUid.values()].flatMap((list) => oneSeries(list, local))
}

function oneSeries(list: readonly EventItem[], local: Local): Meeting[] {
  const others = new Map<EventTime, EventItem>()
  for (const item of list) {
    if (item.replaces === undefined) continue
    const known = others.get(item.replaces)
    if (known === undefined || isNewer(item, known)) others.set(item.replaces, item)
  }
  const onwards = [...others.values()]
    .filter((item) => item.onwards === true)
    .sort((a, b) => ((a.replaces ?? '') < (b.replaces ?? '') ? -1 : 1))
  const found: Meeting[] = []
  for (const item of newest(list.filter((one) => one.replaces === undefined))) {
    for (const start of item.starts) {
      if (others.has(start) || others.has(start.slice(0, 10))) continue
      const as = onwards.findLast((one) => (one.replaces ?? '') <= start) ?? item
      found.push(local.meeting({ ...as, minutes: as.minutes ?? item.minutes }, start, item.recurs ? start : item.of))
    }
  }
  for (const [replaced, item] of others) {
    for (const start of item.starts) found.push(local.meeting(item, start, replaced))
  }
  return found
}

/** Of versions of one entry the latest; entries that merely share an id by a program's fault stay apart by their start. */
function newest(list: readonly EventItem[]): readonly (EventItem & { readonly of: string })[] {
  const latest = list.reduce((most, { sequence }) => Math.max(most, sequence), 0)
  const current = list.filter((item) => item.sequence === latest)
  const byStart = new Map<string, EventItem>()
  for (const item of current) {
    const start = item.starts[0] ?? ''
    const known = byStart.get(start)
    if (known === undefined || isNewer(item, known)) byStart.set(start, item)
  }
  const apart = byStart.size > 1
  return [...byStart].map(([start, item]) => ({ ...item, of: apart ? start : '' }))
}

/** Which of two versions counts; where their program says nothing, the same one in any order of the file. */
function isNewer(one: EventItem, other: EventItem): boolean {
  if (one.sequence !== other.sequence) return one.sequence > other.sequence
  const text = ({ index: _, line: __, ...said }: EventItem): string => JSON.stringify(said)
  return text(one) > text(other)
}

/** The owner's day and time of what a calendar says. */
class Local {
  readonly #zone: string
  readonly #today: Day
  readonly #now: string
  readonly #instant: Temporal.Instant

  constructor(clock: Clock) {
    this.#zone = clock.zone()
    this.#today = today(clock)
    this.#instant = clock.now()
    this.#now = this.#instant.toZonedDateTimeISO(this.#zone).toPlainDateTime().toString({ smallestUnit: 'second' })
  }

  meeting(item: EventItem, start: EventTime, of: string): Meeting {
    const wall = this.#wall(start)
    const day = wall.slice(0, 10)
    const at = wall.length > 10 ? Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16)) : undefined
    return { item, uid: item.uid, of, day, at, over: this.#isOver(wall, item.minutes ?? 0), cancelled: item.status === 'cancelled' }
  }

  /** A time on the owner's wall. */
  #wall(start: EventTime): string {
    if (!start.endsWith('Z')) return start
    return Temporal.Instant.from(start).toZonedDateTimeISO(this.#zone).toPlainDateTime().toString({ smallestUnit: 'second' })
  }

  #isOver(wall: string, minutes: number): boolean {
    const day = wall.slice(0, 10)
    // Only today's meetings need the hour.
    if (day !== this.#today) return day < this.#today
    if (wall.length === 10) return false
    return (
      Temporal.PlainDateTime.from(wall)
        .add({ minutes: Math.min(minutes, 1440) })
        .toString({ smallestUnit: 'second' }) <= this.#now
    )
  }
}

/** Who else was at a meeting: people who did not decline, without me; and how many were there in all, me included. */
export function othersAt(
  item: EventItem,
  me: ReadonlySet<string>,
): { readonly guests: readonly EventGuest[]; readonly present: number; readonly mine: EventGuest | undefined } {
  const all = item.organiser === undefined ? item.attendees : [...item.attendees, item.organiser]
  const isMe = (guest: EventGuest): boolean => guest.email !== undefined && me.has(guest.email)
  const guests: EventGuest[] = []
  const seen = new Set<string>()
  let groups = 0
  for (const guest of all) {
    const key = guest.email ?? guest.name.toLowerCase()
    if (isMe(guest) || seen.has(key)) continue
    seen.add(key)
    if (guest.kind === 'group' && guest.answer !== 'declined') groups += 1
    if (guest.kind === 'individual' && guest.answer !== 'declined') guests.push(guest)
  }
  return { guests, present: guests.length + groups + 1, mine: all.find(isMe) }
}
