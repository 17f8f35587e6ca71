import { Trans, useLingui } from '@lingui/react/macro'
import { Link, Navigate, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { callName } from '../../../kernel/text.ts'
import { tell, useBook, useOpenBook, useToday } from '../../../web/book-context.tsx'
import { Button, buttonLook, IconButton } from '../../../web/ui/button.tsx'
import { Empty } from '../../../web/ui/empty.tsx'
import { Menu, MenuItem } from '../../../web/ui/menu.tsx'
import { BackTo, RailSection, TwoColumns, useTitle } from '../../../web/ui/page.tsx'
import { Pair } from '../../../web/ui/pair.tsx'
import { Timeline } from '../../moments/ui/timeline.tsx'
import { QuickLogLine } from '../../quick-log/ui/quick-log-line.tsx'
import { letRest, wake } from '../../today/answers.ts'
import { ChooseOther } from '../../twins/ui/choose-other.tsx'
import { describe, rename } from '../actions.ts'
import { rememberToAsk } from '../remembering.ts'
import { trashPerson } from '../trash.ts'
import { AwayList, YearDays } from './days.tsx'
import { Details, Steering } from './details.tsx'
import { InlineText } from './inline-text.tsx'
import { NextMoveCard } from './next-move-card.tsx'
import { Promises } from './promises.tsx'
import { Remember } from './remember.tsx'
import { StillTrue } from './still-true.tsx'
import { TwoTexts } from './two-texts.tsx'
import { WarmthCard } from './warmth-card.tsx'

/** One person: how the tie stands, what may come next, a line to write on, and everything that was. */
export function PersonScreen() {
  const { t } = useLingui()
  useTitle(t`A person`)
  const { person: id } = useParams({ from: '/people/$person' })
  const book = useOpenBook()
  const navigate = useNavigate()
  const today = useToday()
  const person = useBook((open) => open.get('person', id), [id])
  const now = useBook((open) => open.whoIs(id), [id])
  const [choosing, setChoosing] = useState(false)

  // An old address of somebody who turned out to be the same person as another one.
  if (person === undefined && now !== id) return <Navigate to="/people/$person" params={{ person: now }} replace />
  if (person === undefined) {
    return (
      <Empty
        picture={<Pair band={undefined} size="row" />}
        title={<Trans>This person is not in your book.</Trans>}
        example={<Trans>If you moved them to the trash, they wait there for thirty days.</Trans>}
        action={
          <div className="flex flex-wrap justify-center gap-2">
            <Link to="/people" className={buttonLook()}>
              <Trans>To your people</Trans>
            </Link>
            <Link to="/data" hash="trash" className={buttonLook({ kind: 'bare' })}>
              <Trans>To the trash</Trans>
            </Link>
          </div>
        }
      />
    )
  }
  const name = callName(person.name)
  const resting = person.resting !== undefined
  const toTrash = (): void => {
    void navigate({ to: '/people' })
    tell(book, trashPerson(book, person.id))
  }
  return (
    <>
      <BackTo to="/people">
        <Trans>People</Trans>
      </BackTo>
      <header className="flex items-center justify-between gap-6 max-desk:block">
        <div className="min-w-0 flex-1">
          <h1 className="text-page font-page tracking-[-0.012em]">
            <InlineText
              value={person.name}
              label={t`Name`}
              change={t`Change the name`}
              required
              look="text-page font-page tracking-[-0.012em]"
              onKeep={(value) => {
                const change = rename(book, person.id, value)
                if (change !== null) tell(book, change)
              }}
            />
          </h1>
          <InlineText
            value={person.line ?? ''}
            label={t`Who they are, in one line`}
            change={t`Change the line`}
            placeholder={t`Who is ${name}, in one line of yours?`}
            look="text-line text-soft"
            onKeep={(line) => {
              const change = describe(book, person.id, { line })
              if (change !== null) tell(book, change)
            }}
            about={{ name, onAskHow: () => tell(book, rememberToAsk(book, [person.id])) }}
          />
        </div>
        <div className="flex flex-none gap-2 max-desk:mt-2 max-desk:-ms-3.5">
          <Button kind="bare" onClick={() => tell(book, resting ? wake(book, person.id) : letRest(book, person.id))}>
            {resting ? <Trans>Wake it</Trans> : <Trans>Let it rest</Trans>}
          </Button>
          <Menu trigger={<IconButton icon="more" label={t`More`} />}>
            <MenuItem icon="people" does={t`If ${name} stands in your book twice, the two become one.`} onPick={() => setChoosing(true)}>
              <Trans>The same person as …</Trans>
            </MenuItem>
            <MenuItem icon="trash" does={t`With what is written about ${name} alone. It all waits there for thirty days.`} onPick={toTrash}>
              <Trans>Move to the trash</Trans>
            </MenuItem>
          </Menu>
        </div>
      </header>
      {choosing ? <ChooseOther person={person} onClose={() => setChoosing(false)} /> : null}
      <TwoTexts record={person} />
      <section
        aria-label={t`Warmth and next move`}
        className="mt-[22px] grid rounded-card border border-line bg-card max-wide:divide-y max-wide:divide-line wide:grid-cols-[1.44fr_1fr] wide:divide-x wide:divide-line"
      >
        <WarmthCard person={person} today={today} />
        <NextMoveCard person={person} today={today} />
      </section>
      <div className="mt-[26px]">
        <TwoColumns
          railLabel={t`About ${name}`}
          rail={
            <>
              <StillTrue person={person} today={today} />
              <Remember person={person} today={today} />
              <Promises person={person} today={today} />
              <YearDays person={person} today={today} />
              <Steering person={person} />
              <Details person={person} />
              <RailSection icon="pause" label={<Trans>Away</Trans>}>
                <AwayList who={{ person: person.id }} today={today} add={t`${name} is away for a while`} />
              </RailSection>
            </>
          }
        >
          <QuickLogLine inline about={person.id} placeholder={t`What happened with ${name}?`} />
          <Timeline key={person.id} person={person.id} today={today} />
        </TwoColumns>
      </div>
    </>
  )
}
