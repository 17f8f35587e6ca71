import { fold } from '../kernel/text.ts'
import { cellsOf } from './csv-rows.ts'
import type { Item, PersonItem } from './item.ts'
import { profileMark } from './linkedin-profile.ts'
import { fieldsOfTitles } from './table-fields.ts'
import { delimiters, firstLines } from './table-rows.ts'

/** The owner's name as `Profile.csv` of an export gives it; undefined where it does not. */
export function ownerOf(text: string): string | undefined {
  const [titles = '', row = ''] = firstLines(text.replace(/^\uFEFF/, ''), 2)
  for (const delimiter of delimiters) {
    const fields = fieldsOfTitles(cellsOf(titles, delimiter) ?? [])
    const cells = cellsOf(row, delimiter) ?? []
    const name = [fields.indexOf('first'), fields.indexOf('last')].map((at) => (at < 0 ? '' : (cells[at] ?? '').trim()))
    if (name.every((part) => part !== '')) return name.join(' ')
  }
  return undefined
}

/** Marks of the pages of all connections: the owner of an export is none of them. */
export const pagesOf = (items: readonly Item[]): ReadonlySet<string> =>
  new Set(items.flatMap((item) => (item.kind === 'person' ? item.links.map(profileMark) : [])))

/**
 * The connections of an export with the days of their messages, and after them those with whom there
 * are messages alone. A name is enough only where it is the name of one connection, and of one
 * counterpart without a page.
 */
export function together(connections: readonly Item[], counterparts: readonly Item[]): Item[] {
  const pages = new Map<string, PersonItem>()
  const called = new Map<string, PersonItem[]>()
  for (const item of counterparts) {
    if (item.kind !== 'person') continue
    const [link] = item.links
    if (link !== undefined) pages.set(profileMark(link), item)
    else called.set(fold(item.name), [...(called.get(fold(item.name)) ?? []), item])
  }
  const namesakes = new Map<string, number>()
  for (const item of connections) if (item.kind === 'person') namesakes.set(fold(item.name), (namesakes.get(fold(item.name)) ?? 0) + 1)
  const placed = new Set<Item>()
  const met = connections.map((item): Item => {
    if (item.kind !== 'person') return item
    const byPage = item.links.map((link) => pages.get(profileMark(link))).find((one) => one !== undefined)
    const sameName = called.get(fold(item.name)) ?? []
    const wrote = byPage ?? (sameName.length === 1 && namesakes.get(fold(item.name)) === 1 ? sameName[0] : undefined)
    if (wrote === undefined || placed.has(wrote)) return item
    placed.add(wrote)
    return { ...item, moments: wrote.moments }
  })
  const rest = counterparts.filter((item) => !placed.has(item))
  return [...met, ...rest.map((item, at) => ({ ...item, index: connections.length + at + 1 }))]
}
