import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { AppError } from '../../kernel/errors.ts'
import { useKept, useOpenedBook } from '../book-context.tsx'
import { errorWords } from '../error-words.ts'
import { rememberedUntil, rememberHere } from '../keys.ts'
import { Button } from '../ui/button.tsx'
import { say } from '../ui/toast.tsx'

const KEY = 'kith.offline-asked'

const asked = (): boolean => {
  try {
    return localStorage.getItem(KEY) !== null
  } catch {
    return true
  }
}
const answered = (): void => {
  try {
    localStorage.setItem(KEY, '1')
  } catch {
    // Storage may be switched off; the question then comes once more.
  }
}

/** Asks once, on a device that goes along, whether the book shall open there without a connection. */
export function OfflineOffer() {
  const { t } = useLingui()
  const opened = useOpenedBook()
  const { online } = useKept()
  const [open, setOpen] = useState(false)
  useEffect(() => {
    if (asked() || !('serviceWorker' in navigator)) return
    void rememberedUntil().then((until) => setOpen(until === null))
  }, [])
  if (!open || !online) return null
  const close = (): void => {
    answered()
    setOpen(false)
  }
  const remember = async (): Promise<void> => {
    close()
    try {
      await rememberHere(opened)
      say(t`This browser opens the book by itself for 30 days.`)
    } catch (error) {
      say(error instanceof AppError ? errorWords(error).what : t`That did not work. Nothing changed.`)
    }
  }
  return (
    <div role="note" className="mx-[18px] my-3 rounded-card border border-edge bg-card px-4 py-3 text-body text-soft desk:mx-2">
      <p>
        <Trans>Shall this browser open your book for 30 days, also without a connection? Only if it is yours alone.</Trans>
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button small onClick={() => void remember()}>
          <Trans>Yes, remember it</Trans>
        </Button>
        <Button small kind="bare" onClick={close}>
          <Trans>Not now</Trans>
        </Button>
      </div>
    </div>
  )
}
