import { i18n } from '@lingui/core'
import { addDays, type Day } from '../../../kernel/time.ts'
import { type Medium, type Moment, Shape } from '../../moments/contract.ts'
import { mediumText, shapeText } from '../../moments/wording.ts'
import { askHow, changeDue, changeMoment, chooseWho, keepAsWritten, leaveOut, leaveOutWho } from '../amend.ts'
import { type Chip, dayText, type NameOf } from '../summary.ts'
import { type SeenMoment, sameWho, type Understanding } from '../understanding.ts'
import type { Correction } from './quick-log-line.tsx'

/** One thing a chip can be changed to. */
export interface Choice extends Correction {
  readonly text: string
}

const media: readonly Medium[] = ['meal', 'face', 'video', 'call', 'message', 'one-way', 'reaction']
/** How one is in touch in each shape, where the shape says it. */
const mediumOf: Partial<Record<Shape, Medium>> = {
  lunch: 'meal',
  coffee: 'face',
  walk: 'face',
  talk: 'face',
  meeting: 'face',
  party: 'face',
  call: 'call',
  message: 'message',
}
const DAYS_BACK = 6

const moment = (text: string, fields: Partial<Omit<SeenMoment, 'people'>>, today: Day): Choice => ({
  text,
  lasting: true,
  apply: (read) => changeMoment(read, fields, today),
})

/** What a chip can be changed to, the likeliest first. */
export function choicesFor(chip: Chip, understanding: Understanding, nameOf: NameOf, today: Day): readonly Choice[] {
  const now = understanding.moment
  switch (chip.is) {
    case 'person':
      return whoChoices(chip, understanding, nameOf)
    case 'shape':
      return Shape.options.map((shape) =>
        moment(
          shapeText({ shape, medium: mediumOf[shape] ?? now?.medium ?? 'face', startedBy: 'both' }),
          { shape, ...(mediumOf[shape] === undefined ? {} : { medium: mediumOf[shape] }) },
          today,
        ),
      )
    case 'medium':
      return media.map((medium) => moment(mediumText(medium), { medium }, today))
    case 'day':
      return Array.from({ length: DAYS_BACK + 1 }, (_, back) => addDays(today, -back)).map((day) =>
        moment(dayText(day, today), { day }, today),
      )
    case 'started':
      return started(today)
    case 'help':
      return [...helped(today), moment(i18n._({ id: 'log.no-help', message: 'No help in it' }), { help: undefined }, today)]
    case 'depth':
      return [...deep(today), moment(i18n._({ id: 'log.as-usual', message: 'As usual' }), { depth: undefined }, today)]
    case 'promise':
      return [
        ...[1, 7].map((days) => addDays(today, days)).map((due) => dueOn(chip.part.list === 'promises' ? chip.part.at : 0, due, today)),
        {
          text: i18n._({ id: 'log.no-day', message: 'No day' }),
          lasting: false,
          apply: (read) => changeDue(read, chip.part.list === 'promises' ? chip.part.at : 0, undefined),
        },
        out(chip.part),
      ]
    case 'fact': {
      const at = chip.part.list === 'facts' ? chip.part.at : 0
      const ask: Choice = {
        text: i18n._({ id: 'log.only-ask', message: 'Only remember to ask how they are' }),
        lasting: false,
        apply: (read) => askHow(read, at),
      }
      const keep: Choice = {
        text: i18n._({ id: 'log.keep-as-written', message: 'Keep it as written' }),
        lasting: false,
        apply: (read) => keepAsWritten(read, at, today),
      }
      return chip.tact === true ? [ask, keep, out(chip.part)] : [out(chip.part)]
    }
    case 'date':
      return [out(chip.part)]
    default:
      return []
  }
}

const dueOn = (at: number, due: Day, today: Day): Choice => ({
  text: i18n._({ id: 'log.by-day', message: 'By {day}', values: { day: dayText(due, today) } }),
  lasting: false,
  apply: (read) => changeDue(read, at, due),
})

const out = (part: Parameters<typeof leaveOut>[1]): Choice => ({
  text: i18n._({ id: 'log.leave-out', message: 'Leave it out' }),
  lasting: false,
  apply: (read) => leaveOut(read, part),
})

function whoChoices(chip: Extract<Chip, { is: 'person' }>, understanding: Understanding, nameOf: NameOf): readonly Choice[] {
  const { who } = chip
  const typed = understanding.mentions.find((mention) => sameWho(mention.who, who))?.typed ?? ''
  const fresh: readonly Choice[] =
    'known' in who && typed !== ''
      ? [
          {
            text: i18n._({ id: 'log.somebody-new', message: 'Somebody new, {name}', values: { name: typed } }),
            lasting: true,
            apply: (read) => chooseWho(read, who, { fresh: typed }),
          },
        ]
      : []
  return [
    ...chip.others.map((other) => ({
      text: i18n._({ id: 'log.rather', message: '{name} is meant', values: { name: nameOf(other) } }),
      lasting: true,
      apply: (read: Understanding) => chooseWho(read, who, { known: other }),
    })),
    ...fresh,
    { text: i18n._({ id: 'log.without', message: 'Leave out' }), lasting: true, apply: (read) => leaveOutWho(read, who) },
  ]
}

const started = (today: Day): readonly Choice[] => {
  const words: Record<Moment['startedBy'], string> = {
    me: i18n._({ id: 'log.began.me', message: 'I began' }),
    they: i18n._({ id: 'log.began.they', message: 'They began' }),
    both: i18n._({ id: 'log.began.both', message: 'Both of us' }),
  }
  return (['me', 'they', 'both'] as const).map((startedBy) => moment(words[startedBy], { startedBy }, today))
}
const helped = (today: Day): readonly Choice[] => [
  moment(i18n._({ id: 'log.i-helped', message: 'I helped' }), { help: 'given' }, today),
  moment(i18n._({ id: 'log.they-helped', message: 'I was helped' }), { help: 'received' }, today),
]
const deep = (today: Day): readonly Choice[] => [
  moment(i18n._({ id: 'log.real', message: 'A real conversation' }), { depth: 'real' }, today),
  moment(i18n._({ id: 'log.passing', message: 'Only in passing' }), { depth: 'passing' }, today),
]

/** What the line does not say and could: how deep it went, who began, whether it was help. */
export function moreChoices(understanding: Understanding, today: Day): readonly Choice[] {
  const now = understanding.moment
  if (now === undefined) return []
  return [
    ...(now.depth === undefined || now.depth === 'normal' ? deep(today) : []),
    ...(now.help === undefined ? helped(today) : []),
    ...(now.startedBy === 'both' && now.shape !== 'meeting' ? started(today).slice(0, 2) : []),
  ]
}
