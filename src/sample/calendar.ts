import type { Proposal } from '../mine/calendar/contract.ts'

/** Moments that the calendar of the sample's owner knows of, with the days as days ago. */
export interface Noted {
  readonly title: string
  readonly place?: string
  readonly medium: Proposal['medium']
  readonly shape: Proposal['shape']
  readonly by: Proposal['startedBy']
  readonly guests: readonly string[]
  readonly ago: readonly number[]
}

/** Guests are written with their full names; who is none of the sample's colleagues is not in the book. */
export const noted: readonly Noted[] = [
  {
    title: 'Soup with Solveig',
    place: 'Canteen, by the window',
    medium: 'meal',
    shape: 'lunch',
    by: 'me',
    guests: ['Solveig Lunde'],
    ago: [2],
  },
  {
    title: 'Front page round',
    place: 'Room Skerry',
    medium: 'face',
    shape: 'meeting',
    by: 'both',
    guests: ['Farah Siddiqi', 'Noor Haddad', 'Kenta Morishige'],
    ago: [8, 15, 22, 29, 36, 43],
  },
  {
    title: 'What the retreat may cost',
    medium: 'video',
    shape: 'meeting',
    by: 'both',
    guests: ['Samuel Adjei', 'Mei-Lin Chou', 'Ottilie Brandt'],
    ago: [4],
  },
  {
    title: 'A walk through the archive',
    place: 'Cellar, left of the boiler',
    medium: 'face',
    shape: 'walk',
    by: 'they',
    guests: ['Rosalind Achterberg'],
    ago: [11],
  },
  {
    title: 'Paper samples',
    place: 'Reception',
    medium: 'face',
    shape: 'talk',
    by: 'they',
    guests: ['Matteo Rinaldi'],
    ago: [6],
  },
]
