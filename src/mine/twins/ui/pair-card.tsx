import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import type { Day } from '../../../kernel/time.ts'
import { useBook } from '../../../web/book-context.tsx'
import { useShortcut } from '../../../web/shortcut-keys.tsx'
import { keysOf } from '../../../web/shortcuts.ts'
import { Button } from '../../../web/ui/button.tsx'
import { Keycap } from '../../../web/ui/kbd.tsx'
import type { Person } from '../../people/contract.ts'
import type { Stays } from '../unite.ts'
import { BothSides } from './both-sides.tsx'

/** A pair to be asked about. */
export interface Asked {
  readonly key: string
  readonly people: readonly [Person, Person]
  readonly reason: string
}

interface Props {
  readonly pair: Asked
  readonly today: Day
  readonly onSame: (stays: Stays) => void
  readonly onTwo: () => void
  readonly onLater: () => void
}

/** The pair that is looked at: why they may be one, both beside each other, and three answers. */
export function PairCard({ pair, today, onSame, onTwo, onLater }: Props) {
  const [stays, setStays] = useState<Stays>({})
  const [one, other] = [pair.people[0].name, pair.people[1].name]
  const keys = useBook((book) => book.setting('keyboard')?.singleKeys ?? true)
  useShortcut('done', () => onSame(stays))
  useShortcut('not-now', onTwo)
  return (
    <li data-open className="scroll-my-24 rounded-card border border-edge bg-card px-5 pt-4 pb-5 max-desk:px-4">
      <h2 tabIndex={-1} className="text-line font-medium outline-none">
        {pair.reason}
        <span className="sr-only">
          {' '}
          <Trans>
            {one} and {other}
          </Trans>
        </span>
      </h2>
      <div className="mt-4">
        <BothSides
          pair={pair.people}
          today={today}
          stays={stays}
          onStay={(field, person) => setStays((old) => ({ ...old, [field]: person }))}
        />
      </div>
      <p className="mt-4 border-t border-line pt-4 text-text text-faint">
        <Trans>
          As one person they keep both addresses, numbers, tags and everything you wrote. A name that does not stay becomes another name of
          theirs, a line becomes a note.
        </Trans>
      </p>
      <div className="mt-3 flex flex-wrap gap-2 max-desk:grid max-desk:grid-cols-2">
        <Button kind="go" onClick={() => onSame(stays)} className="max-desk:col-span-2">
          <Trans>Same person</Trans>
        </Button>
        <Button onClick={onTwo}>
          <Trans>Two people</Trans>
        </Button>
        <Button kind="bare" onClick={onLater}>
          <Trans>Later</Trans>
        </Button>
        {keys ? (
          <p aria-hidden="true" className="ms-auto flex items-center gap-1.5 text-note text-faint max-wide:hidden pointer-coarse:hidden">
            <Keycap>{keysOf('done')}</Keycap>
            <Trans>same</Trans>
            <Keycap className="ms-2">{keysOf('not-now')}</Keycap>
            <Trans>two</Trans>
            <Keycap className="ms-2">{keysOf('next')}</Keycap>
            <Keycap>{keysOf('previous')}</Keycap>
            <Trans>from one to the next</Trans>
          </p>
        ) : null}
      </div>
    </li>
  )
}
