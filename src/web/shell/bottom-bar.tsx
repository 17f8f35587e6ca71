import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { run } from '../shortcut-keys.tsx'
import { Icon } from '../ui/icon.tsx'
import { type Place, usePlaces } from './places.ts'

const cell =
  'group grid min-h-[50px] content-center justify-items-center gap-[3px] rounded-card text-note font-medium text-faint aria-[current=page]:font-bold aria-[current=page]:text-ink'

const PlaceCell = ({ to, icon, word }: Place) => (
  <Link to={to} activeOptions={{ exact: to === '/', includeSearch: false }} className={cell}>
    <Icon name={icon} size={22} className="group-aria-[current=page]:text-damson" />
    {word}
  </Link>
)

/** The bar of the phone: the screens, and the pen in reach of the thumb. */
export function BottomBar() {
  const { t } = useLingui()
  const { mine, data } = usePlaces()
  return (
    <nav
      aria-label={t`Main`}
      className="fixed inset-x-0 bottom-0 z-10 grid grid-cols-4 border-t border-line bg-card px-2.5 pt-1.5 pb-[max(14px,env(safe-area-inset-bottom))] desk:hidden print:hidden"
    >
      {mine
        .filter((one) => one.inBar)
        .map((one) => (
          <PlaceCell key={one.to} {...one} />
        ))}
      <button type="button" className={cell} onClick={() => run('log')}>
        <Icon name="pen" size={22} />
        <Trans>Log</Trans>
      </button>
      <PlaceCell {...data} />
    </nav>
  )
}
