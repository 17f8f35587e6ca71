import { Plural, Trans } from '@lingui/react/macro'
import { useSync } from '../book-context.tsx'
import { Icon } from '../ui/icon.tsx'

/** One soft line about what waits to be sent. Nothing at all when everything is kept. */
export function SyncLine() {
  const { waiting, offline } = useSync()
  if (!offline && waiting === 0) return null
  return (
    <p role="status" className="mb-2 flex items-start gap-2 px-2 text-note text-faint">
      {offline ? <Icon name="offline" size={14} className="mt-px" /> : null}
      <span>
        {offline ? (
          waiting === 0 ? (
            <Trans>No connection. You can go on writing.</Trans>
          ) : (
            <Trans>
              No connection. <Plural value={waiting} one="One line waits" other="# lines wait" /> here to be sent.
            </Trans>
          )
        ) : (
          <Plural value={waiting} one="One line is on its way" other="# lines are on their way" />
        )}
      </span>
    </p>
  )
}
