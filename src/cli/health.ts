import { Temporal } from '../kernel/time.ts'
import type { HouseFacts } from '../server/house-facts.ts'

/** Something that needs somebody: what, why, and what to do next. */
export interface Trouble {
  readonly what: string
  readonly why: string
  readonly next: string
}

/** What "kith doctor" found. */
export interface Surroundings {
  readonly version: { readonly kith: string; readonly node: string }
  readonly running: boolean
  readonly data: { readonly directory: string; readonly mode: string | null; readonly free: number | null }
  /** Permissions of the configuration directory and of the key file in it; null when they are not there. */
  readonly config: { readonly directory: string; readonly mode: string | null; readonly keyFile: string | null }
  /** Whether permissions of files mean something on this system. */
  readonly ownAccount: boolean
  readonly lastBackup: string | null
  /** What time this computer has it, in milliseconds since 1970. */
  readonly clock: { readonly here: number }
  readonly house: HouseFacts | null
  readonly book: 'none' | 'locked' | 'well' | 'not-looked-at' | Trouble
  /** Why the house could not be opened. */
  readonly closed: Trouble | null
}

/** Below this a book has little room to grow, in bytes. */
const LITTLE_ROOM = 200 * 1024 * 1024
/** Clocks that differ by less agree, in milliseconds. */
const CLOSE = 120_000
/** No clock that is right shows an earlier time: this program was not written yet. */
const BEGINNING = 1_764_000_000_000

/** What is not in order, the gravest first. A rule alone: it looks at nothing itself. */
export function troubles(around: Surroundings): readonly Trouble[] {
  const { data, config, clock, house, book, closed } = around
  const found: Trouble[] = []
  if (closed !== null) found.push(closed)
  if (typeof book === 'object') found.push(book)
  if (around.ownAccount && config.keyFile !== null && config.keyFile !== '0600') {
    found.push({
      what: 'Other accounts of this computer may read the key file.',
      why: `Its permissions are ${config.keyFile} and should be 0600.`,
      next: `Run: chmod 600 ${config.directory}/book.key`,
    })
  }
  if (around.ownAccount && config.mode !== null && config.mode !== '0700') {
    found.push({
      what: 'Other accounts of this computer may look into the folder of the key file.',
      why: `Its permissions are ${config.mode} and should be 0700.`,
      next: `Run: chmod 700 ${config.directory}`,
    })
  }
  if (data.free !== null && data.free < LITTLE_ROOM) {
    found.push({
      what: 'The disk that holds your book is nearly full.',
      why: `${Math.round(data.free / 1_048_576)} MB are left there.`,
      next: 'Make some room, so that what you write can be kept.',
    })
  }
  const away = house === null ? 0 : Math.abs(millisecondsOf(house.now) - clock.here)
  if (clock.here < BEGINNING || away > CLOSE) {
    found.push({
      what: 'The clock of this computer is not right.',
      why: away > CLOSE ? 'It differs from that of the database by more than two minutes.' : 'It shows a time before Kith was written.',
      next: 'Set the date and the time, best by letting the system do it by itself.',
    })
  }
  return found
}

const millisecondsOf = (instant: string): number => Temporal.Instant.from(instant).epochMilliseconds
