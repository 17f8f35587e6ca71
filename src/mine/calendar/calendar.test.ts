import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aMoment, aPerson, bookAt, personId } from '../../../test/a-book.ts'
import type { EventItem } from '../../formats/item.ts'
import { readBytes } from '../../formats/read.ts'
import { frozenClock } from '../../kernel/time.ts'
import type { Book } from '../book.ts'
import type { FileRead } from '../importing/contract.ts'
import { dryRun } from '../importing/preview.ts'
import { takeBack } from '../importing/take-back.ts'
import { flaw } from '../records.ts'
import { dismiss, propose, take } from './actions.ts'
import { guessMe, rememberMe } from './me.ts'
import { meetingsOf, spanUntil } from './meetings.ts'
import { calendarRun, eventsOf } from './proposals.ts'
import { guessShape } from './shape.ts'
import { waiting } from './waiting.ts'
import { whenText } from './wording.ts'

const TODAY = '2026-11-24'
const ME = ['ana@example.org']

const lea = aPerson(1, { name: 'Léa Fontaine', emails: ['lea@example.org'] })
const jonas = aPerson(2, { name: 'Jonas Lindqvist' })

const person = (name: string, answer = 'ACCEPTED'): string =>
  `ATTENDEE;CN=${name};PARTSTAT=${answer}:mailto:${name.split(' ')[0]?.toLowerCase()}@example.org`
const me = (answer = 'ACCEPTED'): string => person('Ana', answer)

interface Entry {
  readonly uid?: string
  readonly title?: string
  readonly start?: string
  readonly more?: readonly string[]
}

const entry = ({
  uid = 'one',
  title = 'Design review',
  start = ':20261120T140000Z',
  more = [me(), person('Lea Fontaine')],
}: Entry = {}): string =>
  ['BEGIN:VEVENT', `UID:${uid}`, `SUMMARY:${title}`, `DTSTART${start}`, 'DURATION:PT45M', ...more, 'END:VEVENT'].join('\r\n')

function reading(entries: readonly string[], day = TODAY): FileRead {
  const text = `BEGIN:VCALENDAR\r\n${entries.join('\r\n')}\r\nEND:VCALENDAR\r\n`
  const { format, items } = readBytes(new TextEncoder().encode(text), { days: spanUntil(day) })
  return { file: 'calendar.ics', format, items, seconds: 0 }
}
const events = (...entries: string[]): EventItem[] => eventsOf(reading(entries).items)
const book = (): Book => bookAt(TODAY, [lea, jonas])
const why = (...entries: string[]): unknown => {
  const run = calendarRun(book(), events(...entries), ME)
  return run.drafts.length > 0 ? 'proposed' : [...run.leftOut.keys()][0]
}

test('a meeting of mine with somebody of the book becomes a proposal, and taking it writes the moment', () => {
  const open = book()
  expect(propose(open, reading([entry()]), ME)).toMatchObject({ added: 1, sentence: 'Your calendar knows of one moment.' })
  const [one] = waiting(open)
  expect(one).toMatchObject({ days: [{ day: '2026-11-20' }], known: [{ name: 'Léa Fontaine' }], unknown: [] })
  const change = take(open, one?.proposal.id ?? '')
  expect(change?.label).toBe('The moment with Léa is written.')
  expect(open.momentsOf(lea.id)).toMatchObject([
    { day: '2026-11-20', medium: 'face', shape: 'talk', startedBy: 'both', people: [lea.id], text: 'Design review' },
  ])
  expect(open.momentsOf(lea.id)[0]?.present).toBeUndefined()
  expect(waiting(open)).toEqual([])
  if (change !== null) open.undo(change)
  expect([open.momentsOf(lea.id).length, waiting(open).length]).toEqual([0, 1])
})

