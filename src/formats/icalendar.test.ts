import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { dayNumber, partsOf } from '../kernel/time.ts'
import { ruleOf, wallsOf } from './icalendar-rule.ts'
import { timeText } from './icalendar-time.ts'
import type { DaySpan, EventItem, Item } from './item.ts'
import { FileReading, readBytes } from './read.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const calendar = (body: string): string => `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:ana@example.org\r\n${body}\r\nEND:VCALENDAR\r\n`
const entry = (body: string): string => `BEGIN:VEVENT\r\nUID:one\r\nSUMMARY:Design review\r\n${body}\r\nEND:VEVENT`
const read = (body: string, days?: DaySpan): Item[] => readBytes(bytes(calendar(body)), { days }).items
const event = (body: string, days?: DaySpan): EventItem => {
  const [item] = read(entry(body), days)
  if (item?.kind !== 'event') throw new Error(`no event: ${JSON.stringify(item)}`)
  return item
}
const why = (body: string): string => {
  const [item] = read(entry(body))
  return item?.kind === 'skipped' ? item.why : 'read'
}
const year: DaySpan = { from: '2026-01-01', to: '2026-12-31' }

test('an entry is read with its people, their answers, its place and its length', () => {
  const item = event(
    [
      'DTSTART:20261124T090000Z',
      'DTEND:20261124T094500Z',
      'LOCATION:Room Fjord\\, second floor',
      'ORGANIZER;CN="Léa Fontaine":mailto:Lea@Example.org',
      'ATTENDEE;CN=Ana;PARTSTAT=ACCEPTED:MAILTO:ana@example.org',
      'ATTENDEE;CN=jonas@example.org;PARTSTAT=DECLINED:mailto:jonas@example.org',
      'ATTENDEE;CUTYPE=ROOM;CN=Fjord:mailto:fjord@example.org',
      'ATTENDEE;CUTYPE=GROUP;CN=Design:mailto:design@example.org',
      'ATTENDEE;ROLE=NON-PARTICIPANT;CN=Told:mailto:told@example.org',
    ].join('\r\n'),
  )
  expect(item).toMatchObject({
    uid: 'one',
    title: 'Design review',
    place: 'Room Fjord, second floor',
    minutes: 45,
    starts: ['2026-11-24T09:00:00Z'],
    recurs: false,
    calendar: 'ana@example.org',
    organiser: { name: 'Léa Fontaine', email: 'lea@example.org' },
  })
  expect(item.attendees.map(({ name, email, answer, kind }) => [name, email, answer, kind])).toEqual([
    ['Ana', 'ana@example.org', 'accepted', 'individual'],
    ['', 'jonas@example.org', 'declined', 'individual'],
    ['Fjord', 'fjord@example.org', 'needs-action', 'room'],
    ['Design', 'design@example.org', 'needs-action', 'group'],
  ])
})

test('a time is put where its zone says, whoever names the zone', () => {
  expect(event('DTSTART;TZID=Europe/Berlin:20260701T090000').starts).toEqual(['2026-07-01T07:00:00Z'])
  expect(event('DTSTART;TZID="W. Europe Standard Time":20260701T090000').starts).toEqual(['2026-07-01T07:00:00Z'])
  expect(event('DTSTART;TZID=W. Europe Standard Time:20261201T090000').starts).toEqual(['2026-12-01T08:00:00Z'])
  expect(event('DTSTART;TZID=/mozilla.org/20070129_1/Asia/Kathmandu:20260701T003000').starts).toEqual(['2026-06-30T18:45:00Z'])
  expect(event('DTSTART;TZID="(UTC-03:30) Newfoundland":20260101T090000').starts).toEqual(['2026-01-01T12:30:00Z'])
  expect(event('DTSTART:20260701T090000').starts).toEqual(['2026-07-01T09:00:00'])
  expect(event('DTSTART;TZID=Nowhere/Middle:20260701T090000').starts).toEqual(['2026-07-01T09:00:00'])
  expect(event('DTSTART;VALUE=DATE:20260701').starts).toEqual(['2026-07-01'])
})

const own = (name: string): string =>
  [
    'BEGIN:VTIMEZONE',
    `TZID:${name}`,
    'BEGIN:STANDARD',
    'DTSTART:16010101T030000',
    'TZOFFSETFROM:+0200',
    'TZOFFSETTO:+0100',
    'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10',
    'END:STANDARD',
    'BEGIN:DAYLIGHT',
    'DTSTART:16010101T020000',
    'TZOFFSETFROM:+0100',
    'TZOFFSETTO:+0200',
    'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3',
    'END:DAYLIGHT',
    'END:VTIMEZONE',
  ].join('\r\n')

