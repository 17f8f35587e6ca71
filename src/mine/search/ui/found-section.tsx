import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Day } from '../../../kernel/time.ts'
import { useOpenBook } from '../../../web/book-context.tsx'
import { Button } from '../../../web/ui/button.tsx'
import { Icon } from '../../../web/ui/icon.tsx'
import { Pair } from '../../../web/ui/pair.tsx'
import { aimAt } from '../../moments/ui/aim.ts'
import { bandText, tieIn } from '../../warmth/reading.ts'
import type { Found, Hit } from '../answer.ts'
import { type Gathered, gathered } from '../gathered.ts'
import { groupText } from '../wording.ts'
import { HitLine, iconOfHit } from './hit-line.tsx'

/** Rows of a group at first, beside other groups and alone; and how many more each time they are asked for. */
const FIRST = 8
const PAGE = 40
/** Rows of the same people before the rest of them folds. */
const OF_ONE = 3

/** What was found under one head, the hits of the same people together. */
export function FoundSection({ found, today, alone }: { found: Found; today: Day; alone: boolean }) {
  const [shown, setShown] = useState(alone ? PAGE : FIRST)
  const all = gathered(found.hits)
  const beyond = found.count - found.hits.length
  return (
    <section aria-label={groupText(found.group)} className="mt-7">
      <h2 className="flex items-baseline gap-2 border-b border-line pb-1.5 text-text font-medium text-faint">
        {groupText(found.group)}
        <span className="tabular">{found.count}</span>
      </h2>
      <ul>
        {all.slice(0, shown).map((one) => (
          <Together key={one.key} gathered={one} today={today} />
        ))}
      </ul>
      {all.length > shown ? (
        <Button kind="bare" className="mt-1" onClick={() => setShown((n) => n + PAGE)}>
          <Trans>More</Trans>
        </Button>
      ) : beyond > 0 ? (
        <p className="mt-2 px-2 text-note text-faint">
          <Trans>One more word shows the others as well.</Trans>
        </p>
      ) : null}
    </section>
  )
}

/** Hits of the same people: the first few, and the others behind one press. */
function Together({ gathered: { hits }, today }: { gathered: Gathered; today: Day }) {
  const { t } = useLingui()
  const [open, setOpen] = useState(false)
  const some = open || hits.length <= OF_ONE + 1 ? hits : hits.slice(0, OF_ONE)
  const others = hits.length - some.length
  const name = hits[0]?.people[0]?.name ?? ''
  return (
    <>
      {some.map((hit) => (
        <HitRow key={hit.record.id} hit={hit} today={today} />
      ))}
      {others > 0 ? (
        <li className="border-b border-line">
          <button
            type="button"
            data-hit=""
            onClick={() => setOpen(true)}
            className="flex min-h-target w-full items-center gap-3 rounded-control px-2 text-start text-note font-medium text-soft move-answer hover:bg-hover max-desk:text-text"
          >
            <span className="grid w-[31px] flex-none place-items-center">
              <Icon name="down" size={16} className="text-faint" />
            </span>
            {t`${plural(others, { one: `One more with ${name}`, other: `# more with ${name}` })}`}
          </button>
        </li>
      ) : null}
    </>
  )
}

function HitRow({ hit, today }: { hit: Hit; today: Day }) {
  const book = useOpenBook()
  const { record, people } = hit
  const person = people[0]
  const band = record.kind === 'person' ? tieIn(book, record, today).band : undefined
  const row = (
    <>
      <span className="grid w-[31px] flex-none place-items-center">
        {record.kind === 'person' ? (
          <>
            <Pair band={band} />
            <span className="sr-only">{bandText(band)}</span>
          </>
        ) : (
          <Icon name={iconOfHit(hit)} className="text-faint" />
        )}
      </span>
      <HitLine hit={hit} today={today} />
    </>
  )
  const look = 'flex min-h-[42px] items-center gap-3 rounded-control px-2 py-2 text-body move-answer hover:bg-hover max-desk:min-h-14'
  return (
    <li className="border-b border-line">
      {person === undefined ? (
        <div className={look}>{row}</div>
      ) : (
        <Link
          to="/people/$person"
          params={{ person: person.id }}
          preload={false}
          data-hit=""
          onClick={() => (record.kind === 'moment' ? aimAt(record.id) : undefined)}
          className={look}
        >
          {row}
        </Link>
      )}
    </li>
  )
}
