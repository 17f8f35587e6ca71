import type { PersonId } from '../../kernel/ids.ts'
import { hash32 } from '../../kernel/random.ts'
import { addDays, type Day, dayNumber, daysBetween } from '../../kernel/time.ts'
import type { Book } from '../book.ts'
import type { Moment } from '../moments/contract.ts'
import type { Fact, Person } from '../people/contract.ts'
import { isDelicate } from '../tact/tact.ts'
import { clocksFor } from '../warmth/clock.ts'
import { isFace, isWriting, onlyWrittenSince } from '../warmth/reading.ts'
import type { Tie } from '../warmth/warmth.ts'
import type { MoveKind } from './contract.ts'
import { answersIn } from './marks.ts'
import type { Question, Reason, Title } from './move.ts'

/** A reason with the kind of move it makes, its title and its first question. */
export interface Ground {
  readonly kind: MoveKind
  readonly title: Title
  readonly reason: Reason
  readonly question: Question
  readonly others?: readonly PersonId[]
}

/** How long a rhythm may be passed before the stillness itself is a reason to ask how somebody is. */
const STILL = 1.25

const thanked = /\b(thank|thanks|danke|dank|merci|grazie|obrigad[oa]|gracias)/i

/** Moments up to a day, the newest first, in an order that does not depend on how they came into the book. */
export function recentMoments(book: Book, person: string, day: Day, most = 16): readonly Moment[] {
  const all = book.momentsOf(person)
  const out: Moment[] = []
  for (const moment of all) {
    if (moment.day > day) continue
    if (out.length >= most && moment.day !== out.at(-1)?.day) break
    out.push(moment)
  }
  return out.sort((a, b) =>
    a.day !== b.day ? (a.day < b.day ? 1 : -1) : a.changed !== b.changed ? (a.changed < b.changed ? 1 : -1) : a.id < b.id ? 1 : -1,
  )
}

/** Help that a person gave me since the day `since`, while no thanks is written; the newest first. */
export function unthankedHelp(book: Book, person: string, day: Day, since: Day): Moment | undefined {
  // Most people gave none lately: that is known before anything is sorted.
  let any = false
  for (const moment of book.momentsOf(person)) {
    if (moment.day < since) break
    if (moment.help === 'received' && moment.day <= day) any = true
  }
  if (!any) return undefined
  const recent = recentMoments(book, person, day)
  const { settled } = answersIn(book.all('mark'))
  for (const [i, moment] of recent.entries()) {
    if (moment.day < since) return undefined
    const key = thanksKey(moment.id)
    if (thanked.test(moment.text) || moment.move?.startsWith('thanks:') === true) return undefined
    if (moment.help !== 'received') continue
    if (settled.has(key) || recent.slice(0, i).some((later) => later.move === key)) return undefined
    return moment
  }
  return undefined
}

/** The key of a move that thanks for a moment. */
export const thanksKey = (moment: string): string => `thanks:${moment}`

const ask = (reason: Reason, question: Question): Ground => ({ kind: 'ask-how', title: { say: 'ask-how' }, reason, question })

/**
 * Why somebody whose rhythm has come round might hear from me, best reasons first: first what makes
 * the move a giving or caring one (thank, ask how they are, share), then what only makes it a keeping one (catch up).
 * The order among equals changes from day to day, so that days do not read alike.
 */
