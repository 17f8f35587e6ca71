import { type ReactNode, useEffect, useState } from 'react'

/** How long an answered move stays to be seen before it folds, in ms. */
const SEEN_MS = 1100
const FOLD_MS = 260

/** Whether the pointer rests on the list of moves, where the next card would slide under it. */
const pointerUpon = (): boolean => matchMedia('(hover: hover)').matches && document.querySelector('[data-moves]:hover') !== null

/**
 * A place in the list. When its move is answered it stays for a moment, waits for the pointer to
 * leave the list, and then folds away.
 */
export function Folding({ answered, onGone, children }: { answered: boolean; onGone: () => void; children: ReactNode }) {
  const [folded, fold] = useState(false)
  useEffect(() => {
    if (!answered) {
      fold(false)
      return
    }
    let timer: ReturnType<typeof setTimeout>
    const look = (): void => {
      timer = pointerUpon() ? setTimeout(look, 200) : setTimeout(() => fold(true), 0)
    }
    timer = setTimeout(look, SEEN_MS)
    return () => clearTimeout(timer)
  }, [answered])
  useEffect(() => {
    if (!folded) return
    const timer = setTimeout(onGone, FOLD_MS)
    return () => clearTimeout(timer)
  }, [folded, onGone])
  return (
    <div className={`grid fold ${folded ? 'grid-rows-[0fr] opacity-0' : 'grid-rows-[1fr] pb-3'}`}>
      <div className={`min-h-0 ${folded ? 'overflow-hidden' : ''}`}>{children}</div>
    </div>
  )
}