test('what did not take place, or not with me, is left out with its reason', () => {
  expect(why(entry({ more: [me(), person('Lea Fontaine'), 'STATUS:CANCELLED'] }))).toBe('cancelled')
  expect(why(entry({ more: [me('DECLINED'), person('Lea Fontaine')] }))).toBe('declined')
  expect(why(entry({ start: ';VALUE=DATE:20261120' }))).toBe('all-day')
  expect(why(entry({ start: ':20261125T090000Z' }))).toBe('ahead')
  expect(why(entry({ start: ':20261124T083000Z' }))).toBe('ahead')
  expect(why(entry({ start: ':20261124T081500Z' }))).toBe('proposed')
  expect(why(entry({ start: ':20250801T090000Z' }))).toBe('long-ago')
  expect(why(entry({ more: [person('Lea Fontaine'), 'ORGANIZER:mailto:jonas@example.org'] }))).toBe('not-mine')
  expect(why(entry({ more: [person('Lea Fontaine')] }))).toBe('proposed')
  expect(why(entry({ more: [me(), person('Lea Fontaine', 'DECLINED')] }))).toBe('nobody-else')
  expect(why(entry({ more: [me(), 'ATTENDEE;CUTYPE=ROOM:mailto:fjord@example.org'] }))).toBe('nobody-else')
})

test('whoever is not in the book is shown and joins only when chosen', () => {
  const open = book()
  propose(open, reading([entry({ more: [me(), person('Ruth Okafor'), person('Jonas Lindqvist')] })]), ME)
  const [one] = waiting(open)
  expect([one?.known.map(({ name }) => name), one?.unknown.map(({ name }) => name)]).toEqual([['Jonas Lindqvist'], ['Ruth Okafor']])
  take(open, one?.proposal.id ?? '', { joining: one?.unknown })
  expect(open.people().map(({ name, emails }) => [name, emails])).toContainEqual(['Ruth Okafor', ['ruth@example.org']])
  expect(open.all('moment')[0]?.people).toHaveLength(2)
})

test('a meeting with nobody of the book cannot be taken without somebody who joins', () => {
  const open = book()
  propose(open, reading([entry({ more: [me(), person('Ruth Okafor')] })]), ME)
  const [one] = waiting(open)
  expect(take(open, one?.proposal.id ?? '')).toBeNull()
  expect(take(open, one?.proposal.id ?? '', { joining: one?.unknown })?.label).toBe('The moment with Ruth is written.')
})

test('a large meeting proposes only people of the book, and weighs by how many were there', () => {
  const crowd = Array.from({ length: 11 }, (_, n) => person(`Guest${n} Somebody`))
  const open = book()
  propose(open, reading([entry({ more: [me(), ...crowd, person('Lea Fontaine')] })]), ME)
  const [one] = waiting(open)
  expect([one?.known.length, one?.unknown.length, one?.proposal.present]).toEqual([1, 0, 13])
  take(open, one?.proposal.id ?? '')
  expect(open.momentsOf(lea.id)[0]).toMatchObject({ present: 13, shape: 'meeting' })
  expect(why(entry({ more: [me(), ...crowd] }))).toBe('large')
})

const weekly = entry({
  uid: 'series',
  start: ';TZID=W. Europe Standard Time:20260908T090000',
  more: [
    'RRULE:FREQ=WEEKLY;BYDAY=TU',
    'EXDATE;TZID=W. Europe Standard Time:20260915T090000',
    me(),
    person('Lea Fontaine'),
    person('Jonas Lindqvist'),
  ],
})
const moved = entry({
  uid: 'series',
  start: ';TZID=W. Europe Standard Time:20260923T110000',
  more: ['RECURRENCE-ID;TZID=W. Europe Standard Time:20260922T090000', me(), person('Lea Fontaine'), person('Jonas Lindqvist')],
})
const fellOut = entry({
  uid: 'series',
  start: ';TZID=W. Europe Standard Time:20260929T090000',
  more: [
    'RECURRENCE-ID;TZID=W. Europe Standard Time:20260929T090000',
    'STATUS:CANCELLED',
    me(),
    person('Lea Fontaine'),
    person('Jonas Lindqvist'),
  ],
})

