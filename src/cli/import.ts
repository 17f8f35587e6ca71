import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { choosableFields, type Field, type TableChoice, type TableForm } from '../formats/table-fields.ts'
import { AppError } from '../kernel/errors.ts'
import { Book } from '../mine/book.ts'
import { mineIn } from '../mine/calendar/actions.ts'
import { accept } from '../mine/importing/accept.ts'
import type { Choice, FileRead, PreviewRow } from '../mine/importing/contract.ts'
import { dryRun, SMALL } from '../mine/importing/preview.ts'
import { readConfig } from '../server/config.ts'
import { addresses, mustKnowMe } from './my-addresses.ts'
import { readPath } from './path-reader.ts'
import { loadTexts } from './texts.ts'

export const about = 'bring people from address books, directories, tables and exports, or what a calendar knows'

const help = `kith import FILE… [--dry-run] [--json] [--all | --choose 1,5,7] [--same 3] [--two 4] [--columns name=2,email=3] [--me ADDRESS]

Reads vCard files, the CSV files of Google and Outlook, LinkedIn's export packed or unpacked, directories
(LDIF), the export of Monica 4, any other table of people, calendars, and copies of a Kith book, and knows
them by their content. What a calendar knows is proposed; you take it, or not, in Kith.

  --dry-run     show what would happen to each person in the file; nothing is written
  --json        print one JSON document: an object for one file, an array for several.
                Places in the file ("index") count from 1
  --choose LIST add the people at these places
  --all         add everybody; needed, or --choose, when a file holds more than ${SMALL}
  --same LIST   people at these places are the ones in your book that they look like
  --two LIST    people at these places are others, though they look like somebody in your book
  --columns LIST  what the columns of a table hold, counted from 1, such as name=2,email=3; the others are
                left out. Words: ${choosableFields.filter((field) => field !== 'ignore').join(', ')}.
                titles=yes or titles=no says whether the first line holds titles
  --me ADDRESS  your own address in a calendar; several with commas between. It is remembered

Ends with 0 when the file could be read, even when cards in it were skipped, and with 2 when a file
could not be read at all.
`

interface Options {
  readonly files: readonly string[]
  readonly dry: boolean
  readonly json: boolean
  readonly all: boolean
  readonly choose: readonly number[] | undefined
  readonly same: readonly number[]
  readonly two: readonly number[]
  readonly columns: TableChoice | undefined
  readonly me: readonly string[]
}

const wrong = (why: string): AppError =>
  new AppError('wrong-option', { what: 'This import was not started.', why, next: 'See "kith import --help".', status: 400 })

function places(list: string | undefined): readonly number[] | undefined {
  if (list === undefined) return undefined
  const numbers = list.split(',').map((part) => Number(part.trim()))
  if (numbers.some((number) => !Number.isSafeInteger(number) || number < 1)) throw wrong(`"${list}" is not a list of places such as 1,5,7.`)
  return numbers
}

/** `name=2,email=3,titles=no` as what each column holds. */
function columns(list: string | undefined): TableChoice | undefined {
  if (list === undefined) return undefined
  const fields: Field[] = []
  let titled: boolean | undefined
  for (const part of list.split(',')) {
    const [word = '', place = ''] = part.split('=').map((text) => text.trim().toLowerCase())
    const field = choosableFields.find((one) => one === word)
    const at = Number(place)
    if (word === 'titles' && (place === 'yes' || place === 'no')) titled = place === 'yes'
    else if (field !== undefined && Number.isSafeInteger(at) && at >= 1 && at <= 1000) fields[at - 1] = field
    else throw wrong(`"${part.trim()}" does not say what a column holds, as name=2 does.`)
  }
  return { fields: Array.from(fields, (field) => field ?? 'ignore'), titled }
}

/** A table in which no column names people, as far as can be told: its owner has to say which one does. */
function unnamed(file: string, { columns: found }: TableForm): AppError {
  const list = found.slice(0, 12).map(({ title, samples }, at) => `${at + 1} ${title || samples[0] || 'empty'}`)
  return new AppError('table-columns', {
    what: `Kith cannot tell which column of ${file} holds the names.`,
    why: `It is a table, and its columns are ${list.join(', ')}.`,
    next: 'Say what they hold with an option such as --columns name=2,email=3.',
    status: 422,
  })
}

function optionsOf(args: string[]): Options | 'help' {
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse(args)
  } catch (error) {
    throw wrong(error instanceof Error ? `${error.message.split('. ')[0]}.` : 'The options could not be read.')
  }
  const { values, positionals } = parsed
  if (values.help === true) return 'help'
  if (positionals.length === 0) throw wrong('It names no file.')
  return {
    files: positionals,
    dry: values['dry-run'] === true,
    json: values.json === true,
    all: values.all === true,
    choose: places(values.choose),
    same: places(values.same) ?? [],
    two: places(values.two) ?? [],
    columns: columns(values.columns),
    me: addresses(values.me),
  }
}

const parse = (args: string[]) =>
  parseArgs({
    args,
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean' },
      json: { type: 'boolean' },
      all: { type: 'boolean' },
      choose: { type: 'string' },
      same: { type: 'string' },
      two: { type: 'string' },
      columns: { type: 'string' },
      me: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })

/** Reads files, and shows what they would bring or brings it. Answers the exit code. */
export async function run(args: string[]): Promise<number> {
  loadTexts()
  let options: Options | 'help'
  try {
    options = optionsOf(args)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    process.stderr.write(`${error.message}\n`)
    return 2
  }
  if (options === 'help') {
    process.stdout.write(help)
    return 0
  }
  const { reads, refused } = await readAll(options)
  const done = reads.size === 0 ? new Map<string, object>() : options.dry ? await show(reads, options) : await add(reads, options)
  if (options.json) {
    const documents = options.files.map((file) => done.get(file) ?? refused.get(file) ?? { file })
    process.stdout.write(`${JSON.stringify(documents.length === 1 ? documents[0] : documents)}\n`)
  }
  return refused.size > 0 ? 2 : 0
}

