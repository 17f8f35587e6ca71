import { feedDay } from './feed-entry.ts'
import { type OpeningItem, SHORT, type SkippedItem } from './item.ts'
import { listIn, objectIn, textIn } from './json-text.ts'
import { described, unescaped } from './markup.ts'
import { distinct, speaks, tidy } from './short-text.ts'

type Thing = Readonly<Record<string, unknown>>

/** So many parts of a document are looked at. */
const MOST = 200_000

/** Deeper than this no opening stands. */
const DEEPEST = 12

/** So many openings are read of one document. */
const OPENINGS = 10_000

const isPosting = (thing: Thing): boolean =>
  listIn(thing['@type']).some((type) => /^(?:https?:\/\/schema\.org\/|schema:)?JobPosting$/.test(textIn(type)))

/** Every opening of a document, in its order, wherever it stands, and the things that others refer to by their id. */
export function postingsIn(document: unknown): { readonly postings: readonly Thing[]; readonly known: ReadonlyMap<string, Thing> } {
  const postings: Thing[] = []
  const known = new Map<string, Thing>()
  const waiting: { value: unknown; depth: number }[] = [{ value: document, depth: 0 }]
  for (let looked = 0; looked < MOST && postings.length < OPENINGS; looked++) {
    const next = waiting.pop()
    if (next === undefined) break
    const { value, depth } = next
    if (typeof value !== 'object' || value === null || depth > DEEPEST) continue
    const parts: readonly unknown[] = Array.isArray(value) ? (value as readonly unknown[]) : Object.values(value)
    const thing = objectIn(value)
    const id = textIn(thing['@id'])
    if (id !== '' && Object.keys(thing).length > 1 && !known.has(id)) known.set(id, thing)
    if (isPosting(thing)) postings.push(thing)
    for (let at = Math.min(parts.length, MOST) - 1; at >= 0; at--) waiting.push({ value: parts[at], depth: depth + 1 })
  }
  return { postings, known }
}

/** The opening that a posting describes, or why it describes none. */
export function openingOf(
  posting: Thing,
  known: ReadonlyMap<string, Thing>,
  where: { readonly index: number; readonly line: number },
): OpeningItem | SkippedItem {
  const things = (value: unknown): Thing[] =>
    listIn(value).map((one) => {
      const thing = objectIn(one)
      return known.get(textIn(thing['@id'])) ?? thing
    })
  const short = (value: unknown): string => tidy(unescaped(wordsOf(value)))
  /** A thing by its name, or a plain text. */
  const name = (value: unknown): string =>
    listIn(value).map(short).find(speaks) ??
    things(value)
      .map((thing) => short(thing['name']))
      .find(speaks) ??
    ''
  const title = short(posting['title']) || short(posting['name'])
  if (!speaks(title)) return { kind: 'skipped', ...where, name: name(posting['hiringOrganization']), why: 'no-opening' }
  const unit =
    name(posting['employmentUnit']) ||
    things(posting['hiringOrganization'])
      .map((thing) => name(thing['department']))
      .find(speaks)
  const places = distinct(
    listIn(posting['jobLocation'])
      .slice(0, 20)
      .map((one) => {
        if (typeof one === 'string') return one
        const place = things(one)[0] ?? {}
        const address = things(place['address'])[0] ?? {}
        const town = [short(address['addressLocality']) || name(address['addressRegion']), name(address['addressCountry'])].filter(speaks)
        return town.length > 0 ? town.join(', ') : short(place['address']) || short(place['name'])
      }),
  )
  return {
    kind: 'opening',
    ...where,
    title,
    company: name(posting['hiringOrganization']) || undefined,
    department: unit || undefined,
    place: tidy(places.join('; ')) || undefined,
    remote: listIn(posting['jobLocationType']).some((type) => /telecommute|remote/i.test(textIn(type))),
    postedOn: feedDay(textIn(posting['datePosted'])),
    closesOn: feedDay(textIn(posting['validThrough'])),
    link: links(posting)
      .find((one) => /^https?:\/\/\S+$/i.test(one))
      ?.slice(0, SHORT),
    text: described(wordsOf(posting['description'])) || undefined,
  }
}

/** A text, also where it stands with its language. */
function wordsOf(value: unknown): string {
  const [first] = listIn(value)
  return textIn(first) || textIn(objectIn(first)['@value'])
}

const links = (posting: Thing): string[] =>
  ['url', 'sameAs', '@id', 'mainEntityOfPage'].flatMap((part) =>
    listIn(posting[part])
      .slice(0, 5)
      .map((one) => tidy(textIn(one) || textIn(objectIn(one)['@id']))),
  )
