import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Band } from '../../mine/warmth/warmth.ts'

/** The five bands from near to far. */
export const bands: readonly Band[] = ['warm', 'steady', 'cooling', 'quiet', 'dormant']

/** Where the left edge of the disc stands, in px, per size. The ring always stands at 0. */
const offsets = {
  mark: { warm: 3, steady: 7, cooling: 12, quiet: 15.5, dormant: 19 },
  row: { warm: 11, steady: 21, cooling: 33, quiet: 38, dormant: 42 },
  portrait: { warm: 26, steady: 50, cooling: 82, quiet: 92, dormant: 102 },
} as const satisfies Record<string, Record<Band, number>>

const shapes = {
  mark: { d: 12, ring: 1.5, disc: 2, text: 0, wide: 31 },
  row: { d: 34, ring: 1.5, disc: 1.75, text: 12, wide: 76 },
  portrait: { d: 80, ring: 1.75, disc: 2, text: 20, wide: 182 },
} as const

const inks: Record<Band, { stroke: string; fill: string; wash: string }> = {
  warm: { stroke: 'stroke-warm', fill: 'fill-warm', wash: 'fill-warm-wash' },
  steady: { stroke: 'stroke-steady', fill: 'fill-steady', wash: 'fill-steady-wash' },
  cooling: { stroke: 'stroke-cooling', fill: 'fill-cooling', wash: 'fill-cooling-wash' },
  quiet: { stroke: 'stroke-quiet', fill: 'fill-none', wash: 'fill-none' },
  dormant: { stroke: 'stroke-dormant', fill: 'fill-none', wash: 'fill-none' },
}

/** A circle of `dashes` even dashes, so that the broken ring closes without a seam. */
const broken = (r: number, dashes: number): string => {
  const piece = ((Math.PI * r) / dashes).toFixed(3)
  return `${piece} ${piece}`
}

/** The drawing is mirrored where one reads from the right; its words are turned back where they stand. */
const turned = '[transform-box:fill-box] origin-center rtl:-scale-x-100'

/** Whether the last move of the disc was towards you. Only coming nearer is shown as motion. */
function useNearer(offset: number): boolean {
  const [seen, see] = useState({ offset, nearer: false })
  if (seen.offset !== offset) see({ offset, nearer: offset < seen.offset })
  return seen.offset === offset ? seen.nearer : offset < seen.offset
}

/**
 * Two circles and the distance between them: the open ring is you, the disc is they. Shape tells
 * the band without colour: inside, half, touching, apart and hollow, far and broken. The word
 * (`bandText`) stands beside it, so the drawing is hidden from screen readers. Without a band
 * nothing is written yet: the disc is a broken ring far off.
 *
 * `landed` lets the disc come a little nearer within its band, for the moment after a log.
 * `ghost` (portrait only) shows with dots where the disc was; `labels` stand above the two, 22 px higher than the drawing.
 */
export function Pair(props: {
  band: Band | undefined
  size?: 'mark' | 'row' | 'portrait'
  initials?: string
  landed?: boolean
  ghost?: Band | undefined
  labels?: { readonly ghost: string; readonly now: string } | undefined
  className?: string
}) {
  const { band, size = 'mark', initials = '', landed = false, ghost, labels, className = '' } = props
  const { t } = useLingui()
  const { d, ring, disc, text, wide } = shapes[size]
  const shown: Band = band ?? 'dormant'
  const at = Math.max(offsets[size].warm, offsets[size][shown] - (landed ? d / 4 : 0))
  const nearer = useNearer(at)
  const r = d / 2 - ring / 2
  const rDisc = d / 2 - disc / 2
  const ink = inks[shown]
  const dashes = shown === 'dormant' ? broken(rDisc, size === 'portrait' ? 14 : size === 'row' ? 9 : 6) : undefined
  const filled = size === 'mark' ? ink.fill : ink.wash
  return (
    <svg
      className={`block flex-none overflow-visible rtl:-scale-x-100 ${className}`}
      direction="ltr"
      width={wide}
      height={d}
      viewBox={`0 0 ${wide} ${d}`}
      aria-hidden="true"
      focusable="false"
    >
      <circle cx={d / 2} cy={d / 2} r={r} fill="none" strokeWidth={ring} className={size === 'mark' ? 'stroke-soft' : 'stroke-edge-firm'} />
      {size === 'portrait' && at >= 40 ? (
        <text
          x={Math.min(d / 2 - 12, at / 2)}
          y={d / 2}
          dominantBaseline="central"
          textAnchor="middle"
          className={`fill-faint text-note font-medium ${turned}`}
        >
          {t`you`}
        </text>
      ) : null}
      {ghost !== undefined && ghost !== shown ? (
        <circle
          cx={offsets[size][ghost] + d / 2}
          cy={d / 2}
          r={rDisc}
          fill="none"
          strokeWidth={1.5}
          strokeDasharray="1.5 4"
          strokeLinecap="round"
          className={ink.stroke}
        />
      ) : null}
      {ghost !== undefined && ghost !== shown && labels !== undefined ? (
        <Labels {...labels} ghostAt={offsets[size][ghost] + d / 2} nowAt={at + d / 2} />
      ) : null}
      <g style={{ transform: `translateX(${at}px)`, transition: nearer ? 'transform var(--nearer) var(--ease-nearer)' : 'none' }}>
        <circle
          cx={d / 2}
          cy={d / 2}
          r={rDisc}
          strokeWidth={disc}
          strokeDasharray={dashes}
          className={`${ink.stroke} ${band === undefined ? 'fill-none' : filled}`}
        />
        {text > 0 && initials !== '' ? (
          <text
            x={d / 2}
            y={d / 2}
            dominantBaseline="central"
            textAnchor="middle"
            className={`fill-ink font-bold ${turned} ${size === 'portrait' ? 'text-head' : 'text-note'}`}
          >
            {initials}
          </text>
        ) : null}
      </g>
    </svg>
  )
}

/** The month of the ghost and the word for now, each above its circle; where these stand close, the words part around the middle. */
function Labels({ ghost, now, ghostAt, nowAt }: { ghost: string; now: string; ghostAt: number; nowAt: number }) {
  const middle = (ghostAt + nowAt) / 2
  const close = Math.abs(ghostAt - nowAt) < 90
  const drifted = ghostAt < nowAt
  const word = (text: string, own: number, left: boolean) => (
    <text
      x={close ? middle + (left ? -7 : 7) : own}
      y={-11}
      textAnchor={close ? (left ? 'end' : 'start') : 'middle'}
      className={`fill-faint text-note font-medium ${turned}`}
    >
      {text}
    </text>
  )
  return (
    <>
      {word(ghost, ghostAt, drifted)}
      {word(now, nowAt, !drifted)}
    </>
  )
}

/** The pair together, as it closes the day. */
export const Together = () => (
  <svg width={34} height={24} viewBox="0 0 34 24" aria-hidden="true" className="rtl:-scale-x-100">
    <circle cx="12" cy="12" r="10" fill="none" strokeWidth={1.5} className="stroke-soft" />
    <circle cx="21" cy="12" r="11" strokeWidth={2} className="fill-warm stroke-paper" />
  </svg>
)
