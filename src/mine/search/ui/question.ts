import { useMemo, useState, useSyncExternalStore } from 'react'
import { useOpenedBook } from '../../../web/book-context.tsx'
import type { Answer } from '../answer.ts'
import type { Group } from '../entry.ts'
import { searcherOf } from './searcher.ts'

/** What is looked for on the page of everything that was found. */
export interface Question {
  readonly typed: string
  /** The one group that is wanted; all of them when it is undefined. */
  readonly only: Group | undefined
}

/** What was looked for last. It is kept in this tab alone: no word of it stands in an address. */
let asked: Question = { typed: '', only: undefined }

/** Takes a question along to the page of everything that was found. */
export function bring(typed: string): void {
  asked = { typed, only: undefined }
}

/** What is looked for, and the way to look for something else. */
export function useQuestion(): readonly [Question, (next: Partial<Question>) => void] {
  const [question, setQuestion] = useState(asked)
  return [
    question,
    (next) => {
      asked = { ...question, ...next }
      setQuestion(asked)
    },
  ]
}

/** What the book answers, fresh after every change of it. */
export function useAnswer(typed: string, most: number): Answer {
  const searcher = searcherOf(useOpenedBook())
  const news = useSyncExternalStore(searcher.subscribe, searcher.news)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the news stand for the content of the book and of its index.
  return useMemo(() => searcher.ask(typed, most), [searcher, news, typed, most])
}
