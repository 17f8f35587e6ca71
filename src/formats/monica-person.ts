import type { Day, YearDay } from '../kernel/time.ts'
import { type ItemDate, type PersonItem, SHORT, type SkippedItem } from './item.ts'
import { objectIn, textIn } from './json-text.ts'
import { fullName, type MonicaAccount, propertiesOf, type Thing, valuesOf } from './monica-account.ts'
import { momentsOf } from './monica-moments.ts'
import { prose } from './plain-text.ts'
import { distinct, speaks, tidy } from './short-text.ts'
import { writtenDay } from './written-day.ts'
import { yearDay } from './year-day.ts'

const dayIn = (value: unknown): Day | undefined => writtenDay(textIn(value))

/** A text after its own day, if it has one. */
const dated = (day: Day | undefined, text: string): string => (day === undefined ? text : `${day}: ${text}`)

const rhythms = [7, 14, 30, 90] as const

/** The nearest rhythm to a number of days; of two that are equally near, the one that asks less. */
export function nearestRhythm(days: number): PersonItem['rhythm'] {
  if (!Number.isFinite(days) || days <= 0) return undefined
  let nearest: (typeof rhythms)[number] = 7
  for (const rhythm of rhythms) if (Math.abs(rhythm - days) <= Math.abs(nearest - days)) nearest = rhythm
  return nearest
}

/** A birthday that is known; one that was worked out from an age says nothing of the day. */
function special(value: unknown): YearDay | undefined {
  const date = objectIn(value)
  if (date['is_age_based'] === true) return undefined
  const found = yearDay(textIn(date['date']))
  if (found === undefined) return undefined
  return date['is_year_unknown'] === true ? { month: found.month, day: found.day } : found
}

/** How to reach somebody, by what the export says each field is, else by its look. */
function reach(contact: Thing, account: MonicaAccount): { emails: string[]; phones: string[]; links: string[]; notes: string[] } {
  const found: { emails: string[]; phones: string[]; links: string[]; notes: string[] } = { emails: [], phones: [], links: [], notes: [] }
  for (const one of valuesOf(contact, 'contact_field')) {
    const field = propertiesOf(objectIn(one))
    const text = tidy(textIn(field['data']))
    if (text === '') continue
    const type = account.type(field['type'])
    const name = tidy(textIn(type['name']))
    const kind = `${textIn(type['type'])} ${textIn(type['protocol'])} ${name}`.toLowerCase()
    if (/.@.+\..|.@localhost/.test(text) && !/^https?:/i.test(text)) found.emails.push(text.replace(/^mailto:/i, ''))
    else if (/phone|tel:|whatsapp|telegram|signal|mobile/.test(kind) && /\d{4}/.test(text.replace(/[^\d]/g, '')))
      found.phones.push(text.replace(/^tel:/i, ''))
    else if (/^(?:https?:\/\/|www\.)|^[\w-]+(?:\.[\w-]+)+\/\S/i.test(text)) found.links.push(text)
    else if (/^\+?[\d\s()./-]{6,}$/.test(text)) found.phones.push(text)
    else found.notes.push(name === '' ? text : `${name}: ${text}`)
  }
  return found
}

const celebrations = /\b(?:anniversary|wedding|married|marriage|jahrestag|hochzeit\w*|mariage|aniversario)\b/i

/** What happened once, and what comes round each year. */
function events(contact: Thing, account: MonicaAccount, birthday: YearDay | undefined): { dates: ItemDate[]; notes: string[] } {
  const dates: ItemDate[] = []
  const notes: string[] = []
  const yearly = (label: string, date: YearDay): void => {
    dates.push(celebrations.test(label) ? { what: 'anniversary', date } : { what: 'other', label: label || undefined, date })
  }
  for (const one of valuesOf(contact, 'life_event')) {
    const event = propertiesOf(objectIn(one))
    const type = account.type(event['type'])
    const name = tidy(textIn(event['name'])) || tidy(textIn(type['name'])) || tidy(textIn(type['translation_key']).replaceAll('_', ' '))
    const date = yearDay(textIn(event['happened_at']))
    const text = prose([name, textIn(event['note'])].filter((part) => part.trim() !== '').join('\n'))
    if (date !== undefined && celebrations.test(`${name} ${textIn(type['translation_key']).replaceAll('_', ' ')}`))
      dates.push({ what: 'anniversary', date })
    if (speaks(text)) notes.push(dated(dayIn(event['happened_at']), text))
  }
  for (const one of valuesOf(contact, 'reminder')) {
    const reminder = propertiesOf(objectIn(one))
    const title = tidy(textIn(reminder['title']))
    const date = yearDay(textIn(reminder['initial_date']))
    const every = Number(textIn(reminder['frequency_number']) || '1')
    if (date !== undefined && reminder['frequency_type'] === 'year' && every === 1 && reminder['inactive'] !== true) {
      // Monica keeps a reminder of each birthday beside the birthday.
      if (date.month !== birthday?.month || date.day !== birthday.day) yearly(title, date)
      continue
    }
    const text = prose([title, textIn(reminder['description'])].filter((part) => part.trim() !== '').join('\n'))
    if (speaks(text)) notes.push(dated(dayIn(reminder['initial_date']), text))
  }
  return { dates, notes }
}

/** Relations by which somebody reports to the other one. */
const above = new Set(['boss', 'manager', 'supervisor'])

/** Of the children of others only the first name is kept. */
const children = /child|daughter|\bson\b|stepson|nephew|niece/i

