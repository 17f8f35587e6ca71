import { i18n } from '@lingui/core'
import { hash32 } from '../../kernel/random.ts'
import { callName } from '../../kernel/text.ts'
import type { Day } from '../../kernel/time.ts'
import type { Book } from '../book.ts'
import { isDelicate } from '../tact/tact.ts'
import { pastText, sinceText } from '../warmth/days-in-words.ts'
import { dateReason } from './date-wording.ts'
import type { How, Move, Question } from './move.ts'
import { lastTime, rhythmText, still } from './since-wording.ts'

/** A title around the name, so that the screen can make the name a way to the person's page. */
export interface TitleParts {
  readonly before: string
  readonly name: string
  readonly after: string
}

const SLOT = '\u0001'
const fullName = (book: Book, person: string): string => book.get('person', person)?.name ?? ''
const shortName = (book: Book, person: string): string => callName(fullName(book, person))

/** Shortens my own words at a word's end, so that a sentence stays on one line. */
export function shortened(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= most) return line.replace(/[.,;:]$/, '')
  const cut = line.slice(0, most - 1)
  const space = cut.lastIndexOf(' ')
  return `${(space > most / 2 ? cut.slice(0, space) : cut).replace(/[\s.,;:–-]+$/, '')}…`
}

/** The title of a move in one piece, the verb first: "Walk over to Tom Becker". */
export function titleText(book: Book, move: Move): string {
  const { before, name, after } = titleParts(book, move)
  return `${before}${name}${after}`
}

/** The title of a move, split around the name. */
export function titleParts(book: Book, move: Move): TitleParts {
  const whole = titleWith(move, SLOT)
  const at = whole.indexOf(SLOT)
  const name = fullName(book, move.person)
  return at < 0 ? { before: whole, name: '', after: '' } : { before: whole.slice(0, at), name, after: whole.slice(at + 1) }
}

function titleWith(move: Move, name: string): string {
  const values = { name }
  switch (move.title.say) {
    case 'hello':
      return i18n._({ id: 'title.hello', message: 'Say hello to {name}', values })
    case 'thank':
      return i18n._({ id: 'title.thank', message: 'Thank {name}', values })
    case 'share':
      return i18n._({ id: 'title.share', message: 'Share something with {name}', values })
    case 'promise':
      if (isDelicate(move.title.text)) return i18n._({ id: 'title.promise-quiet', message: 'For {name}: what you promised', values })
      return i18n._({ id: 'title.promise', message: 'For {name}: {text}', values: { name, text: shortened(move.title.text, 60) } })
    case 'congratulate':
      if (move.reason.because === 'date' && move.reason.what === 'other')
        return i18n._({ id: 'title.think-of', message: 'Think of {name}', values })
      return i18n._({ id: 'title.congratulate', message: 'Congratulate {name}', values })
    case 'ask-how':
      return askTitle(move, values)
    default:
      return wayTitle(move.how, values)
  }
}

function askTitle(move: Move, values: { name: string }): string {
  switch (move.reason.because) {
    case 'only-written':
      return i18n._({ id: 'title.walk-over', message: 'Walk over to {name}', values })
    case 'they-are-back':
      return i18n._({ id: 'title.welcome-back', message: 'Welcome {name} back', values })
    case 'helped-them':
      return i18n._({ id: 'title.turned-out', message: 'Ask {name} how it turned out', values })
    case 'fact':
    case 'fact-ends':
    case 'told':
      return i18n._({ id: 'title.how-going', message: 'Ask {name} how it is going', values })
    default:
      return i18n._({ id: 'title.how-are-you', message: 'Ask {name} how things are', values })
  }
}

function wayTitle(how: How, values: { name: string }): string {
  switch (how.way) {
    case 'lunch':
      return i18n._({ id: 'title.lunch', message: 'Have lunch with {name}', values })
    case 'coffee':
      return i18n._({ id: 'title.coffee', message: 'Have a coffee with {name}', values })
    case 'video':
    case 'call':
      return i18n._({ id: 'title.call', message: 'Ring {name}', values })
    case 'write':
    case 'card':
      return i18n._({ id: 'title.write', message: 'Write to {name}', values })
    default:
      return i18n._({ id: 'title.drop-by', message: 'Drop by {name}', values })
  }
}

