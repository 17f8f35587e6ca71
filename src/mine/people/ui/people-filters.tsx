import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { useBook } from '../../../web/book-context.tsx'
import { Chip } from '../../../web/ui/chip.tsx'
import { Icon } from '../../../web/ui/icon.tsx'
import { bands, Pair } from '../../../web/ui/pair.tsx'
import { bandText } from '../../warmth/reading.ts'
import type { BandChoice, Order, Wanted } from '../rows.ts'
import { choose } from './choice.ts'
import { KeepFilter, SavedFilters } from './saved-filters.tsx'

type Want = (next: Partial<Wanted>) => void

/** Words to choose people by. On the phone they lie in one row that moves sideways. */
export function PeopleFilters(props: { wanted: Wanted; onWant: Want; several: boolean; onSeveral: () => void }) {
  const { wanted, onWant, several, onSeveral } = props
  const { t } = useLingui()
  const departments = useBook((book) => book.departments())
  const circles = useBook((book) => book.circles())
  const tags = useBook((book) => book.tags())
  const filters = useBook((book) => book.all('filter').length)
  const toggle = (band: BandChoice): void => {
    const next = new Set(wanted.bands)
    if (!next.delete(band)) next.add(band)
    onWant({ bands: next })
  }
  const words: readonly { band: BandChoice; word: string }[] = [
    ...bands.map((band) => ({ band, word: bandText(band) })),
    { band: 'none', word: t`nothing written yet` },
  ]
  return (
    <div className="mt-3 mb-4 grid gap-2.5">
      {filters === 0 ? null : (
        <Sideways label={t`Filters of mine`}>
          <SavedFilters wanted={wanted} onChoose={choose} />
        </Sideways>
      )}
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
        <KeepFilter wanted={wanted} />
        <Chip icon="check" pressed={several} onClick={onSeveral} className="flex-none desk:ms-auto">
          <Trans>Choose several</Trans>
        </Chip>
        <span className="relative flex-none">
          <select
            aria-label={t`Order`}
            value={wanted.order}
            onChange={(event) => onWant({ order: event.target.value as Order })}
            className="min-h-target appearance-none rounded-full border border-transparent bg-transparent py-0 pe-8 ps-3 text-text font-medium text-soft hover:bg-hover"
          >
            <option value="name">{t`By name`}</option>
            <option value="warmth">{t`Nearest first`}</option>
            <option value="longest-ago">{t`Longest ago first`}</option>
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
  const on = value !== undefined
  // A word of a kept filter that nobody has any more still stands here, so that it can be taken away.
  const offered = on && !options.includes(value) ? [value, ...options] : options
  if (offered.length === 0) return null
  return (
    <span className="relative flex-none">
      <select
        aria-label={label}
        value={value ?? ''}
        onChange={(event) => onPick(event.target.value === '' ? undefined : event.target.value)}
        className={`min-h-target max-w-[220px] appearance-none truncate rounded-full border py-0 pe-8 ps-3 text-text font-medium move-answer ${on ? 'border-ink bg-ink text-paper' : 'border-edge bg-transparent text-soft hover:bg-hover'} [&>option]:bg-card [&>option]:text-ink`}
      >
        <option value="">{all}</option>
        {offered.map((option) => (
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
