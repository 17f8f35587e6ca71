import { type RefObject, useLayoutEffect, useMemo, useState } from 'react'

/** Pixels above and below the screen that are drawn as well, so that scrolling never meets an empty place. */
const BEYOND = 600

/** The part of a long list that is drawn: rows `from` (inclusive) to `to` (exclusive), and the empty height before and after. */
export interface Windowed {
  readonly from: number
  readonly to: number
  readonly before: number
  readonly after: number
  /** Where row `index` begins, in px below the top of the list. */
  offsetOf(index: number): number
}

/**
 * Draws only the rows of a long list that are near the screen. Heights in px are known beforehand;
 * `heightOf` keeps its identity while they stay the same. `list` is the element that holds the rows.
 */
export function useWindowed(count: number, heightOf: (index: number) => number, list: RefObject<HTMLElement | null>): Windowed {
  const offsets = useMemo(() => {
    const sums = new Float64Array(count + 1)
    for (let i = 0; i < count; i++) sums[i + 1] = (sums[i] as number) + heightOf(i)
    return sums
  }, [count, heightOf])
  const [view, setView] = useState({ top: 0, bottom: 1600 })

  useLayoutEffect(() => {
    const look = (): void => {
      const box = list.current?.getBoundingClientRect()
      if (box === undefined) return
      // Steps of half the margin: most scrolling redraws nothing.
      const step = BEYOND / 2
      const top = Math.floor((-box.top - BEYOND) / step) * step
      const bottom = Math.ceil((window.innerHeight - box.top + BEYOND) / step) * step
      setView((old) => (old.top === top && old.bottom === bottom ? old : { top, bottom }))
    }
    look()
    window.addEventListener('scroll', look, { passive: true })
    window.addEventListener('resize', look)
    return () => {
      window.removeEventListener('scroll', look)
      window.removeEventListener('resize', look)
    }
  }, [list])

  const at = (y: number): number => {
    let low = 0
    let high = count
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((offsets[middle + 1] as number) <= y) low = middle + 1
      else high = middle
    }
    return low
  }
  const from = at(Math.max(0, view.top))
  const to = Math.min(count, at(view.bottom) + 1)
  const total = offsets[count] as number
  return {
    from,
    to: Math.max(from, to),
    before: offsets[from] as number,
    after: total - (offsets[Math.max(from, to)] as number),
    offsetOf: (index) => offsets[Math.max(0, Math.min(count, index))] as number,
  }
}

/** Whether the page is narrow enough for the one column of the phone. */
export function useNarrow(): boolean {
  const [query] = useState(() => window.matchMedia('(max-width: 719px)'))
  const [narrow, setNarrow] = useState(query.matches)
  useLayoutEffect(() => {
    const look = (): void => setNarrow(query.matches)
    look()
    query.addEventListener('change', look)
    return () => query.removeEventListener('change', look)
  }, [query])
  return narrow
}