export function groundsForWarmth(book: Book, person: Person, tie: Tie, day: Day): readonly Ground[] {
  const recent = recentMoments(book, person.id, day)
  const contacts = recent.filter((moment) => moment.medium !== 'reaction')
  const last = contacts[0]
  if (last === undefined || tie.elapsed === undefined) return []
  const { noReason } = answersIn(book.all('mark'))
  const strong: Ground[] = []
  const kind: Ground[] = []
  const plain: Ground[] = []

  const help = unthankedHelp(book, person.id, day, addDays(day, -60))
  if (help !== undefined && !noReason.has(help.id)) strong.push(thanks(help))

  const absence = clocksFor(book.all('away')).absence(person.id, dayNumber(day))
  const back = absence?.away.to === undefined ? undefined : addDays(absence.away.to, 1)
  if (
    absence?.now === false &&
    back !== undefined &&
    daysBetween(back, day) <= 14 &&
    back > last.day &&
    daysBetween(absence.away.from, back) >= 5
  ) {
    strong.push(ask({ because: 'they-are-back', on: back }, 'how-away'))
  }
  const written = onlyWrittenSince(contacts)
  if (written !== undefined && daysBetween(written, day) >= 21) {
    const lastFace = book.momentsOf(person.id).find((moment) => isFace(moment.medium) && moment.day <= day)?.day
    strong.push(ask({ because: 'only-written', since: written, lastFace }, 'how-are-you'))
  }

  for (const fact of notedAbout(book, person.id, day, noReason, 3)) {
    kind.push(ask({ because: 'fact', fact: fact.id, text: fact.text, on: fact.writtenOn }, 'how-now'))
  }
  const told = contacts
    .slice(0, 3)
    .find((moment) => moment.text.trim().length >= 4 && moment.help === undefined && !noReason.has(moment.id) && !isDelicate(moment.text))
  if (told !== undefined)
    kind.push(ask({ because: 'told', moment: told.id, shape: told.shape, text: told.text.trim(), on: told.day }, 'how-went'))
  const given = contacts.find((moment) => moment.help === 'given' && daysBetween(moment.day, day) <= 120 && !noReason.has(moment.id))
  if (given !== undefined)
    kind.push(ask({ because: 'helped-them', moment: given.id, text: repeatable(given.text), on: given.day }, 'did-it-help'))
  if (contacts.length >= 3 && contacts.slice(0, 3).every((moment) => moment.startedBy === 'they' && moment.shape !== 'meeting')) {
    kind.push({
      kind: 'share',
      title: { say: 'share' },
      reason: { because: 'they-began', last: last.day, shape: last.shape },
      question: 'what-was-best',
    })
  }
  if (last.medium === 'one-way' && last.startedBy === 'me') kind.push(ask({ because: 'no-answer', on: last.day }, 'how-are-you'))
  const firstReaction = recent.filter((moment) => moment.medium === 'reaction' && moment.day > last.day).at(-1)
  if (firstReaction !== undefined) kind.push(ask({ because: 'only-reactions', since: firstReaction.day }, 'how-are-you'))

  const mine = myReturn(book, day)
  if (kind.length === 0 && mine !== undefined && mine > last.day) {
    kind.push({ kind: 'share', title: { say: 'share' }, reason: { because: 'i-am-back', on: mine }, question: 'what-keeps-you-busy' })
  }
  if (kind.length === 0 && tie.elapsed >= STILL * tie.rhythm)
    kind.push(ask({ because: 'still', shape: last.shape, on: last.day }, 'how-are-you'))

  const keep = (reason: Reason, question: Question, others?: readonly PersonId[]): void => {
    plain.push({ kind: 'catch-up', title: { say: 'catch-up' }, reason, question, ...(others === undefined ? {} : { others }) })
  }
  const lastFace = contacts.find((moment) => isFace(moment.medium))
  if (contacts.length >= 3 && contacts.slice(0, 3).every((moment) => moment.shape === 'meeting')) {
    keep({ because: 'only-meetings', since: (contacts[2] as Moment).day }, 'what-keeps-you-busy')
  }
  if (
    lastFace !== undefined &&
    lastFace !== last &&
    contacts.slice(0, contacts.indexOf(lastFace)).every((moment) => !isWriting(moment.medium))
  ) {
    keep({ because: 'only-called', lastFace: lastFace.day }, 'what-keeps-you-busy')
  }
  const others = last.people
    .filter((id) => id !== person.id && book.get('person', id)?.resting === undefined && book.get('person', id) !== undefined)
    .sort()
  if (others.length > 0 && others.length <= 2) {
    keep({ because: 'together', shape: last.shape, others: others as PersonId[], on: last.day }, 'what-shall-we', others as PersonId[])
  }
  const my = book.setting('me')?.department
  if (my !== undefined && person.department !== undefined && person.department !== '' && my !== person.department) {
    keep({ because: 'other-department', department: person.department, on: last.day }, 'what-keeps-you-busy')
  }
  if (typeof person.rhythm === 'number')
    keep({ because: 'rhythm', every: person.rhythm, shape: last.shape, on: last.day }, 'what-keeps-you-busy')
  keep({ because: 'last-time', shape: last.shape, on: last.day }, 'what-keeps-you-busy')

  return [...strong, ...turned(kind, `${day} ${person.id}`), ...turned(plain, `${day} ${person.id}`)]
}

