import type { Format, Sink } from './detect.ts'
import type { PersonItem, Reading, SkippedItem } from './item.ts'
import { Lines } from './lines.ts'
import { CardText, unfold } from './vcard-lines.ts'
import { personOf } from './vcard-person.ts'
import { propertiesOf } from './vcard-properties.ts'

const begin = /^\uFEFF?[ \t]*BEGIN[ \t]*:[ \t]*VCARD[ \t]*$/i
const end = /^[ \t]*END[ \t]*:[ \t]*VCARD[ \t]*$/i

/** The most lines that the card of one person has. */
const MOST = 2000

/** vCard 3.0 and 4.0, and what the same repairs make of 2.1. */
export const vcard: Format = {
  name: 'vcard',
  recognise: (head) => /^\uFEFF?[ \t]*BEGIN[ \t]*:[ \t]*VCARD[ \t]*\r*$/im.test(head),
  open: (reading) => new Cards(reading),
}

class Cards implements Sink {
  readonly #reading: Reading
  readonly #lines: Lines
  #line = 0
  #index = 0
  #started = 0
  #card: CardText | undefined
  #agents = 0

  constructor(reading: Reading) {
    this.#reading = reading
    this.#lines = new Lines((line) => this.#take(line))
  }

  push(text: string): void {
    this.#lines.push(text)
  }

  end(): void {
    this.#lines.end()
    if (this.#card !== undefined) this.#finish(this.#card, false)
  }

  #take(line: string): void {
    this.#line += 1
    const card = this.#card
    if (begin.test(line)) {
      if (card?.holdsAgent() === true) {
        this.#agents += 1
        return
      }
      if (card !== undefined) this.#finish(card, false)
      this.#card = new CardText()
      this.#index += 1
      this.#started = this.#line
      this.#agents = 0
    } else if (card !== undefined) {
      if (!end.test(line)) {
        if (this.#agents === 0) card.add(line)
      } else if (this.#agents > 0) {
        this.#agents -= 1
      } else {
        this.#finish(card, true)
      }
    }
  }

  #finish(card: CardText, whole: boolean): void {
    this.#card = undefined
    const place = { index: this.#index, line: this.#started }
    this.#reading.at(place.index)
    this.#reading.take(
      this.#reading.passOver(place.index) ? { kind: 'skipped', ...place, name: '', why: 'unreadable' } : read(card, whole, place),
    )
  }
}

/** One card. Whatever is wrong with it, the answer is an item. */
function read(card: CardText, whole: boolean, place: { index: number; line: number }): PersonItem | SkippedItem {
  if (card.tooLong) return { kind: 'skipped', ...place, name: '', why: 'too-long' }
  try {
    const lines = unfold(card.lines)
    if (lines.length > MOST) return { kind: 'skipped', ...place, name: '', why: 'too-long' }
    const item = personOf(propertiesOf(lines), place)
    return whole || item.kind === 'skipped' ? item : { kind: 'skipped', ...place, name: item.name, why: 'unfinished' }
  } catch {
    return { kind: 'skipped', ...place, name: '', why: 'unreadable' }
  }
}
