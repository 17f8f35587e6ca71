import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useSyncExternalStore } from 'react'
import { Button, IconButton } from './button.tsx'

interface Said {
  readonly key: number
  readonly text: string
  readonly undo: (() => void) | undefined
}

let said: Said | null = null
let count = 0
const listeners = new Set<() => void>()
const show = (next: Said | null): void => {
  said = next
  for (const listener of listeners) listener()
}

/** Says one sentence at the bottom of the screen, with a way back when there is one. A new one replaces the last. */
export function say(text: string, undo?: () => void): void {
  count += 1
  show({ key: count, text, undo })
}

/** Takes back what the sentence on the screen speaks of; what Ctrl-Z does outside of fields. */
export function undoLast(): boolean {
  if (said?.undo === undefined) return false
  const { undo } = said
  show(null)
  undo()
  return true
}

const STAYS_MS = 9000

/** Some sentences are written without their full stop; on the screen each has one. */
const ended = (text: string): string => (/[.…?]$/u.test(text) ? text : `${text}.`)

/** The one place where sentences appear. Sits once in the shell. */
export function Toasts() {
  const { t } = useLingui()
  const now = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => said,
  )
  const key = now?.key
  useEffect(() => {
    if (key === undefined) return
    const timer = setTimeout(() => {
      const bar = document.getElementById('toast')
      // It stays while somebody reads it with the pointer or the keyboard upon it.
      if (said?.key === key && bar?.matches(':hover, :focus-within') !== true) show(null)
    }, STAYS_MS)
    return () => clearTimeout(timer)
  }, [key])
  return (
    <div
      id="toast"
      aria-live="polite"
      className="pointer-events-none fixed inset-x-0 bottom-[calc(24px+var(--bar,0px))] z-30 grid justify-items-center px-4 max-desk:bottom-[calc(92px+var(--bar,0px))]"
    >
      {now === null ? null : (
        <div
          key={now.key}
          className="pointer-events-auto flex max-w-[520px] items-center gap-2 rounded-card bg-card py-1.5 pe-1.5 ps-4 text-body text-ink shadow-float starting:translate-y-2 starting:opacity-0 move-settle"
        >
          <p className="min-w-0 py-1">{ended(now.text)}</p>
          {now.undo === undefined ? null : (
            <Button kind="back" onClick={undoLast}>
              <Trans>Undo</Trans>
            </Button>
          )}
          <IconButton icon="close" size={16} label={t`Close`} onClick={() => show(null)} />
        </div>
      )}
    </div>
  )
}
