import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { callName } from '../../../kernel/text.ts'
import type { Day } from '../../../kernel/time.ts'
import { useBook } from '../../../web/book-context.tsx'
import { RailSection } from '../../../web/ui/page.tsx'
import { longDay } from '../../moments/day-text.ts'
import type { Person } from '../contract.ts'
import { isUp } from '../renewal.ts'
import { FactForm } from './fact-form.tsx'
import { AddLine } from './rail-parts.tsx'
import { TwoTexts } from './two-texts.tsx'

/** What is worth remembering about a person, each line to be pressed and changed. What grows old stands in a section of its own. */
export function Remember({ person, today }: { person: Person; today: Day }) {
  const { t } = useLingui()
  const facts = useBook((book) => book.factsOf(person.id).filter((fact) => !isUp(fact, today)), [person.id, today])
  const [open, setOpen] = useState<string | 'new' | null>(null)
  const name = callName(person.name)
  const close = (): void => setOpen(null)
  return (
    <RailSection icon="pen" label={<Trans>What to remember</Trans>}>
      <ul>
        {facts.map((fact) =>
          open === fact.id ? (
            <li key={fact.id} className="border-t border-line py-2 first:border-t-0">
              <FactForm person={person.id} name={name} today={today} fact={fact} onClose={close} />
            </li>
          ) : (
            <li key={fact.id} className="border-t border-line first:border-t-0">
              <button
                type="button"
                title={t`Change`}
                onClick={() => setOpen(fact.id)}
                className="-mx-2 block w-[calc(100%+16px)] rounded-control px-2 py-[7px] text-start text-body move-answer hover:bg-hover max-desk:py-2.5"
              >
                <bdi className="break-words">{fact.text}</bdi>
                {fact.expires === undefined ? null : (
                  <small className="mt-0.5 block text-note text-faint max-desk:text-text">
                    <Trans>Forgets itself on {longDay(fact.expires, today)}.</Trans>
                  </small>
                )}
              </button>
              <TwoTexts record={fact} narrow />
            </li>
          ),
        )}
      </ul>
      {open === 'new' ? (
        <FactForm person={person.id} name={name} today={today} onClose={close} />
      ) : (
        <AddLine onPress={() => setOpen('new')}>
          {facts.length === 0 ? t`What would be good to know next time?` : t`Something else`}
        </AddLine>
      )}
    </RailSection>
  )
}
