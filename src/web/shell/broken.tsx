import { Trans, useLingui } from '@lingui/react/macro'
import { loadNewVersion } from '../new-version.ts'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { useTitle } from '../ui/page.tsx'
import { Pair } from '../ui/pair.tsx'

/** A page that could not be drawn, mostly because a part of it could not be fetched. */
export function Broken() {
  const { t } = useLingui()
  useTitle(t`Not shown`)
  return (
    <Empty
      picture={<Pair band="dormant" size="row" />}
      title={<Trans>This page could not be shown.</Trans>}
      example={<Trans>A part of it did not arrive, or is of another version. What you wrote is kept.</Trans>}
      action={
        <Button icon="undo" onClick={loadNewVersion}>
          <Trans>Load it again</Trans>
        </Button>
      }
    />
  )
}
