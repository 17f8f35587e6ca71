import type { CalendarProperty } from './icalendar-properties.ts'
import { type EventGuest, SHORT } from './item.ts'

const answers: Readonly<Record<string, EventGuest['answer']>> = {
  ACCEPTED: 'accepted',
  COMPLETED: 'accepted',
  'IN-PROCESS': 'accepted',
  DECLINED: 'declined',
  // Somebody else went in their place.
  DELEGATED: 'declined',
  TENTATIVE: 'tentative',
}

const kinds: Readonly<Record<string, EventGuest['kind']>> = { GROUP: 'group', ROOM: 'room', RESOURCE: 'resource' }

const address = /^[^\s@<>"]+@[^\s@<>"]+$/

/** The address of a guest, in lower case; undefined where the file gives none that is an address. */
function emailOf({ parameters, value }: CalendarProperty): string | undefined {
  const said = [parameters['email'], value.trim().replace(/^mailto:/i, '')].map((one) => plain(one ?? '').toLowerCase())
  return said.find((one) => address.test(one))?.slice(0, SHORT)
}

function plain(text: string): string {
  const bare = text.trim().replace(/^<|>$/g, '')
  try {
    return decodeURIComponent(bare)
  } catch {
    return bare
  }
}

/** Somebody a calendar names; undefined for who is only told, and where neither a name nor an address is said. */
export function guestOf(property: CalendarProperty): EventGuest | undefined {
  const { parameters } = property
  if (parameters['role']?.toUpperCase() === 'NON-PARTICIPANT' && kinds[parameters['cutype']?.toUpperCase() ?? ''] === undefined)
    return undefined
  const email = emailOf(property)
  const cn = (parameters['cn'] ?? '').replace(/^['"\s]+|['"\s]+$/g, '').replace(/\s+/g, ' ')
  const name = address.test(cn) ? '' : cn.slice(0, SHORT)
  if (email === undefined && name === '') return undefined
  const kind = kinds[parameters['cutype']?.toUpperCase() ?? ''] ?? kindOf(email)
  return {
    name,
    ...(email === undefined ? {} : { email }),
    answer: answers[parameters['partstat']?.toUpperCase() ?? ''] ?? 'needs-action',
    kind,
  }
}

/** Addresses that stand for no person, where the file does not say so itself. */
function kindOf(email: string | undefined): EventGuest['kind'] {
  if (email === undefined) return 'individual'
  if (/@resource\.calendar\.google\.com$/.test(email)) return 'room'
  if (/@group\.calendar\.google\.com$|@import\.calendar\.google\.com$/.test(email)) return 'group'
  return 'individual'
}
