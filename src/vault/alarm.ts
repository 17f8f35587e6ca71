import type { Clock } from '../kernel/time.ts'
import type { Alarm, AlarmKind } from './terms.ts'

const texts: Record<AlarmKind, { what: string; why: string; next: string }> = {
  'not-authentic': {
    what: 'Something in the stored book was changed by someone who does not hold its key.',
    why: 'A sealed entry does not open where it was found. Kith did not use it, and your own text was not replaced.',
    next: 'Find out who can write to the database, then put back what this device has or go on without the entry.',
  },
  'needs-newer-app': {
    what: 'Part of your book was written by a newer version of Kith.',
    why: 'This version cannot read it and leaves it untouched.',
    next: 'Update Kith here, then open the book again.',
  },
  'rolled-back': {
    what: 'The server has an older state of your book than this device.',
    why: 'It may have been restored from a backup, or somebody put old entries back.',
    next: 'Put back what this device still has, or go on with what the server has.',
  },
  missing: {
    what: 'Entries of your book are missing on the server.',
    why: 'This device has seen them, or the server counts more than it gives.',
    next: 'Put back what this device still has, or go on with what the server has.',
  },
  forked: {
    what: 'Two different texts claim to be the same entry.',
    why: 'The server gave this device another one than before, which only happens when it was changed behind your back.',
    next: 'Put back what this device still has, or go on with what the server has.',
  },
  'new-key': {
    what: 'The server speaks of another key than this device holds.',
    why: 'Another device may have changed the doors of your book. Nothing is sent until it is clear.',
    next: 'Open the book again with its six words, its recovery code or its key file.',
  },
  'wrong-key': {
    what: 'What this device remembers does not open with the key it was given.',
    why: 'The key or the book behind it was exchanged. Nothing is sent until it is clear.',
    next: 'Open the book with its six words or its recovery code. If they fail too, ask whoever runs the server what was changed.',
  },
}

/** The order in which alarms are shown: the first of these that was found. */
const order: readonly AlarmKind[] = ['wrong-key', 'new-key', 'not-authentic', 'forked', 'rolled-back', 'missing', 'needs-newer-app']

/** What was found wrong so far, by kind. */
export type Found = ReadonlyMap<AlarmKind, ReadonlySet<string>>

/** The alarm to show for what was found, or null when nothing is wrong. `since` keeps the first sighting. */
export function alarmOf(found: Found, clock: Clock, since: string | null): Alarm | null {
  const kind = order.find((one) => found.has(one))
  if (kind === undefined) return null
  return { kind, records: found.get(kind)?.size ?? 0, seen: since ?? clock.now().toString(), ...texts[kind] }
}

/** Alarms that stop all sending: the key itself is in doubt. */
export const stopsSending = (found: Found): boolean => found.has('wrong-key') || found.has('new-key')
