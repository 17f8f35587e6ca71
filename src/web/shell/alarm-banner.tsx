import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useKept } from '../book-context.tsx'
import { errorWords } from '../error-words.ts'
import { Icon } from '../ui/icon.tsx'

/** Says plainly that what the server holds is not what this device sent there. */
export function AlarmBanner() {
  const { alarm } = useKept()
  if (alarm === null) return null
  const { what, why, next } = errorWords(alarm)
  return (
    <div
      role="alert"
      className="m-2 ms-0 flex items-start gap-3 rounded-card border border-edge-firm bg-card px-4 py-3 text-body max-desk:m-0 max-desk:rounded-none"
    >
      <Icon name="warning" className="mt-0.5 text-damson" />
      <p className="min-w-0 flex-1">
        <b>{what}</b> {why} {next}
      </p>
      <Link to="/data" className="font-medium text-damson underline underline-offset-3">
        <Trans>To Your data</Trans>
      </Link>
    </div>
  )
}
