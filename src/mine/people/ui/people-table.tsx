import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { memo, useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { Day } from '../../../kernel/time.ts'
import { useBook } from '../../../web/book-context.tsx'
import { useShortcut } from '../../../web/shortcut-keys.tsx'
import { Pair } from '../../../web/ui/pair.tsx'
import { useNarrow, useWindowed } from '../../../web/ui/windowed.ts'
import { lineOf } from '../../moments/wording.ts'
import { pastText } from '../../warmth/days-in-words.ts'
import { bandText } from '../../warmth/reading.ts'
import type { PersonRow } from '../rows.ts'

const TALL = { desk: 54, phone: 72 } as const

/** The people that were chosen, one row each. The marks stand in one column at the left: a chart of who has drifted. */
export function PeopleTable({ rows }: { rows: readonly PersonRow[] }) {
  const narrow = useNarrow()
  const tall = narrow ? TALL.phone : TALL.desk
  const today = useBook((book) => book.today())
  const body = useRef<HTMLDivElement>(null)
  const part = useWindowed(
    rows.length,
    useCallback(() => tall, [tall]),
    body,
  )
  const [aim, setAim] = useState<number | null>(null)

  useLayoutEffect(() => {
    if (aim === null) return
    const link = body.current?.querySelector<HTMLAnchorElement>(`[data-row="${aim}"] a`)
    link?.focus({ preventScroll: true })
    link?.closest('tr')?.scrollIntoView({ block: 'nearest' })
  }, [aim])

  /** Moves to the next row from the one that has the focus, else to the first one on the screen. */
  const step = (by: 1 | -1): void => {
    const here = document.activeElement?.closest('[data-row]')?.getAttribute('data-row')
    const top = body.current?.getBoundingClientRect().top ?? 0
    const first = Math.max(0, Math.ceil(-top / tall))
    const next = here === null || here === undefined ? first : Number(here) + by
    const at = Math.max(0, Math.min(rows.length - 1, next))
    setAim(null)
    requestAnimationFrame(() => setAim(at))
  }
  useShortcut('next', () => step(1))
  useShortcut('previous', () => step(-1))
  useShortcut('open', () => (document.activeElement instanceof HTMLAnchorElement ? document.activeElement.click() : undefined))

  return (
    <div ref={body} className="border-t border-line" style={{ paddingTop: part.before, paddingBottom: part.after }}>
      <table className="w-full table-fixed border-collapse" aria-rowcount={rows.length + 1}>
        <caption className="sr-only">
          <Trans>People, how warm the tie is, and the last thing that happened</Trans>
        </caption>
        <colgroup>
          <col className="w-[52px] desk:w-[60px]" />
          <col className="desk:w-[30%]" />
          {narrow ? null : <col />}
        </colgroup>
        <thead className="sr-only">
          <tr aria-rowindex={1}>
            <th scope="col">
              <Trans>Warmth</Trans>
            </th>
            <th scope="col">
              <Trans>Name</Trans>
            </th>
            {narrow ? null : (
              <th scope="col">
                <Trans>The last thing that happened</Trans>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.slice(part.from, part.to).map((row, i) => (
            <Row key={row.person.id} row={row} index={part.from + i} tall={tall} narrow={narrow} today={today} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface RowProps {
  readonly row: PersonRow
  readonly index: number
  readonly tall: number
  readonly narrow: boolean
  readonly today: Day
}

const Row = memo(function Row({ row: { person, band, last }, index, tall, narrow, today }: RowProps) {
  const { t } = useLingui()
  const what = last === undefined ? (person.line ?? t`Nothing written yet`) : lineOf(last)
  const when = last === undefined ? undefined : pastText(last.day, today)
  return (
    <tr
      data-row={index}
      aria-rowindex={index + 2}
      style={{ height: tall }}
      className="relative scroll-my-24 border-b border-line hover:bg-hover has-focus-visible:bg-hover has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-damson"
    >
      <td className="ps-2 align-middle max-desk:ps-0">
        {band === undefined ? <Alone /> : <Pair band={band} />}
        <span className="sr-only">{bandText(band)}</span>
      </td>
      <td className="pe-4 align-middle max-desk:pe-0">
        <Link
          to="/people/$person"
          params={{ person: person.id }}
          preload={false}
          className="block truncate text-text font-bold text-ink outline-none after:absolute after:inset-0 max-desk:text-line"
        >
          <bdi>{person.name}</bdi>
          {narrow && person.department !== undefined ? (
            <span className="text-text font-normal text-faint">&ensp;{person.department}</span>
          ) : null}
        </Link>
        {narrow ? (
          <span className={`block truncate text-line ${last === undefined ? 'text-faint' : 'text-soft'}`}>{what}</span>
        ) : (
          <span className="block truncate text-note text-faint">{person.department ?? person.company ?? person.role ?? ''}</span>
        )}
      </td>
      {narrow ? null : (
        <td className="pe-2 align-middle">
          <span className="flex items-baseline gap-3 text-text">
            <span className={`min-w-0 truncate ${last === undefined ? 'text-faint' : 'text-soft'}`}>{what}</span>
            {when === undefined ? null : <span className="ms-auto flex-none text-note text-faint">{when}</span>}
          </span>
        </td>
      )}
    </tr>
  )
})

/** Only your ring: nothing is written of the two of you yet. */
const Alone = () => (
  <svg width={31} height={12} viewBox="0 0 31 12" aria-hidden="true" className="block">
    <circle cx="6" cy="6" r="5.25" fill="none" strokeWidth={1.5} className="stroke-soft" />
  </svg>
)
