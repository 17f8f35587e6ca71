import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { buttonLook } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { useTitle } from '../ui/page.tsx'
import { Pair } from '../ui/pair.tsx'

/** An address that leads nowhere. */
export function NotFound() {
  const { t } = useLingui()
  useTitle(t`No such page`)
  return (
    <Empty
      picture={<Pair band="dormant" size="row" />}
      title={<Trans>There is no page at this address.</Trans>}
      action={
        <Link to="/" className={buttonLook({})}>
          <Trans>Go to Today</Trans>
        </Link>
      }
    />
  )
}