/** Why, in one sentence in the second person, short enough for one line. */
export function reasonText(book: Book, move: Move, day: Day): string {
  const { reason } = move
  const name = shortName(book, move.person)
  // Two wordings for what comes often, so that days do not read alike.
  const first = hash32(`${day} ${move.key} words`) % 2 === 0
  switch (reason.because) {
    case 'only-written': {
      const since = sinceText(reason.since, day)
      return first
        ? i18n._({ id: 'reason.only-written', message: 'Since {since} there was only writing between you.', values: { since } })
        : i18n._({ id: 'reason.only-written.2', message: 'All you did since {since} was write; a few steps say more.', values: { since } })
    }
    case 'only-called':
      return i18n._({
        id: 'reason.only-called',
        message: 'You heard each other, but last sat together {when}.',
        values: { when: pastText(reason.lastFace, day) },
      })
    case 'only-meetings':
      return i18n._({
        id: 'reason.only-meetings',
        message: 'Since {since} you two only met in meetings.',
        values: { since: sinceText(reason.since, day) },
      })
    case 'told': {
      const text = shortened(reason.text, 34)
      const when = pastText(reason.on, day)
      return first
        ? i18n._({ id: 'reason.told', message: 'You wrote {when}: “{text}”.', values: { when, text } })
        : i18n._({
            id: 'reason.told.2',
            message: '“{text}”, you wrote {when}. What came of it?',
            values: { when, text: shortened(reason.text, 28) },
          })
    }
    case 'fact': {
      const text = shortened(reason.text, 36)
      const when = pastText(reason.on, day)
      return first
        ? i18n._({ id: 'reason.fact', message: 'You noted {when}: “{text}”.', values: { when, text } })
        : i18n._({ id: 'reason.fact.2', message: 'You know this about {name}: “{text}”.', values: { name, text } })
    }
    case 'fact-ends':
      if (reason.text === '') return i18n._({ id: 'reason.fact-ends-quiet', message: 'You wished to ask how {name} is.', values: { name } })
      return i18n._({ id: 'reason.fact-ends', message: 'You wished to remember: “{text}”.', values: { text: shortened(reason.text, 44) } })
    case 'helped-me': {
      const when = pastText(reason.on, day)
      return reason.text === ''
        ? i18n._({ id: 'reason.helped-me', message: '{name} helped you {when}.', values: { name, when } })
        : i18n._({
            id: 'reason.helped-me.text',
            message: '{name} helped you {when}: “{text}”.',
            values: { name, when, text: shortened(reason.text, 30) },
          })
    }
    case 'helped-them': {
      const when = pastText(reason.on, day)
      return reason.text === ''
        ? i18n._({ id: 'reason.helped-them', message: 'You lent {name} a hand {when}.', values: { name, when } })
        : i18n._({
            id: 'reason.helped-them.text',
            message: 'You lent a hand {when}: “{text}”.',
            values: { when, text: shortened(reason.text, 30) },
          })
    }
    case 'they-are-back':
      return i18n._({
        id: 'reason.they-are-back',
        message: '{name} was away and has been back since {since}.',
        values: { name, since: sinceText(reason.on, day) },
      })
    case 'i-am-back':
      return i18n._({ id: 'reason.i-am-back', message: 'You have been away; bring {name} a story from it.', values: { name } })
    case 'they-began':
      return i18n._({
        id: 'reason.they-began',
        message: 'Lately {name} always took the first step, last {when}.',
        values: { name, when: pastText(reason.last, day) },
      })
    case 'no-answer':
      return i18n._({
        id: 'reason.no-answer',
        message: 'You wrote {when}, and no answer is noted.',
        values: { when: pastText(reason.on, day) },
      })
    case 'only-reactions':
      return i18n._({
        id: 'reason.only-reactions',
        message: 'Since {since} there was only a thumb or a smile on a screen.',
        values: { since: sinceText(reason.since, day) },
      })
    case 'last-time':
      return lastTime(reason.shape, pastText(reason.on, day), first)
    case 'together': {
      const others = new Intl.ListFormat(i18n.locale || 'en', { type: 'conjunction' }).format(
        reason.others.map((id) => shortName(book, id)),
      )
      return i18n._({
        id: 'reason.together',
        message: 'You were last together {when}, with {others} there too.',
        values: { when: pastText(reason.on, day), others },
      })
    }
    case 'rhythm':
      return rhythmText(reason.every, pastText(reason.on, day))
    case 'other-department':
      return first
        ? i18n._({
            id: 'reason.department',
            message: 'You know {name} in {department}; you last spoke {when}.',
            values: { name, department: reason.department, when: pastText(reason.on, day) },
          })
        : i18n._({
            id: 'reason.department.2',
            message: 'What is new in {department}? Your last word was {when}.',
            values: { department: reason.department, when: pastText(reason.on, day) },
          })
    case 'still':
      return still(reason.shape, pastText(reason.on, day), sinceText(reason.on, day), first)
    case 'new-line':
      return i18n._({
        id: 'reason.new-line',
        message: 'You wrote about {name}: “{text}”.',
        values: { name, text: shortened(reason.text, 40) },
      })
    case 'new-fact':
      return i18n._({
        id: 'reason.new-fact',
        message: 'You noted about {name}: “{text}”.',
        values: { name, text: shortened(reason.text, 40) },
      })
    case 'new-same-department':
      return i18n._({
        id: 'reason.new-same',
        message: 'You are both in {department}, and no moment is written yet.',
        values: { department: reason.department },
      })
    case 'new-department':
      return first
        ? i18n._({
            id: 'reason.new-department',
            message: '{name} works in {department}; nothing is written of you two yet.',
            values: { name, department: reason.department },
          })
        : i18n._({
            id: 'reason.new-department.2',
            message: 'You put {name} from {department} in your book; a hello begins it.',
            values: { name, department: reason.department },
          })
    case 'new-role':
      return i18n._({
        id: 'reason.new-role',
        message: '{name} is {role}; you have not written a moment yet.',
        values: { name, role: shortened(reason.role, 30) },
      })
    case 'new-circle':
      return i18n._({
        id: 'reason.new-circle',
        message: 'You put {name} in “{circle}”, and nothing is written yet.',
        values: { name, circle: shortened(reason.circle, 24) },
      })
    case 'new':
      return first
        ? i18n._({ id: 'reason.new', message: 'You put {name} in your book, and nothing is written yet.', values: { name } })
        : i18n._({
            id: 'reason.new.2',
            message: 'You wanted {name} in your book; a first word is all it takes.',
            values: { name },
          })
    case 'promise-today':
      return first
        ? i18n._({ id: 'reason.promise', message: 'You said so {when}, for today.', values: { when: pastText(reason.made, day) } })
        : i18n._({
            id: 'reason.promise.2',
            message: 'You promised it {when}, and today is the day.',
            values: { when: pastText(reason.made, day) },
          })
    case 'promise-before':
      return first
        ? i18n._({
            id: 'reason.promise-before',
            message: 'You had it in mind {when}; today is as welcome.',
            values: { when: pastText(reason.due, day) },
          })
        : i18n._({
            id: 'reason.promise-before.2',
            message: 'You promised it {when}; {name} will be glad of it today too.',
            values: { when: pastText(reason.made, day), name },
          })
    case 'promise-open':
      return i18n._({
        id: 'reason.promise-open',
        message: 'You said so {when}, without a day.',
        values: { when: pastText(reason.made, day) },
      })
    default:
      return dateReason(reason, name, day)
  }
}

