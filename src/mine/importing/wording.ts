import { i18n } from '@lingui/core'
import type { PersonItem, SkipReason } from '../../formats/item.ts'
import type { Day } from '../../kernel/time.ts'
import { pastText } from '../warmth/days-in-words.ts'
import type { Gain } from './growth.ts'

/** Several things as one phrase: "a role, a birthday and a note". */
export function listed(parts: readonly string[]): string {
  return new Intl.ListFormat(i18n.locale || 'en', { type: 'conjunction' }).format(parts)
}

/** A sentence from a phrase: its first letter large. */
export const sentence = (phrase: string): string => phrase.slice(0, 1).toLocaleUpperCase(i18n.locale || 'en') + phrase.slice(1)

/** Why an item is no person, in one sentence. */
export function skipWords(why: SkipReason): string {
  switch (why) {
    case 'no-name':
      return i18n._({ id: 'import.skip.no-name', message: 'It has no name and no email address.' })
    case 'company':
      return i18n._({ id: 'import.skip.company', message: 'It is a company, not a person.' })
    case 'group':
      return i18n._({ id: 'import.skip.group', message: 'It is a group, not a person.' })
    case 'place':
      return i18n._({ id: 'import.skip.place', message: 'It is a place, not a person.' })
    case 'unreadable':
      return i18n._({ id: 'import.skip.unreadable', message: 'It is written in a way that cannot be read.' })
    case 'unfinished':
      return i18n._({ id: 'import.skip.unfinished', message: 'It breaks off before its end.' })
    case 'too-long':
      return i18n._({ id: 'import.skip.too-long', message: 'It is far longer than the card of a person.' })
    case 'not-a-record':
      return i18n._({ id: 'import.skip.not-a-record', message: 'It is nothing that a book can hold.' })
    case 'unit':
      return i18n._({ id: 'import.skip.unit', message: 'It is a department or another part of the directory, not a person.' })
    case 'role':
      return i18n._({ id: 'import.skip.role', message: 'It is a role that several people may have, not a person.' })
    case 'machine':
      return i18n._({ id: 'import.skip.machine', message: 'It is a computer or another device, not a person.' })
    case 'service':
      return i18n._({ id: 'import.skip.service', message: 'It is an account of a program, not a person.' })
    case 'no-person':
      return i18n._({ id: 'import.skip.no-person', message: 'It is something the directory keeps for itself, not a person.' })
    case 'change':
      return i18n._({ id: 'import.skip.change', message: 'It changes or removes an entry. Kith reads only whole entries.' })
    case 'relative':
      return i18n._({
        id: 'import.skip.relative',
        message: 'It is only the name of a relative. It stays as a note about the one they belong to.',
      })
    case 'yourself':
      return i18n._({ id: 'import.skip.yourself', message: 'It is you. Your book is about the others.' })
    case 'no-opening':
      return i18n._({ id: 'import.skip.no-opening', message: 'It describes no opening that Kith can read.' })
    case 'which-is-you':
      return i18n._({ id: 'import.skip.which-is-you', message: 'The file does not say which of the two who wrote is you.' })
    case 'not-an-event':
      return i18n._({ id: 'import.skip.not-an-event', message: 'It is a task or a note, not a meeting.' })
    case 'no-start':
      return i18n._({ id: 'import.skip.no-start', message: 'It does not say when it begins.' })
    case 'odd-rule':
      return i18n._({ id: 'import.skip.odd-rule', message: 'How it repeats is written in a way that cannot be read.' })
    case 'too-often':
      return i18n._({ id: 'import.skip.too-often', message: 'It repeats many times a day, as no meeting does.' })
    case 'answer':
      return i18n._({ id: 'import.skip.answer', message: 'It is an answer to an invitation, not a meeting.' })
  }
}

