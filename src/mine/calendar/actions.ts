import { i18n } from '@lingui/core'
import { newId, type PersonId } from '../../kernel/ids.ts'
import { fold } from '../../kernel/text.ts'
import { type Day, isDay } from '../../kernel/time.ts'
import type { Book, Change, Edit } from '../book.ts'
import type { Accepted, FileRead } from '../importing/contract.ts'
import { emailKey } from '../importing/identity.ts'
import type { Moment } from '../moments/contract.ts'
import type { Guest, Proposal } from './contract.ts'
import { guestName } from './guests.ts'
import { guessMe, myEmails } from './me.ts'
import { calendarRun, type Draft, eventsOf } from './proposals.ts'
import { waitingOf } from './waiting.ts'
import { proposedText, takenText } from './wording.ts'

/** How a proposal is taken where it differs from what it says. */
export interface Taking {
  /** The days that took place; the other waiting ones are dismissed. All of them when absent. */
  readonly days?: readonly string[] | undefined
  /** The people of the book who were there. */
  readonly people?: readonly PersonId[] | undefined
  /** Guests who join the book by name. */
  readonly joining?: readonly Guest[] | undefined
  /** Another day, for a proposal of one day. */
  readonly day?: Day | undefined
  readonly medium?: Moment['medium'] | undefined
  readonly shape?: Moment['shape'] | undefined
  readonly text?: string | undefined
}

/** A title that says nothing, as calendars write it where nobody gave one or it may not be seen. */
const blank =
  /^(?:busy|no title|\(no title\)|untitled|besch(?:ä|ae)ftigt|gebucht|kein titel|private?|privat|new event|neuer termin|meeting|termin)?$/i

/** The words with which a proposal would be written. */
export const wordsOf = (proposal: Proposal): string => (blank.test(proposal.title.trim()) ? '' : proposal.title.trim())

/**
 * Makes moments of a proposal, as one change: people who join, a moment for each day, and the answer.
 * Null when nobody of the book is in it, or nothing of it waits.
 */
export function take(book: Book, id: string, how: Taking = {}): Change | null {
  const proposal = book.get('proposal', id)
  const waits = proposal === undefined ? undefined : waitingOf(book, proposal)
  if (proposal === undefined || waits === undefined) return null
  const people = how.people ?? waits.known.map((person) => person.id)
  const joining = how.joining ?? []
  const days = waits.days.filter(({ of }) => how.days === undefined || how.days.includes(of))
  const other = how.day !== undefined && days.length === 1 ? how.day : undefined
  if (people.length + joining.length === 0 || days.length === 0) return null
  if (other !== undefined && (!isDay(other) || other > book.today())) return null
  const today = book.today()
  let all: readonly string[] = []
  const change = book.change('', (hands) => {
    all = [...new Set([...people, ...joining.map((guest) => joined(book, hands, guest))])].slice(0, 500)
    const present = Math.max(proposal.present, all.length + 1)
    const taken = days.map(({ of, day }) => {
      const moment = hands.add('moment', {
        day: other ?? day,
        people: [...all],
        medium: how.medium ?? proposal.medium,
        shape: how.shape ?? proposal.shape,
        startedBy: proposal.startedBy,
        present: present > all.length + 1 ? present : undefined,
        text: (how.text ?? wordsOf(proposal)).trim(),
      })
      return { of, on: today, moment: moment.id }
    })
    const left = waits.days.filter((day) => !days.includes(day)).map(({ of }) => ({ of, on: today }))
    hands.patch('proposal', id, {
      taken: [...(proposal.taken ?? []), ...taken],
      dismissed: left.length === 0 ? proposal.dismissed : [...(proposal.dismissed ?? []), ...left],
    })
  })
  const names = all.map((person) => book.get('person', person)?.name ?? '')
  return { ...change, label: takenText(days.length, names) }
}

/** Puts a guest into the book by name, unless somebody of that very name and address is there by now. */
function joined(book: Book, hands: Edit, guest: Guest): PersonId {
  const name = guestName(guest).slice(0, 500)
  const key = guest.email === undefined ? undefined : emailKey(guest.email)
  const there = book
    .all('person')
    .find((person) => fold(person.name) === fold(name) && person.emails?.some((email) => emailKey(email) === key) === true)
  return there?.id ?? hands.add('person', { name, emails: guest.email === undefined ? undefined : [guest.email] }).id
}

/** Answers that the waiting days of a proposal are no moments, or not worth writing. Null when nothing waits. */
export function dismiss(book: Book, id: string): Change | null {
  const proposal = book.get('proposal', id)
  const waits = proposal === undefined ? undefined : waitingOf(book, proposal)
  if (proposal === undefined || waits === undefined) return null
  const on = book.today()
  return book.change(i18n._({ id: 'calendar.dismissed', message: 'It is not proposed again.' }), (hands) => {
    hands.patch('proposal', id, { dismissed: [...(proposal.dismissed ?? []), ...waits.days.map(({ of }) => ({ of, on }))] })
  })
}

/**
 * Writes what a calendar proposes: one change, one batch that can be taken back any day. Worked out
 * anew from the book as it is now, so that writing twice adds nothing.
 *
 * @param me the owner's addresses; without them those the book knows, else the likeliest of the file
 */
export function propose(book: Book, read: FileRead, me: readonly string[] = mineIn(book, read)): Accepted {
  const { drafts } = calendarRun(book, eventsOf(read.items), me)
  const added = drafts.reduce((sum, draft) => sum + draft.days.length, 0)
  const sentence = proposedText(added)
  const batch = newId()
  const change = book.change(sentence, (hands) => {
    if (drafts.length === 0) return
    hands.add(
      'batch',
      { at: book.clock.now().toString(), file: read.file.slice(0, 500), format: read.format, added, changedPeople: 0, before: [] },
      batch,
    )
    for (const draft of drafts) for (const part of parts(draft)) hands.add('proposal', { ...part, batch })
  })
  return { change, batch: drafts.length === 0 ? undefined : batch, added, changed: 0, sentence }
}

/** The addresses of the owner in a file: those the book knows, else the likeliest. */
export const mineIn = (book: Book, read: FileRead): readonly string[] => guessMe(eventsOf(read.items), myEmails(book)).emails

/** So many days go into one record: a meeting of every working day fits, and the record stays small. */
const DAYS_TOGETHER = 300

function parts(draft: Draft): Draft[] {
  const all: Draft[] = []
  for (let at = 0; at < draft.days.length; at += DAYS_TOGETHER) all.push({ ...draft, days: draft.days.slice(at, at + DAYS_TOGETHER) })
  return all
}
