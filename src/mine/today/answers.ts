import { i18n } from '@lingui/core'
import type { PersonId } from '../../kernel/ids.ts'
import { callName } from '../../kernel/text.ts'
import { addDays, type Day, weekday } from '../../kernel/time.ts'
import type { Book, Change, Edit } from '../book.ts'
import type { Medium, Shape } from '../moments/contract.ts'
import type { Rhythm } from '../people/contract.ts'
import { tieIn } from '../warmth/reading.ts'
import { REASON } from './marks.ts'
import type { DayPlan, Move, Way } from './move.ts'
import { shownOn } from './shown.ts'

/** What *Done* writes down, where it differs from what the move proposed. */
export interface DoneWith {
  readonly text?: string | undefined
  readonly medium?: Medium | undefined
  readonly shape?: Shape | undefined
  /** The day it took place; today when absent. */
  readonly day?: Day | undefined
}

const mediumOf: Record<Way, readonly [Medium, Shape]> = {
  lunch: ['meal', 'lunch'],
  coffee: ['face', 'coffee'],
  'walk-over': ['face', 'talk'],
  video: ['video', 'call'],
  call: ['call', 'call'],
  card: ['one-way', 'message'],
  write: ['one-way', 'message'],
  do: ['one-way', 'help'],
}

const nameIn = (book: Book, person: string): string => callName(book.get('person', person)?.name ?? '')

/** *Done*: a moment is written in the medium of the move, and a promise is kept. */
export function done(book: Book, move: Move, given: DoneWith = {}): Change {
  const day = given.day ?? book.today()
  const name = nameIn(book, move.person)
  const label =
    move.kind === 'keep-promise'
      ? i18n._({ id: 'answer.kept', message: 'Your promise to {name} is kept', values: { name } })
      : i18n._({ id: 'answer.done', message: 'A moment with {name} is written', values: { name } })
  return book.change(label, (hands) => {
    const [medium, shape] = mediumOf[move.how.way]
    const promise = move.key.startsWith('promise:') ? move.key.slice('promise:'.length) : undefined
    const people = promise === undefined ? [move.person] : [move.person, ...(move.others ?? [])]
    const moment = hands.add('moment', {
      day,
      people,
      medium: given.medium ?? medium,
      shape: given.shape ?? shape,
      startedBy: 'me',
      ...(promise === undefined ? {} : { help: 'given' as const }),
      text: given.text?.trim() ?? (move.title.say === 'promise' ? move.title.text : ''),
      move: move.key,
    })
    if (promise !== undefined && hands.get('promise', promise) !== undefined)
      hands.patch('promise', promise, { kept: { on: day }, moment: moment.id })
    hands.add('mark', { on: book.today(), what: { answer: 'done', move: move.key, person: move.person } })
  })
}

/** A day that *Not now* proposes to wait for. */
export interface Until {
  readonly id: 'tomorrow' | 'next-week' | 'next-month'
  readonly day: Day
  readonly label: string
}

/** Days to wait for, beside any day one picks: tomorrow, the next Monday after it, a month from now. */
export function suggestedUntils(today: Day): readonly Until[] {
  const monday = addDays(today, 8 - weekday(today))
  return [
    { id: 'tomorrow', day: addDays(today, 1), label: i18n._({ id: 'until.tomorrow', message: 'Tomorrow' }) },
    {
      id: 'next-week',
      day: monday === addDays(today, 1) ? addDays(monday, 1) : monday,
      label: i18n._({ id: 'until.week', message: 'Next week' }),
    },
    { id: 'next-month', day: addDays(today, 30), label: i18n._({ id: 'until.month', message: 'In a month' }) },
  ]
}

/** *Not now*: the move waits until a day and may come again on it. A day that is not ahead counts as tomorrow. */
export function notNow(book: Book, move: Move, until: Day): Change {
  const today = book.today()
  const day = until > today ? until : addDays(today, 1)
  const name = nameIn(book, move.person)
  return book.change(i18n._({ id: 'answer.not-now', message: '{name} can wait', values: { name } }), (hands) => {
    hands.add('mark', { on: today, what: { answer: 'not-now', move: move.key, person: move.person, until: day } })
  })
}

/** *Let it rest*: nothing more is suggested about a person until they are woken. */
export function letRest(book: Book, person: PersonId): Change {
  const name = nameIn(book, person)
  return book.change(i18n._({ id: 'answer.rest', message: '{name} rests now', values: { name } }), (hands) => {
    hands.patch('person', person, { resting: { since: book.today() } })
  })
}

