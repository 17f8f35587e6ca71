import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { Temporal, type YearDay, yearDayIn } from '../kernel/time.ts'
import { icsText } from './ics-writing.ts'

const now = Temporal.Instant.from('2026-11-24T09:00:00Z')
const events = (text: string): InstanceType<typeof ICAL.Component>[] => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
const dateOf = (date: YearDay) => icsText([{ uid: 'd@kith', title: 'Birthday of Ana, our friend; yes', date }], [], now)

/** The days on which an event falls, from its first one. */
function daysOf(text: string, count: number): string[] {
  const event = new ICAL.Event(events(text)[0])
  const all = event.iterator()
  return Array.from({ length: count }, () => all.next().toString())
}

test('a day of the year falls on its day every year, 29 February on the last day of February', () => {
  for (const date of [
    { month: 2, day: 29 },
    { month: 2, day: 29, year: 1996 },
    { month: 2, day: 14 },
    { month: 12, day: 31, year: 1980 },
  ]) {
    const days = daysOf(dateOf(date), 9)
    const first = Number(days[0]?.slice(0, 4))
    expect(days).toEqual(Array.from({ length: 9 }, (_, n) => yearDayIn(date, first + n)))
    expect(first).toBe('year' in date ? date.year : 2024)
  }
})

test('whether the year is known stays readable in the file', () => {
  const said = (date: YearDay): unknown => events(dateOf(date))[0]?.getFirstPropertyValue('x-kith-date')
  expect(said({ month: 2, day: 14 })).toBe('--0214')
  expect(said({ month: 2, day: 29, year: 1996 })).toBe('19960229')
})

test('days are days without a zone, and a title with commas comes back as written', () => {
  const event = events(dateOf({ month: 3, day: 22, year: 1980 }))[0]
  expect(event?.getFirstProperty('dtstart')?.toICALString()).toBe('DTSTART;VALUE=DATE:19800322')
  expect(event?.getFirstPropertyValue('summary')).toBe('Birthday of Ana, our friend; yes')
})

test('a promise with a day is an event with a reminder, one without a day is a task, each under a lasting UID', () => {
  const text = icsText(
    [],
    [
      { uid: 'a@kith', title: 'The deck (Tom)', due: '2026-11-30' },
      { uid: 'b@kith', title: 'A book (Ana)', due: undefined },
    ],
    now,
  )
  expect(events(text)[0]?.getFirstSubcomponent('valarm')?.getFirstProperty('trigger')?.toICALString()).toBe('TRIGGER:PT9H')
  expect(new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vtodo')[0]?.getFirstPropertyValue('uid')).toBe('b@kith')
  expect(icsText([], [{ uid: 'a@kith', title: 'The deck (Tom)', due: '2026-11-30' }], now)).toContain('UID:a@kith\r\n')
})
