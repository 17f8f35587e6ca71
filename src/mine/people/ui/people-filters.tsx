import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { useBook } from '../../../web/book-context.tsx'
import { Chip } from '../../../web/ui/chip.tsx'
import { Icon } from '../../../web/ui/icon.tsx'
import { bands, Pair } from '../../../web/ui/pair.tsx'
import { bandText } from '../../warmth/reading.ts'
import type { BandChoice, Wanted } from '../rows.ts'

type Want = (next: Partial<Wanted>) => void

/** Words to choose people by. On the phone they lie in one row that moves sideways. */
export function PeopleFilters({ wanted, onWant }: { wanted: Wanted; onWant: Want }) {
  const { t } = useLingui()
  const departments = useBook((book) => book.departments())
  const circles = useBook((book) => book.circles())
  const tags = useBook((book) => book.tags())
  const toggle = (band: BandChoice): void => {
    const next = new Set(wanted.bands)
    if (!next.delete(band)) next.add(band)
    onWant({ bands: next })
  }
  const words: readonly { band: BandChoice; word: string }[] = [
    ...bands.map((band) => ({ band, word: band === 'dormant' ? t`out of touch` : bandText(band) })),
    { band: 'none', word: t`nothing written yet` },
  ]
  return (
    <div className="mt-3 mb-4 grid gap-2.5">
      <Sideways label={t`Warmth`}>
        {words.map(({ band, word }) => (
          <Chip
            key={band}
            pressed={wanted.bands.has(band)}
            onClick={() => toggle(band)}
            className="[&[aria-pressed=true]_circle:first-child]:stroke-paper"
          >
            {band === 'none' ? null : <Pair band={band} />}
            {word}
          </Chip>
        ))}
        <Chip icon="rest" pressed={wanted.resting} onClick={() => onWant({ resting: !wanted.resting })}>
          <Trans>resting</Trans>
        </Chip>
      </Sideways>
      <Sideways label={t`Where they belong, and the order`}>
        <Choice
          label={t`Department`}
          all={t`Any department`}
          value={wanted.department}
          options={departments}
          onPick={(department) => onWant({ department })}
        />
        <Choice label={t`Circle`} all={t`Any circle`} value={wanted.circle} options={circles} onPick={(circle) => onWant({ circle })} />
        <Choice label={t`Tag`} all={t`Any tag`} value={wanted.tag} options={tags} onPick={(tag) => onWant({ tag })} />
        <span className="relative flex-none desk:ms-auto">
          <select
            aria-label={t`Order`}
            value={wanted.order}
            onChange={(event) => onWant({ order: event.target.value === 'warmth' ? 'warmth' : 'name' })}
            className="min-h-target appearance-none rounded-full border border-transparent bg-transparent py-0 pe-8 ps-3 text-text font-medium text-soft hover:bg-hover"
          >
            <option value="name">{t`By name`}</option>
            <option value="warmth">{t`Nearest first`}</option>
          </select>
          <Icon name="down" size={16} className="pointer-events-none absolute top-1/2 end-2.5 -translate-y-1/2 text-faint" />
        </span>
      </Sideways>
    </div>
  )
}

const Sideways = ({ label, children }: { label: string; children: ReactNode }) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot scroll sideways in every browser.
  <div
    role="group"
    aria-label={label}
    className="flex items-center gap-2 max-desk:-mx-[18px] max-desk:overflow-x-auto max-desk:px-[18px] max-desk:py-0.5 max-desk:[scrollbar-width:none] desk:flex-wrap"
  >
    {children}
  </div>
)

/** One of the names in use, or any. Not there while there is nothing to choose. */
function Choice(props: {
  label: string
  all: string
  value: string | undefined
  options: readonly string[]
  onPick: (value: string | undefined) => void
}) {
  const { label, all, value, options, onPick } = props
  if (options.length === 0) return null
  const on = value !== undefined
  return (
    <span className="relative flex-none">
      <select
        aria-label={label}
        value={value ?? ''}
        onChange={(event) => onPick(event.target.value === '' ? undefined : event.target.value)}
        className={`min-h-target max-w-[220px] appearance-none truncate rounded-full border py-0 pe-8 ps-3 text-text font-medium move-answer ${on ? 'border-ink bg-ink text-paper' : 'border-edge bg-transparent text-soft hover:bg-hover'} [&>option]:bg-card [&>option]:text-ink`}
      >
        <option value="">{all}</option>
        {options.map((option) => (
          <option key={option} value={option}>
            {option}
          </option>
        ))}
      </select>
      <Icon
        name="down"
        size={16}
        className={`pointer-events-none absolute top-1/2 end-2.5 -translate-y-1/2 ${on ? 'text-paper' : 'text-faint'}`}
      />
    </span>
  )
}
