import type { Moment } from '../moments/contract.ts'
import type { Meeting } from './meetings.ts'

/** How a meeting took place, as far as its entry lets one guess. */
export type Guessed = Pick<Moment, 'medium' | 'shape' | 'startedBy'>

/** Any of these words by itself, in a title or the name of a place. */
const words = (...list: readonly string[]): RegExp => new RegExp(`(?<!\\p{L})(?:${list.join('|')})(?!\\p{L})`, 'iu')

const lunch = words(
  'lunch(?:es)?',
  'brunch',
  'breakfast',
  'dinner',
  'mittag(?:s|spause|stisch)?',
  'mittagessen',
  'fr(?:ü|ue)hst(?:ü|ue)ck',
  'abendessen',
)
const eating = words('canteen', 'cafeteria', 'restaurant', 'bistro', 'kantine', 'mensa', 'pizzeria', 'trattoria')
const coffee = words('coffee', 'caf(?:é|e)', 'espresso', 'tea', 'tee', 'kaffee(?:pause|runde)?')
const walk = words('walk', 'stroll', 'spaziergang')
const party = words(
  'party',
  'celebration',
  'farewell',
  'anniversary',
  'drinks',
  'feier',
  'fest',
  'abschied',
  'jubil(?:ä|ae)um',
  'sommerfest',
  'weihnachtsfeier',
  'umtrunk',
)
const call = words('call', 'phone', 'telephone', 'anruf', 'telefonat', 'telefon', 'telko')
const number = /^\s*(?:tel\.?:?\s*)?\+?\d[\d ()/.-]{5,24}$/i
const work = words(
  'meeting',
  'review',
  'planning',
  'sync',
  'stand-?up',
  'interview',
  'workshop',
  'training',
  'demo',
  'retro(?:spective)?',
  'kick-?off',
  'steering',
  'update',
  'briefing',
  'jour fixe',
  'besprechung',
  'termin',
  'abstimmung',
  'schulung',
  'sitzung',
  'runde',
)

/** A time of the day in minutes. */
const [NOON_FROM, NOON_TO] = [11 * 60 + 30, 14 * 60]

/**
 * Guesses the medium and the shape from the title, the place, the time and the address of a video
 * meeting; the owner can put it right before it is written.
 *
 * @param others how many were there besides me
 * @param organisedBy whether I or somebody else invited; undefined when the entry does not say
 */
export function guessShape(meeting: Meeting, others: number, organisedBy: 'me' | 'they' | undefined): Guessed {
  const { item, at } = meeting
  const { title, place = '' } = item
  const startedBy = item.recurs || item.replaces !== undefined || others > 1 ? 'both' : (organisedBy ?? 'both')
  const of = (medium: Moment['medium'], shape: Moment['shape']): Guessed => ({
    medium,
    shape,
    startedBy: shape === 'meeting' ? 'both' : startedBy,
  })
  if (item.video) return of('video', others > 1 ? 'meeting' : 'call')
  if (lunch.test(title)) return of('meal', 'lunch')
  if (party.test(title)) return of('face', 'party')
  if (walk.test(title)) return of('face', 'walk')
  if (coffee.test(title)) return of('face', 'coffee')
  if (call.test(title) || number.test(place)) return of('call', 'call')
  const end = at === undefined ? undefined : at + (item.minutes ?? 0)
  const noon = at !== undefined && end !== undefined && at >= NOON_FROM && end <= NOON_TO && end > at
  // Between half past eleven and two, two people without a word of work eat together, and so does whoever meets where one eats.
  if (noon && (eating.test(place) || (others === 1 && !work.test(title)))) return of('meal', 'lunch')
  if (coffee.test(place)) return of('face', 'coffee')
  return of('face', others > 1 ? 'meeting' : 'talk')
}
