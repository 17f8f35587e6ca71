import { Trans, useLingui } from '@lingui/react/macro'
import { callName, initials } from '../../../kernel/text.ts'
import type { Day } from '../../../kernel/time.ts'
import { useBook } from '../../../web/book-context.tsx'
import { bands, Pair } from '../../../web/ui/pair.tsx'
import { sentence } from '../../moments/wording.ts'
import { monthName } from '../../warmth/days-in-words.ts'
import { bandText, everyText, readingOf, turnsText } from '../../warmth/reading.ts'
import type { Person } from '../contract.ts'
import { type Starter, startedText } from '../who-started.ts'

/** How alive the tie is: the pair with where they were, the word, what it means, who started, and the five marks as a key. */
export function WarmthCard({ person, today }: { person: Person; today: Day }) {
  const { t } = useLingui()
  const reading = useBook((book) => readingOf(book, person, today), [person, today])
  const band = reading.tie.band
  const name = callName(person.name)
  const ghost = reading.ghost !== undefined && reading.ghost.band !== band ? reading.ghost : undefined
  const turns = band === undefined || person.resting !== undefined ? undefined : turnsText(reading, today)
  const started = startedText(reading.started, name)
  return (
    <div className="flex flex-col p-5 desk:px-6 max-desk:px-4">
      <div className="grid items-center gap-6 max-desk:gap-3 desk:grid-cols-[184px_minmax(0,1fr)]">
        <Pair
          band={band}
          size="portrait"
          initials={initials(person.name)}
          ghost={ghost?.band}
          labels={ghost === undefined ? undefined : { ghost: monthName(ghost.day), now: t`now` }}
          className={ghost === undefined ? '' : 'mt-6'}
        />
        <div>
          <p className="text-head font-bold">{band === undefined ? t`Nothing written yet` : sentence(bandText(band))}</p>
          <p className="text-body text-soft">
            {band === undefined ? t`Write the first moment below, and the disc takes its place.` : everyText(reading)}
            {turns === undefined ? null : ` ${turns}`}
          </p>
          {ghost === undefined ? null : <p className="sr-only">{t`In ${monthName(ghost.day)} it was ${bandText(ghost.band)}.`}</p>}
          {started === undefined ? null : (
            <p className="mt-2 flex flex-wrap items-center gap-x-2 gap-y-1 text-body text-faint">
              <StartedMarks started={reading.started} />
              {started}
            </p>
          )}
        </div>
      </div>
      <ul aria-label={t`The five words of warmth`} className="-mx-2 mt-auto -mb-1 flex gap-1 pt-4 max-desk:-mx-1.5 max-desk:gap-0">
        {bands.map((one) => (
          <li
            key={one}
            aria-current={one === band ? 'true' : undefined}
            className={`grid flex-1 justify-items-center gap-1.5 rounded-control px-0.5 pt-2 pb-1.5 text-note ${one === band ? 'bg-well font-bold text-ink' : 'text-faint'}`}
          >
            <Pair band={one} />
            {bandText(one)}
          </li>
        ))}
      </ul>
      {person.resting === undefined ? null : (
        <p className="mt-3 text-text text-faint">
          <Trans>At rest: nothing is suggested about {name}.</Trans>
        </p>
      )}
    </div>
  )
}

/** Who started each of the last times, the latest at the right: a ring is you, a disc is they, half of each is both. */
const StartedMarks = ({ started }: { started: readonly Starter[] }) => (
  <span className="inline-flex gap-1" aria-hidden="true">
    {[...started].reverse().map((one, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: six places in time, nothing but their order tells them apart.
      <svg key={i} width={11} height={11} viewBox="0 0 11 11" aria-hidden="true" className="block">
        <circle cx="5.5" cy="5.5" r="4.6" strokeWidth={1.75} className={`stroke-soft ${one === 'they' ? 'fill-soft' : 'fill-none'}`} />
        {one === 'both' ? <path d="M5.5 .9a4.6 4.6 0 0 1 0 9.2Z" className="fill-soft" /> : null}
      </svg>
    ))}
  </span>
)