/** How, with its time: "face to face, ten minutes". */
export function howText(how: How): string {
  switch (how.way) {
    case 'lunch':
      return i18n._({ id: 'how.lunch', message: 'over lunch' })
    case 'coffee':
      return i18n._({ id: 'how.coffee', message: 'over coffee, twenty minutes' })
    case 'walk-over':
      return how.minutes === 5
        ? i18n._({ id: 'how.hello', message: 'face to face, five minutes' })
        : i18n._({ id: 'how.walk', message: 'face to face, ten minutes' })
    case 'video':
      return i18n._({ id: 'how.video', message: 'a video call, twenty minutes' })
    case 'call':
      return i18n._({ id: 'how.call', message: 'a call, a quarter of an hour' })
    case 'card':
      return i18n._({ id: 'how.card', message: 'a card, ten minutes' })
    case 'write':
      return i18n._({ id: 'how.write', message: 'a few lines, five minutes' })
    default:
      return i18n._({ id: 'how.do', message: 'whenever it suits you' })
  }
}

/** The first question to ask; undefined for moves that need none. */
export function questionText(question: Question | undefined): string | undefined {
  switch (question) {
    case 'how-went':
      return i18n._({ id: 'question.how-went', message: 'How did it go on from there?' })
    case 'how-now':
      return i18n._({ id: 'question.how-now', message: 'How is that going now?' })
    case 'how-are-you':
      return i18n._({ id: 'question.how-are-you', message: 'How have you been, really?' })
    case 'what-keeps-you-busy':
      return i18n._({ id: 'question.busy', message: 'What are you glad to be working on?' })
    case 'what-was-best':
      return i18n._({ id: 'question.best', message: 'What was the best part of your week?' })
    case 'what-shall-we':
      return i18n._({ id: 'question.again', message: 'Shall we do that again?' })
    case 'did-it-help':
      return i18n._({ id: 'question.help', message: 'Did it work out in the end?' })
    case 'how-away':
      return i18n._({ id: 'question.away', message: 'How was your time away?' })
    default:
      return undefined
  }
}
