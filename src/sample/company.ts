import { hash32 } from '../kernel/random.ts'
import { addDays, type Day, weekday } from '../kernel/time.ts'
import type { AnyRecord } from '../mine/record.ts'
import type { BookRecord, Kind, RecordOf } from '../mine/records.ts'
import { noted } from './calendar.ts'
import { colleagues, OWNER } from './departments.ts'
import { moments } from './moments.ts'
import { absences, card, dates, facts, held, promises } from './remembered.ts'

/** The name of the company that everybody in the sample works for. */
export const COMPANY = 'Fjordlicht'

const hex = (seed: string): string => hash32(seed).toString(16).padStart(8, '0')

/** The same id for the same seed on every device, in the form of a random UUID. */
function idFor(seed: string): string {
  const [a, b, c, d] = [hex(`a ${seed}`), hex(`b ${seed}`), hex(`c ${seed}`), hex(`d ${seed}`)]
  return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-a${c.slice(1, 4)}-${c.slice(4)}${d}`
}

/** What happens at work happens on working days: a day on a weekend is the Friday before. */
const workday = (day: Day): Day => addDays(day, -Math.max(0, weekday(day) - 5))

/** The id of one of the sample's people by the short name this folder gives them, under a seed. */
export const samplePerson = (key: string, seed = ''): string => idFor(`${seed} person ${key}`)

/**
 * The sample company as it stands on a day: about 120 colleagues in eight departments, twelve weeks
 * of moments and a few from long before. The same day and seed give the same records; each is marked
 * `sample`. A book passes a random seed, so that its ids do not tell a server which records are the sample's.
 */
export function sampleCompany(today: Day, seed = ''): readonly AnyRecord[] {
  const personId = (key: string): string => samplePerson(key, seed)
  const stamp = (day: Day): string => `${day}T12:00:00Z`
  const record = <K extends Kind>(
    kind: K,
    name: string,
    day: Day,
    body: Omit<RecordOf[K], 'kind' | 'id' | 'v' | 'changed' | 'sample'>,
  ): BookRecord =>
    ({ kind, id: idFor(`${seed} ${kind} ${name}`), v: 1, changed: stamp(day), sample: true, ...body }) as unknown as BookRecord

  const people = colleagues.map(({ key, name, role, department, line }) => {
    const { who: _, ...more } = held.find((each) => each.who === key) ?? { who: '' }
    return record('person', key ?? name, addDays(today, -84), { name, line, company: COMPANY, department, role, ...mutable(more) })
  })
  const met = moments.map((told, i) => {
    const day = workday(addDays(today, -told.ago))
    return record('moment', String(i), day, {
      day,
      people: told.with.map(personId),
      medium: told.medium,
      shape: told.shape,
      startedBy: told.by,
      text: told.text,
      ...(told.help === undefined ? {} : { help: told.help }),
      ...(told.depth === undefined ? {} : { depth: told.depth }),
    })
  })
  const remembered = facts.map(({ who, ago, text, child }, i) => {
    const writtenOn = workday(addDays(today, -ago))
    return record('fact', String(i), writtenOn, { about: who.map(personId), text, writtenOn, ...(child === undefined ? {} : { child }) })
  })
  const yearly = dates.map(({ who, ahead, what, years }) => {
    const on = addDays(today, ahead)
    const year = years === undefined ? {} : { year: Number(on.slice(0, 4)) - years }
    return record('date', who, addDays(today, -84), {
      person: personId(who),
      what,
      month: Number(on.slice(5, 7)),
      day: Number(on.slice(8)),
      ...year,
    })
  })
  const said = promises.map(({ to, made, due, kept, dropped, text }, i) =>
    record('promise', String(i), addDays(today, made), {
      to: to.map(personId),
      text,
      madeOn: addDays(today, made),
      ...(due === undefined ? {} : { due: addDays(today, due) }),
      ...(kept === undefined ? {} : { kept: { on: addDays(today, kept) } }),
      ...(dropped === undefined ? {} : { dropped: { on: addDays(today, dropped) } }),
    }),
  )
  const away = absences.map(({ who, from, to }, i) =>
    record('away', String(i), addDays(today, Math.min(0, from)), {
      who: typeof who === 'string' ? who : { person: personId(who.person) },
      from: addDays(today, from),
      ...(to === undefined ? {} : { to: addDays(today, to) }),
    }),
  )
  const proposed = noted.map(({ title, place, medium, shape, by, guests, ago }, i) => {
    const days = ago.map((days) => workday(addDays(today, -days))).toSorted()
    return record('proposal', String(i), addDays(today, -1), {
      uid: `sample-${i}`,
      title,
      ...(place === undefined ? {} : { place }),
      medium,
      shape,
      startedBy: by,
      ...(days.length === 1 ? {} : { recurs: true as const }),
      guests: guests.map((name) => ({ name })),
      present: guests.length + 1,
      days: days.map((day) => ({ of: days.length === 1 ? '' : day, day })),
    })
  })
  const twice = record('person', card.name, addDays(today, -30), {
    name: card.name,
    company: COMPANY,
    department: card.department,
    role: card.role,
    emails: [...card.emails],
    phones: [...card.phones],
  })
  const born = addDays(today, card.birthday.ahead)
  const birthday = record('date', card.name, addDays(today, -30), {
    person: twice.id,
    what: 'birthday',
    month: Number(born.slice(5, 7)),
    day: Number(born.slice(8)),
  })
  const me = record('setting', 'me', addDays(today, -84), { what: { key: 'me', ...OWNER } })
  const touched = record('setting', 'departments', addDays(today, -84), { what: { key: 'departments', touched: ['Facilities'] } })
  return [...people, twice, birthday, ...met, ...remembered, ...yearly, ...said, ...away, ...proposed, me, touched]
}

const mutable = <T extends { readonly tags?: readonly string[]; readonly aliases?: readonly string[] }>(fields: T) => ({
  ...fields,
  ...(fields.tags === undefined ? {} : { tags: [...fields.tags] }),
  ...(fields.aliases === undefined ? {} : { aliases: [...fields.aliases] }),
})
