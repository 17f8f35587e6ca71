import type { Hit } from './answer.ts'

/** Hits that belong to the same people, in the order in which they were found. */
export interface Gathered {
  readonly key: string
  readonly hits: readonly Hit[]
}

/** Hits with those of the same people brought together, where the first of them stands. */
export function gathered(hits: readonly Hit[]): readonly Gathered[] {
  const groups = new Map<string, Hit[]>()
  for (const hit of hits) {
    const people = hit.people.map(({ id }) => id).sort()
    const key = people.length === 0 ? hit.record.id : people.join(' ')
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [hit])
    else group.push(hit)
  }
  return [...groups].map(([key, list]) => ({ key, hits: list }))
}
