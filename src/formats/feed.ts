import type { Format, Sink } from './detect.ts'
import { entryOpening } from './feed-entry.ts'
import type { Item, Reading } from './item.ts'
import { linesIn } from './lines.ts'

/** RSS (also of the kind that is RDF) and Atom, in which openings are published. */
export const feed: Format = {
  name: 'feed',
  recognise: (head) => {
    const body = head
      .slice(0, 20_000)
      .replace(/^\uFEFF/, '')
      .trimStart()
    return (
      body.startsWith('<') && /<(?:rss|(?:\w{1,20}:)?RDF|(?:atom:)?feed)(?=[\s>])[^>]{0,4000}>/i.test(body) && !/<html[\s>]/i.test(body)
    )
  },
  open: (reading) => new Feed(reading),
}

/** One entry longer than this describes no opening. */
const LONGEST = 400_000

/** A tag that begins or ends an entry, or a part in which tags are only text. */
const tags = /<!\[CDATA\[|<!--|<(\/?)(?:[A-Za-z][\w-]{0,20}:)?(item|entry)(?=[\s/>])/g

/** The longest beginning of such a tag that may be torn apart between two pushes. */
const TORN = 40

/** Cuts the entries out of a feed as it arrives; nothing that the feed declares is looked up, and no address in it is followed. */
class Feed implements Sink {
  readonly #reading: Reading
  #rest = ''
  /** How far {@link #rest} has been looked through. */
  #at = 0
  /** Where the entry begins that is open, or -1. */
  #from = -1
  #line = 1
  #counted = 0
  #index = 0
  /** What ends the part that is being passed over, if one is. */
  #until = ''
  #tooLong = false

  constructor(reading: Reading) {
    this.#reading = reading
  }

  push(text: string): void {
    this.#rest += text
    this.#scan(this.#rest.length - TORN)
    this.#forget()
  }

  end(): void {
    this.#scan(this.#rest.length)
    if (this.#from >= 0) this.#skip(this.#tooLong ? 'too-long' : 'unfinished')
  }

  #scan(limit: number): void {
    while (this.#at < limit) {
      if (this.#until !== '') {
        const over = this.#rest.indexOf(this.#until, this.#at)
        if (over < 0) {
          this.#at = Math.max(this.#at, this.#rest.length - 3)
          return
        }
        this.#at = over + this.#until.length
        this.#until = ''
        continue
      }
      tags.lastIndex = this.#at
      const found = tags.exec(this.#rest)
      if (found === null || found.index >= limit) {
        this.#at = Math.max(this.#at, limit)
        return
      }
      this.#at = found.index + found[0].length
      if (found[2] === undefined) this.#until = found[0] === '<!--' ? '-->' : ']]>'
      else if (found[1] === '/') this.#close(found.index)
      else if (this.#from < 0) this.#open(found.index)
    }
  }

  #open(at: number): void {
    this.#count(at)
    this.#from = at
  }

  #close(at: number): void {
    if (this.#from < 0) return
    const text = this.#rest.slice(this.#from, at)
    if (this.#tooLong || text.length > LONGEST) this.#skip('too-long')
    else this.#entry(text)
    this.#from = -1
    this.#tooLong = false
  }

  #entry(text: string): void {
    this.#index += 1
    const where = { index: this.#index, line: this.#line }
    this.#reading.at(where.index)
    let item: Item
    try {
      item = this.#reading.passOver(where.index) ? { kind: 'skipped', ...where, name: '', why: 'unreadable' } : entryOpening(text, where)
    } catch {
      item = { kind: 'skipped', ...where, name: '', why: 'unreadable' }
    }
    this.#reading.take(item)
  }

  #skip(why: 'too-long' | 'unfinished'): void {
    this.#index += 1
    this.#reading.at(this.#index)
    this.#reading.take({ kind: 'skipped', index: this.#index, line: this.#line, name: '', why })
  }

  #count(to: number): void {
    if (to <= this.#counted) return
    this.#line += linesIn(this.#rest.slice(this.#counted, to))
    this.#counted = to
  }

  /** What has been looked through and belongs to no open entry is let go; of an entry that is far too long, everything. */
  #forget(): void {
    if (this.#from >= 0 && this.#rest.length - this.#from > LONGEST) this.#tooLong = true
    const keep = this.#from < 0 || this.#tooLong ? Math.min(this.#at, this.#rest.length) : this.#from
    this.#count(keep)
    this.#rest = this.#rest.slice(keep)
    this.#at -= keep
    this.#counted -= keep
    if (this.#from >= 0) this.#from = 0
  }
}
