import { fold } from '../kernel/text.ts'
import type { Day } from '../kernel/time.ts'
import type { Format } from './detect.ts'
import type { ItemMoment, PersonItem, Reading, SkippedItem } from './item.ts'
import { profile, profileMark } from './linkedin-profile.ts'
import { speaks, tidy } from './short-text.ts'
import { firstLines, headerOf, type Rows, TableRows } from './table-rows.ts'
import { writtenDay } from './written-day.ts'

const wanted = {
  thread: 'conversation id',
  from: 'from',
  fromUrl: 'sender profile url',
  to: 'to',
  toUrls: 'recipient profile urls',
  date: 'date',
  folder: 'folder',
  draft: 'is message draft',
} as const
type Part = keyof typeof wanted

/** Whether these are the titles of LinkedIn's messages. */
export const knownMessages = (titles: readonly string[]): boolean => {
  const folded = titles.map(fold)
  return ([wanted.thread, wanted.from, wanted.to, wanted.date] as const).every((title) => folded.includes(title))
}

/** Somebody whose account is gone: nobody can tell who it was. */
const gone = /^linkedin[ -](member|mitglied)/i

/** Rows between two signs of life. */
const SIGN = 500

/** Somebody as a row writes them. */
interface Writer {
  readonly name: string
  readonly url: string
}

/** One conversation: who wrote on which day, and to whom. What was written is never kept. */
interface Thread {
  readonly line: number
  /** For each writer the days, each with its first time as it is written, which sorts within a day; empty where it is not given. */
  readonly written: Map<Writer, Map<Day, string>>
  readonly to: Map<string, { readonly names: string; readonly urls: string }>
}

/** Who the owner of the messages may be, as far as other files of the same export tell. */
export interface Hints {
  /** The owner's name in their own profile. */
  readonly owner?: string | undefined
  /** Marks of the profiles of the owner's connections. */
  readonly connections?: ReadonlySet<string> | undefined
}

/** The days on which two people wrote to each other, by counterpart. */
export class MessageDays implements Rows {
  readonly #at: Readonly<Partial<Record<Part, number>>>
  readonly #sign: () => void
  readonly #threads = new Map<string, Thread>()
  readonly #writers = new Map<string, Writer>()
  readonly #texts = new Map<string, string>()
  #rows = 0

