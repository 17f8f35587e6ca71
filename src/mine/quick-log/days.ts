import { addDays, type Day, legacyDate, weekday } from '../../kernel/time.ts'

/** A day word found in a line. */
export interface DayWord {
  readonly from: number
  /** Exclusive. */
  readonly to: number
  /** The day when the line tells of something past; undefined when these words can only point ahead. */
  readonly past: Day | undefined
  /** The day when the line tells of something to come; undefined when these words can only point back. */
  readonly ahead: Day | undefined
  /** Month and day as written, where they were written: "3 May" is one even when its year is open. */
  readonly yearDay?: { readonly month: number; readonly day: number; readonly year?: number | undefined } | undefined
}

/** Finds the day words of a line, read on a given day. Never throws. */
export type DayReader = (line: string, today: Day) => readonly DayWord[]
