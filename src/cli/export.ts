import { randomBytes } from 'node:crypto'
import { open, rename, rm, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '../kernel/errors.ts'
import { archiveOf } from '../mine/exporting/archive.ts'
import { withBook } from './book.ts'
import { loadTexts } from './texts.ts'

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
  if (!replace && (await isThere(path))) {
    throw new AppError('file-there', {
      what: `${basename(path)} is there already.`,
      why: 'It was not touched.',
      next: 'Choose another name, or add --replace.',
      status: 409,
    })
  }
  const { text, count } = await withBook(async (book) => ({ text: archiveOf(book), count: book.everything().length }))
  await writeWhole(path, text)
  process.stdout.write(`${count} entries of your book are in ${path}. The file is not sealed: keep it where only you can read it.\n`)
  return 0
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path)
    return true
  } catch {
    return false
  }
}

/** Writes beside the place and moves it there when it is whole, so that no half archive is ever found. */
async function writeWhole(path: string, text: string): Promise<void> {
  const beside = `${path}.${randomBytes(4).toString('hex')}.part`
  try {
    const file = await open(beside, 'wx', 0o600)
    try {
      await file.writeFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true })
    throw new AppError('file-not-written', {
      what: `${basename(path)} could not be written.`,
      why: reason(error),
      next: 'Nothing was left behind. Choose another place and try again.',
    })
  }
}

function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'The folder is not there.'
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'This account may not write there.'
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'There is no room left on the disk.'
  if (code === 'EISDIR') return 'There is a folder of that name.'
  return 'The disk gave an error.'
}