/** A gain as words that follow "adds". */
function gainWords(gain: Gain): string {
  switch (gain) {
    case 'email':
      return i18n._({ id: 'import.gain.email', message: 'an email address' })
    case 'phone':
      return i18n._({ id: 'import.gain.phone', message: 'a phone number' })
    case 'link':
      return i18n._({ id: 'import.gain.link', message: 'a link' })
    case 'company':
      return i18n._({ id: 'import.gain.company', message: 'the company' })
    case 'department':
      return i18n._({ id: 'import.gain.department', message: 'the department' })
    case 'role':
      return i18n._({ id: 'import.gain.role', message: 'the role' })
    case 'place':
      return i18n._({ id: 'import.gain.place', message: 'the place' })
    case 'alias':
      return i18n._({ id: 'import.gain.alias', message: 'another name' })
    case 'tag':
      return i18n._({ id: 'import.gain.tag', message: 'a tag' })
    case 'birthday':
      return i18n._({ id: 'import.gain.birthday', message: 'the birthday' })
    case 'date':
      return i18n._({ id: 'import.gain.date', message: 'a yearly date' })
    case 'note':
      return i18n._({ id: 'import.gain.note', message: 'a note' })
    case 'manager':
      return i18n._({ id: 'import.gain.manager', message: 'whom they report to' })
    case 'rhythm':
      return i18n._({ id: 'import.gain.rhythm', message: 'a rhythm' })
    case 'moment':
      return i18n._({ id: 'import.gain.moment', message: 'days on which you were in touch' })
    case 'own':
      return i18n._({ id: 'import.gain.own', message: 'who they are to you' })
  }
}

/** What would happen to somebody who is in the book: what is added, and what takes the place of something else. */
export function growthWords(gains: readonly Gain[], replaced: readonly Gain[]): string {
  const added = gains.filter((gain) => !replaced.includes(gain)).map(gainWords)
  const changed = replaced.map(gainWords)
  if (changed.length === 0)
    return i18n._({ id: 'import.differs.adds', message: 'Already in your book. The file adds {what}.', values: { what: listed(added) } })
  if (added.length === 0) {
    return i18n._({
      id: 'import.differs.changes',
      message: 'Already in your book. The file changes {what}.',
      values: { what: listed(changed) },
    })
  }
  return i18n._({
    id: 'import.differs.adds-and-changes',
    message: 'Already in your book. The file adds {added} and changes {changed}.',
    values: { added: listed(added), changed: listed(changed) },
  })
}

/** What the file knows about somebody besides name, role and company; empty when it is nothing. */
export function knowledgeWords(item: PersonItem, today: Day): string {
  const parts: string[] = []
  const moments = momentWords(item, today)
  if (moments !== undefined) parts.push(moments)
  if (item.emails.length > 0 && item.nameFrom !== 'email') {
    parts.push(
      i18n._({
        id: 'import.knows.emails',
        message: '{count, plural, one {an email address} other {# email addresses}}',
        values: { count: item.emails.length },
      }),
    )
  }
  if (item.phones.length > 0) {
    parts.push(
      i18n._({
        id: 'import.knows.phones',
        message: '{count, plural, one {a phone number} other {# phone numbers}}',
        values: { count: item.phones.length },
      }),
    )
  }
  if (item.birthday !== undefined) parts.push(i18n._({ id: 'import.knows.birthday', message: 'a birthday' }))
  if (item.dates.length > 0) {
    parts.push(
      i18n._({
        id: 'import.knows.dates',
        message: '{count, plural, one {a yearly date} other {# yearly dates}}',
        values: { count: item.dates.length },
      }),
    )
  }
  if (item.notes.length > 0) {
    parts.push(
      i18n._({ id: 'import.knows.notes', message: '{count, plural, one {a note} other {# notes}}', values: { count: item.notes.length } }),
    )
  }
  // Whoever was written to is connected; the days of messages say more.
  if (item.connectedOn !== undefined && moments === undefined) {
    parts.push(i18n._({ id: 'import.knows.connected', message: 'connected {when}', values: { when: pastText(item.connectedOn, today) } }))
  }
  if (item.manager !== undefined) parts.push(i18n._({ id: 'import.knows.manager', message: 'whom they report to' }))
  if (item.rhythm !== undefined) parts.push(i18n._({ id: 'import.knows.rhythm', message: 'a rhythm' }))
  return sentence(parts.join(', '))
}

/** On how many days there was something, and when lately. */
function momentWords({ moments = [] }: PersonItem, today: Day): string | undefined {
  const days = [...new Set(moments.map(({ day }) => day))].sort()
  const last = days.at(-1)
  if (last === undefined) return undefined
  const values = { count: days.length, when: pastText(last, today) }
  const written = moments.every(({ medium }) => medium === 'message' || medium === 'one-way')
  return written
    ? i18n._({
        id: 'import.knows.messages',
        message: '{count, plural, one {messages on one day, {when}} other {messages on # days, the last {when}}}',
        values,
      })
    : i18n._({
        id: 'import.knows.moments',
        message: '{count, plural, one {a moment {when}} other {moments on # days, the last {when}}}',
        values,
      })
}
