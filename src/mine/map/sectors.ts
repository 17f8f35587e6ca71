import { byName, fold } from '../../kernel/text.ts'
import type { Day } from '../../kernel/time.ts'
import type { Book } from '../book.ts'
import { type PersonRow, rowsOf } from '../people/rows.ts'
import type { Band } from '../warmth/warmth.ts'

/** What is seen at a glance in a sector: nobody is known there, or everybody there is quiet or dormant. */
export type Gap = 'nobody' | 'drifted'

/** One department as the map shows it. */
export interface Sector {
  /** Undefined for people without a department, and for the rest where there are more departments than the map has room for. */
  readonly department: string | undefined
  /** Whether it gathers the departments that the map has no room for. */
  readonly rest: boolean
  /** Whether it is my own. */
  readonly mine: boolean
  /** From the middle outwards. */
  readonly rows: readonly PersonRow[]
  readonly gap: Gap | undefined
}

/** The most departments that are drawn each by itself. */
export const MOST_SECTORS = 14

const steps: readonly (Band | undefined)[] = ['warm', 'steady', 'cooling', 'quiet', 'dormant', undefined]

/** The ring of a band, from 0 in the middle to 4; people of whom nothing is written yet stand at the rim, beyond the last. */
export const ringOf = (band: Band | undefined): number => steps.indexOf(band)

/** Whether a tie is alive enough to be leant on: cooling or nearer. */
export const isAlive = (row: PersonRow): boolean => row.band !== undefined && ringOf(row.band) <= 2

const fromTheMiddle = (a: PersonRow, b: PersonRow): number =>
  ringOf(a.band) - ringOf(b.band) || b.warmth - a.warmth || byName(a.person.name, b.person.name)

/**
 * The departments of the map on a day: my own first, the others by name, people without one last.
 * A department that I named as one my work touches is there even when I know nobody in it. Whoever
 * rests is not drawn.
 */
export function sectorsOf(book: Book, day: Day = book.today()): readonly Sector[] {
  const own = book.setting('me')?.department ?? ''
  const groups = new Map<string, { name: string; rows: PersonRow[] }>()
  const groupOf = (name: string): { name: string; rows: PersonRow[] } => {
    const key = fold(name)
    const group = groups.get(key) ?? { name: name.trim(), rows: [] }
    groups.set(key, group)
    return group
  }
  for (const department of touched(book)) groupOf(department)
  for (const row of rowsOf(book, day)) {
    if (row.person.resting === undefined) groupOf(row.person.department ?? '').rows.push(row)
  }
  const homeless = groups.get('')
  groups.delete('')
  const named = [...groups.values()]
  const shown = new Set(named.length <= MOST_SECTORS ? named : largest(named, fold(own)))
  const rest = named.filter((group) => !shown.has(group)).flatMap((group) => group.rows)
  const sectors = named
    .filter((group) => shown.has(group))
    .map((group) => sector(group.name, group.rows, fold(group.name) === fold(own)))
    .sort((a, b) => Number(b.mine) - Number(a.mine) || byName(a.department ?? '', b.department ?? ''))
  if (rest.length > 0) sectors.push({ ...sector(undefined, rest, false), rest: true })
  if (homeless !== undefined && homeless.rows.length > 0) sectors.push({ ...sector(undefined, homeless.rows, false), gap: undefined })
  return sectors
}

/** Departments that my work touches, as I named them. */
export const touched = (book: Book): readonly string[] => book.setting('departments')?.touched ?? []

function sector(department: string | undefined, rows: readonly PersonRow[], mine: boolean): Sector {
  const gap =
    rows.length === 0
      ? 'nobody'
      : rows.some((row) => ringOf(row.band) < 3) || rows.every((row) => row.band === undefined)
        ? undefined
        : 'drifted'
  return { department, rest: false, mine, rows: [...rows].sort(fromTheMiddle), gap }
}

/** My own department, those where I know nobody, and then the largest. */
function largest(groups: readonly { name: string; rows: readonly PersonRow[] }[], own: string): { name: string; rows: PersonRow[] }[] {
  const weight = ({ name, rows }: { name: string; rows: readonly PersonRow[] }): number =>
    fold(name) === own ? Number.POSITIVE_INFINITY : rows.length === 0 ? 1e6 : rows.length
  return [...groups].sort((a, b) => weight(b) - weight(a) || byName(a.name, b.name)).slice(0, MOST_SECTORS - 1) as {
    name: string
    rows: PersonRow[]
  }[]
}
