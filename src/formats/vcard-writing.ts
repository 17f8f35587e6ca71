import type { YearDay } from '../kernel/time.ts'
import type { PersonOut } from './person-out.ts'

const encoder = new TextEncoder()

/** Text as a value: backslash, comma, semicolon and line ends escaped (RFC 6350, 3.4; the same in RFC 5545). */
export const escaped = (text: string): string => text.replace(/[\\,;]/g, '\\$&').replace(/\r\n?|\n/g, '\\n')

const two = (n: number): string => String(n).padStart(2, '0')

/** A day of a year: `19800322`, without its year `--0322`. */
export const yearDayText = ({ year, month, day }: YearDay): string =>
  `${year === undefined ? '--' : String(year).padStart(4, '0')}${two(month)}${two(day)}`

/** A line cut into pieces of at most 75 octets, never within a character (RFC 6350, 3.2; the same in RFC 5545). */
export function folded(line: string): string {
  const pieces: string[] = []
  let piece = ''
  let size = 0
  for (const sign of line) {
    const width = encoder.encode(sign).length
    if (size + width > 75) {
      pieces.push(piece)
      piece = ' '
      size = 1
    }
    piece += sign
    size += width
  }
  return [...pieces, piece].join('\r\n')
}

function cardOf(person: PersonOut): string {
  const lines: string[] = [
    'BEGIN:VCARD',
    'VERSION:4.0',
    'PRODID:-//Kith//Kith//EN',
    `UID:${escaped(person.uid)}`,
    'KIND:individual',
    `FN:${escaped(person.name)}`,
  ]
  const add = (name: string, text: string | undefined): void => {
    if (text !== undefined && text !== '') lines.push(`${name}:${escaped(text)}`)
  }
  // The whole name where given names stand: Kith never guesses which word of it is the family's.
  lines.push(`N:;${escaped(person.name)};;;`)
  for (const nickname of person.nicknames) add('NICKNAME', nickname)
  const { company = '', department = '' } = person
  if (company !== '' || department !== '') lines.push(`ORG:${escaped(company)}${department === '' ? '' : `;${escaped(department)}`}`)
  add('TITLE', person.role)
  add('X-MANAGER', person.manager)
  for (const email of person.emails) add('EMAIL', email)
  for (const phone of person.phones) add('TEL', phone)
  for (const link of person.links) add('URL', link)
  if (person.place !== undefined && person.place !== '') lines.push(`ADR;TYPE=work:;;;${escaped(person.place)};;;`)
  if (person.birthday !== undefined) lines.push(`BDAY:${yearDayText(person.birthday)}`)
  for (const [at, { what, label, date }] of person.dates.entries()) {
    const group = `item${at + 1}.`
    lines.push(
      `${label === undefined && what === 'anniversary' ? '' : group}${what === 'anniversary' ? 'ANNIVERSARY' : 'X-ABDATE'}:${yearDayText(date)}`,
    )
    if (label !== undefined) add(`${group}X-ABLabel`, label)
  }
  if (person.labels.length > 0) lines.push(`CATEGORIES:${person.labels.map(escaped).join(',')}`)
  for (const note of person.notes) add('NOTE', note)
  add('X-KITH-ABOUT', person.own?.about)
  add('X-KITH-CIRCLE', person.own?.circle)
  add('X-KITH-RHYTHM', person.own?.rhythm?.toString())
  add('X-KITH-IMPORTANCE', person.own?.importance?.toString())
  lines.push('END:VCARD')
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

/** People as vCard 4.0 (RFC 6350), one card each. A birthday without a year stays without one. */
export const vcardText = (people: readonly PersonOut[]): string => people.map(cardOf).join('')