/** Reads every file that can be read; of the others it says why not. */
async function readAll({ files, columns: asked }: Options): Promise<{ reads: Map<string, FileRead>; refused: Map<string, object> }> {
  const reads = new Map<string, FileRead>()
  const refused = new Map<string, object>()
  for (const file of files) {
    try {
      const read = await readPath(file, { columns: asked })
      if (read.table?.named === false) throw unnamed(read.file, read.table)
      reads.set(file, read)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      process.stderr.write(`${error.message}\n`)
      refused.set(file, { file, error: { code: error.code, what: error.what, why: error.why, next: error.next } })
    }
  }
  return { reads, refused }
}

async function show(reads: ReadonlyMap<string, FileRead>, options: Options): Promise<Map<string, object>> {
  return await withBookToCompare((book) => {
    const documents = new Map<string, object>()
    for (const [file, read] of reads) {
      const began = performance.now()
      const me = options.me.length > 0 ? options.me : undefined
      if (me === undefined && read.format === 'icalendar' && mineIn(book, read).length === 0) {
        process.stderr.write(`${file}: Kith does not know which address is yours. Say so with --me.\n`)
      }
      const rows = dryRun(book, read.items, me)
      const seconds = Number((read.seconds + (performance.now() - began) / 1000).toFixed(3))
      const items = rows.map(({ index, verdict, name, reason }) => ({ index, verdict, name, reason }))
      documents.set(file, { file, format: read.format, items, seconds })
      if (!options.json) process.stdout.write(table(file, read, rows))
    }
    return documents
  })
}

function table(file: string, read: FileRead, rows: readonly PreviewRow[]): string {
  const lines = rows.map(
    (row) =>
      `${String(row.index).padStart(6)}  ${row.verdict.padEnd(8)} ${[row.name, row.about].filter(Boolean).join(', ')}: ${row.reason}`,
  )
  const count = (verdict: PreviewRow['verdict']): number => rows.filter((row) => row.verdict === verdict).length
  const sum = (['new', 'differs', 'same', 'skipped'] as const).map((verdict) => `${count(verdict)} ${verdict}`).join(', ')
  return `${file} (${read.format})\n${lines.join('\n')}\n${sum}. A dry run: nothing is written.\n`
}

/**
 * The book to compare a file with. Without a key on this account there is no book yet, and nothing is
 * started to find that out; a book that cannot be opened now is said so, and compared with nothing.
 */
async function withBookToCompare<T>(work: (book: Book) => T): Promise<T> {
  const config = readConfig(process.env)
  if (!existsSync(config.config)) return work(new Book())
  let compared: { value: T } | undefined
  try {
    const { withBook } = await import('./book.ts')
    await withBook(async (book) => {
      compared = { value: work(book) }
    })
  } catch (error) {
    if (compared === undefined) {
      const why = error instanceof AppError ? error.message : 'Your book could not be opened.'
      process.stderr.write(`${why} The file is compared with an empty book.\n`)
    }
  }
  return compared === undefined ? work(new Book()) : compared.value
}

async function add(reads: ReadonlyMap<string, FileRead>, options: Options): Promise<Map<string, object>> {
  if ((options.choose !== undefined || options.same.length + options.two.length > 0) && reads.size > 1) {
    throw wrong('Places can be chosen in one file at a time.')
  }
  for (const read of reads.values()) {
    const people = read.items.filter((item) => item.kind === 'person').length
    if (people > SMALL && !options.all && options.choose === undefined) {
      throw new AppError('import-choose', {
        what: `${read.file} names ${people} people, and nobody is chosen.`,
        why: 'Kith adds only those whom you want to nurture.',
        next: 'Look at them with --dry-run, then name them with --choose 1,5,7, or take everybody with --all.',
        status: 400,
      })
    }
  }
  const { withBook } = await import('./book.ts')
  return await withBook(async (book, keep) => {
    const documents = new Map<string, object>()
    for (const [file, read] of reads) {
      if (read.format === 'icalendar') mustKnowMe(book, read, options.me)
      const rows = dryRun(book, read.items)
      const done = accept(book, read, choices(rows, options))
      await keep()
      const open = rows.filter((row) => row.ask !== undefined && !options.same.includes(row.index) && !options.two.includes(row.index))
      documents.set(file, {
        file,
        format: read.format,
        added: done.added,
        changed: done.changed,
        batch: done.batch ?? null,
        asked: open.map((row) => row.index),
      })
      if (options.json) continue
      process.stdout.write(`${file}: ${done.sentence}\n`)
      for (const row of open) {
        process.stdout.write(`  ${row.index} ${row.name}: ${row.reason} Say --same ${row.index} or --two ${row.index}.\n`)
      }
    }
    return documents
  })
}

function choices(rows: readonly PreviewRow[], options: Options): Choice[] {
  const answered = [
    ...options.same.map((index): Choice => ({ index, as: 'same' })),
    ...options.two.map((index): Choice => ({ index, as: 'two' })),
  ]
  const chosen = options.choose ?? rows.filter((row) => (options.all ? row.choosable : row.selected)).map((row) => row.index)
  const named = new Set(answered.map((choice) => choice.index))
  return [...answered, ...chosen.filter((index) => !named.has(index)).map((index) => ({ index }))]
}