/** Ends a rest. */
export function wake(book: Book, person: PersonId): Change {
  const name = nameIn(book, person)
  return book.change(i18n._({ id: 'answer.wake', message: '{name} may be suggested again', values: { name } }), (hands) => {
    hands.patch('person', person, { resting: undefined })
  })
}

export type WrongId =
  | 'in-touch'
  | 'less-often'
  | 'no-reason'
  | 'fact-over'
  | 'not-remind'
  | 'kept'
  | 'no-promise'
  | 'other-day'
  | 'date-wrong'
  | 'already'
  | 'no-help'

/** One way in which a move is wrong, and what saying so changes. */
export interface WrongChoice {
  readonly id: WrongId
  readonly label: string
  /** What it changes, in one sentence. */
  readonly effect: string
  /** What else must be given: the day it took place, or the day it is due. */
  readonly needs?: 'day' | undefined
}

/** The ways in which a move can be wrong. */
export function wrongChoices(book: Book, move: Move): readonly WrongChoice[] {
  const name = nameIn(book, move.person)
  const choices: WrongChoice[] = []
  const own = move.key.split(':')[0]
  if (own === 'promise') {
    choices.push(
      {
        id: 'kept',
        label: i18n._({ id: 'wrong.kept', message: 'It is kept already' }),
        effect: i18n._({ id: 'wrong.kept.effect', message: 'The promise counts as kept.' }),
      },
      {
        id: 'other-day',
        label: i18n._({ id: 'wrong.other-day', message: 'It is for another day' }),
        effect: i18n._({ id: 'wrong.other-day.effect', message: 'The promise moves to the day you choose.' }),
        needs: 'day',
      },
      {
        id: 'no-promise',
        label: i18n._({ id: 'wrong.no-promise', message: 'It is not needed any more' }),
        effect: i18n._({ id: 'wrong.no-promise.effect', message: 'The promise is set aside.' }),
      },
    )
    return choices
  }
  if (own === 'date') {
    choices.push(
      {
        id: 'already',
        label: i18n._({ id: 'wrong.already', message: 'I did that already' }),
        effect: i18n._({ id: 'wrong.already.effect', message: 'It comes again next year.' }),
      },
      {
        id: 'date-wrong',
        label: i18n._({ id: 'wrong.date', message: 'The date is not right' }),
        effect: i18n._({ id: 'wrong.date.effect', message: 'The date leaves your book. You can write the right one on their page.' }),
      },
    )
  } else if (own === 'thanks') {
    choices.push(
      {
        id: 'already',
        label: i18n._({ id: 'wrong.thanked', message: 'I said thank you already' }),
        effect: i18n._({ id: 'wrong.thanked.effect', message: 'This thanks does not come up again.' }),
      },
      {
        id: 'no-help',
        label: i18n._({ id: 'wrong.no-help', message: 'It was not help' }),
        effect: i18n._({ id: 'wrong.no-help.effect', message: 'The moment stays, without the word help.' }),
      },
    )
  } else {
    choices.push({
      id: 'in-touch',
      label: i18n._({ id: 'wrong.in-touch', message: 'We were in touch' }),
      effect: i18n._({ id: 'wrong.in-touch.effect', message: 'A moment is written on the day you choose, and the rhythm starts there.' }),
      needs: 'day',
    })
  }
  const { reason } = move
  if ('fact' in reason) {
    choices.push({
      id: 'fact-over',
      label: i18n._({ id: 'wrong.fact', message: 'That note is out of date' }),
      effect: i18n._({ id: 'wrong.fact.effect', message: 'The note goes to the trash.' }),
    })
  } else if ('moment' in reason && own !== 'thanks') {
    choices.push({
      id: 'no-reason',
      label: i18n._({ id: 'wrong.reason', message: 'That is no good reason' }),
      effect: i18n._({ id: 'wrong.reason.effect', message: 'This moment is not brought up again.' }),
    })
  }
  if (own === 'warmth' && widerFor(book, move.person) !== undefined) {
    choices.push({
      id: 'less-often',
      label: i18n._({ id: 'wrong.less', message: 'Less often is enough' }),
      effect: lessOftenEffect(widerFor(book, move.person), name),
    })
  }
  choices.push({
    id: 'not-remind',
    label: i18n._({ id: 'wrong.not-remind', message: 'I need no reminding of {name}', values: { name } }),
    effect: i18n._({
      id: 'wrong.not-remind.effect',
      message: '{name} stays in your book, and Kith suggests nothing by itself.',
      values: { name },
    }),
  })
  return choices
}

