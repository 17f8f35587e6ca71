import { lazy, Suspense } from 'react'
import type { DayQuestion } from './day-choice.tsx'

const DayChoice = lazy(async () => ({ default: (await import('./day-choice.tsx')).DayChoice }))

/** Asks for a day; when something took place, also how. */
export const DayDialog = (question: DayQuestion) => (
  <Suspense fallback={null}>
    <DayChoice {...question} />
  </Suspense>
)
