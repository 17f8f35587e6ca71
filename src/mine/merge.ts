import type { AnyRecord } from './record.ts'

type Fields = Record<string, unknown>
type Other = NonNullable<AnyRecord['others']>[number]

/** Fields of which at most one may be set; the later writer decides. */
const exclusive: readonly (readonly string[])[] = [['kept', 'dropped']]

/** Days on which something was last seen or said: two devices do not disagree about them, the later day holds. */
const latest = new Set(['renewedOn', 'shownForRenewal'])

/** Fields that follow rules of their own. */
const own = new Set(['kind', 'id', 'v', 'changed', 'trashed', 'others'])

/** JSON with its fields in order, so that equal values have equal texts. Absent and undefined are the same. */
function textOf(value: unknown): string {
  if (value === undefined) return ''
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : inner,
  )
}

const same = (a: unknown, b: unknown): boolean => a === b || textOf(a) === textOf(b)

/** Elements that either side has, without those that either side took away; in the order of the base, then the winner, then the loser. */
function union(base: readonly unknown[], winner: readonly unknown[], loser: readonly unknown[]): unknown[] {
  const inWinner = new Set(winner.map(textOf))
  const inLoser = new Set(loser.map(textOf))
  const inBase = new Set(base.map(textOf))
  const kept = base.filter((one) => inWinner.has(textOf(one)) && inLoser.has(textOf(one)))
  const seen = new Set<string>()
  return [...kept, ...winner.filter((one) => !inBase.has(textOf(one))), ...loser.filter((one) => !inBase.has(textOf(one)))].filter(
    (one) => {
      const text = textOf(one)
      if (seen.has(text)) return false
      seen.add(text)
      return true
    },
  )
}

interface Sides {
  readonly base: Fields | undefined
  readonly winner: Fields
  readonly loser: Fields
}

/** A value as a list; an absent one is an empty list. */
const listOf = (value: unknown): readonly unknown[] | null => (value === undefined ? [] : Array.isArray(value) ? value : null)

/** One field: the value to keep, and the one that would be lost otherwise. */
function mergeField(field: string, { base, winner, loser }: Sides): { value: unknown; lost?: unknown } {
  const [w, l, b] = [winner[field], loser[field], base?.[field]]
  if (same(w, l)) return { value: w }
  if (base !== undefined && same(w, b)) return { value: l }
  if (base !== undefined && same(l, b)) return { value: w }
  if (latest.has(field)) return { value: textOf(l) > textOf(w) ? l : w }
  const [wList, lList, bList] = [listOf(w), listOf(l), listOf(b)]
  if (wList !== null && lList !== null && (Array.isArray(w) || Array.isArray(l))) {
    const value = union(bList ?? [], wList, lList)
    // A list that nobody emptied stays filled.
    if (value.length === 0 && wList.length > 0 && lList.length > 0) return { value: w, lost: l }
    return { value: value.length === 0 ? w : value }
  }
  // A text that one side took away and the other rewrote is not lost either.
  if (base === undefined && w === undefined) return { value: l }
  return l === undefined ? { value: w } : { value: w, lost: l }
}

const edits = (from: Fields | undefined, to: Fields): boolean =>
  from === undefined ||
  [...new Set([...Object.keys(from), ...Object.keys(to)])].some(
    (field) => field !== 'changed' && field !== 'trashed' && !same(from[field], to[field]),
  )

/** Whether it lies in the trash: what one side edits comes back out of it. */
function trashedOf({ base, winner, loser }: Sides): unknown {
  const [w, l, b] = [winner['trashed'], loser['trashed'], base?.['trashed']]
  if (same(w, l)) return w
  if (base !== undefined && (same(w, b) || same(l, b))) {
    const [value, other] = same(w, b) ? [l, winner] : [w, loser]
    return value !== undefined && b === undefined && edits(base, other) ? undefined : value
  }
  return w === undefined || l === undefined ? undefined : w
}

function othersOf({ base, winner, loser }: Sides, lost: readonly Other[]): Other[] {
  const list = (fields: Fields | undefined): unknown[] => (Array.isArray(fields?.['others']) ? (fields['others'] as unknown[]) : [])
  return union([], union(list(base), list(winner), list(loser)), lost) as Other[]
}

/**
 * Merges two writings of one record, field by field. Only one side changed a field: that one. Both
 * changed it differently: lists become the union without what either side removed, other values the
 * one of the side that wrote later, while the other value is kept in `others`. What one side put
 * into the trash and the other edited is edited and not in the trash. The order of the two sides
 * does not matter.
 *
 * @param base what both began from; without it every difference counts as changed by both
 */
export function mergeBodies(base: AnyRecord | undefined, mine: AnyRecord, theirs: AnyRecord): AnyRecord {
  if (mine.kind !== theirs.kind) return liveOf(base, mine, theirs)
  const mineLater = mine.changed === theirs.changed ? textOf(mine) > textOf(theirs) : mine.changed > theirs.changed
  const [later, earlier] = mineLater ? [mine, theirs] : [theirs, mine]
  const sides: Sides = { base: base as Fields | undefined, winner: later as unknown as Fields, loser: earlier as unknown as Fields }
  const lost: Other[] = []
  const merged: Fields = { kind: mine.kind, id: mine.id, v: Math.max(mine.v, theirs.v) }
  const keepOther = (field: string, value: unknown): void => {
    lost.push({ field, value, changed: earlier.changed })
  }
  for (const field of new Set([...Object.keys(sides.winner), ...Object.keys(sides.loser)])) {
    if (own.has(field)) continue
    const { value, lost: other } = mergeField(field, sides)
    if (value !== undefined) merged[field] = value
    if (other !== undefined) keepOther(field, other)
  }
  for (const group of exclusive) settle(group, merged, sides, keepOther)
  const trashed = trashedOf(sides)
  if (trashed !== undefined) merged['trashed'] = trashed
  const others = othersOf(sides, lost)
  if (others.length > 0) merged['others'] = others
  merged['changed'] = later.changed
  return merged as unknown as AnyRecord
}

/** Of fields that exclude each other the later writer's stays. */
function settle(group: readonly string[], merged: Fields, { winner }: Sides, keepOther: (field: string, value: unknown) => void): void {
  const set = group.filter((field) => merged[field] !== undefined)
  if (set.length < 2) return
  const stays = set.find((field) => winner[field] !== undefined) ?? set[0]
  for (const field of set) {
    if (field === stays) continue
    keepOther(field, merged[field])
    delete merged[field]
  }
}

/** One side ended the record for good, or gave it another kind: the side that still holds something stays. */
function liveOf(base: AnyRecord | undefined, mine: AnyRecord, theirs: AnyRecord): AnyRecord {
  if (mine.kind === 'gone' || theirs.kind === 'gone') {
    const [gone, live] = mine.kind === 'gone' ? [mine, theirs] : [theirs, mine]
    return base === undefined || edits(base as unknown as Fields, live as unknown as Fields) || !same(base.trashed, live.trashed)
      ? live
      : gone
  }
  return mine.changed >= theirs.changed ? mine : theirs
}
