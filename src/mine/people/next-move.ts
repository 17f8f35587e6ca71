import type { Day } from '../../kernel/time.ts'
import type { Book } from '../book.ts'
import { candidatesFor, helloMove, warmthMove } from '../today/candidates.ts'
import type { Move } from '../today/move.ts'
import { planFor, stillness } from '../today/plan.ts'
import { groundsForWarmth } from '../today/reasons.ts'
import type { Person } from './contract.ts'

/**
 * What may come next between me and one person, looked at from their page: the move that today's plan
 * shows, else the first one that their promises, dates, notes and warmth give by themselves, without the
 * limits of a day. Undefined when nothing asks for anything, when they rest, or when the plan is paused.
 */
export function nextMove(book: Book, person: Person, day: Day = book.today()): Move | undefined {
  if (person.resting !== undefined || stillness(book, day) !== undefined) return undefined
  const shown = planFor(book, day).moves.find((move) => move.person === person.id)
  if (shown !== undefined) return shown
  const others = new Set<string>(book.all('person').map((one) => one.id))
  others.delete(person.id)
  const found = candidatesFor(book, day, others)
  const own = [...found.promisesDue, ...found.datesToday, ...found.caring, ...found.unhurried].find((move) => move.person === person.id)
  if (own !== undefined) return own
  const weighed = found.warmth[0]
  if (weighed !== undefined) {
    const ground = groundsForWarmth(book, person, weighed.tie, day)[0]
    if (ground !== undefined) return warmthMove(book, weighed, ground, day)
  }
  return found.hello.length > 0 ? helloMove(book, person, day) : undefined
}
