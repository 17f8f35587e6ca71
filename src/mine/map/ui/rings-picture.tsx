import { useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { bandText } from '../../warmth/reading.ts'
import type { Band } from '../../warmth/warmth.ts'
import { drawingOf, inOrder, ME, RINGS, SPECK, type Spot, type Wedge } from '../rings.ts'
import { ringOf, type Sector } from '../sectors.ts'
import { sectorName } from './sector-name.ts'

const EDGE = RINGS.at(-1) ?? 0

const inks: Record<Band, string> = {
  warm: 'fill-warm stroke-warm',
  steady: 'fill-steady stroke-steady',
  cooling: 'fill-cooling stroke-cooling',
  quiet: 'fill-paper stroke-quiet',
  dormant: 'fill-paper stroke-dormant',
}

/** The rings: me in the middle, everybody at the distance of their word. One stop of the Tab key; arrows walk from person to person. */
export function RingsPicture({ sectors }: { sectors: readonly Sector[] }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const drawing = useMemo(() => drawingOf(sectors), [sectors])
  const order = useMemo(() => inOrder(drawing), [drawing])
  const [at, setAt] = useState(0)
  const [over, setOver] = useState<Spot | null>(null)
  const discs = useRef(new Map<string, SVGAElement>())
  const go = (n: number): void => {
    const spot = order[Math.max(0, Math.min(order.length - 1, n))]
    if (spot === undefined) return
    setAt(order.indexOf(spot))
    discs.current.get(spot.row.person.id)?.focus()
  }
  const onKey = (event: KeyboardEvent): void => {
    const ring = (n: number): number => order.findIndex((spot) => ringOf(spot.row.band) >= n)
    const here = ringOf(order[at]?.row.band)
    const next =
      {
        ArrowRight: at + 1,
        ArrowLeft: at - 1,
        ArrowDown: ring(here + 1),
        ArrowUp: ring(Math.max(0, ringOf(order[Math.max(0, ring(here) - 1)]?.row.band))),
        Home: 0,
        End: order.length - 1,
      }[event.key] ?? -2
    if (next === -2) return
    event.preventDefault()
    if (next >= 0) go(next)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the links within; the group only listens.
    <div className="relative" onKeyDown={onKey}>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing cannot be a fieldset. */}
      <svg
        viewBox="-350 -314 700 636"
        className="block h-auto w-full overflow-visible"
        role="group"
        aria-label={t`Everybody around you, from the middle outwards`}
      >
        {drawing.wedges.map((wedge) =>
          wedge.sector.gap === 'nobody' ? (
            <path key={`gap ${wedge.sector.department}`} d={sliceOf(wedge)} className="fill-damson-wash" />
          ) : null,
        )}
        {RINGS.map((radius) => (
          <circle key={radius} r={radius} fill="none" className="stroke-edge" strokeWidth={0.75} />
        ))}
        {drawing.wedges.length < 2
          ? null
          : drawing.wedges.map((wedge) => (
              <line
                key={`edge ${wedge.sector.department ?? wedge.sector.rest}`}
                x1={Math.sin(wedge.from) * (ME + 10)}
                y1={-Math.cos(wedge.from) * (ME + 10)}
                x2={Math.sin(wedge.from) * EDGE}
                y2={-Math.cos(wedge.from) * EDGE}
                className="stroke-edge"
                strokeWidth={0.75}
              />
            ))}
        {drawing.wedges.map((wedge) => (
          <SectorName key={`name ${wedge.sector.department ?? wedge.sector.rest}`} wedge={wedge} />
        ))}
        <circle r={ME} className="fill-card stroke-ink" strokeWidth={1.5} />
        <text textAnchor="middle" dominantBaseline="central" className="fill-ink text-text font-bold">
          {t`you`}
        </text>
        {order.map((spot, n) => {
          const { person, band } = spot.row
          return (
            <a
              key={person.id}
              ref={(link) => {
                // An SVG link has no class of its own in the types of the handler.
                if (link === null) discs.current.delete(person.id)
                else discs.current.set(person.id, link as unknown as SVGAElement)
              }}
              href={`/people/${person.id}`}
              tabIndex={n === at ? 0 : -1}
              aria-label={t`${person.name}, ${person.department ?? t`no department`}, ${bandText(band)}`}
              className="group outline-none"
              onFocus={() => {
                setAt(n)
                setOver(spot)
              }}
              onBlur={() => setOver(null)}
              onPointerEnter={() => setOver(spot)}
              onPointerLeave={() => setOver(null)}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey) return
                event.preventDefault()
                void navigate({ to: '/people/$person', params: { person: person.id } })
              }}
            >
              <circle cx={spot.x} cy={spot.y} r={Math.max(12, drawing.disc)} className="fill-transparent" />
              <circle
                cx={spot.x}
                cy={spot.y}
                r={drawing.disc + 4}
                fill="none"
                strokeWidth={2}
                className="stroke-transparent group-focus-visible:stroke-damson"
              />
              <Disc spot={spot} disc={drawing.disc} />
              {spot.named ? <Name spot={spot} disc={drawing.disc} soft={over !== null && over !== spot} /> : null}
            </a>
          )
        })}
        {over === null ? null : <Plate spot={over} disc={drawing.disc} />}
      </svg>
    </div>
  )
}

