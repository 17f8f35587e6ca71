import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { fold } from '../../../kernel/text.ts'
import { tell, useBook, useOpenBook } from '../../../web/book-context.tsx'
import { Button, buttonLook, IconButton } from '../../../web/ui/button.tsx'
import { Field } from '../../../web/ui/field.tsx'
import { RailLine, RailSection } from '../../../web/ui/page.tsx'
import { bands, Pair } from '../../../web/ui/pair.tsx'
import { bandText } from '../../warmth/reading.ts'
import { prefer } from '../../your-data/preferences.ts'
import { mapText, readMap, stepOf, stepText } from '../reading.ts'
import { type Sector, touched } from '../sectors.ts'

/** Beside the map: what it says in one sentence, one small step, the key, and the departments that belong on it. */
export function MapRail({ sectors }: { sectors: readonly Sector[] }) {
  return (
    <>
      <p className="pb-5 text-head font-bold text-pretty max-wide:hidden print:hidden">{mapText(readMap(sectors))}</p>
      <OneStep sectors={sectors} />
      <RailSection icon="map" label={<Trans>From the middle outwards</Trans>}>
        <ul className="grid gap-1.5 pt-1">
          {bands.map((band) => (
            <li key={band} className="flex items-center gap-3 text-body">
              <Pair band={band} />
              {bandText(band)}
            </li>
          ))}
        </ul>
      </RailSection>
      <Touched />
    </>
  )
}

function OneStep({ sectors }: { sectors: readonly Sector[] }) {
  const step = useBook((book) => stepOf(book, sectors), [sectors])
  if (step === undefined) return null
  const { title, reason } = stepText(step)
  return (
    <RailSection icon="walk" label={<Trans>One small step</Trans>}>
      <RailLine>{title}</RailLine>
      <p className="text-body text-soft">{reason}</p>
      <Link to="/people/$person" params={{ person: step.through.person.id }} className={`${buttonLook()} mt-2.5 print:hidden`}>
        <Trans>Open the page</Trans>
      </Link>
    </RailSection>
  )
}

/** Departments that belong on the map although nobody there is in the book. */
function Touched() {
  const { t } = useLingui()
  const book = useOpenBook()
  const known = useBook(touched)
  const [name, setName] = useState('')
  const write = (next: readonly string[]): void => {
    const change = prefer(book, { key: 'departments', touched: [...next] })
    if (change !== null) tell(book, change)
  }
  const add = (event: FormEvent): void => {
    event.preventDefault()
    const wanted = name.trim().replace(/\s+/g, ' ')
    setName('')
    if (wanted === '' || known.some((one) => fold(one) === fold(wanted))) return
    write([...known, wanted])
  }
  return (
    <div className="border-t border-line pt-[18px] print:hidden">
      <RailSection icon="plus" label={<Trans>Departments my work touches</Trans>}>
        <p className="text-body text-soft">
          <Trans>Name one, and the map shows it even while you know nobody there.</Trans>
        </p>
        {known.length === 0 ? null : (
          <ul className="mt-2 grid">
            {known.map((one) => (
              <li key={one} className="flex items-center justify-between gap-2 text-body">
                <span className="min-w-0 truncate">{one}</span>
                <IconButton
                  icon="close"
                  size={14}
                  label={t`Take ${one} off the map`}
                  onClick={() => write(known.filter((other) => other !== one))}
                />
              </li>
            ))}
          </ul>
        )}
        <form onSubmit={add} className="mt-2 flex items-end gap-2">
          <div className="min-w-0 flex-1">
            <Field
              label={t`Department`}
              hideLabel
              maxLength={200}
              autoComplete="off"
              value={name}
              placeholder={t`Legal`}
              onChange={(event) => setName(event.target.value)}
            />
          </div>
          <Button type="submit" disabled={name.trim() === ''}>
            <Trans>Add</Trans>
          </Button>
        </form>
      </RailSection>
    </div>
  )
}
