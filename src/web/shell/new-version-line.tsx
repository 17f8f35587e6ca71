import { Trans } from '@lingui/react/macro'
import { loadNewVersion, useNewVersion } from '../new-version.ts'
import { Icon } from '../ui/icon.tsx'

/** Says softly that a new version of the program is here. Nothing is loaded before somebody wants it. */
export function NewVersionLine() {
  const version = useNewVersion()
  if (version === 'none') return null
  return (
    <p role="status" className="mb-2 flex items-start gap-2 px-2 text-note text-faint max-desk:mt-2">
      <Icon name="down" size={14} className="mt-px" />
      {version === 'comes' ? (
        <span>
          <Trans>The new version comes as soon as nothing is half written here.</Trans>
        </span>
      ) : (
        <span>
          <Trans>A new version is here.</Trans>{' '}
          <button type="button" onClick={loadNewVersion} className="font-medium text-damson underline underline-offset-3">
            <Trans>Load it</Trans>
          </button>
        </span>
      )}
    </p>
  )
}