test('a zone that the file explains goes before one of the same name, also when it is explained at the end', () => {
  const at = (body: string): unknown => read(body).map((item) => (item.kind === 'event' ? item.starts[0] : item.kind))
  const one = (when: string, zone: string): string => entry(`DTSTART;TZID=${zone}:${when}`)
  expect(at(`${own('Asia/Tokyo')}\r\n${one('20260701T090000', 'Asia/Tokyo')}`)).toEqual(['2026-07-01T07:00:00Z'])
  expect(at(`${one('20260701T090000', 'Office')}\r\n${one('20261201T090000', 'Office')}\r\n${own('Office')}`)).toEqual([
    '2026-07-01T07:00:00Z',
    '2026-12-01T08:00:00Z',
  ])
  for (const day of ['20260329T013000', '20260329T033000', '20261025T013000', '20261025T033000', '19900701T120000', '20400101T120000']) {
    expect(at(`${own('Office')}\r\n${one(day, 'Office')}`), day).toEqual(at(one(day, 'Europe/Berlin')))
  }
})

test('a series keeps its time on the wall over the change of the clocks', () => {
  const { starts } = event('DTSTART;TZID=Europe/Lisbon:20260320T090000\r\nRRULE:FREQ=WEEKLY;COUNT=3', year)
  expect(starts).toEqual(['2026-03-20T09:00:00Z', '2026-03-27T09:00:00Z', '2026-04-03T08:00:00Z'])
})

test('exceptions, added days and the end of a series are respected', () => {
  const series = 'DTSTART;TZID=Europe/Berlin:20260706T090000\r\nRRULE:FREQ=WEEKLY;UNTIL=20260727T070000Z'
  expect(event(series, year).starts).toHaveLength(4)
  expect(event(`${series}\r\nEXDATE;TZID=Europe/Berlin:20260713T090000\r\nEXDATE;VALUE=DATE:20260720`, year).starts).toEqual([
    '2026-07-06T07:00:00Z',
    '2026-07-27T07:00:00Z',
  ])
  expect(
    event('DTSTART:20260706T090000Z\r\nRDATE;VALUE=PERIOD:20260708T090000Z/PT1H,20260709T090000Z/20260709T100000Z', year).starts,
  ).toEqual(['2026-07-06T09:00:00Z', '2026-07-08T09:00:00Z', '2026-07-09T09:00:00Z'])
  expect(event(`${series}\r\nEXDATE:20260713T090000`, year).starts).toHaveLength(3)
  expect(event('DTSTART:20260706T090000\r\nRRULE:FREQ=DAILY;COUNT=3\r\nEXDATE:20260707T090000Z', year).starts).toHaveLength(2)
  expect(event('DTSTART;VALUE=DATE:20260706\r\nRRULE:FREQ=DAILY;UNTIL=20260708', year).starts).toEqual([
    '2026-07-06',
    '2026-07-07',
    '2026-07-08',
  ])
})

test('of a series only the wanted days are taken, however long it runs', () => {
  const { starts } = event('DTSTART:19990104T090000Z\r\nRRULE:FREQ=DAILY', { from: '2026-11-01', to: '2026-11-03' })
  expect(starts.filter((start) => start >= '2026-11-01' && start < '2026-11-04')).toHaveLength(3)
  expect(starts.length).toBeLessThan(6)
  expect(event('DTSTART:20260101T090000Z\r\nRRULE:FREQ=DAILY').starts).toHaveLength(100)
})

test('another version of one day says which day it stands in for', () => {
  const item = event('DTSTART;TZID=Europe/Berlin:20260714T100000\r\nRECURRENCE-ID;TZID=Europe/Berlin:20260713T090000')
  expect(item).toMatchObject({ replaces: '2026-07-13T07:00:00Z', starts: ['2026-07-14T08:00:00Z'], recurs: false })
  expect(event('DTSTART:20260713T090000Z\r\nRECURRENCE-ID;RANGE=THISANDFUTURE:20260713T090000Z').onwards).toBe(true)
})