  constructor(titles: readonly string[], sign: () => void) {
    const folded = titles.map(fold)
    this.#at = Object.fromEntries(
      (Object.keys(wanted) as Part[]).map((part) => [part, folded.indexOf(wanted[part])] as const).filter(([, at]) => at >= 0),
    )
    this.#sign = sign
  }

  row(cells: readonly string[] | undefined, line: number): void {
    this.#rows += 1
    if (this.#rows % SIGN === 0) this.#sign()
    if (cells === undefined) return
    const cell = (part: Part): string => {
      const at = this.#at[part]
      return at === undefined ? '' : (cells[at] ?? '').slice(0, 20_000).trim()
    }
    const day = dayOf(cell('date'))
    const id = cell('thread').slice(0, 200)
    if (day === undefined || id === '' || /^(yes|true)$/i.test(cell('draft')) || /^spam$/i.test(cell('folder'))) return
    const known = this.#threads.get(id)
    const thread: Thread = known ?? { line, written: new Map(), to: new Map() }
    if (known === undefined) this.#threads.set(this.#kept(id), thread)
    const time = /\b\d\d:\d\d(:\d\d)?(?!.*[AP]M)/i.exec(cell('date'))?.[0] ?? ''
    const writer = this.#writer(tidy(cell('from')), profile(tidy(cell('fromUrl'))))
    const days = thread.written.get(writer) ?? new Map<Day, string>()
    thread.written.set(writer, days)
    const before = days.get(day)
    if (before === undefined || time < before) days.set(day, time)
    const [names, urls] = [cell('to'), cell('toUrls')]
    const to = `${names}\n${urls}`
    if (to !== '\n' && !thread.to.has(to)) thread.to.set(this.#kept(to), { names: this.#kept(names), urls: this.#kept(urls) })
  }

  #writer(name: string, url: string): Writer {
    const key = `${name}\n${url}`
    const known = this.#writers.get(key)
    if (known !== undefined) return known
    const writer = { name: this.#kept(name), url: this.#kept(url) }
    this.#writers.set(this.#kept(key), writer)
    return writer
  }

  /** A text of its own: a part of a line would keep the whole line, with all that was said in it, in memory. */
  #kept(text: string): string {
    const known = this.#texts.get(text)
    if (known !== undefined) return known
    const own = new TextDecoder().decode(new TextEncoder().encode(text))
    this.#texts.set(own, own)
    return own
  }

  end(): void {
    this.#sign()
  }

  /** The counterparts of all conversations between two, in the order of the file. */
  people(hints: Hints = {}): (PersonItem | SkippedItem)[] {
    const names = new Names()
    for (const thread of this.#threads.values()) {
      for (const { name, url } of thread.written.keys()) {
        names.add(name, url)
        names.writes(name)
      }
      for (const { names: to, urls } of thread.to.values()) if (!urls.includes(',')) names.add(tidy(to), profile(tidy(urls)))
    }
    const members = new Map<Thread, ReadonlySet<string>>()
    for (const thread of this.#threads.values()) {
      const ids = new Set([...thread.written.keys()].map(({ name, url }) => names.id(name, url)))
      for (const { names: to, urls } of thread.to.values()) for (const id of names.receivers(to, urls)) ids.add(id)
      ids.delete('')
      members.set(thread, ids)
      if (members.size % SIGN === 0) this.#sign()
    }
    const me = owner(members, names, hints)
    const found = new Map<string, { readonly line: number; readonly days: Map<Day, Written> }>()
    const unsure: SkippedItem[] = []
    for (const [thread, ids] of members) {
      if (me === undefined) {
        for (const id of ids) unsure.push({ kind: 'skipped', index: 0, line: thread.line, name: names.name(id), why: 'which-is-you' })
        continue
      }
      const others = [...ids].filter((id) => id !== me)
      const [other] = others
      if (other === undefined || others.length > 1 || names.isGone(other)) continue
      const person = found.get(other) ?? { line: thread.line, days: new Map<Day, Written>() }
      found.set(other, person)
      for (const [writer, days] of thread.written) {
        const mine = names.id(writer.name, writer.url) === me
        for (const [day, time] of days) note(person.days, day, time, mine)
      }
    }
    const people = [...found].map(([id, { line, days }]) => counterpart(names, id, line, days))
    return [...people, ...unsure].map((item, at) => ({ ...item, index: at + 1 }))
  }
}

/** Whether each side wrote on a day, and its first time. */
interface Written {
  mine?: string
  theirs?: string
}

function note(days: Map<Day, Written>, day: Day, time: string, mine: boolean): void {
  const written = days.get(day) ?? {}
  const side = mine ? 'mine' : 'theirs'
  const before = written[side]
  written[side] = before === undefined || time < before ? time : before
  days.set(day, written)
}

function counterpart(names: Names, id: string, line: number, days: ReadonlyMap<Day, Written>): PersonItem | SkippedItem {
  const place = { index: 0, line }
  const name = names.name(id)
  if (!speaks(name)) return { kind: 'skipped', ...place, name: '', why: 'no-name' }
  const url = names.url(id)
  const moments = [...days]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([day, { mine, theirs }]): ItemMoment => {
      if (mine === undefined || theirs === undefined) return { day, medium: 'one-way', startedBy: theirs === undefined ? 'me' : 'they' }
      return { day, medium: 'message', startedBy: mine === theirs ? 'both' : mine < theirs ? 'me' : 'they' }
    })
  return {
    kind: 'person',
    ...place,
    name,
    nameFrom: 'name',
    nicknames: [],
    emails: [],
    phones: [],
    links: url === '' ? [] : [url],
    dates: [],
    notes: [],
    labels: [],
    moments,
    photoIgnored: false,
  }
}

/** Who is who: by the address of the profile, and by the name where it belongs to one profile alone. */
class Names {
  readonly #marks = new Map<string, Set<string>>()
  readonly #names = new Map<string, string>()
  readonly #urls = new Map<string, string>()
  readonly #writers = new Set<string>()

