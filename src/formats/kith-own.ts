import type { ItemOwn } from './item.ts'

const rhythms = new Map<string, NonNullable<ItemOwn['rhythm']>>([
  ['7', 7],
  ['14', 14],
  ['30', 30],
  ['90', 90],
  ['none', 'none'],
])
const importances = new Map<string, NonNullable<ItemOwn['importance']>>([
  ['1', 1],
  ['2', 2],
  ['3', 3],
])

/** What Kith's own files say of a person, from texts as they stand in a card or a cell; nothing where all are empty. */
export function ownOf(said: { readonly [F in keyof ItemOwn]-?: string }): { own?: ItemOwn } {
  const about = said.about.trim().slice(0, 2000) || undefined
  const circle = said.circle.trim().slice(0, 500) || undefined
  const rhythm = rhythms.get(said.rhythm.trim())
  const importance = importances.get(said.importance.trim())
  const own = { ...(about && { about }), ...(circle && { circle }), ...(rhythm && { rhythm }), ...(importance && { importance }) }
  return Object.keys(own).length === 0 ? {} : { own }
}
