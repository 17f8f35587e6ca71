import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useKept, useOpenedBook } from '../../../web/book-context.tsx'
import { Button } from '../../../web/ui/button.tsx'
import { say } from '../../../web/ui/toast.tsx'
import { Section, sayError } from './section.tsx'

/** Alarms that end when somebody decides between what this device has and what the server has. */
const decided: ReadonlySet<string> = new Set(['rolled-back', 'missing', 'forked', 'not-authentic'])

/** While the server holds something else than this device: what may be decided, and what each answer does. */
export function AlarmSection() {
  const { t } = useLingui()
  const { vault } = useOpenedBook()
  const { alarm } = useKept()
  const [busy, setBusy] = useState(false)
  if (alarm === null || !decided.has(alarm.kind)) return null
  const decide = async (choice: 'put-back' | 'go-on', done: string): Promise<void> => {
    setBusy(true)
    try {
      await vault.settle(choice)
      say(done)
      // What only this device had is still in the opened book; opened anew it is what the server has.
      if (choice === 'go-on') location.reload()
    } catch (error) {
      sayError(error, t`That did not work. Nothing changed.`)
    }
    setBusy(false)
  }
  return (
    <Section
      id="alarm"
      title={<Trans>The server holds another state than this device</Trans>}
      says={
        <Trans>
          After a backup was brought back this is to be expected. Put back writes what this device still has over what is older there; texts
          written in both places both stay. Going on forgets what only this device has.
        </Trans>
      }
    >
      <div className="flex flex-wrap gap-2">
        <Button disabled={busy} onClick={() => void decide('put-back', t`What this device had is back on the server.`)}>
          {busy ? <Trans>One moment…</Trans> : <Trans>Put back what this device has</Trans>}
        </Button>
        <Button kind="bare" disabled={busy} onClick={() => void decide('go-on', t`This device goes on with what the server has.`)}>
          <Trans>Go on with what the server has</Trans>
        </Button>
      </div>
    </Section>
  )
}
