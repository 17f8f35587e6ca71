import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { memo, useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { Day } from '../../../kernel/time.ts'
import { useBook } from '../../../web/book-context.tsx'
import { useShortcut } from '../../../web/shortcut-keys.tsx'
import { Icon } from '../../../web/ui/icon.tsx'
import { Pair } from '../../../web/ui/pair.tsx'
import { useNarrow, useWindowed } from '../../../web/ui/windowed.ts'
import { lineOf } from '../../moments/wording.ts'
import { pastText } from '../../warmth/days-in-words.ts'
import { bandText } from '../../warmth/reading.ts'
import type { PersonRow } from '../rows.ts'

const TALL = { desk: 54, phone: 72 } as const

/** Several people being chosen, to do one thing to all of them. */
export interface Picking {
  readonly picked: ReadonlySet<string>
  /** `along`: with everybody between this row and the one before. */
  readonly onPick: (index: number, along: boolean) => void
}

interface TableProps {
  readonly rows: readonly PersonRow[]
  /** Undefined while a row opens its person. */
  readonly picking: Picking | undefined
  /** Begins to choose several with the person of a row. */
  readonly onBegin: (index: number) => void
}

/** The people that were chosen, one row each. The marks stand in one column at the left: a chart of who has drifted. */
export function PeopleTable({ rows, picking, onBegin }: TableProps) {
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
    const link = body.current?.querySelector<HTMLElement>(`[data-row="${aim}"] :is(a, input)`)
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
  useShortcut('pick', () => {
    const here = document.activeElement?.closest('[data-row]')?.getAttribute('data-row')
    if (here === null || here === undefined) return false
    if (picking === undefined) onBegin(Number(here))
    else picking.onPick(Number(here), false)
    // The box takes the place of the link under the same row.
    setAim(null)
    requestAnimationFrame(() => setAim(Number(here)))
    return true
  })
  useShortcut('open', () => (document.activeElement instanceof HTMLAnchorElement ? document.activeElement.click() : undefined))

  return (
    <div ref={body} className="border-t border-line" style={{ paddingTop: part.before, paddingBottom: part.after }}>
      <table className="w-full table-fixed border-collapse" aria-rowcount={rows.length + 1}>
        <caption className="sr-only">
          <Trans>People, how warm the tie is, and the last thing that happened</Trans>
        </caption>
        <colgroup>
          {picking === undefined ? null : <col className="w-9 desk:w-10" />}
          <col className="w-[52px] desk:w-[60px]" />
          <col className="desk:w-[30%]" />
          {narrow ? null : <col />}
        </colgroup>
        <thead className="sr-only">
          <tr aria-rowindex={1}>
            {picking === undefined ? null : (
              <th scope="col">
                <Trans>Chosen</Trans>
              </th>
            )}
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
            <Row
              key={row.person.id}
              row={row}
              index={part.from + i}
              tall={tall}
              narrow={narrow}
              today={today}
              picked={picking?.picked.has(row.person.id)}
              onPick={picking?.onPick}
            />
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
  /** Undefined while a row opens its person. */
  readonly picked: boolean | undefined
  readonly onPick: Picking['onPick'] | undefined
}

const nameLook = 'block truncate text-text font-bold text-ink outline-none max-desk:text-line'

const Row = memo(function Row({ row: { person, band, last }, index, tall, narrow, today, picked, onPick }: RowProps) {
  const { t } = useLingui()
  const what = last === undefined ? (person.line ?? t`Nothing written yet`) : lineOf(last)
  const when = last === undefined ? undefined : pastText(last.day, today)
  const box = `pick-${person.id}`
  const called = (
    <>
      <bdi>{person.name}</bdi>
      {narrow && person.department !== undefined ? (
        <span className="text-text font-normal text-faint">&ensp;{person.department}</span>
      ) : null}
    </>
  )
  return (
    <tr
      data-row={index}
      aria-rowindex={index + 2}
      style={{ height: tall }}
      className={`relative scroll-my-24 border-b border-line has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-damson ${picked === true ? 'bg-damson-wash' : 'hover:bg-hover'}`}
    >
      {picked === undefined ? null : (
        <td className="ps-2 align-middle max-desk:ps-0">
          {/* The box is as large as the row, so that a press anywhere in it counts, with Shift too. */}
          <input
            id={box}
            type="checkbox"
            checked={picked}
            readOnly
            onClick={(event) => onPick?.(index, event.shiftKey)}
            className="peer absolute inset-0 size-full cursor-pointer appearance-none outline-none"
          />
          <span className="pointer-events-none relative grid size-5 place-items-center rounded-[6px] border-[1.5px] border-edge-firm bg-card peer-checked:border-damson peer-checked:bg-damson-fill max-desk:size-6 [&>svg]:opacity-0 peer-checked:[&>svg]:opacity-100">
            <Icon name="check" size={16} className="text-on-damson" />
          </span>
        </td>
      )}
      <td className="ps-2 align-middle max-desk:ps-0">
        {band === undefined ? <Alone /> : <Pair band={band} />}
        <span className="sr-only">{bandText(band)}</span>
      </td>
      <td className="pe-4 align-middle max-desk:pe-0">
        {picked === undefined ? (
          <Link to="/people/$person" params={{ person: person.id }} preload={false} className={`${nameLook} after:absolute after:inset-0`}>
            {called}
          </Link>
        ) : (
          <label htmlFor={box} className={nameLook}>
            {called}
          </label>
        )}
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
