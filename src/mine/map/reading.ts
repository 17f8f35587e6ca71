import { i18n } from '@lingui/core'
import { callName, fold } from '../../kernel/text.ts'
import type { Book } from '../book.ts'
import type { PersonRow } from '../people/rows.ts'
import { isAlive, ringOf, type Sector } from './sectors.ts'

/** What the map says at a glance. */
export interface MapReading {
  /** The department where most of my nearest people are. */
  readonly nearest: string | undefined
  /** The largest department where everybody has grown quiet. */
  readonly drifted: string | undefined
  /** The first department where I know nobody. */
  readonly nobody: string | undefined
  /** Whether anything is written about anybody at all. */
  readonly begun: boolean
}

/** Reads the map. */
export function readMap(sectors: readonly Sector[]): MapReading {
  const near = (sector: Sector): number => sector.rows.filter((row) => row.band !== undefined && ringOf(row.band) <= 1).length
  const named = sectors.filter((sector) => sector.department !== undefined)
  const nearest = named.reduce<Sector | undefined>(
    (best, one) => (near(one) > (best === undefined ? 0 : near(best)) ? one : best),
    undefined,
  )
  const drifted = named
    .filter((sector) => sector.gap === 'drifted')
    .reduce<Sector | undefined>((best, one) => (one.rows.length > (best?.rows.length ?? 0) ? one : best), undefined)
  return {
    nearest: nearest?.department,
    drifted: drifted?.department,
    nobody: named.find((sector) => sector.gap === 'nobody')?.department,
    begun: sectors.some((sector) => sector.rows.some((row) => row.band !== undefined)),
  }
}

/** The map in one sentence. */
export function mapText({ nearest, drifted, nobody, begun }: MapReading): string {
  const values = { nearest, drifted, nobody }
  if (!begun) return i18n._({ id: 'map.reads.nothing', message: 'Nothing is written yet, so everybody stands at the rim.' })
  if (nearest === undefined) {
    if (drifted !== undefined && nobody !== undefined)
      return i18n._({
        id: 'map.reads.far-drifted-nobody',
        message: 'Nobody is near at the moment; {drifted} has drifted furthest, and in {nobody} you know nobody yet.',
        values,
      })
    if (drifted !== undefined)
      return i18n._({ id: 'map.reads.far-drifted', message: 'Nobody is near at the moment, and {drifted} has drifted furthest.', values })
    if (nobody !== undefined)
      return i18n._({ id: 'map.reads.far-nobody', message: 'Nobody is near at the moment, and in {nobody} you know nobody yet.', values })
    return i18n._({ id: 'map.reads.far', message: 'Nobody is near at the moment.' })
  }
  if (drifted !== undefined && nobody !== undefined)
    return i18n._({
      id: 'map.reads.near-drifted-nobody',
      message: 'You are nearest to {nearest}; {drifted} has drifted, and in {nobody} you know nobody yet.',
      values,
    })
  if (drifted !== undefined)
    return i18n._({ id: 'map.reads.near-drifted', message: 'You are nearest to {nearest}, and {drifted} has drifted.', values })
  if (nobody !== undefined)
    return i18n._({ id: 'map.reads.near-nobody', message: 'You are nearest to {nearest}, and in {nobody} you know nobody yet.', values })
  return i18n._({ id: 'map.reads.near', message: 'You are nearest to {nearest}, and no department has drifted away.', values })
}

/** One small step towards a department that is far away, through somebody who is near. */
export interface Step {
  readonly department: string
  readonly through: PersonRow
  readonly why: 'mentioned' | 'known-best' | 'drifted'
}

/**
 * The step towards the first department where I know nobody: whoever is near and was heard speaking of
 * it, else whoever is nearest outside my own department. Where every department has somebody, the step
 * leads to the one who is nearest in a department that has drifted. Undefined when nobody is near enough to ask.
 */
export function stepOf(book: Book, sectors: readonly Sector[]): Step | undefined {
  const reading = readMap(sectors)
  const rows = sectors.flatMap((sector) => sector.rows)
  if (reading.nobody !== undefined) {
    const department = reading.nobody
    const near = rows.filter(isAlive).sort((a, b) => b.warmth - a.warmth)
    const word = fold(department)
    const speaks = near.find((row) => mentions(book, row.person.id, word))
    const mine = new Set(sectors.filter((sector) => sector.mine).flatMap((sector) => sector.rows))
    const through = speaks ?? near.find((row) => !mine.has(row)) ?? near[0]
    return through === undefined ? undefined : { department, through, why: speaks === undefined ? 'known-best' : 'mentioned' }
  }
  if (reading.drifted === undefined) return undefined
  const there = sectors.find((sector) => sector.department === reading.drifted)?.rows[0]
  return there === undefined ? undefined : { department: reading.drifted, through: there, why: 'drifted' }
}

/** Whether my notes about somebody name a department. */
function mentions(book: Book, person: string, word: string): boolean {
  const says = (text: string): boolean => ` ${fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ')} `.includes(` ${word} `)
  return book.factsOf(person).some((fact) => says(fact.text)) || book.momentsOf(person).some((moment) => says(moment.text))
}

/** The step as a title, and why it is proposed. */
export function stepText({ department, through, why }: Step): { readonly title: string; readonly reason: string } {
  const values = { name: callName(through.person.name), department }
  switch (why) {
    case 'mentioned':
      return {
        title: i18n._({ id: 'map.step.ask', message: 'Ask {name} whom to meet in {department}', values }),
        reason: i18n._({ id: 'map.step.mentioned', message: '{department} comes up in what you wrote about {name}.', values }),
      }
    case 'known-best':
      return {
        title: i18n._({ id: 'map.step.ask', message: 'Ask {name} whom to meet in {department}', values }),
        reason: i18n._({ id: 'map.step.near', message: 'You and {name} are near, and people know people.', values }),
      }
    case 'drifted':
      return {
        title: i18n._({ id: 'map.step.hello', message: 'Say hello to {name} again', values }),
        reason: i18n._({ id: 'map.step.drifted', message: 'In {department} nobody is nearer to you than {name}.', values }),
      }
  }
}
