import type { Format, Sink } from './detect.ts'
import type { Reading } from './item.ts'
import { JsonText } from './json-text.ts'
import { MonicaAccount } from './monica-account.ts'
import { contactItem } from './monica-person.ts'

/** The JSON export of Monica 4. */
export const monica: Format = {
  name: 'monica',
  recognise: (head) =>
    /^\uFEFF?\s*\{/.test(head) &&
    /"account"\s*:\s*\{/.test(head) &&
    (/"version"\s*:\s*"1\.0-preview/.test(head) || (/"export_date"\s*:/.test(head) && /"type"\s*:\s*"(?:contacts?|users?)"/.test(head))),
  open: (reading) => new Export(reading),
}

/** Who is meant may stand before or after whom it concerns, so the whole document is gathered first. */
class Export implements Sink {
  readonly #reading: Reading
  readonly #json = new JsonText()

  constructor(reading: Reading) {
    this.#reading = reading
  }

  push(text: string): void {
    this.#json.push(text)
  }

  end(): void {
    const document = this.#json.end()
    if (!document.ok) {
      this.#reading.at(1)
      this.#reading.take({ kind: 'skipped', index: 1, line: 1, name: '', why: document.why })
      return
    }
    const account = new MonicaAccount(document.value)
    let index = 0
    for (const contact of account.contacts) {
      index += 1
      // The whole document begins there; it mostly stands in one line.
      const where = { index, line: 1 }
      this.#reading.at(index)
      if (this.#reading.passOver(index)) {
        this.#reading.take({ kind: 'skipped', ...where, name: '', why: 'unreadable' })
        continue
      }
      try {
        this.#reading.take(contactItem(contact, account, where))
      } catch {
        this.#reading.take({ kind: 'skipped', ...where, name: '', why: 'unreadable' })
      }
    }
  }
}
