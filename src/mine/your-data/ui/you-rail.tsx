import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { tell, useBook, useOpenBook, useToday } from '../../../web/book-context.tsx'
import { languages } from '../../../web/language-choice.ts'
import { setSingleKeys } from '../../../web/shell/single-keys.ts'
import { speakHere, useSpoken } from '../../../web/spoken.tsx'
import { chooseTheme, type ThemeChoice, themeChoice } from '../../../web/theme-choice.ts'
import { Button } from '../../../web/ui/button.tsx'
import { Segments } from '../../../web/ui/chip.tsx'
import { Check, Field } from '../../../web/ui/field.tsx'
import { RailSection } from '../../../web/ui/page.tsx'
import { longDay } from '../../moments/day-text.ts'
import { AwayList } from '../../people/ui/days.tsx'
import { pauseFor, unpause } from '../../today/answers.ts'
import { answersIn } from '../../today/marks.ts'
import { prefer } from '../preferences.ts'

/** Beside the data: the claim, who I am, how I like it, times away, a pause, the sample company. */
export function YouRail() {
  return (
    <>
      <RailSection icon="lock" label={<Trans>What we can say</Trans>}>
        <p className="text-body">
          <Trans>Whoever can read the files of this computer account can read your book; add six words to lock it.</Trans>
        </p>
        <p className="mt-1.5 text-body text-faint">
          <Trans>No stronger than that, and no weaker.</Trans>
        </p>
      </RailSection>
      <You />
      <Likes />
      <Away />
      <Pause />
      <Sample />
    </>
  )
}

function You() {
  const { t } = useLingui()
  const book = useOpenBook()
  const me = useBook((open) => open.setting('me'))
  const departments = useBook((open) => open.departments())
  const [name, setName] = useState(me?.name ?? '')
  const [department, setDepartment] = useState(me?.department ?? '')
  const keep = (): void => {
    const where = department.trim()
    if (name.trim() === '' && where === '' && me === undefined) return
    const { department: _, ...rest } = me ?? { key: 'me' as const }
    const change = prefer(book, { ...rest, name: name.trim(), ...(where === '' ? {} : { department: where }) })
    if (change !== null) tell(book, change)
  }
  return (
    <RailSection icon="people" label={<Trans>You</Trans>}>
      <div className="grid gap-3">
        <Field
          label={t`What you are called`}
          maxLength={200}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.target.value)}
          onBlur={keep}
        />
        <Field
          label={t`Your department`}
          list="your-departments"
          maxLength={200}
          autoComplete="off"
          hint={t`Ties to other departments weigh a little more.`}
          value={department}
          onChange={(event) => setDepartment(event.target.value)}
          onBlur={keep}
        />
        <datalist id="your-departments">
          {departments.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      </div>
    </RailSection>
  )
}

function Likes() {
  const { t } = useLingui()
  const book = useOpenBook()
  const two = useBook((open) => open.setting('plan')?.warmthMoves === 2)
  const singles = useBook((open) => open.setting('keyboard')?.singleKeys ?? true)
  const [theme, setTheme] = useState<ThemeChoice>(themeChoice)
  const spoken = useSpoken()
  return (
    <RailSection icon="sun" label={<Trans>As you like it</Trans>}>
      <Segments
        label={t`Look`}
        value={theme}
        onChange={(choice) => {
          chooseTheme(choice)
          setTheme(choice)
        }}
        options={[
          { key: 'light', word: t`Light` },
          { key: 'dark', word: t`Dark` },
          { key: 'system', word: t`System` },
        ]}
      />
      <div className="mt-2">
        <Segments
          label={t`Language`}
          value={spoken}
          onChange={(language) => void speakHere(language)}
          options={languages.map(({ key, name }) => ({ key, word: name }))}
        />
      </div>
      <Check
        className="mt-3"
        checked={two}
        onChange={(event) => {
          const change = prefer(book, { key: 'plan', warmthMoves: event.target.checked ? 2 : 1 })
          if (change !== null) tell(book, change)
        }}
        label={t`Two people a day may come from warmth alone`}
        hint={t`One is usual; the day never holds more than three moves.`}
      />
      <Check
        checked={singles}
        onChange={(event) => setSingleKeys(book, event.target.checked)}
        label={t`Single letters do something`}
        hint={t`Press ? for all of them.`}
      />
    </RailSection>
  )
}

function Away() {
  const { t } = useLingui()
  const today = useToday()
  return (
    <RailSection icon="occasions" label={<Trans>Times away</Trans>}>
      <p className="text-body text-soft">
        <Trans>Nothing cools while you are away or the company is closed.</Trans>
      </p>
      <h3 className="mt-3 text-text font-medium">
        <Trans>Yours</Trans>
      </h3>
      <AwayList who="me" today={today} add={t`I am away for a while`} />
      <h3 className="mt-3 text-text font-medium">
        <Trans>The company’s</Trans>
      </h3>
      <AwayList who="company" today={today} add={t`We are closed for a while`} />
    </RailSection>
  )
}

function Pause() {
  const { t } = useLingui()
  const book = useOpenBook()
  const today = useToday()
  const until = useBook((open) => answersIn(open.all('mark')).pausedUntil(today), [today])
  return (
    <RailSection icon="pause" label={<Trans>Pause the plan</Trans>}>
      {until === undefined ? (
        <>
          <p className="text-body text-soft">
            <Trans>For weeks in which nothing should ask for you. Nothing piles up.</Trans>
          </p>
          <div className="mt-2.5 flex flex-wrap gap-2">
            {[1, 2, 4].map((weeks) => (
              <Button key={weeks} small onClick={() => tell(book, pauseFor(book, weeks))}>
                {weeks === 1 ? t`1 week` : t`${weeks} weeks`}
              </Button>
            ))}
          </div>
        </>
      ) : (
        <>
          <p className="text-body text-soft">
            <Trans>It rests until {longDay(until, today)}.</Trans>
          </p>
          <Button small className="mt-2.5" onClick={() => tell(book, unpause(book))}>
            <Trans>Go on today</Trans>
          </Button>
        </>
      )}
    </RailSection>
  )
}

function Sample() {
  const book = useOpenBook()
  const there = useBook((open) => open.all('person').some((person) => person.sample === true))
  if (!there) return null
  const remove = async (): Promise<void> => {
    const { removeSample } = await import('../../../sample/remove.ts')
    tell(book, removeSample(book))
  }
  return (
    <RailSection icon="occasions" label={<Trans>The made-up company</Trans>}>
      <p className="text-body text-soft">
        <Trans>Removing it takes every invented person along. Whom you wrote down yourself stays.</Trans>
      </p>
      <Button small className="mt-2.5" onClick={() => void remove()}>
        <Trans>Remove it</Trans>
      </Button>
    </RailSection>
  )
}