  /** Somebody of this name wrote, so that the name is one name, whatever commas are in it. */
  writes(name: string): void {
    this.#writers.add(fold(name))
  }

  add(name: string, url: string): void {
    if (name === '') return
    const folded = fold(name)
    const marks = this.#marks.get(folded) ?? new Set()
    this.#marks.set(folded, marks)
    if (url === '') return
    marks.add(profileMark(url))
    if (!this.#names.has(profileMark(url))) this.#names.set(profileMark(url), name)
    this.#urls.set(profileMark(url), url)
  }

  id(name: string, url: string): string {
    if (url !== '') return profileMark(url)
    if (name === '') return ''
    const [mark, ...more] = this.#marks.get(fold(name)) ?? []
    if (mark !== undefined && more.length === 0) return mark
    const id = `name ${fold(name)}`
    if (!this.#names.has(id)) this.#names.set(id, name)
    return id
  }

  /** Those to whom a message went; names alone are parted at commas, unless somebody is called so. */
  receivers(names: string, urls: string): readonly string[] {
    const pages = urls
      .split(',')
      .map((url) => profile(tidy(url)))
      .filter((url) => url !== '')
    if (pages.length > 0) return pages.map((url) => profileMark(url))
    const whole = tidy(names)
    if (!whole.includes(',') || this.#writers.has(fold(whole))) return [this.id(whole, '')]
    return names.split(',').map((name) => this.id(tidy(name), ''))
  }

  name(id: string): string {
    return this.#names.get(id) ?? ''
  }

  url(id: string): string {
    return this.#urls.get(id) ?? ''
  }

  isGone(id: string): boolean {
    return gone.test(this.name(id))
  }
}

/** The owner: whoever is in the most conversations; in doubt whom the rest of the export names, has no page here, or wrote on most days. */
function owner(members: ReadonlyMap<Thread, ReadonlySet<string>>, names: Names, hints: Hints): string | undefined {
  const count = new Map<string, number>()
  const wrote = new Map<string, number>()
  for (const [thread, ids] of members) {
    for (const id of ids) count.set(id, (count.get(id) ?? 0) + 1)
    for (const [{ name, url }, days] of thread.written) {
      const id = names.id(name, url)
      wrote.set(id, (wrote.get(id) ?? 0) + days.size)
    }
  }
  const named = hints.owner === undefined ? undefined : [...count.keys()].find((id) => fold(names.name(id)) === fold(hints.owner ?? ''))
  if (named !== undefined) return named
  const most = Math.max(0, ...count.values())
  let likely = [...count].filter(([, threads]) => threads === most).map(([id]) => id)
  const narrow = (fits: (id: string) => boolean): void => {
    const fitting = likely.filter(fits)
    if (likely.length > 1 && fitting.length > 0) likely = fitting
  }
  narrow((id) => hints.connections?.has(id) !== true)
  narrow((id) => names.url(id) === '')
  const loudest = Math.max(0, ...likely.map((id) => wrote.get(id) ?? 0))
  narrow((id) => (wrote.get(id) ?? 0) === loudest)
  return likely.length === 1 ? likely[0] : undefined
}

/** `2026-07-01 10:00:00 UTC`, and the American form of earlier exports, which its AM or PM gives away. */
function dayOf(text: string): Day | undefined {
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d\d),? \d{1,2}:\d\d(:\d\d)?\s?[AP]M$/i.exec(text)
  if (american === null) return writtenDay(text.replace(/ UTC$/, ''))
  const [, month = '', day = '', year = ''] = american
  return writtenDay(`${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}

/** LinkedIn's `messages.csv`: only who wrote on which day is taken from it. */
export const linkedinMessages: Format = {
  name: 'linkedin-messages',
  recognise: (head) => firstLines(head, 5).some((line) => headerOf(line, knownMessages) !== undefined),
  open: (reading: Reading) => {
    let days: MessageDays | undefined
    const rows = new TableRows(knownMessages, ({ titles }) => {
      days = new MessageDays(titles, () => reading.at(1))
      return days
    })
    return {
      push: (text) => rows.push(text),
      end: () => {
        rows.end()
        for (const item of days?.people() ?? []) reading.take(item)
      },
    }
  },
}
