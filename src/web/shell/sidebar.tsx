import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { run } from '../shortcut-keys.tsx'
import { keysOf } from '../shortcuts.ts'
import { IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { KeyTip, TipGroup } from '../ui/tooltip.tsx'
import { Wordmark } from '../ui/wordmark.tsx'
import { NewVersionLine } from './new-version-line.tsx'
import { type Place, usePlaces } from './places.ts'
import { SyncLine } from './sync-line.tsx'

const place =
  'group flex h-8 items-center gap-2.5 rounded-control px-2 text-text text-soft move-answer hover:bg-hover aria-[current=page]:bg-hover aria-[current=page]:font-bold aria-[current=page]:text-ink pointer-coarse:h-11'

const PlaceLink = ({ to, icon, word, shortcut }: Place) => (
  <KeyTip id={shortcut} side="right">
    <Link to={to} activeOptions={{ exact: to === '/', includeSearch: false }} className={place}>
      <Icon name={icon} className="group-aria-[current=page]:text-damson" />
      {word}
    </Link>
  </KeyTip>
)

/** The sidebar of the desktop: the name, the way to everything, and the screens of my own book. */
export function Sidebar() {
  const { t } = useLingui()
  const { mine, data } = usePlaces()
  return (
    <div className="sticky top-0 z-10 flex h-screen flex-col px-3 pt-5 pb-3 max-desk:hidden print:hidden">
      <Link to="/" className="block self-start rounded-control px-2 text-ink" aria-label={t`Kith, to Today`}>
        <Wordmark className="block" />
      </Link>
      <button
        type="button"
        onClick={() => run('palette')}
        className="mt-4 mb-1.5 flex h-8 w-full items-center gap-2 rounded-control bg-hover px-2 text-start text-text text-soft move-answer hover:text-ink"
      >
        <Icon name="search" size={16} />
        <Trans>Find or do</Trans>
        <kbd className="ms-auto font-sans text-note font-medium">{keysOf('palette')}</kbd>
      </button>
      <p className="mt-3.5 mb-1 flex items-center justify-between px-2 text-note text-faint">
        <span>
          <Trans>
            <b className="text-soft">Mine</b> · only I can read it
          </Trans>
        </span>
        <Icon name="lock" size={14} />
      </p>
      <TipGroup delay={700}>
        <nav aria-label={t`Mine`}>
          {mine.map((one) => (
            <PlaceLink key={one.to} {...one} />
          ))}
        </nav>
        <div className="mt-auto">
          <NewVersionLine />
          <SyncLine />
          <nav aria-label={t`Keys and copies`}>
            <PlaceLink {...data} />
          </nav>
        </div>
      </TipGroup>
    </div>
  )
}

/** The same way to everything on the phone, where there is no sidebar: in the corner of each page. */
export function FindOnPhone() {
  const { t } = useLingui()
  return (
    <IconButton
      icon="search"
      label={t`Find or do`}
      size={22}
      className="absolute end-2 top-3 z-1 text-damson desk:hidden"
      onClick={() => run('palette')}
    />
  )
}
