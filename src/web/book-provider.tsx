import { Trans } from '@lingui/react/macro'
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useState } from 'react'
import { BookContext } from './book-context.tsx'
import { loadErrorWords } from './error-words.ts'
import { type Opening, openHere, openWith } from './opening.ts'

const words = (): Promise<void> => loadErrorWords().catch(() => undefined)
const DoorScreen = lazy(async () => {
  await words()
  return { default: (await import('./shell/door-screen.tsx')).DoorScreen }
})
const ClosedScreen = lazy(async () => {
  await words()
  return { default: (await import('./shell/door-screen.tsx')).ClosedScreen }
})

/** Opens the book of this browser once, and shows the door where it does not open by itself. */
export function BookProvider({ children }: { children: ReactNode }) {
  const [opening, setOpening] = useState<Opening | null>(null)
  const open = useCallback((again: boolean) => {
    setOpening(null)
    void openHere(again).then(setOpening)
  }, [])
  useEffect(() => open(false), [open])
  if (opening === null) return <Waiting />
  if (opening.is === 'open') return <BookContext value={opening.opened}>{children}</BookContext>
  return (
    <Suspense fallback={<Waiting />}>
      {opening.is === 'closed' ? (
        <ClosedScreen error={opening.error} onAgain={() => open(true)} />
      ) : (
        <DoorScreen
          kinds={opening.kinds}
          note={opening.note}
          onOpen={async (secret, remember) => setOpening({ is: 'open', opened: await openWith(secret, remember) })}
        />
      )}
    </Suspense>
  )
}

/** Nothing for a moment; then one soft line, so that a long opening is not taken for a broken page. */
const Waiting = () => (
  <div className="grid min-h-screen place-items-center bg-paper px-6">
    <p className="appear-late text-line text-faint" role="status">
      <Trans>Opening your book…</Trans>
    </p>
  </div>
)
