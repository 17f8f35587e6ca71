import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { useOpenBook, useToday } from '../../../web/book-context.tsx'
import { freshPassphrase, sealCopy } from '../../../web/sealed-copy.ts'
import { Button } from '../../../web/ui/button.tsx'
import { Dialog } from '../../../web/ui/dialog.tsx'
import { Field } from '../../../web/ui/field.tsx'
import { say } from '../../../web/ui/toast.tsx'
import { saveFile } from './save-file.ts'
import { ShowSecret } from './secret-steps.tsx'
import { sayError } from './section.tsx'

/** Fewer letters than this are found by trying. */
const SHORTEST = 12

/** Makes an encrypted copy of everything: six words that Kith drew, or a passphrase of one's own. */
export function EncryptedCopy({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  const book = useOpenBook()
  const today = useToday()
  const [words] = useState(freshPassphrase)
  const [own, setOwn] = useState<string | null>(null)
  const [wrong, setWrong] = useState<string | undefined>()
  const [busy, setBusy] = useState(false)
  const make = async (passphrase: string): Promise<void> => {
    setBusy(true)
    try {
      const { copyOf } = await import('../../exporting/copies.ts')
      saveFile(`kith-${today}.zip.age`, await sealCopy(copyOf(book, 'zip'), passphrase), 'application/octet-stream')
      say(t`The encrypted copy is among your downloads. Keep its passphrase apart from it.`)
      onClose()
    } catch (error) {
      sayError(error, t`The copy could not be made. Your book is as it was.`)
      setBusy(false)
    }
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const passphrase = (own ?? '').trim()
    if ([...passphrase].length < SHORTEST)
      setWrong(t`Take at least ${SHORTEST} letters, or better several words: a short one is found by trying.`)
    else void make(passphrase)
  }
  return (
    <Dialog open onClose={onClose} title={t`An encrypted copy`} wide>
      {own === null ? (
        <>
          <ShowSecret
            secret={{ kind: 'words', text: words }}
            busy={busy}
            next={t`Noted: save the copy`}
            onNext={() => void make(words)}
            onLeave={onClose}
          />
          <p className="mt-4 text-body text-faint print:hidden">
            <Trans>They open this one copy, not your book.</Trans>{' '}
            <button type="button" className="underline underline-offset-2 hover:text-ink" disabled={busy} onClick={() => setOwn('')}>
              <Trans>Choose a passphrase of my own</Trans>
            </button>
          </p>
        </>
      ) : (
        <form onSubmit={submit} className="grid gap-4">
          <Field
            label={t`Passphrase`}
            autoFocus
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            value={own}
            wrong={wrong}
            hint={t`It is kept nowhere. Lost, nobody opens the copy.`}
            onChange={(event) => {
              setOwn(event.target.value)
              setWrong(undefined)
            }}
          />
          <div className="flex flex-wrap gap-2">
            <Button kind="go" type="submit" disabled={busy}>
              {busy ? <Trans>One moment…</Trans> : <Trans>Save the copy</Trans>}
            </Button>
            <Button kind="bare" disabled={busy} onClick={() => setOwn(null)}>
              <Trans>Take the six words</Trans>
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  )
}