/** Who belongs to somebody, each as the file words it. */
function kin(contact: Thing, account: MonicaAccount): { notes: string[]; manager: string | undefined } {
  const notes: string[] = []
  let manager: string | undefined
  for (const { type, other } of account.bonds(contact)) {
    const name = fullName(other) || tidy(textIn(propertiesOf(other)['nickname']))
    if (!speaks(name)) continue
    const young = children.test(type) && propertiesOf(other)['is_partial'] === true
    if (above.has(type.toLowerCase())) manager ??= name
    else notes.push(`${type === '' ? '' : `${type}: `}${young ? tidy(textIn(propertiesOf(other)['first_name'])) || name : name}`)
  }
  return { notes, manager }
}

/** How they first met, in the words of the file. */
function firstMet(properties: Thing, account: MonicaAccount): string[] {
  const through = account.contact(properties['first_met_through'])
  const words = [
    textIn(properties['first_met_where']),
    through === undefined ? '' : fullName(through),
    textIn(properties['first_met_additional_info']),
  ].filter(speaks)
  const date = objectIn(properties['first_met_date'])
  const day = date['is_year_unknown'] === true || date['is_age_based'] === true ? undefined : dayIn(date['date'])
  if (day === undefined && words.length === 0) return []
  return [prose(`First met: ${[...(day === undefined ? [] : [day]), ...words].join(', ')}`)]
}

/** Things that the export keeps beside somebody for which a book has no place of its own: each as a text. */
const besides: readonly { readonly type: string; readonly word: string; readonly parts: readonly string[] }[] = [
  { type: 'task', word: 'Task', parts: ['title', 'description'] },
  { type: 'gift', word: 'Gift', parts: ['name', 'comment', 'url'] },
  { type: 'pet', word: 'Pet', parts: ['name', 'category'] },
  { type: 'debt', word: 'Debt', parts: ['amount', 'currency', 'reason'] },
]

function otherNotes(contact: Thing): string[] {
  return besides.flatMap(({ type, word, parts }) =>
    valuesOf(contact, type).flatMap((one) => {
      const thing = propertiesOf(objectIn(one))
      if (type === 'task' && thing['completed'] === true) return []
      const text = parts.map((part) => tidy(textIn(thing[part]))).filter(speaks)
      return text.length === 0 ? [] : [`${word}: ${text.join(', ')}`]
    }),
  )
}

/** The notes that somebody wrote, each with the day on which it was written. */
function written(contact: Thing): string[] {
  return valuesOf(contact, 'note').flatMap((one) => {
    const note = propertiesOf(objectIn(one))
    const text = prose(textIn(note['body']))
    return speaks(text) ? [dated(dayIn(note['created_at']), text)] : []
  })
}

/** The town of the first address that has one, else its country. */
function place(contact: Thing): string {
  const all = valuesOf(contact, 'address').map((one) => propertiesOf(objectIn(one)))
  const first = (part: string): string => all.map((address) => tidy(textIn(address[part]))).find(speaks) ?? ''
  return first('city') || first('country')
}

/** The person of the export, or why there is none. Relatives who are only named beside somebody stay a note about them. */
export function contactItem(
  contact: Thing,
  account: MonicaAccount,
  where: { readonly index: number; readonly line: number },
): PersonItem | SkippedItem {
  const properties = propertiesOf(contact)
  const nickname = tidy(textIn(properties['nickname']))
  const full = fullName(contact)
  const name = speaks(full) ? full : nickname
  if (account.isMe(contact)) return { kind: 'skipped', ...where, name, why: 'yourself' }
  if (properties['is_partial'] === true) return { kind: 'skipped', ...where, name, why: 'relative' }
  const { emails, phones, links, notes } = reach(contact, account)
  const called = speaks(name) ? name : distinct(emails)[0]
  if (called === undefined) return { kind: 'skipped', ...where, name: tidy(textIn(properties['company'])), why: 'no-name' }
  const birthday = special(properties['birthdate'])
  const { dates, notes: happened } = events(contact, account, birthday)
  const bound = kin(contact, account)
  const food = prose(textIn(properties['food_preferences']))
  const died = properties['is_dead'] === true ? dayIn(objectIn(properties['deceased_date'])['date']) : undefined
  const moments = momentsOf(contact, account)
  return {
    kind: 'person',
    ...where,
    name: called,
    nameFrom: speaks(full) ? 'name' : speaks(name) ? 'nickname' : 'email',
    nicknames: speaks(nickname) && nickname !== called ? [nickname] : [],
    emails: distinct(emails),
    phones: distinct(phones),
    links: distinct(links),
    company: tidy(textIn(properties['company'])) || undefined,
    role: tidy(textIn(properties['job'])) || undefined,
    place: place(contact) || undefined,
    birthday,
    dates,
    notes: [
      ...new Set([
        prose(textIn(properties['description'])),
        ...firstMet(properties, account),
        ...bound.notes,
        ...notes,
        food === '' ? '' : `Food: ${food}`,
        died === undefined ? '' : `Died: ${died}`,
        ...happened,
        ...otherNotes(contact),
        ...written(contact),
      ]),
    ].filter(speaks),
    labels: distinct(tags(properties['tags'])),
    uid: tidy(textIn(contact['uuid'])).slice(0, SHORT) || undefined,
    manager: bound.manager,
    // Nobody is asked to keep in touch with somebody who has died.
    rhythm: properties['is_dead'] === true ? undefined : nearestRhythm(Number(textIn(properties['stay_in_touch_frequency']))),
    moments: moments.length === 0 ? undefined : moments,
    photoIgnored: objectIn(properties['avatar'])['has_avatar'] === true,
  }
}

function tags(value: unknown): string[] {
  const list = Array.isArray(value) ? (value as readonly unknown[]) : Object.values(objectIn(value))
  return list.map((tag) => textIn(tag) || textIn(propertiesOf(objectIn(tag))['name']))
}
