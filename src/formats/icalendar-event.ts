import { hash32 } from '../kernel/random.ts'
import { dayNumber } from '../kernel/time.ts'
import { guestOf } from './icalendar-guests.ts'
import type { CalendarProperty } from './icalendar-properties.ts'
import { ruleOf, wallsOf } from './icalendar-rule.ts'
import { count, timeText, type Wall, type Written, writtenDuration, writtenTime } from './icalendar-time.ts'
import type { Zones } from './icalendar-zones.ts'
import type { DaySpan, EventGuest, EventItem, EventSkipReason, EventTime, SkippedItem } from './item.ts'
import { SHORT } from './item.ts'

/** What an entry is read with. */
export interface Around {
  /** Properties of the calendar itself. */
  readonly head: readonly CalendarProperty[]
  readonly zones: Zones
  readonly days: DaySpan | undefined
}

/** So many times a series is taken within the wanted days, and so many guests of one entry. */
const MOST_STARTS = 500
const MOST_GUESTS = 500
/** So many exceptions and added days are read of one series. */
const MOST_DATES = 5000
/** The same when nobody says which days are wanted, and how far a series is then followed. */
const FEW_STARTS = 100
const USUAL_DAYS = 3660

const meetings =
  /teams\.(?:microsoft|live)\.com|microsoft teams|zoom(?:gov)?\.us\/|zoom\.com\/|meet\.google\.com|webex\.com|gotomeet(?:ing)?\.|whereby\.com|meet\.jit\.si|bigbluebutton|\/bbb\/|join\.skype\.com|meet\.lync\.com|bluejeans\.com|chime\.aws|around\.co|gather\.town/i

/** Texts in which a person may have put the address of a meeting. */
const written = new Set(['LOCATION', 'DESCRIPTION', 'URL'])

/** One entry of a calendar as an item. */
export function eventOf(
  properties: readonly CalendarProperty[],
  place: { index: number; line: number },
  around: Around,
): EventItem | SkippedItem {
  const first = (name: string): CalendarProperty | undefined => properties.find((property) => property.name === name)
  const title = (first('SUMMARY')?.value ?? '').replace(/\s+/g, ' ').trim().slice(0, SHORT)
  const skip = (why: EventSkipReason): SkippedItem => ({ kind: 'skipped', ...place, name: title, why })
  const method = around.head
    .find((property) => property.name === 'METHOD')
    ?.value.trim()
    .toUpperCase()
  // An answer to an invitation says what somebody else will do, not what took place.
  if (method === 'REPLY' || method === 'COUNTER' || method === 'REFRESH' || method === 'DECLINECOUNTER') return skip('answer')
  const begin = first('DTSTART')
  const start = begin === undefined ? undefined : writtenTime(begin.value)
  if (begin === undefined || start === undefined) return skip('no-start')
  const timed = timing(begin, around.zones)
  const series = seriesOf(properties, start, timed, around)
  if (!series.ok) return skip(series.why)
  const replaced = first('RECURRENCE-ID')
  const instance = replaced === undefined ? undefined : writtenTime(replaced.value)
  const replaces = replaced === undefined || instance === undefined ? undefined : timing(replaced, around.zones)(instance)
  const attendees = guestsOf(properties)
  const organiser = first('ORGANIZER')
  const status = first('STATUS')?.value.trim().toUpperCase()
  const calendar = (around.head.find((property) => property.name === 'X-WR-CALNAME' || property.name === 'NAME')?.value ?? '').trim()
  const where = (first('LOCATION')?.value ?? '').replace(/\s+/g, ' ').trim().slice(0, SHORT)
  return {
    kind: 'event',
    ...place,
    uid: (first('UID')?.value ?? '').trim().slice(0, SHORT) || ownId(title, timed(start), attendees),
    title,
    ...(where === '' ? {} : { place: where }),
    status:
      method === 'CANCEL' || status === 'CANCELLED' || status === 'CANCELED'
        ? 'cancelled'
        : status === 'TENTATIVE'
          ? 'tentative'
          : 'confirmed',
    organiser: organiser === undefined ? undefined : guestOf(organiser),
    attendees,
    allDay: start.seconds === undefined,
    minutes: minutesOf(properties, start),
    starts: series.starts,
    recurs: series.recurs,
    replaces,
    ...(replaces !== undefined && replaced?.parameters['range']?.toUpperCase() === 'THISANDFUTURE' ? { onwards: true as const } : {}),
    sequence: Math.min(1e9, Number(/^\s*(\d{1,9})/.exec(first('SEQUENCE')?.value ?? '')?.[1] ?? 0)),
    video: properties.some(
      ({ name, value }) => (name === 'CONFERENCE' || name.startsWith('X-') || written.has(name)) && isMeeting(name, value),
    ),
    ...(calendar === '' ? {} : { calendar: calendar.slice(0, SHORT) }),
  }
}

const isMeeting = (name: string, value: string): boolean => meetings.test(value) || (!written.has(name) && /^https?:/i.test(value.trim()))

/** An id for an entry without one, the same for the same entry in another file. */
const ownId = (title: string, start: EventTime, guests: readonly EventGuest[]): string =>
  `kith-${hash32(`${title} ${start} ${guests.map((guest) => guest.email ?? guest.name).join(' ')}`).toString(36)}`

type Timed = (wall: Wall & { readonly universal?: boolean }) => EventTime

