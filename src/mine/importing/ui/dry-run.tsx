import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link, useNavigate } from '@tanstack/react-router'
import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import type { TableChoice } from '../../../formats/table-fields.ts'
import { tell, useBook, useOpenBook, useToday } from '../../../web/book-context.tsx'
import { Button, buttonLook } from '../../../web/ui/button.tsx'
import { Chip } from '../../../web/ui/chip.tsx'
import { Icon } from '../../../web/ui/icon.tsx'
import { PageHead, TwoColumns } from '../../../web/ui/page.tsx'
import { accept } from '../accept.ts'
import type { FileRead, PreviewRow } from '../contract.ts'
import { type Chosen, choicesOf, fits, type Lens, outcome, readable, seen, usualCompany } from './choosing.ts'
import { Dock, DryRunRail } from './dry-run-rail.tsx'
import { DryRunRows } from './dry-run-rows.tsx'
import { worded } from './kind-words.ts'
import { TableColumns } from './table-columns.tsx'

/** From how many rows on a line to find somebody is worth its place. */
const MANY = 12
/** Up to how many narrowed rows one tap may choose them all. */
const AT_ONCE = 50

/** What the file would bring, row by row. Nobody is chosen by the program except in a handful. */
export function DryRun({
  read,
  rows: all,
  turn,
  onAgain,
  onColumns,
}: {
  read: FileRead
  rows: readonly PreviewRow[]
  /** Counts the readings: a file that was read anew is chosen from anew. */
  turn: number
  onAgain: () => void
  /** The columns of the table are to be understood in another way. */
  onColumns: (columns: TableChoice) => void
}) {
  const { t } = useLingui()
  const book = useOpenBook()
  const today = useToday()
  const navigate = useNavigate()
  const company = useBook(usualCompany)
  const rows = useMemo(() => worded(readable(all)), [all])
  const archive = read.format === 'kith'
  const [chosen, setChosen] = useState<Chosen>(() => new Map(all.filter((row) => row.selected).map((row) => [row.index, undefined])))
  const [lens, setLens] = useState<Lens>('everyone')
  const [typed, setTyped] = useState('')
  const words = useDeferredValue(typed)
  const [correcting, setCorrecting] = useState(false)
  const [seenTurn, setSeenTurn] = useState(turn)
  if (seenTurn !== turn) {
    setSeenTurn(turn)
    setChosen(new Map(all.filter((row) => row.selected).map((row) => [row.index, undefined])))
    setLens('everyone')
    setTyped('')
  }
  /** The chosen ones as they were when they were asked for, so that a row does not vanish under the pointer. */
  const [held, setHeld] = useState<Chosen>(chosen)

  const lenses = useMemo(() => {
    const count = (one: Lens): number => rows.filter((row) => seen(row, one, { company, today, chosen })).length
    const every: readonly Lens[] = ['everyone', 'new', 'asks', 'more', 'company', 'touch', 'recent']
    const offered = every
      .map((one) => ({ lens: one, count: count(one) }))
      .filter((one) => one.lens === 'everyone' || (one.count > 0 && one.count < rows.length))
    return chosen.size === 0 ? offered : [...offered, { lens: 'chosen' as const, count: chosen.size }]
  }, [rows, company, today, chosen])
  const visible = useMemo(
    () => rows.filter((row) => seen(row, lens, { company, today, chosen: held }) && fits(row, words)),
    [rows, lens, company, today, held, words],
  )
  const { joins, grows } = outcome(rows, chosen)
  const choosable = visible.filter((row) => row.choosable && row.ask === undefined)
  const free = choosable.filter((row) => !chosen.has(row.index))
  const narrowed = archive || visible.length < rows.length || rows.length <= MANY

  const choose = useCallback((index: number, answer: 'same' | 'two' | undefined | 'leave'): void => {
    setChosen((before) => {
      const next = new Map(before)
      if (answer === 'leave') next.delete(index)
      else next.set(index, answer)
      return next
    })
  }, [])
  const look = (next: Lens): void => {
    setHeld(chosen)
    setLens(next)
  }
  const write = (): void => {
    const accepted = accept(book, read, choicesOf(chosen))
    void navigate({ to: archive ? '/' : '/people' })
    tell(book, accepted.change)
  }
  const lensWord = (one: Lens): string =>
    ({
      everyone: archive ? t`Everything` : t`Everyone`,
      new: t`Not in your book`,
      asks: t`Perhaps in your book`,
      more: t`More is known now`,
      company: t`Same company`,
      touch: t`In touch before`,
      recent: t`Met this past year`,
      chosen: t`Chosen`,
    })[one]

  const nothing = rows.every((row) => !row.choosable)
  const unnamed = read.table?.named === false
  const head =
    rows.length === 0 ? (
      <PageHead
        title={unnamed ? t`Which column holds the names?` : t`No people in this file`}
        lede={
          unnamed
            ? t`This is a table that Kith does not know. Say what its columns hold, and the people appear.`
            : t`Its lines were read, and none of them is a person.`
        }
      />
    ) : archive && !nothing ? (
      <PageHead
        title={t`A copy of a book`}
        lede={<Plural value={rows.length} one="It holds one entry." other="It holds # entries. What your book does not have is chosen." />}
      />
    ) : (
      <PageHead
        title={nothing ? t`Your book knows all of this` : t`Whom do you want to nurture?`}
        lede={
          nothing ? (
            <Trans>Nothing in {read.file} is new to it.</Trans>
          ) : chosen.size === 0 || rows.length > 10 ? (
            <Plural
              value={rows.length}
              one="Your file names one person. Nobody is chosen for you."
              other="Your file names # people. Nobody is chosen for you."
            />
          ) : (
            <Plural
              value={rows.length}
              one="Your file names one person."
              other="Your file names # people, few enough to take them along; leave out whom you like."
            />
          )
        }
      />
    )

  if (rows.length === 0 && read.table === undefined) {
    return (
      <>
        {all.some((row) => row.item.kind === 'opening') ? (
          <PageHead title={t`Openings, and no people`} lede={t`They were read, and nothing is kept of them yet.`} />
        ) : (
          <PageHead title={t`No people in this file`} lede={t`Its lines were read, and none of them is a person.`} />
        )}
        <div className="mt-5 mb-7">
          <Button onClick={onAgain}>
            <Trans>Choose another file</Trans>
          </Button>
        </div>
        <DryRunRail read={read} skipped={all.filter((row) => row.verdict === 'skipped')} />
      </>
    )
  }
  const act = nothing || rows.length === 0 ? null : { joins, grows, archive, total: rows.length, onWrite: write }
  return (
    <>
      <TwoColumns
        railLabel={t`What would happen`}
        rail={<DryRunRail read={read} act={act} skipped={all.filter((row) => row.verdict === 'skipped')} onAgain={onAgain} />}
      >
        {head}
        {read.table === undefined ? null : (
          <TableColumns
            table={read.table}
            open={correcting || unnamed}
            onOpen={setCorrecting}
            onChoose={(columns) => {
              setCorrecting(true)
              onColumns(columns)
            }}
          />
        )}
        {rows.length > MANY ? (
          <label className="mt-4 flex h-9 items-center gap-2.5 rounded-control border border-edge-firm bg-card px-3 has-focus-visible:outline-2 has-focus-visible:-outline-offset-1 has-focus-visible:outline-damson max-desk:h-target">
            <Icon name="search" size={16} className="text-faint" />
            <input
              type="search"
              aria-label={t`Find in the file`}
              placeholder={t`Find in the file`}
              value={typed}
              maxLength={200}
              onChange={(event) => setTyped(event.target.value)}
              className="h-full min-w-0 flex-1 bg-transparent text-body outline-none [&::-webkit-search-cancel-button]:hidden"
            />
          </label>
        ) : null}
        {rows.length === 0 ? null : (
          <>
            <fieldset className="mt-3.5 mb-3.5 flex min-w-0 gap-2 max-desk:-mx-[18px] max-desk:overflow-x-auto max-desk:px-[18px] max-desk:py-0.5 max-desk:[scrollbar-width:none] desk:flex-wrap">
              <legend className="sr-only">
                <Trans>Narrow down</Trans>
              </legend>
              {lenses.map((one) => (
                <Chip key={one.lens} pressed={lens === one.lens} onClick={() => look(one.lens)} className="tabular flex-none">
                  {lensWord(one.lens)}, {one.count}
                </Chip>
              ))}
              {narrowed && free.length > 1 && (archive || free.length <= AT_ONCE) ? (
                <Button
                  kind="bare"
                  className="flex-none"
                  onClick={() => setChosen(new Map([...chosen, ...free.map((row) => [row.index, undefined] as const)]))}
                >
                  <Trans>Choose these</Trans>
                </Button>
              ) : null}
              {chosen.size > 1 ? (
                <Button kind="bare" className="flex-none" onClick={() => setChosen(new Map())}>
                  <Trans>Choose nobody</Trans>
                </Button>
              ) : null}
            </fieldset>
            {visible.length === 0 ? (
              <p className="border-t border-line py-8 text-body text-faint" role="status">
                <Trans>Nobody in the file fits that.</Trans>
              </p>
            ) : (
              <DryRunRows rows={visible} chosen={chosen} archive={archive} onChoose={choose} />
            )}
          </>
        )}
        {nothing && rows.length > 0 ? (
          <Link to="/people" className={`${buttonLook()} mt-6`}>
            <Trans>To your people</Trans>
          </Link>
        ) : null}
      </TwoColumns>
      {act === null ? null : <Dock act={act} />}
    </>
  )
}
