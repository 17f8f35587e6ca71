import type { Format, Sink } from './detect.ts'
import type { Reading } from './item.ts'

/** The opening of an archive: an object whose own members before its records hold the number of its version. */
const opening = /^\uFEFF?\s*\{[^[\]]{0,2000}?"kith"\s*:\s*\d+[^[\]]{0,2000}?"records"\s*:\s*\[/

/** One record longer than this is no record of a book. */
const LONGEST = 4_194_304

/** Kith's own archive: one JSON document with the records of a whole book. */
export const kithArchive: Format = {
  name: 'kith',
  recognise: (head) => opening.test(head),
  open: (reading) => new Records(reading),
}

/** Takes the records out of the document one by one, so that a large book needs no large memory. */
class Records implements Sink {
  readonly #reading: Reading
  #rest = ''
  #opened = false
  #closed = false
  #at = 0
  #depth = 0
  #quoted = false
  #started = -1
  #index = 0
  #line = 1
  #lineOfRecord = 1

  constructor(reading: Reading) {
    this.#reading = reading
  }

  push(text: string): void {
    this.#rest += text
    if (!this.#opened) {
      const head = opening.exec(this.#rest)?.[0]
      if (head === undefined) return
      this.#opened = true
      this.#line += head.split('\n').length - 1
      this.#rest = this.#rest.slice(head.length)
    }
    this.#scan()
    const keep = this.#started < 0 ? this.#at : this.#started
    this.#rest = this.#rest.slice(keep)
    this.#at -= keep
    if (this.#started >= 0) this.#started = 0
    if (this.#rest.length > LONGEST) this.#closed = true
  }

  end(): void {
    if (!this.#closed || this.#started >= 0) this.#skip('', 'unfinished')
  }

  #scan(): void {
    const text = this.#rest
    for (; this.#at < text.length && !this.#closed; this.#at++) {
      const sign = text.charCodeAt(this.#at)
      if (this.#quoted) {
        if (sign === 92) {
          // The escaped sign may not have arrived yet.
          if (this.#at + 1 >= text.length) return
          this.#at += 1
        } else if (sign === 34) this.#quoted = false
      } else if (sign === 34) this.#quoted = true
      else if (sign === 10) this.#line += 1
      else if (sign === 123 || sign === 91) {
        if (this.#depth === 0) {
          this.#started = this.#at
          this.#lineOfRecord = this.#line
        }
        this.#depth += 1
      } else if (sign === 125 || sign === 93) {
        if (this.#depth === 0) {
          this.#closed = true
          return
        }
        this.#depth -= 1
        if (this.#depth === 0) {
          this.#record(text.slice(this.#started, this.#at + 1))
          this.#started = -1
        }
      }
    }
  }

  #skip(name: string, why: 'unfinished' | 'not-a-record'): void {
    this.#reading.take({ kind: 'skipped', index: this.#index + (why === 'unfinished' ? 1 : 0), line: this.#lineOfRecord, name, why })
  }

  #record(text: string): void {
    this.#index += 1
    this.#reading.at(this.#index)
    if (this.#reading.passOver(this.#index)) {
      this.#skip('', 'not-a-record')
      return
    }
    let record: unknown
    try {
      record = JSON.parse(text)
    } catch {
      record = undefined
    }
    if (typeof record !== 'object' || record === null || Array.isArray(record)) {
      this.#skip('', 'not-a-record')
      return
    }
    this.#reading.take({
      kind: 'record',
      index: this.#index,
      line: this.#lineOfRecord,
      record: record as Readonly<Record<string, unknown>>,
    })
  }
}