function lessOftenEffect(rhythm: Rhythm | undefined, name: string): string {
  switch (rhythm) {
    case 14:
      return i18n._({ id: 'wrong.less.14', message: 'The rhythm with {name} becomes every two weeks.', values: { name } })
    case 30:
      return i18n._({ id: 'wrong.less.30', message: 'The rhythm with {name} becomes once a month.', values: { name } })
    default:
      return i18n._({ id: 'wrong.less.90', message: 'The rhythm with {name} becomes once a quarter.', values: { name } })
  }
}

/** The next longer rhythm for a person, going by our own habit where none was chosen; undefined past the longest. */
export function widerFor(book: Book, id: string): 14 | 30 | 90 | undefined {
  const person = book.get('person', id)
  if (person === undefined || person.rhythm === 'none') return undefined
  const now = person.rhythm ?? tieIn(book, person).rhythm
  return ([14, 30, 90] as const).find((rhythm) => rhythm > now)
}

/** *Wrong*: makes the change that the choice names. `given.day` is needed where the choice says so; today when absent. */
export function wrong(book: Book, move: Move, choice: WrongId, given: DoneWith = {}): Change {
  const today = book.today()
  const day = given.day ?? today
  const id = move.key.slice(move.key.indexOf(':') + 1).replace(/:\d{4}$/, '')
  const label = i18n._({ id: 'answer.wrong', message: 'Thank you, that is put right' })
  return book.change(label, (hands) => {
    const because = choice === 'no-reason' && 'moment' in move.reason ? `${REASON}${move.reason.moment}` : choice
    hands.add('mark', { on: today, what: { answer: 'wrong', move: move.key, person: move.person, because } })
    putRight(hands, book, move, choice, { ...given, day }, id)
  })
}

function putRight(hands: Edit, book: Book, move: Move, choice: WrongId, given: DoneWith & { readonly day: Day }, id: string): void {
  switch (choice) {
    case 'in-touch':
      hands.add('moment', {
        day: given.day,
        people: [move.person],
        medium: given.medium ?? 'face',
        shape: given.shape ?? 'talk',
        startedBy: 'both',
        text: given.text?.trim() ?? '',
      })
      return
    case 'less-often': {
      const wider = widerFor(book, move.person)
      if (wider !== undefined) hands.patch('person', move.person, { rhythm: wider })
      return
    }
    case 'not-remind':
      hands.patch('person', move.person, { rhythm: 'none' })
      return
    case 'fact-over':
      if ('fact' in move.reason) hands.trash(move.reason.fact)
      return
    case 'kept':
      hands.patch('promise', id, { kept: { on: given.day } })
      return
    case 'no-promise':
      hands.patch('promise', id, { dropped: { on: book.today() } })
      return
    case 'other-day':
      hands.patch('promise', id, { due: given.day > book.today() ? given.day : addDays(book.today(), 1) })
      return
    case 'date-wrong':
      hands.trash(id)
      return
    case 'no-help':
      hands.patch('moment', id, { help: undefined })
      return
    default:
  }
}

/** Pauses the whole plan for some weeks. */
export function pauseFor(book: Book, weeks: number): Change {
  const today = book.today()
  return book.change(i18n._({ id: 'answer.pause', message: 'The plan rests' }), (hands) => {
    hands.add('mark', { on: today, what: { answer: 'pause', until: addDays(today, Math.max(1, Math.round(weeks * 7))) } })
  })
}

/** Ends a pause. */
export function unpause(book: Book): Change {
  const today = book.today()
  return book.change(i18n._({ id: 'answer.unpause', message: 'The plan is back' }), (hands) => {
    for (const mark of book.all('mark')) if (mark.what.answer === 'pause' && mark.what.until > today) hands.trash(mark.id)
  })
}

/** Keeps what a day showed, once; undefined when all of it is kept already. A day without moves leaves nothing. */
export function showPlan(book: Book, plan: DayPlan): Change | undefined {
  const plans = book.all('plan')
  const known = new Set(shownOn(plans, plan.day).map((move) => move.key))
  const fresh = plan.moves.filter((move) => !known.has(move.key)).map(({ key, kind, person }) => ({ key, kind, person }))
  if (fresh.length === 0) return undefined
  const record = plans.filter((other) => other.day === plan.day).sort((a, b) => (a.id < b.id ? -1 : 1))[0]
  return book.change('', (hands) => {
    if (record === undefined) hands.add('plan', { day: plan.day, moves: fresh })
    else hands.patch('plan', record.id, { moves: [...record.moves, ...fresh] })
  })
}
