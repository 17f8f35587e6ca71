import type { AnyRecord } from './record.ts'
import type { Twin } from './twins/contract.ts'

/** Where ids lead: each id that no longer stands for somebody, and the one that stands for them now. */
export type Trail = ReadonlyMap<string, string>

/** Length of a record id. */
const ID = 36
/** Keys that hold an id among colons are no longer than this; anything longer is somebody's own text. */
const LONGEST_KEY = 200

/**
 * The trail that the answers "same person" leave. It leads from the larger id to the smaller one, in
 * whatever order two devices answer, so that it never runs in a circle. It holds while the one it starts
 * from is out of the book: whoever is brought back, or was edited elsewhere meanwhile, is themselves again.
 *
 * @param isOut whether a person is in the trash or gone
 */
export function trailOf(twins: Iterable<Twin>, isOut: (person: string) => boolean): Trail {
  const steps = new Map<string, Twin>()
  for (const twin of twins) {
    const { what } = twin
    if (what.answer !== 'same' || what.into >= what.from || !isOut(what.from)) continue
    const other = steps.get(what.from)
    if (other === undefined || isLater(twin, other)) steps.set(what.from, twin)
  }
  const ends = new Map<string, string>()
  // From the smallest id on: where a step leads is then known already, however long the trail is.
  for (const from of [...steps.keys()].sort()) {
    const what = steps.get(from)?.what
    if (what?.answer === 'same') ends.set(from, ends.get(what.into) ?? what.into)
  }
  return ends
}

const isLater = (one: Twin, other: Twin): boolean => (one.changed === other.changed ? one.id > other.id : one.changed > other.changed)

/**
 * A record with every id led along the trail: in lists, alone, within keys such as `warmth:<id>`, and as
 * names of fields, whatever the kind of the record. Lists in which two entries become the same keep one.
 * Its own id stays, and so does what a `twin` says, because that is the trail. The same object when
 * nothing is led anywhere.
 */
export function led<R extends AnyRecord>(record: R, trail: Trail): R {
  if (trail.size === 0 || record.kind === 'twin') return record
  let next: Record<string, unknown> | undefined
  // This runs over every record of a book, so it makes nothing where nothing is led.
  const fields = record as unknown as Record<string, unknown>
  for (const field in fields) {
    if (kept.has(field)) continue
    const value = fields[field]
    const there = ledValue(value, trail)
    if (there === value) continue
    next ??= { ...fields }
    // Nobody is above or beside themselves: what pointed at the other of the two points nowhere now.
    if (there === record.id) delete next[field]
    else next[field] = there
  }
  return next === undefined ? record : (next as unknown as R)
}

const kept = new Set(['kind', 'id', 'v', 'changed', 'batch'])

function ledValue(value: unknown, trail: Trail): unknown {
  if (typeof value === 'string') return ledText(value, trail)
  if (typeof value !== 'object' || value === null) return value
  return Array.isArray(value) ? ledList(value, trail) : ledFields(value as Record<string, unknown>, trail)
}

function ledText(text: string, trail: Trail): string {
  if (text.length === ID) return trail.get(text) ?? text
  if (text.length < ID || text.length > LONGEST_KEY || !mayHoldId(text)) return text
  const parts = text.split(':')
  return parts.some((part) => trail.has(part)) ? parts.map((part) => trail.get(part) ?? part).join(':') : text
}

/** Whether one of the parts between colons has the first hyphen of an id in its place. */
function mayHoldId(text: string): boolean {
  if (!text.includes(':')) return false
  for (let at = 0; at >= 0 && at + HYPHEN < text.length; ) {
    if (text.charCodeAt(at + HYPHEN) === 45) return true
    const colon = text.indexOf(':', at)
    if (colon < 0) return false
    at = colon + 1
  }
  return false
}

/** Where the first hyphen of a record id stands. */
const HYPHEN = 8

function ledList(list: readonly unknown[], trail: Trail): readonly unknown[] {
  let next: unknown[] | undefined
  for (let at = 0; at < list.length; at++) {
    const there = ledValue(list[at], trail)
    if (there === list[at]) continue
    next ??= [...list]
    next[at] = there
  }
  if (next === undefined) return list
  const seen = new Set<string>()
  return next.filter((one) => {
    const text = JSON.stringify(one)
    if (seen.has(text)) return false
    seen.add(text)
    return true
  })
}

function ledFields(fields: Record<string, unknown>, trail: Trail): Record<string, unknown> {
  let next: Record<string, unknown> | undefined
  for (const name in fields) {
    const value = fields[name]
    const there = ledValue(value, trail)
    const to = name.length === ID ? trail.get(name) : undefined
    if (there === value && to === undefined) continue
    next ??= { ...fields }
    if (to !== undefined && !Object.hasOwn(next, to)) {
      delete next[name]
      next[to] = there
    } else next[name] = there
  }
  return next ?? fields
}
