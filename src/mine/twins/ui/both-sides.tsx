import { useId } from 'react'
import type { PersonId } from '../../../kernel/ids.ts'
import { initials } from '../../../kernel/text.ts'
import type { Day } from '../../../kernel/time.ts'
import { useBook } from '../../../web/book-context.tsx'
import { Pair } from '../../../web/ui/pair.tsx'
import { lineOf } from '../../moments/wording.ts'
import type { Person } from '../../people/contract.ts'
import { pastText } from '../../warmth/days-in-words.ts'
import { bandText, tieIn } from '../../warmth/reading.ts'
import { type ChosenField, differencesOf } from '../differences.ts'
import type { Stays } from '../unite.ts'
import { type SideRow, useSideRows } from './side-rows.ts'

const columns = 'grid grid-cols-2 gap-x-3 desk:grid-cols-[116px_minmax(0,1fr)_minmax(0,1fr)] desk:gap-x-4'

interface Props {
  readonly pair: readonly [Person, Person]
  readonly today: Day
  readonly stays: Stays
  readonly onStay: (field: ChosenField, person: PersonId) => void
}

/** Two people beside each other: how the ties stand, what each knows, and a choice where only one value can stay. */
export function BothSides({ pair, today, stays, onStay }: Props) {
  const differences = useBook((book) => differencesOf(book, pair[0], pair[1]), [pair[0], pair[1]])
  const rows = useSideRows(pair, today)
  return (
    <div className="grid gap-y-1.5 max-desk:gap-y-3">
      <div className={`${columns} pb-1`}>
        <span className="max-desk:hidden" />
        {pair.map((person) => (
          <Head key={person.id} person={person} today={today} />
        ))}
      </div>
      {rows.map((row) => {
        const difference = differences.find(({ field }) => field === row.field)
        if (difference === undefined) return <Plain key={row.field} row={row} />
        const usual = (pair[difference.stays] as Person).id
        return (
          <Choice
            key={row.field}
            row={row}
            pair={pair}
            chosen={stays[difference.field] ?? usual}
            onStay={(id) => onStay(difference.field, id)}
          />
        )
      })}
    </div>
  )
}

/** Who it is, how the tie stands, and the last thing that happened. */
function Head({ person, today }: { person: Person; today: Day }) {
  const band = useBook((book) => tieIn(book, person, today).band, [person, today])
  const last = useBook(
    (book) => book.momentsOf(person.id).find((moment) => moment.medium !== 'reaction' && moment.day <= today),
    [person.id, today],
  )
  const about = [person.role, person.department ?? person.company].filter((part) => part !== undefined)
  return (
    <div className="min-w-0 desk:px-3">
      <div className="flex items-center gap-3 max-desk:block">
        <Pair band={band} size="row" initials={initials(person.name)} />
        <span className="text-note text-faint max-desk:mt-1 max-desk:block max-desk:text-text">{bandText(band)}</span>
      </div>
      <h3 className="mt-2 text-line font-bold break-words">{person.name}</h3>
      {about.length === 0 ? null : <p className="text-note text-faint max-desk:text-text">{about.join(' · ')}</p>}
      {last === undefined ? null : (
        <>
          <p className="mt-1 line-clamp-3 text-body text-soft">{lineOf(last)}</p>
          <p className="text-note text-faint max-desk:text-text">{pastText(last.day, today)}</p>
        </>
      )}
    </div>
  )
}

const label = 'text-text text-faint max-desk:col-span-2 max-desk:pb-1 max-desk:text-text desk:pt-[6px]'

/** What both know, or one of them: all of it stays. */
const Plain = ({ row }: { row: SideRow }) => (
  <div className={columns}>
    <span className={label}>{row.label}</span>
    {row.texts.map((text, side) => (
      <p
        // biome-ignore lint/suspicious/noArrayIndexKey: the two sides never change places.
        key={side}
        className={`min-w-0 text-body break-words desk:px-3 desk:py-[5px] ${text === '' ? 'text-faint' : 'text-soft'}`}
      >
        {text === '' ? '–' : text}
      </p>
    ))}
  </div>
)

/** Two values of which one stays. */
function Choice({
  row,
  pair,
  chosen,
  onStay,
}: {
  row: SideRow
  pair: readonly [Person, Person]
  chosen: PersonId
  onStay: (person: PersonId) => void
}) {
  const name = useId()
  return (
    <div role="radiogroup" aria-label={row.label} className={columns}>
      <span className={label}>{row.label}</span>
      {pair.map((person, side) => (
        <label
          key={person.id}
          className="flex min-h-target min-w-0 items-start gap-2.5 rounded-control border border-edge bg-card px-3 py-[5px] move-answer hover:bg-hover has-checked:border-damson has-checked:bg-damson-wash has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-damson max-desk:py-2.5"
        >
          <input
            type="radio"
            name={name}
            checked={chosen === person.id}
            onChange={() => onStay(person.id)}
            className="mt-[3px] size-4 flex-none accent-damson-fill outline-none max-desk:mt-1"
          />
          <span className="min-w-0 text-body break-words text-ink">{row.texts[side]}</span>
        </label>
      ))}
    </div>
  )
}