test('a series is one proposal with its days, moved and cancelled ones included, and is taken whole or in part', () => {
  const open = book()
  propose(open, reading([weekly, moved, fellOut]), ME)
  const [one] = waiting(open)
  expect(waiting(open)).toHaveLength(1)
  const days = one?.days.map(({ day }) => day) ?? []
  expect(days).toContain('2026-09-23')
  for (const gone of ['2026-09-15', '2026-09-22', '2026-09-29']) expect(days).not.toContain(gone)
  if (one !== undefined) expect(whenText(one, TODAY)).toBe(`${days.length} times since September, with Jonas and Léa`)
  take(open, one?.proposal.id ?? '', { days: one?.days.slice(0, 3).map(({ of }) => of) })
  expect(open.all('moment').map(({ day }) => day)).toEqual(['2026-09-08', '2026-09-23', '2026-10-06'])
  expect(open.all('proposal')[0]?.dismissed).toHaveLength(days.length - 3)
  expect(waiting(open)).toEqual([])
  propose(open, reading([weekly, moved, fellOut]), ME)
  expect(waiting(open)).toEqual([])
})

test('the same file again proposes nothing, whatever was answered; a longer one only what is new', () => {
  const open = book()
  const file = reading([weekly, entry(), entry({ uid: 'two', title: 'Lunch', start: ':20261118T120000Z' })])
  const first = propose(open, file, ME)
  const [one, two] = waiting(open)
  take(open, one?.proposal.id ?? '')
  dismiss(open, two?.proposal.id ?? '')
  expect(propose(open, file, ME)).toMatchObject({ added: 0, batch: undefined })
  rememberMe(open, ME)
  expect(dryRun(open, file.items).map(({ verdict }) => verdict)).toEqual(['same', 'same', 'same'])
  expect(propose(open, reading([weekly, entry(), entry({ uid: 'three', start: ':20261116T120000Z' })]), ME).added).toBe(1)
  takeBack(open, first.batch ?? '')
  expect(open.all('moment').length).toBeGreaterThan(0)
})

test('a calendar taken back before anything was answered is proposed anew by the same file', () => {
  const open = book()
  const { batch } = propose(open, reading([entry()]), ME)
  expect(takeBack(open, batch ?? '').sentence).toContain('stay')
  expect(waiting(open)).toEqual([])
  expect(propose(open, reading([entry()]), ME).added).toBe(1)
})

test('what is written by hand is not proposed, before the file and after it', () => {
  const written = aMoment(1, '2026-11-20', { people: [personId(1)] })
  expect(calendarRun(bookAt(TODAY, [lea, jonas, written]), events(entry()), ME).leftOut.get('written')).toBe(1)
  const open = book()
  propose(open, reading([entry()]), ME)
  open.receive([written])
  expect(waiting(open)).toEqual([])
})

test('the order of the entries is of no account', () => {
  const all = [weekly, moved, fellOut, entry(), entry({ uid: 'two', title: 'Lunch' }), entry({ uid: 'two', title: 'Late lunch' })]
  const said = (list: readonly string[]): string => JSON.stringify(calendarRun(book(), events(...list), ME).drafts)
  const expected = said(all)
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (list) => {
      expect(said(list)).toBe(expected)
    }),
    { numRuns: 30 },
  )
})

test('a meeting falls on the day of the owner’s own wall, in zones of odd minutes and over the change of the clocks', () => {
  const dayIn = (zone: string, start: string): string | undefined =>
    meetingsOf(events(entry({ start })), frozenClock(`${TODAY}T09:00:00Z`, zone))[0]?.day
  expect(dayIn('Asia/Kathmandu', ';TZID=Asia/Kathmandu:20261120T003000')).toBe('2026-11-20')
  expect(dayIn('Europe/Lisbon', ';TZID=Asia/Kathmandu:20261120T003000')).toBe('2026-11-19')
  expect(dayIn('America/St_Johns', ';TZID=America/St_Johns:20261120T003000')).toBe('2026-11-20')
  expect(dayIn('America/St_Johns', ':20261120T020000Z')).toBe('2026-11-19')
  expect(dayIn('Europe/Berlin', ':20261024T221500Z')).toBe('2026-10-25')
  expect(dayIn('Europe/Berlin', ':20261025T231500Z')).toBe('2026-10-26')
  expect(dayIn('Europe/Lisbon', ':20261120T233000')).toBe('2026-11-20')
})

