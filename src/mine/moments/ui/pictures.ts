import type { IconName } from '../../../web/ui/icon.tsx'
import type { Moment } from '../contract.ts'
import { pictureOf } from '../wording.ts'

const pictures: Record<ReturnType<typeof pictureOf>, IconName> = {
  lunch: 'lunch',
  coffee: 'cup',
  walk: 'walk',
  talk: 'talk',
  meeting: 'meeting',
  call: 'call',
  video: 'video',
  message: 'mail',
  help: 'help',
  party: 'party',
  other: 'talk',
}

/** The drawing of a moment. */
export const iconOf = (moment: Pick<Moment, 'shape' | 'medium'>): IconName => pictures[pictureOf(moment)]
