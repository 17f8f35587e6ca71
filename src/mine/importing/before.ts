import type { Book, Edit } from '../book.ts'
import type { Before } from './contract.ts'

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Fields that say when and how a record was written, not what it says. */
const about = new Set(['changed', 'v'])

/**
 * What an edit changes in records that were there: each field before and after, for the day the
 * import is taken back.
 */
export function before(book: Book, hands: Edit, touched: ReadonlySet<string>): Before[] {
  return [...touched].flatMap((id): Before[] => {
    const old = book.record(id)
    const made = old === undefined ? undefined : hands.record(id)
    if (old === undefined || made === undefined) return []
    const was = old as unknown as Readonly<Record<string, unknown>>
    const became = made as unknown as Readonly<Record<string, unknown>>
    const names = [...new Set([...Object.keys(was), ...Object.keys(became)])].filter(
      (name) => !about.has(name) && !same(was[name], became[name]),
    )
    return [{ kind: old.kind, id, fields: Object.fromEntries(names.map((name) => [name, { was: was[name], became: became[name] }])) }]
  })
}

/** The fields to write so that a record is as before the import, as far as nobody has changed it since. */
export function restored(now: Readonly<Record<string, unknown>>, fields: Before['fields']): Record<string, unknown> {
  const back: Record<string, unknown> = {}
  for (const [name, { was, became }] of Object.entries(fields)) {
    const here = now[name]
    if (same(here, became)) back[name] = was
    else if (Array.isArray(here) && Array.isArray(became)) {
      const old = new Set((Array.isArray(was) ? was : []).map((one) => JSON.stringify(one)))
      const came = new Set(became.map((one) => JSON.stringify(one)).filter((one) => !old.has(one)))
      const rest = here.filter((one) => !came.has(JSON.stringify(one)))
      back[name] = rest.length === 0 ? undefined : rest
    }
  }
  return back
}
