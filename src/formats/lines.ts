/** Longer lines are cut here: only pictures are longer, and those are not read. */
const LONGEST = 2_097_152

/** Cuts text that arrives bit by bit into lines; `\r\n`, `\n`, `\r` and `\r\r\n` all end one. */
export class Lines {
  readonly #line: (line: string) => void
  #rest = ''
  #cut = false

  constructor(line: (line: string) => void) {
    this.#line = line
  }

  push(text: string): void {
    const all = this.#rest + text
    let start = 0
    const breaks = /\r+\n|\n|\r+(?!\n)/g
    for (let found = breaks.exec(all); found !== null; found = breaks.exec(all)) {
      // A carriage return at the very end may belong to a line feed that has not arrived yet.
      if (breaks.lastIndex === all.length && found[0].endsWith('\r')) break
      if (this.#cut) this.#cut = false
      else this.#line(all.slice(start, found.index))
      start = breaks.lastIndex
    }
    this.#rest = all.slice(start)
    if (this.#cut) this.#rest = this.#rest.slice(-2)
    else if (this.#rest.length > LONGEST) {
      this.#line(this.#rest.slice(0, LONGEST))
      this.#cut = true
      this.#rest = this.#rest.slice(-2)
    }
  }

  end(): void {
    if (this.#rest !== '' && !this.#cut) this.#line(this.#rest.replace(/\r+$/, ''))
    this.#rest = ''
  }
}

/** How many line feeds a text holds. */
export function linesIn(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1
  return count
}
