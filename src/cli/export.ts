import { parseArgs } from 'node:util'
import { AppError } from '../kernel/errors.ts'
import { type CopyForm, copyOf } from '../mine/exporting/copies.ts'
import type { TableOf } from '../mine/exporting/tables.ts'
import type { AgeFor } from '../vault/age.ts'
import { freshWords } from '../vault/words.ts'
import { withBook } from './book.ts'
import { asked } from './secret.ts'
import { loadTexts } from './texts.ts'
import { keepWhatIsThere, writeWhole } from './whole-file.ts'

export const about = 'write the book, or a part of it, into a file that other programs read'

const help = `kith export FILE [--replace] [--only people|moments|promises] [--notes] [--recipient age1…]

The ending of FILE says what is written:

  .json       everything, the trash too; "kith import" brings it back as it was
  .zip        everything in one folder: that archive, pages to read, cards, tables and dates
  .zip.age    the same, encrypted; plain "age -d" opens it, too (.json.age likewise)
  .md         one page about everybody; .md.zip one page for each person
  .vcf        cards for an address book; --notes adds what you noted about people
  .csv        a table for a spreadsheet; --only says of what, people unless said otherwise
  .ics        birthdays, other days and open promises for a calendar

What you noted about children is in .json, .zip and .age alone. An encrypted file takes its passphrase from
KITH_PASSPHRASE, or asks for it; --recipient encrypts for the holder of that key instead.
A file that is there already is kept, unless --replace is given.
`

/** Each ending and the form it stands for; the longest comes first. */
const endings: readonly (readonly [string, CopyForm])[] = [
  ['.md.zip', 'md.zip'],
  ['.json', 'json'],
  ['.zip', 'zip'],
  ['.md', 'md'],
  ['.vcf', 'vcf'],
  ['.csv', 'csv'],
  ['.ics', 'ics'],
]

interface Wish {
  readonly path: string
  readonly form: CopyForm
  readonly sealed: boolean
  readonly replace: boolean
  readonly only: TableOf | undefined
  readonly notes: boolean
  readonly recipient: string | undefined
}

const wrong = (why: string): AppError =>
  new AppError('wrong-option', { what: 'Nothing was written.', why, next: 'See "kith export --help".', status: 400 })

const isTable = (text: string): text is TableOf => text === 'people' || text === 'moments' || text === 'promises'

function wishOf(args: string[]): Wish | 'help' {
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse(args)
  } catch (error) {
    throw wrong(error instanceof Error ? `${error.message.split('. ')[0]}.` : 'The options could not be read.')
  }
  const { values, positionals } = parsed
  if (values.help === true) return 'help'
  const [path, ...more] = positionals
  if (path === undefined || more.length > 0) throw wrong('It names no file, or more than one.')
  const low = path.toLowerCase()
  const sealed = low.endsWith('.age')
  const inner = sealed ? low.slice(0, -4) : low
  const form = endings.find(([ending]) => inner.endsWith(ending))?.[1] ?? (sealed ? 'zip' : undefined)
  if (form === undefined) throw wrong('The ending of the file says what is written, and this one is not known.')
  const { only, notes = false, recipient } = values
  if (only !== undefined && !isTable(only)) throw wrong('--only takes people, moments or promises.')
  if (only !== undefined && form !== 'csv') throw wrong('--only is for a table, whose file ends in .csv.')
  if (notes && form !== 'vcf') throw wrong('--notes is for cards, whose file ends in .vcf.')
  if (recipient !== undefined && !sealed) throw wrong('--recipient is for an encrypted file, whose name ends in .age.')
  if (recipient !== undefined && !/^age1[02-9ac-hj-np-z]{58}$/.test(recipient))
    throw wrong('--recipient is not a key that begins with age1.')
  return { path, form, sealed, replace: values.replace === true, only, notes, recipient }
}

const parse = (args: string[]) =>
  parseArgs({
    args,
    allowPositionals: true,
    options: {
      replace: { type: 'boolean' },
      only: { type: 'string' },
      notes: { type: 'boolean' },
      recipient: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })

/** Writes a copy. Answers the exit code. */
export async function run(args: string[]): Promise<number> {
  loadTexts()
  let wish: Wish | 'help'
  try {
    wish = wishOf(args)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    process.stderr.write(`${error.message}\n`)
    return 2
  }
  if (wish === 'help') {
    process.stdout.write(help)
    return 0
  }
  const { path, form, sealed, replace, only, notes, recipient } = wish
  await keepWhatIsThere(path, replace)
  const whom = sealed ? await whomFor(recipient) : null
  const { bytes, count } = await withBook(async (book) => ({ bytes: copyOf(book, form, { only, notes }), count: book.everything().length }))
  const written = whom === null ? bytes : await (await import('../vault/age.ts')).sealAge(bytes, whom)
  await writeWhole(path, (file) => file.writeFile(written))
  const what = form === 'json' || form === 'zip' ? `${count === 1 ? 'One entry' : `${count} entries`} of your book` : 'What you asked for'
  const who =
    whom === null ? 'The file is not sealed: keep it where only you can read it.' : 'It is encrypted: nobody reads it without its key.'
  process.stdout.write(`${what} ${count === 1 || what.startsWith('What') ? 'is' : 'are'} in ${path}. ${who}\n`)
  return 0
}

/** For whom to encrypt. Nobody who asks and answers nothing is left with a weak passphrase: six words are made. */
async function whomFor(recipient: string | undefined): Promise<AgeFor> {
  if (recipient !== undefined) return { recipient }
  const typed = (process.env['KITH_PASSPHRASE'] ?? (await asked('A passphrase for the file (nothing: Kith makes six words): ')))?.trim()
  if (typed === undefined) {
    throw new AppError('no-passphrase', {
      what: 'Nothing was written.',
      why: 'An encrypted file needs a passphrase, and this command was given none.',
      next: 'Put it into KITH_PASSPHRASE, or run the command in a terminal, where it asks for one.',
      status: 400,
    })
  }
  if (typed !== '') return { passphrase: typed }
  const passphrase = freshWords()
  process.stdout.write(`The passphrase, shown this once and kept nowhere:\n\n  ${passphrase}\n\n`)
  return { passphrase }
}
