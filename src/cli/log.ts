import { i18n } from '@lingui/core'
import type { Book, Change } from '../mine/book.ts'
import { loadDays } from '../mine/quick-log/days.ts'
import { needsText, sentences } from '../mine/quick-log/summary.ts'
import { understand } from '../mine/quick-log/understand.ts'
import { write } from '../mine/quick-log/write.ts'
import type { BookRecord } from '../mine/records.ts'
import { withBook } from './book.ts'
import { loadTexts } from './texts.ts'

export const about = 'write down what took place, in one line'

const help = `kith log "lunch with Ana, her move to Porto" [--json]

Understands who, how and when, what you promised and what is worth remembering:

  kith log "walked over to Tom yesterday, promised him the deck by Friday"
  kith log "coffee with Ruth Okafor, her daughter starts school"

Somebody new joins your book; their name begins with a capital letter. Ends with 0 once it is kept, and
with 2 when the line is empty or names nobody.
`

/** Understands one line and writes it. Answers the exit code. */
export async function run(args: string[]): Promise<number> {
  loadTexts()
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(help)
    return 0
  }
  const unknown = args.find((argument) => argument.startsWith('--') && argument !== '--json')
  if (unknown !== undefined) {
    process.stderr.write(`kith log does not know "${unknown}". See "kith log --help".\n`)
    return 2
  }
  const json = args.includes('--json')
  const line = args
    .filter((argument) => argument !== '--json')
    .join(' ')
    .trim()
  // An empty line needs no book: nothing is started for it.
  if (!/[\p{L}\p{N}]/u.test(line)) {
    process.stderr.write(`${needsText('words')}\n`)
    return 2
  }
  const language = i18n.locale === 'de' ? 'de' : 'en'
  const days = await loadDays(language)
  return await withBook(async (book, keep) => {
    const understanding = understand(line, {
      people: book.all('person'),
      momentsOf: (id) => book.momentsOf(id),
      today: book.today(),
      language,
      days,
    })
    if (understanding.needs !== undefined) {
      process.stderr.write(`${needsText(understanding.needs)}\n`)
      return 2
    }
    const said = sentences(understanding, (id) => book.get('person', id)?.name ?? '', book.today())
    const change = write(book, understanding)
    await keep()
    process.stdout.write(json ? `${JSON.stringify(document(line, change, book))}\n` : `${said.join('\n')}\n`)
    return 0
  })
}

/** What was written, as one document; people by id and name. */
function document(line: string, change: Change, book: Book): object {
  const written = [...change.after.values()] as unknown as readonly BookRecord[]
  const people = (ids: readonly string[]): object[] =>
    ids.map((id) => ({ id, name: book.get('person', id)?.name ?? '', new: written.some((record) => record.id === id) }))
  const moment = written.find((record) => record.kind === 'moment')
  return {
    line,
    moment: moment === undefined ? null : { ...plain(moment), people: people(moment.people) },
    promises: written.flatMap((record) => (record.kind === 'promise' ? [{ ...plain(record), to: people(record.to) }] : [])),
    facts: written.flatMap((record) => (record.kind === 'fact' ? [{ ...plain(record), about: people(record.about) }] : [])),
    dates: written.flatMap((record) => (record.kind === 'date' ? [{ ...plain(record), person: people([record.person])[0] }] : [])),
  }
}

const plain = ({ kind: _, v: __, changed: ___, ...fields }: BookRecord): object => fields
