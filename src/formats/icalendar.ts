import type { Format, Sink } from './detect.ts'
import { eventOf } from './icalendar-event.ts'
import { type CalendarProperty, propertiesOf, unfolded } from './icalendar-properties.ts'
import { Zones } from './icalendar-zones.ts'
import { type EventItem, type Reading, SHORT, type SkippedItem } from './item.ts'
import { Lines } from './lines.ts'

const edge = /^\uFEFF?[ \t]*(BEGIN|END)[ \t]*:[ \t]*([A-Z-]+)[ \t]*$/i

/** The most characters and lines that one entry of a calendar has; pictures and attached files do not count, they are never read. */
const LARGEST = 1_000_000
const MOST_LINES = 5000
/** So many entries wait for the zone that they name to be explained further below. */
const MOST_WAITING = 500

/** Properties whose value is heavy and says nothing that is read. */
const heavy = /^(?:ATTACH|IMAGE|X-ALT-DESC|X-MS-OLK-[\w-]+|X-APPLE-[\w-]+|X-MOZ-[\w-]+)(?=[;:])/i
const beginning = /^[A-Za-z0-9-]+[ \t]*[;:]/

/** Entries that become items; of other parts of a calendar nothing is read. */
const entries = new Set(['VEVENT', 'VTODO', 'VJOURNAL'])

/** iCalendar, RFC 5545, one or several calendars in one stream, and entries without a calendar around them. */
export const icalendar: Format = {
  name: 'icalendar',
  recognise: (head) => {
    const first = /^\uFEFF?[ \t]*BEGIN[ \t]*:[ \t]*(VCALENDAR|VEVENT|VCARD)[ \t]*\r*$/im.exec(head)
    return first !== null && first[1]?.toUpperCase() !== 'VCARD'
  },
  open: (reading) => new Calendar(reading),
}

/** One entry while its lines come in. */
interface Entry {
  readonly name: string
  readonly line: number
  readonly index: number
  readonly lines: string[]
  size: number
}

/** Takes a calendar entry by entry, so that memory is bounded by the largest one. */
class Calendar implements Sink {
  readonly #reading: Reading
  readonly #lines: Lines
  #line = 0
  #index = 0
  /** The parts that are open, from outside in. */
  #open: string[] = []
  #entry: Entry | undefined
  #zone: string[] | undefined
  #zones = new Zones()
  #head: string[] = []
  /** What the head says, once an entry asked for it. */
  #properties: readonly CalendarProperty[] | undefined
  #skipping = false
  #waiting: { entry: Entry; whole: boolean }[] = []

  constructor(reading: Reading) {
    this.#reading = reading
    this.#lines = new Lines((line) => this.#take(line))
  }

  push(text: string): void {
    this.#lines.push(text)
  }

  end(): void {
    this.#lines.end()
    if (this.#entry !== undefined) this.#finish(false)
    this.#release()
  }

  #take(line: string): void {
    this.#line += 1
    const found = edge.exec(line)
    if (found !== null) this.#edge(found[1]?.toUpperCase() === 'BEGIN', found[2]?.toUpperCase() ?? '')
    else if (this.#zone !== undefined) this.#zone.push(line)
    else if (this.#entry !== undefined) this.#keep(this.#entry, line)
    else if (this.#head.length < MOST_LINES && this.#open.length <= 1) this.#head.push(line.slice(0, SHORT))
  }

  #edge(begins: boolean, name: string): void {
    if (begins && name === 'VCALENDAR') this.#calendar()
    else if (this.#zone !== undefined) {
      this.#zone.push(`${begins ? 'BEGIN' : 'END'}:${name}`)
      if (!begins && name === 'VTIMEZONE') this.#explain(this.#zone)
    } else if (begins && entries.has(name)) {
      // An entry that was never closed ends where the next one begins.
      if (this.#entry !== undefined) this.#finish(false)
      this.#index += 1
      this.#entry = { name, line: this.#line, index: this.#index, lines: [], size: 0 }
      this.#open = []
      this.#skipping = false
    } else if (this.#entry !== undefined) this.#within(this.#entry, begins, name)
    else if (begins && name === 'VTIMEZONE') this.#zone = []
    else if (begins) this.#open.push(name)
    else if (name === 'VCALENDAR') this.#release()
    else this.#open.pop()
  }

  /** What an entry holds besides its own lines, such as an alarm, is passed over. */
  #within(entry: Entry, begins: boolean, name: string): void {
    if (begins) this.#open.push(name)
    else if (name === entry.name) this.#finish(true)
    else if (this.#open.length > 0) this.#open.pop()
    else if (name === 'VCALENDAR') this.#finish(false)
  }

  #calendar(): void {
    if (this.#entry !== undefined) this.#finish(false)
    this.#release()
    this.#zones = new Zones()
    this.#zone = undefined
    this.#head = []
    this.#properties = undefined
    this.#open = []
  }

  #keep(entry: Entry, line: string): void {
    if (this.#open.length > 0 || (this.#skipping && !beginning.test(line))) return
    this.#skipping = heavy.test(line)
    if (this.#skipping) return
    entry.size += line.length
    if (entry.size <= LARGEST && entry.lines.length < MOST_LINES) entry.lines.push(line)
    else entry.size = LARGEST + 1
  }

  #explain(lines: readonly string[]): void {
    this.#zone = undefined
    this.#zones.explain(unfolded(lines))
  }

  #finish(whole: boolean): void {
    const entry = this.#entry
    if (entry === undefined) return
    this.#entry = undefined
    this.#open = []
    // A zone may be explained below the entry that names it; what comes after waits too, so that items keep their order.
    if (this.#waiting.length > 0 || entry.lines.some((line) => this.#zones.lacks(line))) {
      this.#waiting.push({ entry, whole })
      if (this.#waiting.length > MOST_WAITING) this.#release()
    } else this.#hand(entry, whole)
  }

  #release(): void {
    const waiting = this.#waiting
    this.#waiting = []
    for (const { entry, whole } of waiting) this.#hand(entry, whole)
  }

  #hand(entry: Entry, whole: boolean): void {
    const place = { index: entry.index, line: entry.line }
    this.#reading.at(place.index)
    this.#reading.take(
      this.#reading.passOver(place.index) ? { kind: 'skipped', ...place, name: '', why: 'unreadable' } : this.#read(entry, whole, place),
    )
  }

  /** One entry. Whatever is wrong with it, the answer is an item. */
  #read(entry: Entry, whole: boolean, place: { index: number; line: number }): EventItem | SkippedItem {
    if (entry.size > LARGEST) return { kind: 'skipped', ...place, name: '', why: 'too-long' }
    try {
      const properties = propertiesOf(unfolded(entry.lines))
      const name = (properties.find((one) => one.name === 'SUMMARY')?.value ?? '').trim().slice(0, SHORT)
      if (entry.name !== 'VEVENT') return { kind: 'skipped', ...place, name, why: 'not-an-event' }
      if (!whole) return { kind: 'skipped', ...place, name, why: 'unfinished' }
      this.#properties ??= propertiesOf(unfolded(this.#head))
      const calendar = { head: this.#properties, zones: this.#zones, days: this.#reading.days }
      return eventOf(properties, place, calendar)
    } catch {
      return { kind: 'skipped', ...place, name: '', why: 'unreadable' }
    }
  }
}
