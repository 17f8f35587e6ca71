import { Trans, useLingui } from '@lingui/react/macro'
import { memo, useCallback, useRef } from 'react'
import { Button } from '../../../web/ui/button.tsx'
import { Icon } from '../../../web/ui/icon.tsx'
import { useNarrow, useWindowed } from '../../../web/ui/windowed.ts'
import type { PreviewRow } from '../contract.ts'
import type { Chosen } from './choosing.ts'

type Answer = 'same' | 'two' | undefined | 'leave'

const DESK = 54
/** On the phone a row is as tall as what it says: a name, a line or two, what would happen. */
const PHONE = { base: 52, line: 24, fate: 24, answers: 56 } as const

interface Props {
  readonly rows: readonly PreviewRow[]
  readonly chosen: Chosen
  readonly archive: boolean
  readonly onChoose: (index: number, answer: Answer) => void
}

/** The rows of a dry run. Chosen ones take the wash and say what would happen. */
export function DryRunRows({ rows, chosen, archive, onChoose }: Props) {
  const { t } = useLingui()
  const narrow = useNarrow()
  const list = useRef<HTMLUListElement>(null)
  const heightOf = useCallback(
    (index: number): number => {
      if (!narrow) return DESK
      const row = rows[index]
      if (row === undefined) return PHONE.base
      const says = knows(row)
      const lines = says === '' ? 0 : says.length > 36 ? 2 : 1
      const fate = row.ask !== undefined && !chosen.has(row.index) ? PHONE.answers : chosen.has(row.index) ? PHONE.fate : 0
      return PHONE.base + lines * PHONE.line + fate
    },
    [rows, chosen, narrow],
  )
  const part = useWindowed(rows.length, heightOf, list)
  return (
    <ul
      ref={list}
      aria-label={t`People in the file`}
      className="border-t border-line"
      style={{ paddingTop: part.before, paddingBottom: part.after }}
    >
      {rows.slice(part.from, part.to).map((row, i) => (
        <Row
          key={row.index}
          row={row}
          place={part.from + i + 1}
          total={rows.length}
          tall={heightOf(part.from + i)}
          on={chosen.has(row.index)}
          answer={chosen.get(row.index)}
          archive={archive}
          onChoose={onChoose}
        />
      ))}
    </ul>
  )
}

/** The middle words of a row: for somebody new what the file knows, else what is known of them already. */
const knows = (row: PreviewRow): string =>
  row.ask !== undefined || row.verdict !== 'new' || row.twinOf !== undefined ? row.reason : row.detail

interface RowProps {
  readonly row: PreviewRow
  readonly place: number
  readonly total: number
  readonly tall: number
  readonly on: boolean
  readonly answer: 'same' | 'two' | undefined
  readonly archive: boolean
  readonly onChoose: Props['onChoose']
}

const Row = memo(function Row({ row, place, total, tall, on, answer, archive, onChoose }: RowProps) {
  const { t } = useLingui()
  const id = `row-${row.index}`
  const asking = row.ask !== undefined && !on
  const can = row.choosable && !asking
  const fate = (): string => {
    if (row.ask !== undefined && answer === 'same') return t`The same as ${row.candidate?.name ?? ''}`
    if (row.ask !== undefined && answer === 'two') return t`Joins as somebody else`
    if (!row.choosable) return t`Stays as it is`
    if (row.verdict === 'differs') return on ? t`Is added` : t`Is left out`
    return on ? (archive ? t`Comes back` : t`Joins your book`) : t`Stays in the file`
  }
  return (
    <li
      aria-posinset={place}
      aria-setsize={total}
      style={{ height: tall }}
      className={`relative grid grid-cols-[20px_minmax(0,1fr)_minmax(0,1.35fr)_150px] items-center gap-x-3.5 overflow-hidden border-b border-line px-2 has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-damson max-desk:grid-cols-[24px_minmax(0,1fr)] max-desk:content-start max-desk:gap-x-3 max-desk:px-1 max-desk:py-3 ${on ? 'bg-damson-wash' : can ? 'hover:bg-hover' : ''}`}
    >
      <span className="relative grid size-5 flex-none place-items-center max-desk:row-span-3 max-desk:size-6 max-desk:self-start">
        <input
          id={id}
          type="checkbox"
          checked={on}
          disabled={!can}
          aria-describedby={`${id}-says ${id}-fate`}
          onChange={() => onChoose(row.index, on ? 'leave' : undefined)}
          className="peer absolute inset-0 appearance-none rounded-[6px] border-[1.5px] border-edge-firm bg-card outline-none checked:border-damson checked:bg-damson-fill disabled:border-edge disabled:bg-transparent"
        />
        <Icon name="check" size={16} className="pointer-events-none relative text-on-damson opacity-0 peer-checked:opacity-100" />
      </span>
      <label htmlFor={id} className={`min-w-0 max-desk:truncate after:absolute after:inset-0 ${can ? 'cursor-pointer' : 'cursor-default'}`}>
        <b className="block truncate text-text font-medium max-desk:inline max-desk:max-w-none max-desk:text-line">
          {row.name === '' ? t`Without a name` : row.name}
        </b>
        <small className="block truncate text-note text-faint max-desk:ms-2 max-desk:inline max-desk:text-text">{row.about}</small>
      </label>
      <span
        id={`${id}-says`}
        className="line-clamp-2 text-text leading-[19px] text-soft max-desk:col-start-2 max-desk:text-line max-desk:leading-6"
        title={knows(row)}
      >
        {knows(row)}
      </span>
      {asking ? (
        <span id={`${id}-fate`} className="relative z-[1] flex gap-2 max-desk:col-start-2 max-desk:mt-1.5">
          <Button small onClick={() => onChoose(row.index, 'same')}>
            <Trans>Same person</Trans>
          </Button>
          <Button small onClick={() => onChoose(row.index, 'two')}>
            <Trans>Two people</Trans>
          </Button>
        </span>
      ) : (
        <span
          id={`${id}-fate`}
          className={`truncate text-note max-desk:col-start-2 max-desk:text-text ${on ? 'font-medium text-damson-deep' : 'text-faint max-desk:hidden'}`}
        >
          {fate()}
        </span>
      )}
    </li>
  )
})
