import type { Format, Sink } from './detect.ts'
import { nameKey, nameParts } from './directory-name.ts'
import type { PersonItem, Reading, SkippedItem } from './item.ts'
import { Entry } from './ldif-entry.ts'
import { entryItem, managersOf } from './ldif-person.ts'
import { Lines } from './lines.ts'
import { own } from './plain-text.ts'
import { speaks, tidy } from './short-text.ts'

/** A longer unfolded line is cut: only pictures and certificates are longer, and those are not read. */
const LONG = 60_000

/** Lines after a directory search that belong to no entry. */
const trailer = /^(?:search|result|ref|text|matchedDN|numResponses|numEntries|version)[ \t]*:/i

/** LDIF, as 389ds, OpenLDAP, Active Directory and mail programs write their directories. */
export const ldif: Format = {
  name: 'ldif',
  recognise: (head) => {
    for (const line of head.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)) {
      if (line.trim() === '' || line.startsWith('#') || line.startsWith(' ') || /^version[ \t]*:[ \t]*\d+[ \t]*$/i.test(line)) continue
      return /^dn[ \t]*:(?::|[ \t]*[A-Za-z0-9.-]+[ \t]*=|[ \t]*$)/i.test(line)
    }
    return false
  },
  open: (reading) => new Entries(reading),
}

/** An item that waits until the whole file is known, because it may name a manager who comes later. */
interface Waiting {
  readonly item: PersonItem | SkippedItem
  readonly managers: readonly string[]
  readonly key: string
}

class Entries implements Sink {
  readonly #reading: Reading
  readonly #lines: Lines
  #line = 0
  #index = 0
  #entry: Entry | undefined
  /** The line that may go on: its text, or undefined within a comment. */
  #open: string | undefined
  /** Each as a text of its own: texts cut out of a file would hold the whole file in memory. */
  #waiting: string[] = []
  /** What each entry is called by its directory name; empty for entries that are no persons. */
  readonly #names = new Map<string, string>()

  constructor(reading: Reading) {
    this.#reading = reading
    this.#lines = new Lines((line) => this.#take(line))
  }

  push(text: string): void {
    this.#lines.push(text)
  }

  end(): void {
    this.#lines.end()
    this.#settle()
    this.#finish()
    for (const one of this.#waiting) this.#reading.take(this.#reporting(JSON.parse(one) as Waiting))
    this.#waiting = []
    this.#names.clear()
  }

  #take(line: string): void {
    this.#line += 1
    if (line.startsWith(' ')) {
      if (this.#open !== undefined && this.#open.length < LONG) this.#open += line.slice(1, LONG)
      return
    }
    this.#settle()
    if (line.trim() === '') this.#finish()
    else if (!line.startsWith('#')) {
      if (/^dn[ \t]*:/i.test(line) && this.#entry !== undefined && this.#entry.dn !== '') this.#finish()
      this.#entry ??= new Entry(this.#line)
      this.#open = line.slice(0, LONG)
    }
  }

  /** The line that was open is whole now. */
  #settle(): void {
    const line = this.#open
    this.#open = undefined
    if (line === undefined) return
    if (this.#entry?.dn === '' && trailer.test(line)) return
    this.#entry?.add(line)
  }

  /** The entry is whole now. */
  #finish(): void {
    const entry = this.#entry
    this.#entry = undefined
    if (entry === undefined || (entry.dn === '' && !entry.met)) return
    this.#index += 1
    const where = { index: this.#index, line: entry.line }
    this.#reading.at(where.index)
    if (this.#reading.passOver(where.index)) {
      this.#wait({ kind: 'skipped', ...where, name: '', why: 'unreadable' }, entry)
      return
    }
    let item: PersonItem | SkippedItem
    try {
      item = entryItem(entry, where)
    } catch {
      item = { kind: 'skipped', ...where, name: '', why: 'unreadable' }
    }
    this.#wait(item, entry)
  }

  /** Before the first person who reports to somebody, nothing has to wait. */
  #wait(item: PersonItem | SkippedItem, entry: Entry): void {
    const key = nameKey(entry.dn)
    if (item.kind === 'skipped' ? item.why !== 'change' : item.nameFrom !== 'email')
      this.#names.set(own(key), item.kind === 'person' ? own(item.name) : '')
    const managers = item.kind === 'person' ? managersOf(entry) : []
    if (managers.length === 0 && this.#waiting.length === 0) this.#reading.take(item)
    else this.#waiting.push(JSON.stringify({ item, managers, key } satisfies Waiting))
  }

  #reporting({ item, managers, key }: Waiting): PersonItem | SkippedItem {
    if (item.kind === 'skipped') return item
    for (const written of managers) {
      const other = nameKey(written)
      if (other === key) continue
      const name = this.#names.get(other) ?? unheard(written)
      if (name !== '') return { ...item, manager: name }
    }
    return item
  }
}

/** The name in a reference to somebody who is not in the file: what the directory name begins with, if that is a name, or the plain text. */
function unheard(written: string): string {
  const parts = nameParts(written)
  const name = tidy(parts === undefined ? written : parts[0]?.by === 'cn' ? parts[0].value : '')
  return speaks(name) ? name : ''
}
