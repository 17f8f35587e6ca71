import { type ItemMoment, type PersonItem, SHORT } from '../../formats/item.ts'
import { fold } from '../../kernel/text.ts'
import type { Person, YearDate } from '../people/contract.ts'
import { emailKey, phoneKey, profileKey } from './identity.ts'

/** What a file can add to a person. */
export type Gain =
  | 'email'
  | 'phone'
  | 'link'
  | 'company'
  | 'department'
  | 'role'
  | 'place'
  | 'manager'
  | 'alias'
  | 'tag'
  | 'birthday'
  | 'date'
  | 'note'
  | 'rhythm'
  | 'moment'
  | 'own'

/** A yearly date that is not in the book yet. */
export type NewDate = Pick<YearDate, 'what' | 'month' | 'day'> & { readonly label?: string | undefined; readonly year?: number | undefined }

/** Fields of a person of which files tell, besides the name. */
type Told =
  | 'aliases'
  | 'company'
  | 'department'
  | 'role'
  | 'place'
  | 'manager'
  | 'emails'
  | 'phones'
  | 'links'
  | 'tags'
  | 'sourceId'
  | 'line'
  | 'circle'
  | 'rhythm'
  | 'importance'

/** What the book knows of a person, as far as an import compares it. */
export interface Known {
  readonly person: Pick<Person, 'name' | Told>
  readonly dates: readonly YearDate[]
  readonly facts: ReadonlySet<string>
  /** Marks of the moments with them, as {@link momentMark} writes them. */
  readonly moments: ReadonlySet<string>
}

/** What makes a moment from a file one that is there already: the same day in the same way, whoever wrote it down. */
export const momentMark = ({ day, medium }: Pick<ItemMoment, 'day' | 'medium'>): string => `${day} ${medium}`

/** What a person gains from an item of a file. Nothing is ever taken away. */
export interface Growth {
  readonly gains: readonly Gain[]
  /** Gains that put another value in the place of one that was there. */
  readonly replaced: readonly Gain[]
  readonly fields: Partial<Pick<Person, Told>>
  readonly newDates: readonly NewDate[]
  readonly changedDates: readonly {
    readonly id: string
    readonly month: number
    readonly day: number
    readonly year?: number | undefined
  }[]
  readonly newFacts: readonly string[]
  readonly newMoments: readonly ItemMoment[]
}

/** The longest fact a book holds, in characters; a longer note becomes several. */
const FACT = 4000

/** A note as facts: whole if it is short, else cut at line ends or spaces. */
export function pieces(note: string): string[] {
  const parts: string[] = []
  let rest = note.trim()
  while (rest.length > FACT) {
    const window = rest.slice(0, FACT)
    const at = Math.max(window.lastIndexOf('\n'), window.lastIndexOf(' '))
    const cut = at > FACT / 2 ? at : FACT
    parts.push(rest.slice(0, cut).trim())
    rest = rest.slice(cut).trim()
  }
  if (rest !== '') parts.push(rest)
  return parts
}

/** Labels that programs put on everybody: they say nothing. */
const empty = new Set(['my contacts', 'mycontacts', 'contacts', 'starred', 'kontakte', 'meine kontakte', 'all contacts'])

const missing = (known: readonly string[] | undefined, file: readonly string[], key: (text: string) => string): string[] => {
  const seen = new Set((known ?? []).map(key))
  return file.filter((text) => {
    const mark = key(text)
    if (mark === '' || seen.has(mark)) return false
    seen.add(mark)
    return true
  })
}

const linkKey = (link: string): string =>
  profileKey(link) ??
  link
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/(www\.)?|^www\./, '')
    .replace(/\/+$/, '')

/**
 * What a person would gain from an item.
 *
 * @param way `newest`: the file's company, department, role and birthday take the place of other ones.
 *   `fill`: only what is missing is added; so for the second card of one person in the same file.
 */
