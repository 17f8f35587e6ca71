import type { Day, YearDay } from '../kernel/time.ts'
import type { TableChoice, TableForm } from './table-fields.ts'

/** The longest name, role, address and so on that is taken over; longer ones are cut. */
export const SHORT = 500

/** A yearly date besides the birthday, as a file states it. */
export interface ItemDate {
  readonly what: 'anniversary' | 'other'
  readonly label?: string | undefined
  readonly date: YearDay
}

/** Something that took place with the person, as a file states it; for message archives the day and nothing said in it. */
export interface ItemMoment {
  readonly day: Day
  readonly medium: 'meal' | 'face' | 'video' | 'call' | 'message' | 'one-way'
  readonly startedBy: 'me' | 'they' | 'both'
  /** Words about it; absent where the file's own words are not taken over. */
  readonly text?: string | undefined
}

/** What only Kith's own files say of a person: how their owner sees them. */
export interface ItemOwn {
  /** Who they are, in one line of the owner's. */
  readonly about?: string | undefined
  readonly circle?: string | undefined
  readonly rhythm?: 7 | 14 | 30 | 90 | 'none' | undefined
  readonly importance?: 1 | 2 | 3 | undefined
}

/** One person as a file knows them. Texts are trimmed; short ones are at most {@link SHORT} characters. */
export interface PersonItem {
  readonly kind: 'person'
  /** Place in the file, from 1; cards and rows that are skipped count too. */
  readonly index: number
  /** First line of the card or row in the file, from 1. */
  readonly line: number
  readonly name: string
  /** Where the name comes from, when the file gives none that is written out. */
  readonly nameFrom: 'name' | 'nickname' | 'email'
  readonly nicknames: readonly string[]
  readonly emails: readonly string[]
  readonly phones: readonly string[]
  readonly links: readonly string[]
  readonly company?: string | undefined
  readonly department?: string | undefined
  readonly role?: string | undefined
  readonly place?: string | undefined
  readonly birthday?: YearDay | undefined
  readonly dates: readonly ItemDate[]
  readonly notes: readonly string[]
  readonly labels: readonly string[]
  readonly uid?: string | undefined
  readonly connectedOn?: Day | undefined
  /** Name of the one they report to. */
  readonly manager?: string | undefined
  /** How often the owner of the file wished to be in touch, in days. */
  readonly rhythm?: 7 | 14 | 30 | 90 | undefined
  readonly moments?: readonly ItemMoment[] | undefined
  readonly own?: ItemOwn | undefined
  /** The card holds a picture or the address of one; it is never read and never fetched. */
  readonly photoIgnored: boolean
}

/** Why a card or row is no person. */
export type SkipReason =
  | 'no-name'
  | 'company'
  | 'group'
  | 'place'
  | 'unreadable'
  | 'unfinished'
  | 'too-long'
  | 'not-a-record'
  | DirectorySkip
  | 'relative'
  | 'yourself'
  | 'no-opening'
  | 'which-is-you'
  | EventSkipReason

/** Why an entry of a directory is no person. */
type DirectorySkip = 'unit' | 'role' | 'machine' | 'service' | 'no-person' | 'change'

/** A card or row that is left out, and why. */
export interface SkippedItem {
  readonly kind: 'skipped'
  readonly index: number
  readonly line: number
  /** What can be said about it, possibly nothing. */
  readonly name: string
  readonly why: SkipReason
}

/** One record of Kith's own archive, not yet checked. */
export interface RecordItem {
  readonly kind: 'record'
  readonly index: number
  readonly line: number
  readonly record: Readonly<Record<string, unknown>>
}

/** An opening as a page or a feed states it. */
export interface OpeningItem {
  readonly kind: 'opening'
  readonly index: number
  readonly line: number
  readonly title: string
  readonly company?: string | undefined
  readonly department?: string | undefined
  readonly place?: string | undefined
  /** It can be done from anywhere. */
  readonly remote: boolean
  readonly postedOn?: Day | undefined
  readonly closesOn?: Day | undefined
  /** Where it is described; only text, never fetched. */
  readonly link?: string | undefined
  /** The description without its markup, shortened. */
  readonly text?: string | undefined
}

/** Why an entry of a calendar is nothing that took place on a day. */
export type EventSkipReason = 'not-an-event' | 'no-start' | 'odd-rule' | 'too-often' | 'answer'

/**
 * When something begins, as text: a day (`2026-11-24`), a time in no zone (`2026-11-24T09:00:00`), or
 * an instant (`2026-11-24T09:00:00Z`). Zones that the file names are worked out already.
 */
export type EventTime = string

/** Somebody or something that a calendar invites. */
export interface EventGuest {
  /** Possibly empty; never an address. */
  readonly name: string
  /** In lower case. */
  readonly email?: string | undefined
  readonly answer: 'accepted' | 'declined' | 'tentative' | 'needs-action'
  readonly kind: 'individual' | 'group' | 'room' | 'resource'
}

/** One entry of a calendar with its days, or, with `replaces`, another version of one day of a series. */
export interface EventItem {
  readonly kind: 'event'
  /** Place in the file, from 1; entries that are skipped count too. */
  readonly index: number
  /** First line of the entry in the file, from 1. */
  readonly line: number
  /** What makes an entry the same one in another file; entries of one series share it. Made from its title and time where the file gives none. */
  readonly uid: string
  readonly title: string
  readonly place?: string | undefined
  readonly status: 'confirmed' | 'tentative' | 'cancelled'
  readonly organiser?: EventGuest | undefined
  readonly attendees: readonly EventGuest[]
  readonly allDay: boolean
  /** How long it takes, in minutes, where the file says so. */
  readonly minutes?: number | undefined
  /** When it begins; for a series each time within the wanted days. */
  readonly starts: readonly EventTime[]
  /** Whether it comes again and again. */
  readonly recurs: boolean
  /** The start within its series that this entry stands in for. */
  readonly replaces?: EventTime | undefined
  /** It stands in for all later ones too. */
  readonly onwards?: true | undefined
  /** How often the entry was changed, as its program counts. */
  readonly sequence: number
  /** The entry carries the address of a meeting by video. */
  readonly video: boolean
  /** What the calendar is called. */
  readonly calendar?: string | undefined
}
export type Item = PersonItem | SkippedItem | RecordItem | OpeningItem | EventItem

/** The formats that are understood, and `several` for files of different formats brought together; {@link formats} in detect.ts says how each is known and read. */
export type FormatName =
  | 'kith'
  | 'kith-people'
  | 'vcard'
  | 'linkedin-connections'
  | 'linkedin-messages'
  | 'linkedin-export'
  | 'google-csv'
  | 'outlook-csv'
  | 'csv'
  | 'ldif'
  | 'monica'
  | 'job-posting'
  | 'feed'
  | 'icalendar'
  | 'several'

/** Days from the first to the last, both of them included. */
export interface DaySpan {
  readonly from: Day
  readonly to: Day
}

/** Hands of the one who reads a file item by item. */
export interface Reading {
  /** The days of which the repetitions in a calendar are wanted; without them the first ones are taken. */
  readonly days?: DaySpan | undefined
  /** Called before each item with its place in the file, from 1. */
  at(index: number): void
  /** Called with each item, in the order of the file. */
  take(item: Item): void
  /** Whether an item is to be passed over, because it held up the reader before. */
  passOver(index: number): boolean
  /** How the columns of a plain table are to be understood, where the owner has said so. */
  readonly columns?: TableChoice | undefined
  /** Called once, before its items, with how a plain table was understood. */
  table?(form: TableForm): void
}
