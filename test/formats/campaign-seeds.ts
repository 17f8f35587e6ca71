import type { Seeds } from './campaign.ts'
import { calendarSeeds } from './seeds/calendar.ts'
import { feedSeeds } from './seeds/feed.ts'
import { jobPostingSeeds } from './seeds/job-posting.ts'
import { kithSeeds } from './seeds/kith.ts'
import { ldifSeeds } from './seeds/ldif.ts'
import { linkedinConnectionsSeeds } from './seeds/linkedin-connections.ts'
import { monicaSeeds } from './seeds/monica.ts'
import { nonsenseSeeds } from './seeds/nonsense.ts'
import { packedSeeds } from './seeds/packed.ts'
import { tablesSeeds } from './seeds/tables.ts'
import { vcardSeeds } from './seeds/vcard.ts'

/** The formats of the campaign. A new one is a file in `seeds` and a line here. */
export const allSeeds: readonly Seeds[] = [
  vcardSeeds,
  calendarSeeds,
  linkedinConnectionsSeeds,

  kithSeeds,
  ldifSeeds,
  monicaSeeds,
  jobPostingSeeds,
  feedSeeds,
  tablesSeeds,
  packedSeeds,
  nonsenseSeeds,
]