export function growth(known: Known, item: PersonItem, way: 'newest' | 'fill'): Growth {
  const { person } = known
  const gains: Gain[] = []
  const replaced: Gain[] = []
  const fields: { -readonly [F in keyof Growth['fields']]: Growth['fields'][F] } = {}

  const lists = [
    ['emails', 'email', missing(person.emails, item.emails, emailKey)],
    ['phones', 'phone', missing(person.phones, item.phones, phoneKey)],
    ['links', 'link', missing(person.links, item.links, linkKey)],
    [
      'tags',
      'tag',
      missing(
        person.tags,
        item.labels.filter((label) => !empty.has(fold(label)) && !label.startsWith('* ')),
        fold,
      ),
    ],
    ['aliases', 'alias', missing([person.name, ...(person.aliases ?? [])], [item.name, ...item.nicknames], fold)],
  ] as const
  for (const [field, gain, more] of lists) {
    if (more.length === 0) continue
    gains.push(gain)
    fields[field] = [...(person[field] ?? []), ...more]
  }

  for (const field of ['company', 'department', 'role', 'place', 'manager'] as const) {
    const file = item[field]
    const here = person[field]
    if (file === undefined || (here !== undefined && fold(here) === fold(file))) continue
    if (here !== undefined && (way === 'fill' || field === 'place')) continue
    gains.push(field)
    if (here !== undefined) replaced.push(field)
    fields[field] = file
  }
  // How often one wishes to be in touch is one's own choice: a file only speaks where none was made.
  if (item.rhythm !== undefined && person.rhythm === undefined) {
    gains.push('rhythm')
    fields.rhythm = item.rhythm
  }
  // What the owner of a Kith file thought of somebody only fills a gap: nobody's own words are replaced.
  const { about, circle, rhythm, importance } = item.own ?? {}
  const own = {
    ...(about !== undefined && person.line === undefined && { line: about }),
    ...(circle !== undefined && person.circle === undefined && { circle }),
    ...(rhythm !== undefined && person.rhythm === undefined && fields.rhythm === undefined && { rhythm }),
    ...(importance !== undefined && person.importance === undefined && { importance }),
  }
  if (Object.keys(own).length > 0) gains.push('own')
  Object.assign(fields, own)
  // Only beside another gain: a file that knows nothing more leaves the person as they are.
  if (gains.length > 0 && person.sourceId === undefined && item.uid !== undefined) fields.sourceId = item.uid.slice(0, SHORT)

  const newDates: NewDate[] = []
  const changedDates: { id: string; month: number; day: number; year?: number | undefined }[] = []
  if (item.birthday !== undefined) {
    const { month, day, year } = item.birthday
    const here = known.dates.find((date) => date.what === 'birthday')
    if (here === undefined) {
      gains.push('birthday')
      newDates.push({ what: 'birthday', month, day, year })
    } else {
      const moved = here.month !== month || here.day !== day
      const year2 = year !== undefined && here.year !== year
      if ((moved && way === 'newest') || (!moved && year2 && (way === 'newest' || here.year === undefined))) {
        gains.push('birthday')
        if (moved || here.year !== undefined) replaced.push('birthday')
        changedDates.push({ id: here.id, month, day, year: year ?? (moved ? undefined : here.year) })
      }
    }
  }
  for (const one of item.dates) {
    const { month, day, year } = one.date
    const label = one.label
    const there = known.dates.some(
      (date) => date.what === one.what && date.month === month && date.day === day && (date.label ?? '') === (label ?? ''),
    )
    if (there) continue
    gains.push('date')
    newDates.push({ what: one.what, label, month, day, year })
  }

  const newFacts = item.notes.flatMap(pieces).filter((text) => !known.facts.has(text))
  if (newFacts.length > 0) gains.push('note')
  const newMoments = momentsMissing(known.moments, item.moments ?? [])
  if (newMoments.length > 0) gains.push('moment')
  return { gains: [...new Set(gains)], replaced, fields, newDates, changedDates, newFacts, newMoments }
}

/** Moments that are not there yet, each once. A message that went one way says nothing beside an exchange on the same day. */
function momentsMissing(known: ReadonlySet<string>, file: readonly ItemMoment[]): ItemMoment[] {
  const seen = new Set(known)
  const exchanged = new Set(file.filter(({ medium }) => medium === 'message').map(({ day }) => day))
  return file.filter((moment) => {
    const mark = momentMark(moment)
    if (seen.has(mark)) return false
    seen.add(mark)
    const covered =
      moment.medium === 'one-way' && (exchanged.has(moment.day) || known.has(momentMark({ day: moment.day, medium: 'message' })))
    return !covered
  })
}
