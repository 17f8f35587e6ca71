import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { initials } from '../../../kernel/text.ts'
import { Button } from '../../../web/ui/button.tsx'
import { Icon, type IconName } from '../../../web/ui/icon.tsx'
import { Pair } from '../../../web/ui/pair.tsx'
import { KeyTip } from '../../../web/ui/tooltip.tsx'
import type { Person } from '../../people/contract.ts'
import { bandText } from '../../warmth/reading.ts'
import type { Band } from '../../warmth/warmth.ts'
import type { Move, Way } from '../move.ts'
import type { TitleParts } from '../wording.ts'

const icons: Record<Way, IconName> = {
  lunch: 'lunch',
  coffee: 'cup',
  'walk-over': 'walk',
  video: 'video',
  call: 'call',
  card: 'gift',
  write: 'mail',
  do: 'check',
}

interface Props {
  readonly move: Move
  readonly person: Person
  readonly band: Band | undefined
  /** What was answered, in a word or two; the card then only waits to fold away. */
  readonly answered: string | undefined
  /** Whether a moment was written by the answer: the disc comes nearer. */
  readonly landed: boolean
  readonly title: TitleParts
  readonly reason: string
  readonly how: string
  readonly onDone: () => void
  /** The two answers that ask one thing more, each with its menu. */
  readonly notNow: ReactNode
  readonly wrong: ReactNode
}

/** How the three answers share their size. */
export const answerWidth = 'min-w-[92px] max-desk:min-w-0 max-desk:px-1'

/** One move: who and how near, what to do, why, how; and three answers of one size. */
export function MoveCard({ move, person, band, answered, landed, title, reason, how, onDone, notNow, wrong }: Props) {
  const done = answered !== undefined
  return (
    <article
      tabIndex={-1}
      data-move={move.key}
      data-answered={done ? '' : undefined}
      aria-label={`${title.before}${title.name}${title.after}`}
      className={`grid gap-x-[18px] rounded-card border border-line bg-card p-5 pb-[18px] max-desk:p-4 desk:grid-cols-[78px_minmax(0,1fr)] ${done ? 'text-faint' : ''}`}
    >
      <p className="text-note text-faint max-desk:mb-2 max-desk:flex max-desk:items-center max-desk:gap-2 max-desk:text-text">
        <Pair band={band} size="row" initials={initials(person.name)} landed={landed} className="desk:mb-[7px]" />
        {bandText(band)}
      </p>
      <div className="min-w-0">
        <h3 className="text-line font-bold tracking-[-0.006em]">
          {title.before}
          <Link
            to="/people/$person"
            params={{ person: person.id }}
            className="underline decoration-edge decoration-1 underline-offset-3 hover:decoration-damson"
          >
            <bdi>{title.name}</bdi>
          </Link>
          {title.after}
        </h3>
        <p className={`text-body ${done ? '' : 'text-soft'}`}>{reason}</p>
        <div className="mt-3 flex flex-wrap items-center justify-between gap-x-2.5 gap-y-3 text-note text-faint max-desk:mt-2 max-desk:text-text">
          <span className="inline-flex items-center gap-1.5">
            <Icon name={icons[move.how.way]} size={16} />
            {how}
          </span>
          {done ? (
            <p className="flex min-h-target items-center gap-1.5 text-text font-medium text-soft">
              {landed ? <Icon name="check" size={16} className="text-damson" /> : null}
              {answered}
            </p>
          ) : (
            <div className="grid grid-cols-3 gap-2 max-desk:w-full">
              <KeyTip id="done">
                <Button icon="check" className={answerWidth} onClick={onDone}>
                  <Trans>Done</Trans>
                </Button>
              </KeyTip>
              {notNow}
              {wrong}
            </div>
          )}
        </div>
      </div>
    </article>
  )
}