/** My own words as a suggestion may repeat them: none where they touch health, belief or the like. */
const repeatable = (text: string): string => (isDelicate(text) ? '' : text.trim())

/** A thanks for help received. */
export const thanks = (moment: Moment): Ground => ({
  kind: 'thank',
  title: { say: 'thank' },
  reason: { because: 'helped-me', moment: moment.id, text: repeatable(moment.text), on: moment.day },
  question: 'how-are-you',
})

/** Why somebody without any moment yet might get a hello. */
export function groundForHello(book: Book, person: Person, day: Day): Ground {
  const my = book.setting('me')?.department
  const choices: Reason[] = []
  const { noReason } = answersIn(book.all('mark'))
  const fact = notedAbout(book, person.id, addDays(day, 1), noReason, 1)[0]
  if (fact !== undefined) choices.push({ because: 'new-fact', fact: fact.id, text: fact.text })
  if (person.line !== undefined && person.line.trim() !== '' && !isDelicate(person.line))
    choices.push({ because: 'new-line', text: person.line.trim() })
  if (person.department !== undefined && person.department !== '') {
    choices.push({ because: my === person.department ? 'new-same-department' : 'new-department', department: person.department })
  }
  if (choices.length === 0 && person.circle !== undefined && person.circle !== '')
    choices.push({ because: 'new-circle', circle: person.circle })
  if (choices.length === 0 && person.role !== undefined && person.role !== '') choices.push({ because: 'new-role', role: person.role })
  const reason = choices[hash32(`${day} ${person.id}`) % Math.max(1, choices.length)] ?? { because: 'new' }
  return { kind: 'say-hello', title: { say: 'hello' }, reason, question: 'what-keeps-you-busy' }
}

/** At most so many facts about a person that were written before a day, still hold on it and may be repeated; the newest first. */
function notedAbout(book: Book, person: string, day: Day, noReason: ReadonlySet<string>, most: number): readonly Fact[] {
  const noted = book
    .factsOf(person)
    .filter(
      (fact) =>
        fact.writtenOn < day &&
        (fact.expires === undefined || fact.expires >= day) &&
        daysBetween(fact.writtenOn, day) <= 240 &&
        !noReason.has(fact.id),
    )
    .sort((a, b) => (a.writtenOn !== b.writtenOn ? (a.writtenOn < b.writtenOn ? 1 : -1) : a.id < b.id ? 1 : -1))
  const found: Fact[] = []
  for (const fact of noted) {
    if (found.length >= most) break
    if (fact.tact !== true && !isDelicate(fact.text)) found.push(fact)
  }
  return found
}

/** The day I came back, where a time away of at least a week ended within the last week. */
function myReturn(book: Book, day: Day): Day | undefined {
  let back: Day | undefined
  for (const away of book.all('away')) {
    if (away.who !== 'me' || away.to === undefined || away.to >= day || daysBetween(away.from, away.to) < 6) continue
    const on = addDays(away.to, 1)
    if (daysBetween(on, day) <= 7 && (back === undefined || on > back)) back = on
  }
  return back
}

/** A list that begins at an element chosen by the seed, and goes round. */
function turned<T>(list: readonly T[], seed: string): readonly T[] {
  if (list.length < 2) return list
  const at = hash32(seed) % list.length
  return [...list.slice(at), ...list.slice(0, at)]
}