test('a rule that would keep a reader busy for ever is refused or ends at once', () => {
  const rule = (text: string): string => why(`DTSTART:20260101T090000Z\r\nRRULE:${text}`)
  expect(rule('FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30')).toBe('too-often')
  expect(rule('FREQ=HOURLY')).toBe('too-often')
  expect(rule('FREQ=FORTNIGHTLY')).toBe('odd-rule')
  expect(rule('FREQ=DAILY;COUNT=0')).toBe('odd-rule')
  expect(rule('FREQ=DAILY;BYDAY=XX')).toBe('odd-rule')
  for (const never of ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY']) {
    const began = process.cpuUsage()
    expect(event(`DTSTART:20260101T090000Z\r\nRRULE:FREQ=${never};BYMONTH=2;BYMONTHDAY=30`).starts).toEqual(['2026-01-01T09:00:00Z'])
    expect(process.cpuUsage(began).user).toBeLessThan(1_000_000)
  }
})

test('what is no event, an answer of somebody, or without a beginning is left out with its reason', () => {
  expect(read('BEGIN:VTODO\r\nSUMMARY:Send the deck\r\nEND:VTODO')).toMatchObject([
    { kind: 'skipped', why: 'not-an-event', name: 'Send the deck' },
  ])
  expect(why('DTSTART:tomorrow')).toBe('no-start')
  expect(why('DTSTART:20260230T090000Z')).toBe('no-start')
  expect(readBytes(bytes(calendar(`METHOD:REPLY\r\n${entry('DTSTART:20260101T090000Z')}`))).items).toMatchObject([{ why: 'answer' }])
  expect(readBytes(bytes(calendar(`METHOD:CANCEL\r\n${entry('DTSTART:20260101T090000Z')}`))).items).toMatchObject([{ status: 'cancelled' }])
  expect(readBytes(bytes('BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Cut\r\nDTSTART:20260101T090000Z')).items).toMatchObject([
    { why: 'unfinished' },
  ])
})

test('one bad line costs a line, a bad entry costs an entry, and alarms and files within are passed over', () => {
  const items = read(
    [
      entry('DTSTART:20260101T090000Z\r\nATTENDEE;CN="unclosed:mailto:x\r\n;;;\r\nATTACH;VALUE=BINARY:AAAA\r\n AAAA\r\nLOCATION:Here'),
      entry('DTSTART:20260101T090000Z\r\nBEGIN:VALARM\r\nTRIGGER:-PT5M\r\nSUMMARY:Alarm\r\nEND:VALARM\r\nLOCATION:There'),
      'BEGIN:VEVENT\r\nDTSTART:nonsense\r\nEND:VEVENT',
      entry('DTSTART\r\n :20260101T090000Z\r\nLOCATION\r\n :Elsewhere'),
    ].join('\r\n'),
  )
  expect(items.map((item) => (item.kind === 'event' ? item.place : item.kind))).toEqual(['Here', 'There', 'skipped', 'Elsewhere'])
  expect(items.map((item) => item.index)).toEqual([1, 2, 3, 4])
})

test('the address of a meeting by video is seen wherever programs put it', () => {
  const start = 'DTSTART:20260101T090000Z'
  expect(event(`${start}\r\nLOCATION:Microsoft Teams Meeting`).video).toBe(true)
  expect(event(`${start}\r\nDESCRIPTION:Join: https://meet.google.com/abc-defg-hij`).video).toBe(true)
  expect(event(`${start}\r\nX-GOOGLE-CONFERENCE:https://meet.google.com/abc`).video).toBe(true)
  expect(event(`${start}\r\nCONFERENCE;VALUE=URI;FEATURE=VIDEO:https://video.example.org/4711`).video).toBe(true)
  expect(event(`${start}\r\nDESCRIPTION:Agenda at https://example.org`).video).toBe(false)
})

test('two calendars in one stream keep their zones and names apart', () => {
  const second = `BEGIN:VCALENDAR\r\nX-WR-CALNAME:Team\r\n${entry('DTSTART;TZID=Office:20260701T090000')}\r\nEND:VCALENDAR\r\n`
  const { items } = readBytes(bytes(calendar(`${own('Office')}\r\n${entry('DTSTART;TZID=Office:20260701T090000')}`) + second))
  expect(items.map((item) => item.kind === 'event' && [item.calendar, item.starts[0]])).toEqual([
    ['ana@example.org', '2026-07-01T07:00:00Z'],
    ['Team', '2026-07-01T09:00:00'],
  ])
})

