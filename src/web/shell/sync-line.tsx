import { Plural, Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { useKept } from '../book-context.tsx'
import { errorWords } from '../error-words.ts'
import { Icon, type IconName } from '../ui/icon.tsx'

/** One soft line about what waits to be sent. Nothing at all when everything is kept. */
export function SyncLine() {
  const { waiting, online, problem } = useKept()
  const offline = !online
  if (problem !== null) return <Line icon="warning">{errorWords(problem).what}</Line>
  if (!offline && waiting === 0) return null
  if (offline) {
    return (
      <Line icon="offline">
        {waiting === 0 ? (
          <Trans>Kith is out of reach. You can go on reading and writing.</Trans>
        ) : (
          <Plural
            value={waiting}
            one="Kith is out of reach. One line is kept here and sent later."
            other="Kith is out of reach. # lines are kept here and sent later."
          />
        )}
      </Line>
    )
  }
  return (
    <Line icon="up">
      <Plural value={waiting} one="One line waits to be sent" other="# lines wait to be sent" />
    </Line>
  )
}

const Line = ({ icon, children }: { icon: IconName; children: ReactNode }) => (
  <p role="status" className="appear-late mb-2 flex max-desk:mt-2 items-start gap-2 px-2 text-note text-faint">
    <Icon name={icon} size={14} className="mt-px" />
    <span>{children}</span>
  </p>
)
