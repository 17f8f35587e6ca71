import type { Seeds } from '../campaign.ts'

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

const zone = [
  'BEGIN:VTIMEZONE',
  'TZID:W. Europe Standard Time',
  'BEGIN:STANDARD',
  'DTSTART:16010101T030000',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:16010101T020000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
]

const outlook = [
  'BEGIN:VCALENDAR',
  'METHOD:PUBLISH',
  'VERSION:2.0',
  ...zone,
  ...Array.from({ length: 3 }, (_, n) => [
    'BEGIN:VEVENT',
    `UID:outlook-${n}`,
    `SUMMARY;LANGUAGE=en-us:Design review\\, part ${n}`,
    'RRULE:FREQ=WEEKLY;UNTIL=20261201T080000Z;INTERVAL=1;BYDAY=MO,WE;WKST=MO',
    'EXDATE;TZID=W. Europe Standard Time:20260907T090000,20260909T090000',
    'DTSTART;TZID=W. Europe Standard Time:20260901T090000',
    'DTEND;TZID=W. Europe Standard Time:20260901T093000',
    'ORGANIZER;CN=Léa Fontaine:mailto:lea@example.org',
    'ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=TRUE;CN="Becker, Tom":mailto:tom@exa',
    ' mple.org',
    'BEGIN:VALARM',
    'TRIGGER:-PT15M',
    'END:VALARM',
    'END:VEVENT',
    'BEGIN:VEVENT',
    `UID:outlook-${n}`,
    'RECURRENCE-ID;TZID=W. Europe Standard Time:20260914T090000',
    'DTSTART;TZID=W. Europe Standard Time:20260915T140000',
    'DURATION:PT1H30M',
    'STATUS:CANCELLED',
    'END:VEVENT',
  ]).flat(),
  'END:VCALENDAR',
]

const google = [
  'BEGIN:VCALENDAR',
  'PRODID:-//Example//Calendar//EN',
  'X-WR-CALNAME:ana@example.org',
  'X-WR-TIMEZONE:Asia/Kathmandu',
  'BEGIN:VEVENT',
  'DTSTART:20261124T184500Z',
  'DTEND:20261124T193000Z',
  'UID:google@example.org',
  'ATTENDEE;CUTYPE=INDIVIDUAL;PARTSTAT=DECLINED;CN=jonas@example.org;X-NUM-GUESTS=0:mailto:jonas@example.org',
  'ATTENDEE;CUTYPE=RESOURCE;PARTSTAT=ACCEPTED;CN=Fjord:mailto:room@resource.calendar.google.com',
  'X-GOOGLE-CONFERENCE:https://meet.google.com/abc-defg-hij',
  'DESCRIPTION:Agenda\\n1. Colours\\n2. Words',
  'SUMMARY:Lunch with Jonas',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'DTSTART;VALUE=DATE:20260201',
  'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
  'RDATE;VALUE=PERIOD:20260708T090000Z/PT1H,20260709T090000Z/20260709T100000Z',
  'SUMMARY:Never',
  'END:VEVENT',
  'BEGIN:VTODO',
  'SUMMARY:Send the deck',
  'END:VTODO',
  'END:VCALENDAR',
]

const text = (lines: readonly string[]): Uint8Array => encode(`${lines.join('\r\n')}\r\n`)

/** Calendars as programs write them. */
export const calendarSeeds: Seeds = {
  name: 'calendars',
  files: [text(outlook), text(google), text([...google, ...outlook])],
  barbs: [
    'BEGIN:VEVENT\r\n',
    'END:VEVENT\r\n',
    'BEGIN:VCALENDAR\r\n',
    'BEGIN:VTIMEZONE\r\n',
    'END:VTIMEZONE\r\n',
    'RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30\r\n',
    'RRULE:FREQ=DAILY;INTERVAL=999999999\r\n',
    'RRULE:FREQ=YEARLY;BYSETPOS=-366;BYDAY=53MO\r\n',
    'RRULE:FREQ=DAILY;BYHOUR=1,2,3,4,5,6;BYMINUTE=1,2,3,4\r\n',
    'DTSTART:00010101T000000Z\r\n',
    'DTSTART:99991231T235959\r\n',
    'DTSTART;TZID="',
    'RECURRENCE-ID:20261124T090000Z\r\n',
    'TZOFFSETTO:+9999\r\n',
    ';TZID=(UTC+99:99)',
  ],
}
