import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { Command } from 'cmdk'
import type { ReactNode } from 'react'
import { useOpenBook, useToday } from '../../../web/book-context.tsx'
import { Icon } from '../../../web/ui/icon.tsx'
import { Pair } from '../../../web/ui/pair.tsx'
import { tieIn } from '../../warmth/reading.ts'
import type { Hit } from '../answer.ts'
import type { Group } from '../entry.ts'
import { groupText } from '../wording.ts'
import { HitLine, iconOfHit } from './hit-line.tsx'
import { bring, useAnswer } from './question.ts'
import { useGoTo } from './way.ts'

/** How many of each group the palette shows. */
const SHOWN: Readonly<Record<Group, number>> = { people: 5, moments: 4, remembered: 3, promises: 3, more: 3 }
const MOST = Math.max(...Object.values(SHOWN))

/**
 * What the book says to the words typed, as items of the palette. `children` are the things to do: they come
 * after somebody who is called so, before all else where the words name them, and last otherwise.
 */
export function FoundItems(props: {
  typed: string
  look: { readonly item: string; readonly heading: string }
  doFirst: boolean
  onPick: (act: () => void) => void
  children: ReactNode
}) {
  const { typed, look, doFirst, onPick, children } = props
  const { t } = useLingui()
  const navigate = useNavigate()
  const { found, count, calls, whole } = useAnswer(typed, MOST)
  const lead = calls ? 1 : 0
  const group = ({ group: name, hits }: (typeof found)[number]): ReactNode => (
    <Command.Group key={name} heading={groupText(name)} className={look.heading}>
      {hits.slice(0, SHOWN[name]).map((hit) => (
        <HitItem key={hit.record.id} hit={hit} look={look.item} onPick={onPick} />
      ))}
    </Command.Group>
  )
  const more = found.some(({ group: name, count: all }) => all > SHOWN[name])
  return (
    <>
      {found.slice(0, lead).map(group)}
      {doFirst ? children : null}
      {found.slice(lead).map(group)}
      {more || (found.length > 0 && !whole) ? (
        <Command.Item
          value="everything-found"
          className={look.item}
          onSelect={() =>
            onPick(() => {
              bring(typed)
              void navigate({ to: '/find' })
            })
          }
        >
          <Icon name="search" className="text-faint" />
          {whole ? t`${plural(count, { one: 'Show the one that fits', other: 'Show all # that fit' })}` : <Trans>Show all that fit</Trans>}
        </Command.Item>
      ) : null}
      {whole || typed.trim() === '' ? null : (
        <p role="status" className="px-3 py-2 text-note text-faint">
          <Trans>Still reading your book…</Trans>
        </p>
      )}
      {doFirst ? null : children}
    </>
  )
}

function HitItem({ hit, look, onPick }: { hit: Hit; look: string; onPick: (act: () => void) => void }) {
  const book = useOpenBook()
  const today = useToday()
  const goTo = useGoTo()
  const { record } = hit
  return (
    <Command.Item value={record.id} className={look} onSelect={() => onPick(() => goTo(hit))}>
      {record.kind === 'person' ? (
        <span className="grid w-[31px] flex-none place-items-center">
          <Pair band={tieIn(book, record, today).band} />
        </span>
      ) : (
        <span className="grid w-[31px] flex-none place-items-center">
          <Icon name={iconOfHit(hit)} className="text-faint" />
        </span>
      )}
      <HitLine hit={hit} today={today} />
    </Command.Item>
  )
}
