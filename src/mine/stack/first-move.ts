import { i18n } from '@lingui/core'
import { addDays, type Day, weekday } from '../../kernel/time.ts'
import type { Card, FirstMove } from './contract.ts'

/** After how many days each first move suits. */
const after: Readonly<Record<FirstMove, number>> = { write: 3, coffee: 14, send: 2 }

/** The day proposed for a first move: a working day, soon. */
export function dayFor(move: FirstMove, today: Day): Day {
  const day = addDays(today, after[move])
  return weekday(day) >= 6 ? addDays(day, 8 - weekday(day)) : day
}

/** A first move as a choice. */
export function firstMoveText(move: FirstMove): string {
  switch (move) {
    case 'write':
      return i18n._({ id: 'stack.first.write', message: 'Write a line' })
    case 'coffee':
      return i18n._({ id: 'stack.first.coffee', message: 'Have a coffee' })
    case 'send':
      return i18n._({ id: 'stack.first.send', message: 'Send what you promised' })
  }
}

/** The promise that a first move becomes, in my own words. */
export function promiseOf(first: NonNullable<Card['first']>): string {
  const what = first.what?.trim() ?? ''
  switch (first.move) {
    case 'write':
      return i18n._({ id: 'stack.promise.write', message: 'write a line' })
    case 'coffee':
      return i18n._({ id: 'stack.promise.coffee', message: 'ask for a coffee' })
    case 'send':
      return what === ''
        ? i18n._({ id: 'stack.promise.send', message: 'send what I promised' })
        : i18n._({ id: 'stack.promise.send-what', message: 'send {what}', values: { what } })
  }
}