test('whose calendar it is is known from the book, from its name, or from who is in nearly every entry', () => {
  const list = events(
    entry({ uid: '1' }),
    entry({ uid: '2', more: [me(), person('Jonas Lindqvist')] }),
    entry({ uid: '3', more: [me(), person('Jonas Lindqvist')] }),
  )
  expect(guessMe(list, [])).toMatchObject({ emails: ['ana@example.org'], known: false })
  expect(guessMe(list, ['jonas@example.org'])).toMatchObject({ emails: ['jonas@example.org'], known: true })
  expect(guessMe(events(entry()), [])).toMatchObject({ emails: [], known: false })
  expect(guessMe([{ ...(list[0] as EventItem), calendar: 'Lea@Example.org' }], []).emails).toEqual(['lea@example.org'])
})

test('the shape is guessed from words, the time of the day and the address of a video meeting', () => {
  const shape = (title: string, start = ':20261120T150000Z', more: readonly string[] = [], others = 1): string => {
    const [meeting] = meetingsOf(
      events(entry({ title, start, more: [me(), person('Lea Fontaine'), ...more] })),
      frozenClock(`${TODAY}T09:00:00Z`),
    )
    if (meeting === undefined) throw new Error('no meeting')
    const { medium, shape: kind } = guessShape(meeting, others, 'me')
    return `${medium} ${kind}`
  }
  expect(shape('Mittagessen mit Léa')).toBe('meal lunch')
  expect(shape('Ana / Léa', ':20261120T120000Z')).toBe('meal lunch')
  expect(shape('Ana / Léa')).toBe('face talk')
  expect(shape('Budget review', ':20261120T120000Z')).toBe('face talk')
  expect(shape('Café with Léa')).toBe('face coffee')
  expect(shape('Steering group')).toBe('face talk')
  expect(shape('Team day', undefined, [], 6)).toBe('face meeting')
  expect(shape('Ana / Léa', undefined, ['LOCATION:https://meet.google.com/x'])).toBe('video call')
  expect(shape('Sprint', undefined, ['LOCATION:Microsoft Teams Meeting'], 6)).toBe('video meeting')
  expect(shape('Anruf Léa')).toBe('call call')
  expect(shape('Ana / Léa', undefined, ['LOCATION:+49 30 1234567'])).toBe('call call')
  expect(shape('Locall network')).toBe('face talk')
  expect(shape('Hanna’s farewell')).toBe('face party')
})

test('proposals are well formed records, and stay so with a thousand guests and a thousand days', () => {
  const open = book()
  const crowd = Array.from({ length: 400 }, (_, n) => person(`Guest${n} Somebody`))
  propose(
    open,
    reading([
      entry({ uid: 'a', start: ':20250101T100000Z', more: ['RRULE:FREQ=DAILY', me(), person('Lea Fontaine')] }),
      entry({ uid: 'b', more: [me(), person('Jonas Lindqvist'), ...crowd] }),
    ]),
    ME,
  )
  expect(open.all('proposal').map(flaw)).toEqual(open.all('proposal').map(() => null))
  for (const one of open.all('proposal')) expect(JSON.stringify(one).length).toBeLessThan(20_000)
  const days = open.all('proposal').flatMap((one) => one.days.map(({ day }) => day))
  expect(days.length).toBeGreaterThan(395)
  expect(days.every((day) => day <= TODAY)).toBe(true)
})
