import { i18n } from '@lingui/core'
import { addDays, type Day } from '../../kernel/time.ts'
import { ASK_HOW_DAYS } from '../tact/ask-how.ts'
import {
  distinctMentions,
  distinctWho,
  freshNames,
  type Mention,
  type SeenMoment,
  sameWho,
  type Understanding,
  type Who,
} from './understanding.ts'

/** A part of what was understood, by its list and place. */
export type Part = { readonly list: 'moment' } | { readonly list: 'promises' | 'facts' | 'dates'; readonly at: number }

/** Puts one person in another's place everywhere: the other Tom, or a new name that is somebody known. */
export function chooseWho(understanding: Understanding, instead: Who, chosen: Who): Understanding {
  const swap = (who: Who): Who => (sameWho(who, instead) ? chosen : who)
  const swapAll = (list: readonly Who[]): readonly Who[] => distinctWho(list.map(swap))
  const swapMention = (mention: Mention): Mention => {
    if (!sameWho(mention.who, instead)) return mention
    const before = 'known' in instead ? [instead.known] : []
    const others = [...before, ...mention.others].filter((id) => !('known' in chosen) || id !== chosen.known)
    return { ...mention, who: chosen, others }
  }
  return settle(understanding, {
    mentions: understanding.mentions.map(swapMention),
    moment: understanding.moment && { ...understanding.moment, people: distinctMentions(understanding.moment.people.map(swapMention)) },
    promises: understanding.promises.map((promise) => ({ ...promise, to: swapAll(promise.to) })),
    facts: understanding.facts.map((fact) => ({ ...fact, about: swapAll(fact.about) })),
    dates: understanding.dates.map((date) => ({ ...date, who: swap(date.who) })),
  })
}

/** Adds somebody whom the line does not name: to the moment, and to promises and facts that have nobody yet. */
export function addWho(understanding: Understanding, who: Who): Understanding {
  const mention: Mention = { who, typed: '', others: [], from: 0, to: 0 }
  const orThem = (list: readonly Who[]): readonly Who[] => (list.length === 0 ? [who] : list)
  return settle(understanding, {
    mentions: distinctMentions([...understanding.mentions, mention]),
    moment: understanding.moment && { ...understanding.moment, people: distinctMentions([...understanding.moment.people, mention]) },
    promises: understanding.promises.map((promise) => ({ ...promise, to: orThem(promise.to) })),
    facts: understanding.facts.map((fact) => ({ ...fact, about: orThem(fact.about) })),
  })
}

/** Takes somebody out of everything; promises and facts that were theirs alone go with them. */
export function leaveOutWho(understanding: Understanding, who: Who): Understanding {
  const others = (list: readonly Who[]): readonly Who[] => list.filter((each) => !sameWho(each, who))
  return settle(understanding, {
    mentions: understanding.mentions.filter((mention) => !sameWho(mention.who, who)),
    moment: understanding.moment && {
      ...understanding.moment,
      people: understanding.moment.people.filter((mention) => !sameWho(mention.who, who)),
    },
    promises: understanding.promises.map((promise) => ({ ...promise, to: others(promise.to) })).filter((promise) => promise.to.length > 0),
    facts: understanding.facts.map((fact) => ({ ...fact, about: others(fact.about) })).filter((fact) => fact.about.length > 0),
    dates: understanding.dates.filter((date) => !sameWho(date.who, who)),
  })
}

/** Changes how, when or by whom; a day that lies ahead becomes today. */
export function changeMoment(understanding: Understanding, fields: Partial<Omit<SeenMoment, 'people'>>, today: Day): Understanding {
  if (understanding.moment === undefined) return understanding
  const moment = { ...understanding.moment, ...fields }
  return { ...understanding, moment: { ...moment, day: moment.day > today ? today : moment.day } }
}

/** Leaves one part out: it is not written. */
export function leaveOut(understanding: Understanding, part: Part): Understanding {
  if (part.list === 'moment') return settle(understanding, { moment: undefined })
  return settle(understanding, { [part.list]: understanding[part.list].filter((_, at) => at !== part.at) })
}

/** Gives a promise another day, or none. */
export function changeDue(understanding: Understanding, at: number, due: Day | undefined): Understanding {
  return { ...understanding, promises: understanding.promises.map((promise, i) => (i === at ? { ...promise, due } : promise)) }
}

/**
 * Puts "ask how they are" in the place of a fact that touches health or belief. The words go from
 * the moment's text as well; how long it is shown stays as it was.
 */
export function askHow(understanding: Understanding, at: number): Understanding {
  const fact = understanding.facts[at]
  if (fact === undefined) return understanding
  const { tact: _, child: __, kept: ___, ...plain } = fact
  const facts = understanding.facts.map((each, i) =>
    i === at ? { ...plain, text: i18n._({ id: 'log.ask-how', message: 'Ask how they are' }) } : each,
  )
  const moment = understanding.moment
  if (moment === undefined) return { ...understanding, facts }
  const place = moment.text.toLowerCase().indexOf(fact.text.toLowerCase())
  const text =
    place < 0 ? moment.text : `${moment.text.slice(0, place)}${moment.text.slice(place + fact.text.length)}`.replace(/[\s,;:–—-]+$/, '')
  return { ...understanding, line: text, facts, moment: { ...moment, text } }
}

/** Puts "ask how they are" in the place of all words of the moment, for two weeks; what it was and when stays. */
export function askHowInstead(understanding: Understanding, today: Day): Understanding {
  const { moment } = understanding
  if (moment === undefined) return understanding
  const about = distinctWho(moment.people.map((mention) => mention.who))
  const text = i18n._({ id: 'log.ask-how', message: 'Ask how they are' })
  const facts = [...understanding.facts, { about, text, expires: addDays(today, ASK_HOW_DAYS) }]
  return { ...understanding, line: '', facts, moment: { ...moment, text: '' } }
}

/** Keeps a fact that touches health or belief as it was written: beyond the two weeks that Kith gave it, unless the line itself named a day. */
export function keepAsWritten(understanding: Understanding, at: number, today: Day): Understanding {
  const facts = understanding.facts.map((fact, i) => {
    if (i !== at) return fact
    const { expires, ...stays } = fact
    return { ...stays, ...(expires === undefined || expires === addDays(today, ASK_HOW_DAYS) ? {} : { expires }), kept: true as const }
  })
  return { ...understanding, facts }
}

function settle(understanding: Understanding, fields: Partial<Understanding>): Understanding {
  const next = { ...understanding, ...fields }
  const { needs: _, ...rest } = next
  const nobody = next.mentions.length === 0
  return {
    ...rest,
    newPeople: freshNames(next.mentions),
    ...(understanding.needs === 'words' ? { needs: 'words' as const } : nobody ? { needs: 'person' as const } : {}),
  }
}
