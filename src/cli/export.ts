import { archiveOf } from '../mine/exporting/archive.ts'
import { withBook } from './book.ts'
import { loadTexts } from './texts.ts'
import { keepWhatIsThere, writeWhole } from './whole-file.ts'

export const about = 'write the whole book into one JSON file that can be imported again'

const help = `kith export FILE.json [--replace]

Writes everything in your book, the trash too, into one JSON file. The file is not sealed: whoever has
it can read it. "kith import FILE.json" brings it back. A file that is there already is kept, unless
--replace is given.
`

/** Writes the archive. Answers the exit code. */
export async function run(args: string[]): Promise<number> {
  loadTexts()
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(help)
    return 0
  }
  const [path, ...more] = args.filter((argument) => argument !== '--replace')
  if (path === undefined || more.length > 0 || path.startsWith('-')) {
    process.stderr.write(help)
    return 2
  }
  const replace = args.includes('--replace')
  await keepWhatIsThere(path, replace)
  const { text, count } = await withBook(async (book) => ({ text: archiveOf(book), count: book.everything().length }))
  await writeWhole(path, (file) => file.writeFile(text))
  process.stdout.write(`${count} entries of your book are in ${path}. The file is not sealed: keep it where only you can read it.\n`)
  return 0
}
