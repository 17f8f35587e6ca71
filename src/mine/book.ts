import type { MomentId, PersonId } from '../kernel/ids.ts'
import { newId } from '../kernel/ids.ts'
import { byName } from '../kernel/text.ts'
import { addDays, type Clock, type Day, systemClock, today } from '../kernel/time.ts'
import type { Moment, Promised } from './moments/contract.ts'
import type { Fact, Person, YearDate } from './people/contract.ts'
import { hasGrownOld } from './people/renewal.ts'
import type { AnyRecord } from './record.ts'
import { type BookRecord, isKnownKind, type Kind, kinds, type RecordOf, upcast } from './records.ts'
import type { SettingKey, SettingOf } from './setting.ts'
import { led, type Trail, trailOf } from './trail.ts'

/** How long a thing lies in the trash before it is gone, in days. */
export const TRASH_DAYS = 30

type Body<K extends Kind> = Omit<RecordOf[K], 'kind' | 'id' | 'v' | 'changed'>

/** What one edit did: enough to show it, to send it and to take it back. */
export interface Change {
  /** A sentence for the toast, e.g. "Lunch with Ana is written". */
  readonly label: string
  readonly before: ReadonlyMap<string, AnyRecord | undefined>
  readonly after: ReadonlyMap<string, AnyRecord>
}

/** The hands that an edit works with. Nothing is visible to readers until the edit returns. */
export interface Edit {
  /** Adds a record and returns it with its new id. */
  add<K extends Kind>(kind: K, body: Body<K>, id?: string): RecordOf[K]
  /** Replaces some fields; a field given as `undefined` is removed. */
  patch<K extends Kind>(kind: K, id: string, fields: { [F in keyof Body<K>]?: Body<K>[F] | undefined }): RecordOf[K]
  /** Writes a record as it stands, for imports and for restoring. */
  put(record: AnyRecord): void
  /** Moves a record to the trash, where it stays for {@link TRASH_DAYS} days. */
  trash(id: string): void
  /** Takes a record out of the trash. */
  restore(id: string): void
  /** The record as it is within this edit. */
  get<K extends Kind>(kind: K, id: string): RecordOf[K] | undefined
  /** The record as it is within this edit, whatever its kind, in the trash or not. */
  record(id: string): AnyRecord | undefined
}

const GONE = 'gone'

/**
 * The opened private book: typed collections in memory with live queries.
 *
 * Readers never see a record that is in the trash. Each collection keeps its identity until one of
 * its records changes, so that a reader may use identity to know whether anything happened.
 */
export class Book {
  readonly clock: Clock
  readonly #records = new Map<string, AnyRecord>()
  readonly #live = new Map<Kind, Map<string, AnyRecord>>()
  readonly #lists = new Map<Kind, readonly AnyRecord[]>()
  readonly #momentsOf = new Map<string, Moment[]>()
  readonly #factsOf = new Map<string, Fact[]>()
  readonly #promisesOf = new Map<string, Promised[]>()
  readonly #listeners = new Set<(kinds: ReadonlySet<string>, records: readonly AnyRecord[]) => void>()
  readonly #writers = new Set<(records: readonly AnyRecord[]) => void>()
  #trail: Trail = new Map()
  #byName: { of: readonly Person[] | undefined; list: readonly Person[] } = { of: undefined, list: [] }
  #version = 0

  constructor(clock: Clock = systemClock) {
    this.clock = clock
    for (const kind of Object.keys(kinds) as Kind[]) this.#live.set(kind, new Map())
  }

  /** Grows by one with each visible change; the snapshot of live queries. */
  get version(): number {
    return this.#version
  }

  /** The owner's calendar day now. */
  today(): Day {
    return today(this.clock)
  }

  // ——— reading ———

  /** One record that is not in the trash. */
  get<K extends Kind>(kind: K, id: string): RecordOf[K] | undefined {
    return this.#live.get(kind)?.get(id) as RecordOf[K] | undefined
  }

  /** One record as it stands, whatever its kind, in the trash or not. */
  record(id: string): AnyRecord | undefined {
    return this.#records.get(id)
  }