/** How times of a property become texts: by its zone where that is known, else in no zone. */
function timing({ parameters }: CalendarProperty, zones: Zones): Timed {
  const zone = parameters['tzid']
  return (wall) => {
    if (wall.seconds === undefined) return timeText(wall)
    if (wall.universal === true) return timeText(wall, true)
    const universal = zone === undefined ? undefined : zones.universal(wall, zone)
    return universal === undefined ? timeText(wall) : timeText(universal, true)
  }
}

type Series =
  | { readonly ok: true; readonly starts: readonly EventTime[]; readonly recurs: boolean }
  | { readonly ok: false; readonly why: EventSkipReason }

/** Every time that an entry begins, within the wanted days. */
function seriesOf(properties: readonly CalendarProperty[], start: Written, timed: Timed, { zones, days }: Around): Series {
  const rules = properties.filter((property) => property.name === 'RRULE')
  const added = datesOf(properties, 'RDATE', zones)
  if (rules.length === 0 && added.length === 0) return { ok: true, starts: [timed(start)], recurs: false }
  // A day more on either side, because the wall of a far zone shows another day.
  const span =
    days === undefined ? { from: start.day, to: start.day + USUAL_DAYS } : { from: dayNumber(days.from) - 1, to: dayNumber(days.to) + 1 }
  const most = days === undefined ? FEW_STARTS : MOST_STARTS
  const gone = datesOf(properties, 'EXDATE', zones)
  const left = new Set(gone)
  const walls = new Set(exceptedWalls(properties, timed(start).endsWith('Z')))
  const texts = new Set<EventTime>()
  const take = (wall: Wall): boolean => {
    const text = timed(start.universal ? { ...wall, universal: true } : wall)
    // An exception may name the day alone.
    if (!left.has(text) && !left.has(timeText({ day: wall.day })) && !walls.has(timeText(wall))) texts.add(text)
    return texts.size < most
  }
  for (const property of properties.filter((one) => one.name === 'EXRULE').slice(0, 2)) {
    const rule = ruleOf(property.value)
    if (rule.ok) for (const wall of wallsOf(rule.value, start, span)) left.add(timed(start.universal ? { ...wall, universal: true } : wall))
  }
  for (const property of rules.slice(0, 5)) {
    const rule = ruleOf(property.value)
    if (!rule.ok) return { ok: false, why: rule.reason }
    const { until } = rule.value
    for (const wall of wallsOf(rule.value, start, span)) {
      if (until !== undefined && isAfter(wall, until, timed, start)) break
      if (!take(wall)) break
    }
  }
  if (rules.length === 0 && start.day >= span.from && start.day <= span.to) take(start)
  for (const text of added) {
    const day = dayNumber(text.slice(0, 10))
    if (!left.has(text) && day >= span.from && day <= span.to && texts.size < most) texts.add(text)
  }
  return { ok: true, starts: [...texts].sort(), recurs: true }
}

/** Exceptions that some programs say on the wall of the series, without its zone, or of a series in no zone as if it were universal. */
function exceptedWalls(properties: readonly CalendarProperty[], zoned: boolean): EventTime[] {
  return properties
    .filter((property) => property.name === 'EXDATE' && property.parameters['tzid'] === undefined)
    .flatMap((property) => property.value.split(',', MOST_DATES))
    .map(writtenTime)
    .flatMap((time) => (time === undefined || (zoned && time.universal) ? [] : [timeText(time)]))
}

/** Whether a time lies behind the end of a rule, which is often said in universal time or as a day. */
function isAfter(wall: Wall, until: Written, timed: Timed, start: Written): boolean {
  if (until.seconds === undefined || wall.seconds === undefined) return wall.day > until.day
  const text = timed(start.universal ? { ...wall, universal: true } : wall)
  return until.universal && text.endsWith('Z') ? text > timeText(until, true) : count(wall) > count(until)
}

/** The times in the lists of a property; of a period its beginning. */
function datesOf(properties: readonly CalendarProperty[], name: string, zones: Zones): EventTime[] {
  return properties
    .filter((property) => property.name === name)
    .slice(0, MOST_DATES)
    .flatMap((property) => {
      const timed = timing(property, zones)
      return property.value
        .split(',', MOST_DATES)
        .map((text) => writtenTime(text.split('/')[0] ?? ''))
        .flatMap((time) => (time === undefined ? [] : [timed(time)]))
    })
    .slice(0, MOST_DATES)
}

function guestsOf(properties: readonly CalendarProperty[]): EventGuest[] {
  const guests: EventGuest[] = []
  const seen = new Set<string>()
  for (const property of properties) {
    if (property.name !== 'ATTENDEE') continue
    const guest = guestOf(property)
    const key = guest?.email ?? guest?.name.toLowerCase()
    if (guest === undefined || key === undefined || seen.has(key)) continue
    seen.add(key)
    guests.push(guest)
    if (guests.length === MOST_GUESTS) break
  }
  return guests
}

function minutesOf(properties: readonly CalendarProperty[], start: Written): number | undefined {
  const end = properties.find((property) => property.name === 'DTEND')
  const time = end === undefined ? undefined : writtenTime(end.value)
  // Both are said in one zone by nearly every program; a flight over zones is no matter here.
  const seconds =
    time === undefined
      ? writtenDuration(properties.find((property) => property.name === 'DURATION')?.value ?? '')
      : count(time) - count(start)
  return seconds === undefined || seconds < 0 || seconds > 86_400 * 400 ? undefined : Math.round(seconds / 60)
}
