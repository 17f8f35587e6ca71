import { Plural, Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { callName } from '../../../kernel/text.ts'
import type { Day } from '../../../kernel/time.ts'
import { tell, useBook, useOpenBook } from '../../../web/book-context.tsx'
import { Button } from '../../../web/ui/button.tsx'
import { Icon } from '../../../web/ui/icon.tsx'
import { RailSection } from '../../../web/ui/page.tsx'
import { longDay } from '../../moments/day-text.ts'
import type { Fact, Person } from '../contract.ts'
import { forgetFact } from '../remembering.ts'
import { lastDayOf, markShown, renewFact, upForRenewal } from '../renewal.ts'
import { FactForm } from './fact-form.tsx'

/** Notes on the facts, once they stand on the screen, that their owner has seen them growing old. */
export function useShown(facts: readonly Fact[]): void {
  const book = useOpenBook()
  const ids = facts.map((fact) => fact.id).join(' ')
  useEffect(() => {
    const note = (): void => {
      if (document.visibilityState === 'visible' && ids !== '') markShown(book, ids.split(' '))
    }
    note()
    document.addEventListener('visibilitychange', note)
    return () => document.removeEventListener('visibilitychange', note)
  }, [book, ids])
}

/** Since when a fact is there, and until when if nobody keeps it. */
export function Ages({ fact, today }: { fact: Fact; today: Day }) {
  const since = longDay(fact.renewedOn ?? fact.writtenOn, today)
  const last = longDay(lastDayOf(fact, today), today)
  return fact.renewedOn === undefined ? (
    <Trans>
      Written on {since}. Stays until {last} unless you keep it.
    </Trans>
  ) : (
    <Trans>
      Kept on {since}. Stays until {last} unless you keep it.
    </Trans>
  )
}

/** On a person's page: what was noted long ago and may no longer hold, with the three answers. */
export function StillTrue({ person, today }: { person: Person; today: Day }) {
  const book = useOpenBook()
  const facts = useBook((open) => upForRenewal(open, today, person.id), [person.id, today])
  const [changing, change] = useState<string | null>(null)
  useShown(facts)
  if (facts.length === 0) return null
  return (
    <RailSection icon="hourglass" label={<Trans>Still true?</Trans>}>
      <ul className="grid gap-4">
        {facts.map((fact) =>
          changing === fact.id ? (
            <li key={fact.id}>
              <FactForm person={person.id} name={callName(person.name)} today={today} fact={fact} onClose={() => change(null)} />
            </li>
          ) : (
            <li key={fact.id}>
              <p className="text-body break-words">{fact.text}</p>
              <p className="mt-0.5 text-note text-faint max-desk:text-text">
                <Ages fact={fact} today={today} />
              </p>
              <div className="mt-2 flex flex-wrap gap-2">
                <Button
                  small
                  onClick={() => {
                    const kept = renewFact(book, fact.id)
                    if (kept !== null) tell(book, kept)
                  }}
                >
                  <Trans>Still true</Trans>
                </Button>
                <Button small onClick={() => change(fact.id)}>
                  <Trans>Change</Trans>
                </Button>
                <Button small onClick={() => tell(book, forgetFact(book, fact.id))}>
                  <Trans>Let go</Trans>
                </Button>
              </div>
            </li>
          ),
        )}
      </ul>
    </RailSection>
  )
}

/** The one quiet line on the list of people, when notes grow old. */
export function OldNotesLine({ today }: { today: Day }) {
  const count = useBook((open) => upForRenewal(open, today).length, [today])
  if (count === 0) return null
  return (
    <Link
      to="/people/still-true"
      className="-ms-2 inline-flex min-h-target max-w-full items-center gap-2 rounded-control px-2 text-body text-soft move-answer hover:bg-hover max-desk:py-1.5"
    >
      <Icon name="hourglass" size={16} className="flex-none text-faint" />
      <span className="min-w-0">
        <Plural value={count} one="One note grows old. Is it still true?" other="# notes grow old. Are they still true?" />
      </span>
      <Icon name="right" size={14} className="flex-none text-faint" />
    </Link>
  )
}
