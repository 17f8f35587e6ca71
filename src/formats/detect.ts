import { feed } from './feed.ts'
import { googleCsv } from './google-csv.ts'
import { icalendar } from './icalendar.ts'
import type { FormatName, Reading } from './item.ts'
import { jobPosting } from './job-posting.ts'
import { kithArchive } from './kith-archive.ts'
import { kithPeople } from './kith-people.ts'
import { ldif } from './ldif.ts'
import { linkedinConnections } from './linkedin-connections.ts'
import { linkedinMessages } from './linkedin-messages.ts'
import { monica } from './monica.ts'
import { outlookCsv } from './outlook-csv.ts'
import { plainTable } from './plain-table.ts'
import { vcard } from './vcard.ts'

/** Takes the text of a file bit by bit, as it is decoded, and hands out items. */
export interface Sink {
  push(text: string): void
  /** The file has ended. */
  end(): void
}

/** One format: how it is known by its content, and how it is read. */
export interface Format {
  readonly name: FormatName
  /** Whether a text is of this format. `head` is its beginning; the name of the file plays no part. */
  readonly recognise: (head: string) => boolean
  /** Begins to read. A bad item becomes a skipped one; the sink never throws because of one. */
  readonly open: (reading: Reading) => Sink
}

/** Tables of people, by the titles of their columns; the last one is any table. */
export const tables: readonly Format[] = [linkedinConnections, linkedinMessages, googleCsv, outlookCsv, plainTable]

/**
 * Every format that is understood, the most particular first. A new one is a file beside this one, a
 * name in {@link FormatName} and a line here.
 */
export const formats: readonly Format[] = [
  kithArchive,
  kithPeople,
  monica,
  ldif,
  jobPosting,
  feed,
  icalendar,
  vcard,
  // Last, because almost any text with commas may be a table.
  ...tables,
]

/** How many characters are enough to know a format. */
export const HEAD = 65_536

/** The format of a text by its content, or undefined when it is none that is understood. */
export function detect(text: string): Format | undefined {
  const head = text.slice(0, HEAD)
  return formats.find((format) => format.recognise(head))
}