  /** The id that stands for a person now: another one where two turned out to be the same person. */
  whoIs(person: PersonId | string): PersonId {
    return (this.#trail.get(person) ?? person) as PersonId
  }

  /** All records of a kind that are not in the trash; the same array until one of them changes. */
  all<K extends Kind>(kind: K): readonly RecordOf[K][] {
    const known = this.#lists.get(kind)
    if (known !== undefined) return known as unknown as readonly RecordOf[K][]
    const list = [...(this.#live.get(kind)?.values() ?? [])]
    this.#lists.set(kind, list)
    return list as unknown as readonly RecordOf[K][]
  }

  /** People by name. */
  people(): readonly Person[] {
    const all = this.all('person')
    if (this.#byName.of !== all) this.#byName = { of: all, list: [...all].sort((a, b) => byName(a.name, b.name)) }
    return this.#byName.list
  }

  /** Moments with a person, the newest first; the same array until one of them changes. */
  momentsOf(person: PersonId | string): readonly Moment[] {
    return this.#momentsOf.get(person) ?? none
  }

  /** Facts about a person that have not expired, the newest first. */
  factsOf(person: PersonId | string): readonly Fact[] {
    const now = this.today()
    return (this.#factsOf.get(person) ?? none).filter((fact) => fact.expires === undefined || fact.expires >= now)
  }

  /** Promises made to a person, open ones first. */
  promisesTo(person: PersonId | string): readonly Promised[] {
    return this.#promisesOf.get(person) ?? none
  }

  /** Yearly dates of a person. */
  datesOf(person: PersonId | string): readonly YearDate[] {
    return this.all('date').filter((date) => date.person === person)
  }

  /** A preference, if it was ever set. Where two devices set it at once, the later one holds. */
  setting<K extends SettingKey>(key: K): SettingOf<K> | undefined {
    let found: RecordOf['setting'] | undefined
    for (const record of this.all('setting')) {
      if (record.what.key === key && (found === undefined || record.changed > found.changed)) found = record
    }
    return found?.what as SettingOf<K> | undefined
  }

  /** Department names in use, by name. */
  departments(): readonly string[] {
    return distinct(this.all('person').map((person) => person.department))
  }

  /** Circle names in use, by name. */
  circles(): readonly string[] {
    return distinct(this.all('person').map((person) => person.circle))
  }

  /** Tags in use, by name. */
  tags(): readonly string[] {
    return distinct(this.all('person').flatMap((person) => person.tags ?? []))
  }

  /** What lies in the trash, the latest first. */
  trashed(): readonly AnyRecord[] {
    return [...this.#records.values()].filter((record) => record.trashed !== undefined).sort((a, b) => b.changed.localeCompare(a.changed))
  }

  /** Every record, trash and unknown kinds included, as an archive holds it. */
  everything(): readonly AnyRecord[] {
    return [...this.#records.values()].filter((record) => record.kind !== GONE)
  }

  // ——— live queries ———

  /**
   * Calls back after each visible change with the kinds it touched and the records behind it, those included
   * that now speak of other people; returns the way to stop.
   */
  subscribe(listener: (kinds: ReadonlySet<string>, records: readonly AnyRecord[]) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Calls back with records that must be kept (sealed and sent); the vault listens here. */
  onWrite(writer: (records: readonly AnyRecord[]) => void): () => void {
    this.#writers.add(writer)
    return () => this.#writers.delete(writer)
  }

  // ——— writing ———

  /** One edit, all of it or nothing. Returns what changed, for the toast and for undo. */
  change(label: string, edit: (hands: Edit) => void): Change {
    const before = new Map<string, AnyRecord | undefined>()
    const after = new Map<string, AnyRecord>()
    const stamp = this.clock.now().toString()
    // The day is worked out at most once: it costs a look at the zone, and an edit may trash thousands.
    let on: Day | undefined
    const current = (id: string): AnyRecord | undefined => after.get(id) ?? this.#records.get(id)
    const put = (record: AnyRecord): void => {
      if (!before.has(record.id)) before.set(record.id, this.#records.get(record.id))
      after.set(record.id, record)
    }
    const touch = (id: string, fields: Record<string, unknown>): AnyRecord => {
      const old = current(id)
      if (old === undefined) throw new Error(`no record ${id}`)
      const next = clean({ ...old, ...fields, changed: stamp }) as unknown as AnyRecord
      put(next)
      return next
    }
    edit({
      add: (kind, body, id = newId()) => {
        const record = clean({ kind, id, v: kinds[kind].version, changed: stamp, ...body }) as unknown as AnyRecord
        put(record)
        return record as never
      },
      patch: (_kind, id, fields) => touch(id, fields) as never,
      put: (record) => put(record),
      trash: (id) => {
        on ??= this.today()
        touch(id, { trashed: { on } })
      },
      restore: (id) => void touch(id, { trashed: undefined }),
      record: current,
      get: (kind, id) => {
        const record = current(id)
        return (record?.kind === kind && record.trashed === undefined ? record : undefined) as never
      },
    })
    this.#apply([...after.values()])
    const written = [...after.values()]
    if (written.length > 0) for (const writer of this.#writers) writer(written)
    return { label, before, after }
  }

  /** Takes a change back: what it added is gone, what it changed is as it was. Later edits of other fields stay. */
  undo(change: Change): Change {
    return this.change(change.label, (hands) => {
      for (const [id, old] of change.before) {
        const now = this.#records.get(id)
        const made = change.after.get(id)
        if (now === undefined || made === undefined) continue
        if (old === undefined) {
          hands.trash(id)
          continue
        }
        const back: Record<string, unknown> = { ...now, changed: this.clock.now().toString() }
        for (const field of new Set([...Object.keys(old), ...Object.keys(made)])) {
          if (field === 'changed') continue
          const was = (old as unknown as Record<string, unknown>)[field]
          const became = (made as unknown as Record<string, unknown>)[field]
          if (JSON.stringify(was) !== JSON.stringify(became)) back[field] = was
        }
        hands.put(clean(back) as unknown as AnyRecord)
      }
    })
  }

  /** Records that arrive from the vault: at opening, or from another device. They are not sent back. */
  receive(records: Iterable<AnyRecord>): void {
    this.#apply([...records].map(upcast))
  }

  /**
   * Ends what has lain in the trash for {@link TRASH_DAYS} days, and moves facts there that are past
   * their day, or that came up for renewal and were not kept.
   */
  sweep(): void {
    const now = this.today()
    const edge = addDays(now, -TRASH_DAYS)
    const gone = this.trashed().filter((record) => (record.trashed?.on ?? now) < edge)
    const expired = this.all('fact').filter((fact) => (fact.expires !== undefined && fact.expires < now) || hasGrownOld(fact, now))
    if (gone.length + expired.length === 0) return
    const stamp = this.clock.now().toString()
    this.change('', (hands) => {
      for (const record of gone) hands.put({ kind: GONE, id: record.id, v: 1, changed: stamp })
      for (const fact of expired) hands.trash(fact.id)
    })
  }

  #apply(records: readonly AnyRecord[]): void {
    if (records.length === 0) return
    const touched = new Set<string>()
    const moments: { was: Moment | undefined; is: Moment | undefined }[] = []
    let relist = false
    const olds = records.map((record) => {
      const old = this.#records.get(record.id)
      if (record.kind === GONE) this.#records.delete(record.id)
      else this.#records.set(record.id, record)
      return old
    })
    const show = (record: AnyRecord, old: AnyRecord | undefined): void => {
      for (const kind of new Set([old?.kind, record.kind])) {
        if (kind === undefined) continue
        touched.add(kind)
        if (!isKnownKind(kind)) continue
        const live = this.#live.get(kind) as Map<string, AnyRecord>
        const was = live.get(record.id)
        const is =
          kind === record.kind && record.trashed === undefined && record.v <= kinds[kind].version ? led(record, this.#trail) : undefined
        if (is === undefined) live.delete(record.id)
        else live.set(record.id, is)
        this.#lists.delete(kind)
        if (kind === 'moment') moments.push({ was: was as Moment | undefined, is: is as Moment | undefined })
        if (kind === 'fact' || kind === 'promise') relist = true
      }
    }
    const before = this.#trail
    for (const [i, record] of records.entries()) if (record.kind === 'twin' || olds[i]?.kind === 'twin') show(record, olds[i])
    const moved = this.#layTrail(records, olds)
    for (const [i, record] of records.entries()) if (record.kind !== 'twin') show(record, olds[i])
    // Another trail: what stands there already may speak of other people now.
    const again: AnyRecord[] = []
    if (moved) {
      const shown = new Set(records.map((record) => record.id))
      const either = new Map([...before, ...this.#trail])
      for (const record of this.#records.values()) if (!shown.has(record.id) && led(record, either) !== record) again.push(record)
      for (const record of again) show(record, record)
    }
    this.#indexMoments(moments)
    if (relist) this.#indexSmall()
    this.#version += 1
    const all = again.length === 0 ? records : [...records, ...again]
    for (const listener of this.#listeners) listener(touched, all)
  }

  /** Follows the answers "same person" anew where one of them, or whom they name, was written. Whether anything leads elsewhere now. */
  #layTrail(records: readonly AnyRecord[], olds: readonly (AnyRecord | undefined)[]): boolean {
    const names = (record: AnyRecord | undefined): boolean => record?.kind === 'twin' || record?.kind === 'person' || record?.kind === GONE
    if (!records.some(names) && !olds.some(names)) return false
    const twins = this.all('twin')
    const isOut = (id: string): boolean => this.#records.get(id)?.trashed !== undefined || !this.#records.has(id)
    const next = twins.length === 0 ? noTrail : trailOf(twins, isOut)
    const same = next.size === this.#trail.size && [...next].every(([from, to]) => this.#trail.get(from) === to)
    if (!same) this.#trail = next
    return !same
  }

  #indexMoments(changes: readonly { was: Moment | undefined; is: Moment | undefined }[]): void {
    const fresh = new Map<string, Moment[]>()
    const dirty = new Set<string>()
    const listOf = (person: string): Moment[] => {
      let list = fresh.get(person)
      if (list === undefined) {
        list = [...(this.#momentsOf.get(person) ?? [])]
        fresh.set(person, list)
      }
      return list
    }
    for (const { was, is } of changes) {
      for (const person of new Set(was?.people)) {
        const list = listOf(person)
        const at = list.indexOf(was as Moment)
        if (at >= 0) list.splice(at, 1)
      }
      for (const person of new Set(is?.people)) {
        listOf(person).push(is as Moment)
        dirty.add(person)
      }
    }
    for (const person of dirty) fresh.get(person)?.sort(newestFirst)
    for (const [person, list] of fresh) this.#momentsOf.set(person, list)
  }

  #indexSmall(): void {
    this.#factsOf.clear()
    this.#promisesOf.clear()
    for (const fact of this.all('fact')) for (const person of fact.about) append(this.#factsOf, person, fact)
    for (const promise of this.all('promise')) for (const person of promise.to) append(this.#promisesOf, person, promise)
    for (const list of this.#factsOf.values()) list.sort((a, b) => b.writtenOn.localeCompare(a.writtenOn))
    for (const list of this.#promisesOf.values()) list.sort((a, b) => settled(a) - settled(b) || (a.due ?? '9').localeCompare(b.due ?? '9'))
  }
}

const none: readonly never[] = []
const noTrail: Trail = new Map()

const settled = (promise: Promised): number => (promise.kept !== undefined || promise.dropped !== undefined ? 1 : 0)

const newestFirst = (a: Moment, b: Moment): number => (a.day === b.day ? (a.changed < b.changed ? 1 : -1) : a.day < b.day ? 1 : -1)

const append = <T>(map: Map<string, T[]>, key: string, value: T): void => {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}

const distinct = (names: readonly (string | undefined)[]): readonly string[] =>
  [...new Set(names.filter((name): name is string => name !== undefined && name !== ''))].sort(byName)

/** A record without the fields that are `undefined`, so that absent means absent in the sealed text too. */
function clean(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined))
}

export type { BookRecord, MomentId }
