import { i18n } from '@lingui/core'
import type { Day } from '../../kernel/time.ts'
import type { Book } from '../book.ts'
import { lineOf } from '../moments/wording.ts'
import type { Person, YearDate } from '../people/contract.ts'
import type { AnyRecord } from '../record.ts'
import { isKnownKind, type Kind, kinds, type RecordOf } from '../records.ts'

/** Under which head a record is found. `more` is every other kind with words in it. */
export type Group = 'people' | 'moments' | 'remembered' | 'promises' | 'more'

/** The groups in the order they are shown. */
export const groups: readonly Group[] = ['people', 'moments', 'remembered', 'promises', 'more']

/** What of a record is found: what it is called, and its other words. Each text may be shown as it is. */
export interface Entry {
  readonly group: Group
  readonly names: readonly string[]
  readonly texts: readonly string[]
}

/** Kinds that keep the books, and those that are gone through on a page of their own. */
const silent: ReadonlySet<string> = new Set<Kind>(['away', 'mark', 'plan', 'batch', 'setting', 'twin', 'filter', 'stack', 'proposal'])

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const bookkeeping = new Set(['kind', 'id', 'v', 'changed', 'trashed', 'sample', 'batch', 'others', 'sourceId', 'move'])
/** A day or an instant. */
const time = /^\d{4}-\d\d(?:-\d\d(?:T.*)?)?$/

/** A record as the book reads it, led to whoever stands for somebody now; undefined in the trash, and of a kind that is not known. */
export function recordIn(book: Book, id: string): RecordOf[Kind] | undefined {
  const kind = book.record(id)?.kind
  return kind !== undefined && isKnownKind(kind) ? book.get(kind, id) : undefined
}

/** What is found of a record; null for one that holds no words, lies in the trash or belongs to a newer program. */
export function entryOf(record: AnyRecord): Entry | null {
  if (record.trashed !== undefined || silent.has(record.kind)) return null
  if (!isKnownKind(record.kind) || record.v > kinds[record.kind].version) return null
  const entry = wordsOfKind(record as RecordOf[Kind])
  const others = (record.others ?? []).map(({ value }) => value).filter((value) => typeof value === 'string')
  const full = others.length === 0 ? entry : { ...entry, texts: [...entry.texts, ...others] }
  return full.names.length + full.texts.length === 0 ? null : full
}

function wordsOfKind(record: RecordOf[Kind]): Entry {
  switch (record.kind) {
    case 'person':
      return { group: 'people', names: [record.name, ...(record.aliases ?? [])], texts: textsOfPerson(record) }
    case 'moment':
      return { group: 'moments', names: [], texts: record.typed === undefined ? [lineOf(record)] : [lineOf(record), record.typed] }
    case 'fact':
      return { group: 'remembered', names: [], texts: [record.text] }
    case 'date':
      return { group: 'remembered', names: [], texts: [dateText(record)] }
    case 'promise':
      return { group: 'promises', names: [], texts: [record.text] }
    default:
      return { group: 'more', names: [], texts: textsIn(record) }
  }
}

const textsOfPerson = (person: Person): string[] =>
  [
    person.line,
    person.role,
    person.department,
    person.company,
    person.place,
    person.circle,
    ...(person.tags ?? []),
    ...(person.emails ?? []),
  ].filter((text) => text !== undefined && text !== '') as string[]

/** What a yearly date is called. */
export function dateText({ what, label }: YearDate): string {
  if (what === 'birthday') return i18n._({ id: 'date.word.birthday', message: 'Birthday' })
  if (label !== undefined && label !== '') return label
  return what === 'anniversary'
    ? i18n._({ id: 'date.word.anniversary', message: 'First day at work' })
    : i18n._({ id: 'date.word.other', message: 'A day of theirs' })
}

/** The texts of a record of any kind, wherever its schema has room for free words. */
const textsIn = (record: RecordOf[Kind]): string[] =>
  stringsIn(kinds[record.kind].schema, record).filter((text) => !uuid.test(text) && !time.test(text))

/** The people a record belongs to, as far as they are in the book. */
export function peopleIn(book: Book, record: AnyRecord): readonly Person[] {
  const ids = idsIn(record as RecordOf[Kind])
  return ids.map((id) => book.get('person', id)).filter((person) => person !== undefined)
}

/** The ids of the people a record belongs to; of a kind with a place of its own for them, that place, else every id in it. */
export function idsIn(record: RecordOf[Kind]): readonly string[] {
  switch (record.kind) {
    case 'person':
      return [record.id]
    case 'moment':
      return record.people
    case 'fact':
      return record.about
    case 'promise':
      return record.to
    case 'date':
      return [record.person]
    default:
      return [...new Set(stringsIn(kinds[(record as RecordOf[Kind]).kind].schema, record).filter((text) => uuid.test(text)))]
  }
}

/** The part of a schema that is looked at here. */
interface Shape {
  readonly _zod: {
    readonly def: {
      readonly type: string
      readonly shape?: Readonly<Record<string, Shape>>
      readonly element?: Shape
      readonly innerType?: Shape
      readonly options?: readonly Shape[]
    }
  }
}

/** The strings of a value where its schema says any string, in order; a word out of a fixed choice is none of them. */
function stringsIn(schema: Shape, value: unknown): string[] {
  const { def } = schema._zod
  if (typeof value === 'string') {
    const free =
      def.type === 'string' || [def.innerType, ...(def.options ?? [])].some((one) => one !== undefined && stringsIn(one, value).length > 0)
    return free && value.trim() !== '' ? [value] : []
  }
  if (typeof value !== 'object' || value === null) return []
  if (def.innerType !== undefined) return stringsIn(def.innerType, value)
  if (Array.isArray(value)) return def.element === undefined ? [] : value.flatMap((one) => stringsIn(def.element as Shape, one))
  if (def.options !== undefined) return [...new Set(def.options.flatMap((option) => stringsIn(option, value)))]
  return Object.entries(def.shape ?? {}).flatMap(([key, shape]) =>
    bookkeeping.has(key) ? [] : stringsIn(shape, (value as Record<string, unknown>)[key]),
  )
}

/** The day a record is about, for what has one. */
export function dayOf(record: RecordOf[Kind]): Day | undefined {
  if (record.kind === 'moment') return record.day
  if (record.kind === 'fact') return record.writtenOn
  return record.kind === 'promise' ? record.madeOn : undefined
}

/** A number that is another one where an entry says something else or belongs to somebody else: two mixed hashes of 26 bits. */
export function stampOf({ names, texts }: Entry, owners: readonly string[]): number {
  let a = 0x9e37
  let b = 0x85eb
  const take = (text: string): void => {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      a = Math.imul(a ^ code, 0x85eb_ca6b)
      b = Math.imul(b ^ code, 0xc2b2_ae35)
    }
    a = Math.imul(a ^ (0xffff + text.length), 0x27d4_eb2f)
    b = Math.imul(b ^ (a >>> 13), 0x1656_67b1)
  }
  for (const name of names) take(name)
  take('\0')
  for (const text of texts) take(text)
  take('\0')
  for (const owner of owners) take(owner)
  return ((a ^ (b >>> 16)) >>> 6) * 0x400_0000 + ((b ^ (a >>> 15)) >>> 6)
}
