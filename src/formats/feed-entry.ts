import { type OpeningItem, SHORT, type SkippedItem } from './item.ts'
import { described, unescaped, withoutMarkup } from './markup.ts'
import { distinct, speaks, tidy } from './short-text.ts'
import { writtenDay } from './written-day.ts'

/** An entry has at most so many parts that are read. */
const MOST = 200

/** A longer tag is no tag. */
const LONGEST_TAG = 8000

/** A tag as it stands: its name without prefix, lower case, its attributes, and where it ends. */
interface Tag {
  readonly kind: 'opens' | 'closes' | 'alone'
  readonly name: string
  readonly attributes: string
  readonly end: number
}

/** The tag that begins at a place; a closing sign within quotes does not end it. */
function tagAt(text: string, at: number): Tag | undefined {
  const found = /^<(\/?)(?:[A-Za-z_][\w.-]{0,40}:)?([A-Za-z_][\w.-]{0,40})/.exec(text.slice(at, at + 90))
  if (found === null) return undefined
  const from = at + found[0].length
  let quote = ''
  for (let i = from; i < text.length && i - at < LONGEST_TAG; i++) {
    const sign = text[i] as string
    if (quote !== '') {
      if (sign === quote) quote = ''
    } else if (sign === '"' || sign === "'") quote = sign
    else if (sign === '<') return undefined
    else if (sign === '>') {
      const alone = text[i - 1] === '/'
      const kind = found[1] === '/' ? 'closes' : alone ? 'alone' : 'opens'
      return { kind, name: (found[2] ?? '').toLowerCase(), attributes: text.slice(from, alone ? i - 1 : i), end: i + 1 }
    }
  }
  return undefined
}

/** One part of an entry: its name without prefix, lower case, its attributes as they stand, and its text. */
interface Part {
  readonly name: string
  readonly attributes: string
  readonly text: string
}

/** The parts of an entry that stand directly in it; what is within them counts as their text. */
function partsOf(entry: string): readonly Part[] {
  const parts: Part[] = []
  let depth = 0
  let open: { name: string; attributes: string; pieces: string[] } | undefined
  let at = 0
  const add = (text: string): void => {
    if (text !== '') open?.pieces.push(text)
  }
  while (at < entry.length && parts.length < MOST) {
    const next = entry.indexOf('<', at)
    add(unescaped(entry.slice(at, next < 0 ? entry.length : next)))
    if (next < 0) break
    const raw = [
      ['<![CDATA[', ']]>'],
      ['<!--', '-->'],
    ].find(([begins = '']) => entry.startsWith(begins, next))
    if (raw !== undefined) {
      const [begins = '', ends = ''] = raw
      const over = entry.indexOf(ends, next + begins.length)
      if (begins === '<![CDATA[') add(entry.slice(next + begins.length, over < 0 ? entry.length : over))
      at = over < 0 ? entry.length : over + ends.length
      continue
    }
    const tag = tagAt(entry, next)
    if (tag === undefined) {
      add('<')
      at = next + 1
      continue
    }
    const whole = entry.slice(next, tag.end)
    at = tag.end
    if (tag.kind === 'opens') {
      depth += 1
      if (depth === 2) open = { name: tag.name, attributes: tag.attributes, pieces: [] }
      else add(whole)
    } else if (tag.kind === 'alone') {
      if (depth === 1) parts.push({ name: tag.name, attributes: tag.attributes, text: '' })
      else add(whole)
    } else {
      depth -= 1
      if (depth === 1 && open !== undefined) {
        parts.push({ name: open.name, attributes: open.attributes, text: open.pieces.join('').trim() })
        open = undefined
      } else add(whole)
    }
  }
  return parts
}

const attribute = (part: Part, name: string): string => {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(part.attributes)
  return unescaped(found?.[1] ?? found?.[2] ?? '')
}

/** A day as feeds write it: `Mon, 06 Sep 2027 16:20:00 +0000`, `2027-09-06T…`; the day as it is written, in no zone. */
export function feedDay(text: string): string | undefined {
  const plain = text.trim().slice(0, 80)
  const mail = /^(?:\p{L}{2,12}\.?,\s*)?(\d{1,2}\s+\p{L}{3,12}\.?\s+\d{4})\b/u.exec(plain)
  return writtenDay(mail?.[1] ?? plain)
}

/** The opening that an entry of a feed describes, or why it describes none. */
export function entryOpening(entry: string, where: { readonly index: number; readonly line: number }): OpeningItem | SkippedItem {
  const parts = partsOf(entry)
  const text = (...names: readonly string[]): string => {
    for (const name of names) {
      const part = parts.find((one) => one.name === name && one.text !== '')
      if (part !== undefined) return part.text
    }
    return ''
  }
  const line = (...names: readonly string[]): string => tidy(withoutMarkup(text(...names)).replace(/\s+/g, ' '))
  const title = line('title')
  if (!speaks(title)) return { kind: 'skipped', ...where, name: '', why: 'no-opening' }
  const day = (...names: readonly string[]): string | undefined => names.map((name) => feedDay(text(name))).find((one) => one !== undefined)
  const town = distinct([line('city', 'town'), line('state', 'region'), line('country')]).join(', ')
  const place = line('location', 'joblocation') || town
  return {
    kind: 'opening',
    ...where,
    title,
    company: line('company', 'employer', 'organization', 'hiringorganization', 'company_name', 'companyname') || undefined,
    department: line('department', 'team') || undefined,
    place: place || undefined,
    remote: /^(?:yes|true|1|remote|fully)$/i.test(line('remote', 'telecommute')),
    postedOn: day('pubdate', 'published', 'date', 'dateposted', 'issued', 'updated'),
    closesOn: day('validthrough', 'expires', 'expirationdate', 'expiration_date', 'closingdate', 'closing_date', 'deadline'),
    link: link(parts),
    text: described(text('description', 'encoded', 'content', 'summary')) || undefined,
  }
}

/** Where the opening is described. */
function link(parts: readonly Part[]): string | undefined {
  const links = parts.filter((one) => one.name === 'link')
  const best = links.find((one) => attribute(one, 'href') !== '' && /^(?:alternate)?$/i.test(attribute(one, 'rel')))
  const written = best === undefined ? links.find((one) => one.text !== '')?.text : attribute(best, 'href')
  const found = tidy(written ?? '') || tidy(parts.find((one) => one.name === 'guid' && /^https?:/i.test(one.text))?.text ?? '')
  return /^https?:\/\/\S+$/i.test(found) ? found.slice(0, SHORT) : undefined
}
