import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { callName } from '../../../kernel/text.ts'
import { addDays, type Day, daysBetween } from '../../../kernel/time.ts'
import { tell, useOpenBook } from '../../../web/book-context.tsx'
import { Button } from '../../../web/ui/button.tsx'
import { RailLine, RailSection } from '../../../web/ui/page.tsx'
import { keepPromise, postponePromise } from '../../moments/actions.ts'
import { isDelicate } from '../../tact/tact.ts'
import { pastText, weekdayName } from '../../warmth/days-in-words.ts'
import type { Ahead as Coming, DayPlan } from '../move.ts'
import { DayDialog } from './day-dialog.tsx'

const MOST = 5

/** What the next days hold: promises and people's own days, nearest first. */
export function Ahead({ plan }: { plan: DayPlan }) {
  const { t } = useLingui()
  const coming = plan.ahead.slice(0, MOST)
  if (coming.length === 0) {
    return (
      <RailSection icon="hourglass" label={t`Coming days`}>
        <RailLine>
          <Trans>Nothing promised, and nobody’s day.</Trans>
        </RailLine>
        <p className="text-body text-faint">
          <Trans>Write “promised Léa the photos by Friday”, and it stands here.</Trans>
        </p>
      </RailSection>
    )
  }
  return coming.map((one) =>
    one.what.kind === 'promise' ? (
      <PromiseAhead key={one.key} one={one} what={one.what} today={plan.day} />
    ) : (
      <DateAhead key={one.key} one={one} what={one.what} today={plan.day} />
    ),
  )
}

type Of<K extends Coming['what']['kind']> = { one: Coming; what: Extract<Coming['what'], { kind: K }>; today: Day }

const Name = ({ one }: { one: Coming }) => {
  const person = useOpenBook().get('person', one.person)
  return (
    <Link
      to="/people/$person"
      params={{ person: one.person }}
      className="underline decoration-edge underline-offset-3 hover:decoration-damson"
    >
      {callName(person?.name ?? '')}
    </Link>
  )
}

/** "today", "tomorrow", "Friday"; a day that went by is named without a word about it. */
function useDayWord(): (day: Day, today: Day) => string {
  const { t } = useLingui()
  return (day, today) =>
    day === today ? t`today` : daysBetween(today, day) === 1 ? t`tomorrow` : day < today ? pastText(day, today) : weekdayName(day)
}

function PromiseAhead({ one, what, today }: Of<'promise'>) {
  const { t } = useLingui()
  const book = useOpenBook()
  const word = useDayWord()
  const [choosing, choose] = useState(false)
  const id = one.key.slice('promise:'.length)
  const when = word(one.day, today)
  const made = pastText(what.made, today)
  return (
    <RailSection icon="hourglass" label={one.day < today ? t`A promise, meant ${when}` : t`A promise for ${when}`}>
      <RailLine>{isDelicate(what.text) ? t`What you promised` : what.text.slice(0, 1).toLocaleUpperCase() + what.text.slice(1)}</RailLine>
      <p className="text-body text-soft">
        <Trans>
          For <Name one={one} />. You said so {made}.
        </Trans>
      </p>
      <div className="mt-2.5 flex gap-2 max-desk:*:flex-1">
        <Button onClick={() => tell(book, keepPromise(book, id))}>
          <Trans>Kept</Trans>
        </Button>
        <Button onClick={() => choose(true)}>
          <Trans>Another day</Trans>
        </Button>
      </div>
      {choosing ? (
        <DayDialog
          title={t`Which day instead?`}
          from={addDays(today, 1)}
          first={addDays(one.day > today ? one.day : today, 7)}
          onClose={() => choose(false)}
          onDay={(day) => {
            const change = postponePromise(book, id, day)
            if (change !== null) tell(book, change)
          }}
        />
      ) : null}
    </RailSection>
  )
}

function DateAhead({ one, what, today }: Of<'date'>) {
  const { t } = useLingui()
  const book = useOpenBook()
  const word = useDayWord()
  const person = book.get('person', one.person)
  const name = callName(person?.name ?? '')
  const when = word(one.day, today)
  const known = [...book.factsOf(one.person).map((fact) => fact.text), person?.line].find((text) => text !== undefined && !isDelicate(text))
  const said =
    what.date === 'birthday'
      ? t`${name}’s birthday`
      : what.label !== undefined
        ? t`${name}: ${what.label}`
        : what.date === 'anniversary'
          ? t`${name} started here on this day`
          : t`A day of ${name}`
  return (
    <RailSection icon="gift" label={when.slice(0, 1).toLocaleUpperCase() + when.slice(1)}>
      <RailLine>
        <Link
          to="/people/$person"
          params={{ person: one.person }}
          className="hover:underline hover:decoration-damson hover:underline-offset-3"
        >
          {said}
        </Link>
      </RailLine>
      {known === undefined ? null : <p className="text-body text-soft">{known}</p>}
    </RailSection>
  )
}
