import { callName } from '../../kernel/text.ts'
import type { PersonRow } from '../people/rows.ts'
import { ringOf, type Sector } from './sectors.ts'

/** Outer edge of each ring, from warm to dormant, in units of the drawing; me in the middle. */
export const RINGS: readonly number[] = [96, 143, 187, 229, 268]
/** My own ring in the middle. */
export const ME = 21
/** Where those stand of whom nothing is written yet, and how large their mark is. */
const RIM = 262
export const SPECK = 2.5
/** The names of departments stand on this radius. */
const NAMES_AT = 284
/** The narrowest sector, in radians. */
const NARROW = 0.22

/** Somebody on the map. */
export interface Spot {
  readonly row: PersonRow
  readonly x: number
  readonly y: number
  /** Whether the name stands under the disc; it does where it touches nothing. */
  readonly named: boolean
  readonly name: string
}

/** One sector as it is drawn. Angles in radians, clockwise from the top. */
export interface Wedge {
  readonly sector: Sector
  readonly from: number
  readonly to: number
  /** Where its name stands, and which side of it is there. */
  readonly label: { readonly x: number; readonly y: number; readonly side: 'start' | 'middle' | 'end' }
  readonly spots: readonly Spot[]
}

/** The whole drawing. */
export interface Drawing {
  readonly wedges: readonly Wedge[]
  /** Radius of a disc. */
  readonly disc: number
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const meet = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
const point = (angle: number, radius: number): { x: number; y: number } => ({ x: Math.sin(angle) * radius, y: -Math.cos(angle) * radius })

/**
 * Lays the map out: a sector for each department, as wide as its people ask for, and each person at a
 * distance that says the warmth. The same people give the same drawing, without physics or chance.
 */
export function drawingOf(sectors: readonly Sector[]): Drawing {
  const people = sectors.reduce((sum, sector) => sum + sector.rows.length, 0)
  const disc = people <= 60 ? 8 : people <= 160 ? 6.5 : people <= 400 ? 4.5 : 3
  const weights = sectors.map((sector) => Math.sqrt(Math.max(1, sector.rows.length)))
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const free = Math.max(0, 2 * Math.PI - NARROW * sectors.length)
  const spans = weights.map((weight) => Math.min(2 * Math.PI, NARROW + (free * weight) / Math.max(1, all)))
  // My own department is centred at the top.
  let at = sectors.length > 1 ? -(spans[0] ?? 0) / 2 : 0
  const taken: Box[] = [{ left: -ME - 4, right: ME + 4, top: -ME - 4, bottom: ME + 4 }]
  const placed = sectors.map((sector, n) => {
    const from = at
    at += spans[n] ?? 0
    return { sector, from, to: at, spots: spotsOf(sector, from, at, disc) }
  })
  for (const { spots } of placed)
    for (const { x, y } of spots) taken.push({ left: x - disc, right: x + disc, top: y - disc, bottom: y + disc })
  // Names go to whoever is nearest first, in all sectors alike.
  const nearest = placed
    .flatMap(({ spots }) => spots)
    .sort((a, b) => ringOf(a.row.band) - ringOf(b.row.band) || b.row.warmth - a.row.warmth)
  const named = new Set<PersonRow>()
  for (const { row, x, y } of nearest) {
    if (row.band === undefined) continue
    const half = width(callName(row.person.name)) / 2
    const box = { left: x - half, right: x + half, top: y + disc + 2, bottom: y + disc + 18 }
    const corner = Math.hypot(Math.max(-box.left, box.right), Math.max(-box.top, box.bottom))
    if (corner > NAMES_AT + 12 || taken.some((other) => meet(box, other))) continue
    taken.push(box)
    named.add(row)
  }
  const wedges = placed.map(({ sector, from, to, spots }) => ({
    sector,
    from,
    to,
    label: labelAt((from + to) / 2),
    spots: spots.map(({ row, x, y }) => ({ row, x, y, name: callName(row.person.name), named: named.has(row) })),
  }))
  return { wedges, disc }
}

/** Rough width of a name at 14 px. */
const width = (name: string): number => [...name].reduce((sum, sign) => sum + (/[\u1100-\uFFFD]/.test(sign) ? 14 : 7.8), 4)

function labelAt(angle: number): Wedge['label'] {
  const { x, y } = point(angle, NAMES_AT)
  const side = Math.abs(Math.sin(angle)) < 0.3 ? 'middle' : Math.sin(angle) > 0 ? 'start' : 'end'
  // A name at the bottom begins below the point, one at the top ends above it.
  return { x, y: y + 4 + (side === 'middle' ? (Math.cos(angle) < 0 ? 8 : -4) : 0), side }
}

/** Places in a ring that are tried for each person; the one with the most room around it is taken. */
const TRIES = 28

/** People of one sector, each in the ring of its word, the warmer the nearer, spread so that discs keep apart. */
function spotsOf(sector: Sector, from: number, to: number, disc: number): { row: PersonRow; x: number; y: number }[] {
  const spots: { row: PersonRow; x: number; y: number }[] = []
  const inRing = new Map<number, number>()
  const count = new Map<number, number>()
  for (const row of sector.rows) count.set(ringOf(row.band), (count.get(ringOf(row.band)) ?? 0) + 1)
  for (const row of sector.rows) {
    const { band } = row
    const ring = ringOf(band)
    const n = inRing.get(ring) ?? 0
    inRing.set(ring, n + 1)
    const of = count.get(ring) ?? 1
    // Nothing is written yet: they stand in a row along the rim.
    if (band === undefined) {
      const share = (n + 0.5) / of
      spots.push({ row, ...point(from + share * (to - from), RIM) })
      continue
    }
    const inner = ring === 0 ? ME + disc + 8 : (RINGS[ring - 1] ?? 0) + disc + 2
    const outer = (RINGS[ring] ?? 0) - disc - (ring === 4 ? 14 : 8)
    const radius = inner + Math.max(0, outer - inner) * (of === 1 ? 0.5 : (n + 0.5) / of)
    const margin = Math.min((to - from) / 2, (disc + 5) / Math.max(40, radius))
    let best: { x: number; y: number; room: number } | undefined
    for (let k = 0; k < TRIES; k++) {
      // Steps of the golden angle reach every part of the sector early; the first try is its middle.
      const share = (0.5 + k * 0.618_033_988_75) % 1
      const spread =
        inner + Math.max(0, outer - inner) * (of <= 3 ? (radius - inner) / Math.max(1, outer - inner) : ((n + k * 0.37) % of) / of)
      const { x, y } = point(from + margin + share * (to - from - 2 * margin), of <= 3 ? radius : spread)
      const room = spots.reduce((least, spot) => Math.min(least, (spot.x - x) ** 2 + ((spot.y - y) * 1.25) ** 2), 1e9)
      // A later try must be clearly better, so that few people stand in the middle of their sector.
      if (best === undefined || room > best.room * 1.02) best = { x, y, room }
    }
    spots.push({ row, x: best?.x ?? 0, y: best?.y ?? 0 })
  }
  return spots
}

/** Everybody in the order of the keyboard: from the middle outwards, and clockwise within a ring. */
export function inOrder(drawing: Drawing): readonly Spot[] {
  const turn = ({ x, y }: Spot): number => (Math.atan2(x, -y) + 2 * Math.PI) % (2 * Math.PI)
  return drawing.wedges.flatMap(({ spots }) => spots).sort((a, b) => ringOf(a.row.band) - ringOf(b.row.band) || turn(a) - turn(b))
}
