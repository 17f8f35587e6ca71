import ICAL from 'ical.js'

/** One property of a calendar entry: its name in upper case, its parameters in lower case, and its value as plain text. */
export interface CalendarProperty {
  readonly name: string
  readonly parameters: Readonly<Record<string, string>>
  readonly value: string
}

/** What is read of an entry, of a zone, and of the calendar around them. */
const read = new Set([
  'UID',
  'SUMMARY',
  'LOCATION',
  'DESCRIPTION',
  'STATUS',
  'SEQUENCE',
  'ORGANIZER',
  'ATTENDEE',
  'DTSTART',
  'DTEND',
  'DURATION',
  'RRULE',
  'EXRULE',
  'RDATE',
  'EXDATE',
  'RECURRENCE-ID',
  'URL',
  'CONFERENCE',
  'X-GOOGLE-CONFERENCE',
  'X-GOOGLE-HANGOUT',
  'X-MICROSOFT-SKYPETEAMSMEETINGURL',
  'X-MICROSOFT-ONLINEMEETINGCONFLINK',
  'X-MICROSOFT-ONLINEMEETINGEXTERNALLINK',
  'METHOD',
  'X-WR-CALNAME',
  'NAME',
  'TZID',
  'TZOFFSETFROM',
  'TZOFFSETTO',
])

/** Where the value begins: after the first colon outside quotes, or after the first one if quotes never close. */
function colon(line: string): number {
  let quoted = false
  for (let i = 0; i < line.length; i++) {
    const sign = line[i]
    if (sign === '"') quoted = !quoted
    else if (sign === ':' && !quoted) return i
  }
  return line.indexOf(':')
}

/** A text longer than this is cut. */
const LONG = 100_000

/** Puts folded lines together again, wherever they were folded; a line that begins nothing belongs to the one before. */
export function unfolded(lines: readonly string[]): string[] {
  const whole: string[] = []
  let parts: string[] = []
  let size = 0
  const close = (): void => {
    const line = parts.join('')
    const before = whole.length - 1
    if (beginning.test(line)) whole.push(line)
    else if (line.trim() !== '' && before >= 0 && (whole[before] as string).length < LONG) whole[before] += `\\n${line}`
    parts = []
    size = 0
  }
  for (const line of lines) {
    const folded = (line[0] === ' ' || line[0] === '\t') && parts.length > 0
    if (!folded) close()
    if (size < LONG) parts.push(folded ? line.slice(1, LONG - size) : line.slice(0, LONG))
    size += line.length
  }
  close()
  return whole
}

const beginning = /^[A-Za-z0-9_.-]+[ \t]*[;:]/

interface Line {
  readonly name: string
  readonly head: string
  readonly value: string
}

function lineOf(text: string): Line | undefined {
  const at = colon(text)
  const name = /^(?:[\w-]+\.)?([A-Za-z0-9-]+)[ \t]*(?=[;:])/.exec(text)?.[1]?.toUpperCase()
  return at < 1 || name === undefined || !read.has(name) ? undefined : { name, head: text.slice(0, at), value: text.slice(at + 1) }
}

/**
 * The line as ical.js takes any value whole: as text. Days, rules and addresses are taken apart where
 * they are needed, because one that is badly written must not cost the whole entry.
 */
function canonical({ name, head, value }: Line): string {
  const parameters = head
    .replace(/^[^;]*/, '')
    .replace(/;[ \t]*VALUE[ \t]*=[ \t]*/gi, ';X-KIND=')
    .replace(/\p{Cc}/gu, ' ')
  // Under a name of its own, because ical.js looks into some values whatever they are said to be.
  return `X-${name}${parameters};VALUE=text:${value.replace(/\p{Cc}/gu, ' ')}`
}

function attempt(lines: readonly Line[]): CalendarProperty[] | undefined {
  try {
    const parsed = ICAL.parse(`BEGIN:VEVENT\r\n${lines.map(canonical).join('\r\n')}\r\nEND:VEVENT`) as unknown
    const list: unknown = Array.isArray(parsed) ? parsed[1] : undefined
    if (!Array.isArray(list) || list.length !== lines.length) return undefined
    return lines.map(({ name }, at) => {
      const [, parameters, , ...values] = list[at] as [string, Record<string, unknown>, string, ...unknown[]]
      return { name, parameters: texts(parameters), value: values.flat(3).map(String).join(',') }
    })
  } catch {
    return undefined
  }
}

const texts = (parameters: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(parameters).map(([key, value]) => [key.toLowerCase(), Array.isArray(value) ? value.join(',') : String(value)]),
  )

/** The properties that are read, from unfolded lines. A line that ical.js refuses is left out, and the others are read without it. */
export function propertiesOf(lines: readonly string[]): CalendarProperty[] {
  const wanted = lines.map(lineOf).filter((line) => line !== undefined)
  if (wanted.length === 0) return []
  return attempt(wanted) ?? wanted.flatMap((line) => attempt([line]) ?? [])
}
