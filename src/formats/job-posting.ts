import type { Format, Sink } from './detect.ts'
import type { Reading } from './item.ts'
import { openingOf, postingsIn } from './job-posting-opening.ts'
import { JsonText, readJson } from './json-text.ts'
import { linesIn } from './lines.ts'

const posting = /"(?:https?:\/\/schema\.org\/|schema:)?JobPosting"/

const page = /^\uFEFF?\s*(?:<\?xml[^>]{0,300}>\s*)?(?:<!--[^>]{0,2000}-->\s*)*<(?:!doctype\s+html|html)[\s>]/i

/** Openings of schema.org, as JSON or within a page. */
export const jobPosting: Format = {
  name: 'job-posting',
  recognise: (head) => page.test(head) || (/^\uFEFF?\s*[[{]/.test(head) && posting.test(head)),
  open: (reading) => new Postings(reading),
}

/** A script of a page that is longer describes no opening. */
const LONGEST = 2_000_000

/** What may stand between the ends of two pushes of a page. */
const TORN = 2000

/** Begins a script with data for machines. */
const begins = /<script(?=[\s>])[^>]{0,300}application\/ld\+json[^>]{0,300}>/gi

class Postings implements Sink {
  readonly #reading: Reading
  readonly #json = new JsonText()
  #index = 0
  #kind: 'json' | 'page' | undefined
  #rest = ''
  #line = 1
  /** Lines of the page up to the script that is open. */
  #within: { readonly line: number; size: number; parts: string[] } | undefined

  constructor(reading: Reading) {
    this.#reading = reading
  }

  push(text: string): void {
    if (this.#kind === undefined) {
      if (text.trim() === '') return
      this.#kind = /^\uFEFF?\s*</.test(text) ? 'page' : 'json'
    }
    if (this.#kind === 'json') this.#json.push(text)
    else this.#page(text, false)
  }

  end(): void {
    if (this.#kind === 'page') {
      this.#page('', true)
    } else {
      const document = this.#json.end()
      if (document.ok) this.#all(document.value, 1)
      else this.#skip(document.why, 1)
    }
    if (this.#index === 0) this.#skip('no-opening', 1)
  }

  #page(text: string, whole: boolean): void {
    this.#rest += text
    for (;;) {
      if (this.#within === undefined) {
        begins.lastIndex = 0
        const found = begins.exec(this.#rest)
        const to = found === null ? Math.max(0, this.#rest.length - (whole ? 0 : TORN)) : found.index + found[0].length
        this.#pass(to)
        if (found === null) return
        this.#within = { line: this.#line, size: 0, parts: [] }
      }
      const over = this.#rest.search(/<\/script/i)
      const to = over < 0 ? Math.max(0, this.#rest.length - (whole ? 0 : 10)) : over
      const within = this.#within
      if (within.size <= LONGEST) within.parts.push(this.#rest.slice(0, to))
      within.size += to
      this.#pass(to)
      if (over < 0 && !whole) return
      this.#within = undefined
      if (over < 0) this.#skip('unfinished', within.line)
      else this.#script(within)
      if (whole && this.#rest === '') return
    }
  }

  #pass(to: number): void {
    this.#line += linesIn(this.#rest.slice(0, to))
    this.#rest = this.#rest.slice(to)
  }

  #script({ line, size, parts }: { readonly line: number; readonly size: number; readonly parts: readonly string[] }): void {
    const text = parts.join('')
    if (!posting.test(text)) return
    const document = size > LONGEST ? ({ ok: false, why: 'too-long' } as const) : readJson(text)
    if (document.ok) this.#all(document.value, line)
    else this.#skip(document.why, line)
  }

  #all(document: unknown, line: number): void {
    const { postings, known } = postingsIn(document)
    for (const one of postings) {
      this.#index += 1
      const where = { index: this.#index, line }
      this.#reading.at(where.index)
      const held = this.#reading.passOver(where.index)
      this.#reading.take(held ? { kind: 'skipped', ...where, name: '', why: 'unreadable' } : openingOf(one, known, where))
    }
  }

  #skip(why: 'unreadable' | 'unfinished' | 'too-long' | 'no-opening', line: number): void {
    this.#index += 1
    this.#reading.at(this.#index)
    this.#reading.take({ kind: 'skipped', index: this.#index, line, name: '', why })
  }
}
