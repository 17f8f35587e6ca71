import { findIana } from 'windows-iana'
import { dayOf, numberOf, partsOf, Temporal } from '../kernel/time.ts'
import { propertiesOf } from './icalendar-properties.ts'
import { ruleOf, wallsOf } from './icalendar-rule.ts'
import { count, later, type Wall, writtenTime } from './icalendar-time.ts'

/** From when on an embedded zone keeps a time, in seconds of the wall before it, and how far that time is from universal time. */
interface Onset {
  readonly at: number
  readonly offset: number
}

/** Seconds that a wall is ahead of universal time. */
type OffsetAt = (wall: Wall) => number

/** Years before and after a wall within which the onsets of an embedded zone are looked for: yearly rules come round in that time. */
const YEARS = 2
const MOST_OBSERVANCES = 200

/** The zones of one calendar: those it explains itself, those that everybody knows, and the names that Windows gives them. */
export class Zones {
  readonly #explained = new Map<string, OffsetAt>()
  readonly #known = new Map<string, OffsetAt | undefined>()

  /** Takes the lines of a `VTIMEZONE` in. One that explains nothing is as if it were not there. */
  explain(lines: readonly string[]): void {
    const observances: { from: number; to: number; start: Wall; rules: string[]; dates: Wall[] }[] = []
    let name: string | undefined
    let part: string[] | undefined
    for (const line of lines) {
      if (/^BEGIN:(STANDARD|DAYLIGHT)$/i.test(line)) part = []
      else if (/^END:(STANDARD|DAYLIGHT)$/i.test(line)) {
        const one = part === undefined ? undefined : observanceOf(part)
        if (one !== undefined && observances.length < MOST_OBSERVANCES) observances.push(one)
        part = undefined
      } else if (part !== undefined) part.push(line)
      else name ??= propertiesOf([line]).find((property) => property.name === 'TZID')?.value
    }
    if (name === undefined || observances.length === 0) return
    this.#explained.set(name, offsetsOf(observances))
  }

  /** Whether a line names a zone that nobody has explained so far. */
  lacks(line: string): boolean {
    const found = /^[^:]*;[ \t]*TZID[ \t]*=[ \t]*(?:"([^"]*)"|([^";:]*))/i.exec(line)
    const name = found?.[1] ?? found?.[2]
    return name !== undefined && this.#offsets(name) === undefined
  }

  /** The wall of a zone as universal time; undefined where the zone is not known. */
  universal(wall: Wall, zone: string): Wall | undefined {
    const offsets = this.#offsets(zone)
    return offsets === undefined ? undefined : later(wall, -offsets(wall))
  }

  #offsets(name: string): OffsetAt | undefined {
    const explained = this.#explained.get(name)
    if (explained !== undefined) return explained
    if (this.#known.has(name)) return this.#known.get(name)
    const iana = ianaName(name)
    const offsets = iana === undefined ? undefined : knownOffsets(iana)
    this.#known.set(name, offsets)
    return offsets
  }
}

/** `+0100` or `-053000` in seconds. */
function writtenOffset(text: string | undefined): number | undefined {
  const found = /^\s*([+-])?(\d\d):?(\d\d)(?::?(\d\d))?\s*$/.exec(text ?? '')
  if (found === null) return undefined
  const seconds = Number(found[2]) * 3600 + Number(found[3]) * 60 + Number(found[4] ?? 0)
  return seconds > 86_400 ? undefined : found[1] === '-' ? -seconds : seconds
}

function observanceOf(lines: readonly string[]): { from: number; to: number; start: Wall; rules: string[]; dates: Wall[] } | undefined {
  const properties = propertiesOf(lines)
  const value = (name: string): string | undefined => properties.find((property) => property.name === name)?.value
  const to = writtenOffset(value('TZOFFSETTO'))
  const start = writtenTime(value('DTSTART') ?? '')
  if (to === undefined || start === undefined) return undefined
  const rules = properties.filter((property) => property.name === 'RRULE').map((property) => property.value)
  const dates = properties
    .filter((property) => property.name === 'RDATE')
    .flatMap((property) => property.value.split(',').slice(0, 200))
    .map((text) => writtenTime(text.split('/')[0] ?? ''))
    .filter((date) => date !== undefined)
  return { from: writtenOffset(value('TZOFFSETFROM')) ?? to, to, start, rules, dates }
}

/** The offsets of an embedded zone, worked out year by year as they are asked for. */
function offsetsOf(observances: readonly NonNullable<ReturnType<typeof observanceOf>>[]): OffsetAt {
  const byYear = new Map<number, readonly Onset[]>()
  const first = [...observances].sort((a, b) => count(a.start) - count(b.start))[0]
  const onsetsIn = (year: number): readonly Onset[] => {
    const known = byYear.get(year)
    if (known !== undefined) return known
    const days = { from: numberOf(year - YEARS, 1, 1), to: numberOf(year + 1, 1, 1) }
    const onsets = observances.flatMap(({ start, rules, dates, to }) => {
      const walls: Wall[] = [start, ...dates]
      for (const text of rules.slice(0, 4)) {
        const rule = ruleOf(text)
        if (rule.ok) for (const wall of wallsOf(rule.value, start, days)) walls.push(wall)
      }
      return walls.map((wall) => ({ at: count(wall), offset: to }))
    })
    onsets.sort((a, b) => a.at - b.at)
    byYear.set(year, onsets)
    return onsets
  }
  return (wall) => {
    const at = count(wall)
    let offset = first?.from ?? 0
    for (const onset of onsetsIn(partsOf(wall.day).year)) {
      if (onset.at > at) break
      offset = onset.offset
    }
    return offset
  }
}

/** A zone's name as the tables of the world know it: itself, its last words, what Windows calls it, or how far it says it is. */
function ianaName(name: string): string | undefined {
  const bare = name.trim().replace(/^"|"$/g, '').slice(0, 200)
  if (/^(?:UTC|GMT|Z|Etc\/UTC)$/i.test(bare)) return 'UTC'
  const words = bare.split('/').slice(-4)
  const ends = words.map((_, at) => words.slice(at).join('/'))
  const far = /^\W*(?:UTC|GMT)\s*([+-])(\d{1,2}):?(\d\d)?/i.exec(bare)
  const offset = far === null ? undefined : `${far[1]}${far[2]?.padStart(2, '0')}:${far[3] ?? '00'}`
  return [bare, findIana(bare)[0], ...ends, bare.replace('-', '/'), offset].find((one) => one !== undefined && isZone(one))
}

function isZone(name: string): boolean {
  if (!/^[A-Za-z]{2}|^[+-]\d/.test(name)) return false
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name)
    return true
  } catch {
    return false
  }
}

/** Offsets of a zone that everybody knows; days on which they do not change are worked out once. */
function knownOffsets(zone: string): OffsetAt {
  const calm = new Map<number, number>()
  const at = (day: number, seconds: number): number => {
    const clock = Temporal.PlainTime.from({ hour: Math.floor(seconds / 3600), minute: Math.floor(seconds / 60) % 60, second: seconds % 60 })
    // A time that the clocks skip is meant as the one that would have been.
    const there = Temporal.PlainDate.from(dayOf(day)).toZonedDateTime({ timeZone: zone, plainTime: clock })
    return day * 86_400 + seconds - Math.floor(there.epochMilliseconds / 1000)
  }
  return ({ day, seconds = 0 }) => {
    const known = calm.get(day)
    if (known !== undefined) return known
    const [morning, night] = [at(day, 0), at(day + 1, 0)]
    if (morning !== night) return at(day, seconds)
    calm.set(day, morning)
    return morning
  }
}
