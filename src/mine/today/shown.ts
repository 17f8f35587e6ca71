import { addDays, type Day } from '../../kernel/time.ts'
import type { Plan, ShownMove } from './contract.ts'
import { isGiving } from './move.ts'

/** The moves that were shown on a day: of the record with the smallest id first, where two devices wrote one each. */
export function shownOn(plans: readonly Plan[], day: Day): readonly ShownMove[] {
  const records = plans.filter((plan) => plan.day === day).sort((a, b) => (a.id < b.id ? -1 : 1))
  const seen = new Set<string>()
  return records.flatMap((plan) => plan.moves).filter((move) => !seen.has(move.key) && seen.add(move.key))
}

/** Whether a move with this key was shown on any day of a span, both ends included. */
export const wasShown = (plans: readonly Plan[], key: string, from: Day, to: Day): boolean =>
  plans.some((plan) => plan.day >= from && plan.day <= to && plan.moves.some((move) => move.key === key))

/**
 * The mixture of a week: at least half of the moves shown in any seven days are giving or caring.
 * It is held for every span of days that ends today, so that it still holds tomorrow, when the
 * giving moves of a week ago no longer count.
 */
export class Mixture {
  /** Giving minus asking, per day of the last six days, the nearest first. */
  readonly #before: number[]
  #today = 0

  constructor(plans: readonly Plan[], day: Day) {
    this.#before = Array.from({ length: 6 }, (_, i) => balance(shownOn(plans, addDays(day, -1 - i))))
  }

  /** Counts a move of today. */
  add(giving: boolean): void {
    this.#today += giving ? 1 : -1
  }

  /** Whether one more asking or keeping move keeps the mixture. */
  get mayAsk(): boolean {
    let sum = this.#today - 1
    if (sum < 0) return false
    for (const day of this.#before) {
      sum += day
      if (sum < 0) return false
    }
    return true
  }
}

const balance = (moves: readonly ShownMove[]): number => moves.reduce((sum, move) => sum + (isGiving(move.kind) ? 1 : -1), 0)