/** A disc says its word by its shape too: filled while in reach, hollow when quiet, broken when dormant, a speck before the first moment. */
function Disc({ spot: { row, x, y }, disc }: { spot: Spot; disc: number }) {
  const { band } = row
  if (band === undefined) return <circle cx={x} cy={y} r={SPECK} fill="none" strokeWidth={1} className="stroke-dormant" />
  const hollow = band === 'quiet' || band === 'dormant'
  return (
    <circle
      cx={x}
      cy={y}
      r={disc - (hollow ? 1 : 0.5)}
      strokeWidth={hollow ? 2 : 1}
      strokeDasharray={band === 'dormant' ? '2.6 2.4' : undefined}
      className={inks[band]}
    />
  )
}

const Name = ({ spot, disc, soft }: { spot: Spot; disc: number; soft: boolean }) => (
  <text
    x={spot.x}
    y={spot.y + disc + 14}
    textAnchor="middle"
    className={`text-text font-medium move-answer max-desk:hidden ${soft ? 'fill-faint' : 'fill-ink'}`}
  >
    {spot.name}
  </text>
)

/** Who is under the pointer or has the focus: the whole name and the word, on a plate of paper. */
function Plate({ spot, disc }: { spot: Spot; disc: number }) {
  const { person, band } = spot.row
  const words = `${person.name} · ${bandText(band)}`
  const half = [...words].length * 3.9 + 10
  const x = Math.max(-350 + half, Math.min(350 - half, spot.x))
  const below = spot.y < 270
  const y = below ? spot.y + disc + 6 : spot.y - disc - 34
  return (
    <g className="pointer-events-none">
      <rect x={x - half} y={y} width={half * 2} height={28} rx={7} className="fill-card stroke-edge" strokeWidth={1} />
      <text x={x} y={y + 14} textAnchor="middle" dominantBaseline="central" className="fill-ink text-text font-medium">
        {words}
      </text>
    </g>
  )
}

/** The name of a sector at the edge; beside the circle, where there is least room, each word has a line of its own. */
function SectorName({ wedge }: { wedge: Wedge }) {
  const { t } = useLingui()
  const { sector, label } = wedge
  const name = sectorName(sector)
  const lines = label.side === 'middle' ? [cut(name, 26)] : name.split(' ').map((word) => cut(word, 12))
  const gap = sector.gap === undefined ? [] : [sector.gap === 'nobody' ? t`nobody yet` : t`drifted`]
  const up = label.side === 'middle' ? 0 : (lines.length + gap.length - 1) * -8
  return (
    <text x={label.x} y={label.y + up} textAnchor={label.side} className="text-text font-bold max-desk:text-head">
      <title>{name}</title>
      {[...lines, ...gap].map((line, n) => (
        <tspan
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of one name, told apart by their place alone.
          key={n}
          x={label.x}
          dy={n === 0 ? 0 : '1.15em'}
          className={n >= lines.length ? 'fill-faint font-medium' : sector.gap === 'nobody' ? 'fill-damson' : 'fill-soft'}
        >
          {line}
        </tspan>
      ))}
    </text>
  )
}

const cut = (text: string, most: number): string => {
  const signs = [...text]
  return signs.length > most
    ? `${signs
        .slice(0, most - 1)
        .join('')
        .trim()}…`
    : text
}

/** A slice from my ring to the edge. */
function sliceOf({ from, to }: Wedge): string {
  const at = (angle: number, radius: number): string => `${(Math.sin(angle) * radius).toFixed(2)} ${(-Math.cos(angle) * radius).toFixed(2)}`
  const wide = to - from > Math.PI ? 1 : 0
  return `M${at(from, ME + 10)}L${at(from, EDGE)}A${EDGE} ${EDGE} 0 ${wide} 1 ${at(to, EDGE)}L${at(to, ME + 10)}A${ME + 10} ${ME + 10} 0 ${wide} 0 ${at(from, ME + 10)}Z`
}