test('a calendar that arrives in small pieces says the same as in one', () => {
  const body = `${own('Office')}\r\n${entry('DTSTART;TZID=Office:20260701T090000\r\nLOCATION:Café\r\nRRULE:FREQ=WEEKLY;COUNT=4')}`
  const text = bytes(calendar(`${'X-FILLER:1\r\n'.repeat(8000)}${body}`))
  const items: Item[] = []
  const reading = new FileReading({ at: () => {}, take: (item) => items.push(item), passOver: () => false })
  for (let at = 0; at < text.length; at += 7) reading.push(text.subarray(at, at + 7))
  reading.end()
  expect(items).toEqual(readBytes(text).items)
  expect(items).toHaveLength(1)
})

test('of several days the named ones are taken: the last working day of each month, the first week of a year', () => {
  const last = event('DTSTART:20260130T090000Z\r\nRRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=4', year).starts
  expect(last.map((start) => start.slice(5, 10))).toEqual(['01-30', '02-27', '03-31', '04-30'])
  const week = event('DTSTART:20260105T090000Z\r\nRRULE:FREQ=YEARLY;BYWEEKNO=2,-1;BYDAY=MO;COUNT=3', {
    from: '2026-01-01',
    to: '2028-01-01',
  })
  expect(week.starts.map((start) => start.slice(0, 10))).toEqual(['2026-01-05', '2026-12-28', '2027-01-11'])
})

test('what begins on 29 February comes again in leap years alone', () => {
  const leap = event('DTSTART:20200229T090000Z\r\nRRULE:FREQ=YEARLY', { from: '2020-01-01', to: '2028-12-31' })
  expect(leap.starts.map((start) => start.slice(0, 10))).toEqual(['2020-02-29', '2024-02-29', '2028-02-29'])
})

const days = fc.integer({ min: dayNumber('2020-01-01'), max: dayNumber('2026-12-31') })
const weekday = fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU')
const rules = fc.oneof(
  fc.record({ i: fc.integer({ min: 1, max: 9 }) }).map(({ i }) => `FREQ=DAILY;INTERVAL=${i}`),
  fc
    .record({ i: fc.integer({ min: 1, max: 4 }), on: fc.uniqueArray(weekday, { minLength: 1, maxLength: 4 }) })
    .map(({ i, on }) => `FREQ=WEEKLY;INTERVAL=${i};BYDAY=${on.join(',')}`),
  fc
    .record({ nth: fc.constantFrom(1, 2, 3, 4, -1, -2), on: weekday, i: fc.integer({ min: 1, max: 3 }) })
    .map(({ nth, on, i }) => `FREQ=MONTHLY;INTERVAL=${i};BYDAY=${nth}${on}`),
  fc.record({ d: fc.constantFrom(1, 15, 28, 31, -1) }).map(({ d }) => `FREQ=MONTHLY;BYMONTHDAY=${d}`),
  fc.constantFrom('FREQ=YEARLY', 'FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 'FREQ=MONTHLY'),
)

/** Nine in the morning of a day, as ical.js writes it. */
function timeOf(number: number): ICAL.Time {
  const { year: y, month, date } = partsOf(number)
  return new ICAL.Time({ year: y, month, day: date, hour: 9, minute: 0, second: 0, isDate: false }, ICAL.Timezone.localTimezone)
}

test('the days of a rule are those that ical.js finds, from the second one on', () => {
  fc.assert(
    fc.property(rules, days, (text, day) => {
      const rule = ruleOf(text)
      if (!rule.ok) throw new Error(text)
      const start = { day, seconds: 9 * 3600 }
      // From 29 February ical.js goes on to 1 March, where the rule (RFC 5545, 3.3.10) passes over the year.
      fc.pre(text !== 'FREQ=YEARLY' || timeText(start).slice(5, 10) !== '02-29')
      const ours: string[] = []
      for (const wall of wallsOf(rule.value, start, { from: day, to: day + 3000 })) {
        ours.push(timeText(wall))
        if (ours.length === 8) break
      }
      const steps = ICAL.Recur.fromString(text).iterator(timeOf(day))
      const theirs = new Set([timeText(start)])
      for (let next = steps.next(); next !== null && next !== undefined && theirs.size < ours.length; next = steps.next())
        theirs.add(next.toString())
      expect(ours).toEqual([...theirs].sort())
    }),
    { numRuns: 300 },
  )
})
