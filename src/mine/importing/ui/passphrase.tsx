import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { Button } from '../../../web/ui/button.tsx'
import { Field } from '../../../web/ui/field.tsx'
import { PageHead } from '../../../web/ui/page.tsx'

/** Asks for the passphrase of an encrypted copy. `wrong` says why the last one did not do. */
export function Passphrase({
  wrong,
  busy,
  onGive,
  onLeave,
}: {
  wrong: string | undefined
  busy: boolean
  onGive: (passphrase: string) => void
  onLeave: () => void
}) {
  const { t } = useLingui()
  const [typed, setTyped] = useState('')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (typed.trim() !== '') onGive(typed.trim())
  }
  return (
    <div className="mx-auto max-w-[520px]">
      <PageHead title={t`This copy is encrypted`} lede={t`Give its passphrase, and it is opened here, on this device.`} />
      <form onSubmit={submit} className="mt-6 grid gap-4">
        <Field
          label={t`Passphrase`}
          autoFocus
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          required
          value={typed}
          wrong={wrong}
          hint={t`Six words, as Kith showed them when the copy was made, or the one you chose.`}
          onChange={(event) => setTyped(event.target.value)}
        />
        <div className="flex flex-wrap gap-2">
          <Button kind="go" type="submit" disabled={busy}>
            {busy ? <Trans>Opening it…</Trans> : <Trans>Open it</Trans>}
          </Button>
          <Button kind="bare" disabled={busy} onClick={onLeave}>
            <Trans>Choose another file</Trans>
          </Button>
        </div>
      </form>
    </div>
  )
}
