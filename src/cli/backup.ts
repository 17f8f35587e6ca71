import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../kernel/errors.ts'
import { type Clock, systemClock } from '../kernel/time.ts'
import { readConfig } from '../server/config.ts'
import { Problem } from '../server/problem.ts'
import type { BackupHead } from '../vault/contract.ts'
import { freshSecrets } from '../vault/locking.ts'
import { readBackup } from '../vault/server/backup-file.ts'
import { makeSlot } from '../vault/slots.ts'
import { unlockHere } from '../vault/unlock.ts'
import { httpWire, type Wire } from '../vault/wire.ts'
import { type Call, withServer } from './server.ts'
import { keepWhatIsThere, writeWhole } from './whole-file.ts'

export const about = 'write the whole sealed book into one file, for the day this computer is lost'

const help = `kith backup FILE [--replace]

Writes everything in your book, sealed as it is, into one file that opens with your six words or your
recovery code. A book that has neither gets a recovery code, which is printed this once. The key
file of this computer is never in it. "kith restore FILE" brings the book back, here or elsewhere.
A file that is there already is kept, unless --replace is given.
`

/** The note of the last backup, in the data directory. It says when, and nothing else. */
export const BACKUP_NOTE = 'last-backup.json'

/** Writes a backup. Answers the exit code. */
export async function run(args: string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(help)
    return 0
  }
  const [path, ...more] = args.filter((argument) => argument !== '--replace')
  if (path === undefined || more.length > 0 || path.startsWith('-')) {
    process.stderr.write(help)
    return 2
  }
  await keepWhatIsThere(path, args.includes('--replace'))
  const head = await withServer(async (call) => {
    const wire = httpWire({ base: call.base, bearer: call.token })
    await makeTypedDoor(wire)
    return await writeBackup(call, path)
  })
  const { data } = readConfig(process.env)
  // Only a note for "kith doctor": a backup without it is as good.
  await writeFile(join(data, BACKUP_NOTE), JSON.stringify({ made: head.made }), { mode: 0o600 }).catch(() => undefined)
  const count = head.records === 1 ? 'One sealed entry is' : `${head.records} sealed entries are`
  process.stdout.write(
    `${count} in ${path}. It opens with your six words or your recovery code; the key file of this computer is not in it.\n`,
  )
  return 0
}

/**
 * Makes sure that something a person can write down opens the book: a book without words and code gets
 * a code, which is printed and kept nowhere.
 */
export async function makeTypedDoor(wire: Wire, clock: Clock = systemClock): Promise<void> {
  const { slots, epoch } = await wire.slots()
  if (epoch === 0) throw noBook()
  if (slots.some(({ kind }) => kind === 'words' || kind === 'code')) return
  const here = await unlockHere(wire)
  if (here.is !== 'open') throw onlyElsewhere()
  const { code } = freshSecrets()
  const keys = here.ring.of.get(here.ring.epoch)
  if (keys === undefined) throw onlyElsewhere()
  const made = await makeSlot({ kind: 'code', code }, here.ring.owner, keys, clock)
  // Said before it counts: a code that opens a book and that nobody has seen would be worse than one that opens nothing.
  process.stdout.write(`Your recovery code, shown this once and kept nowhere. Write it down and put it with your papers:\n\n  ${code}\n\n`)
  try {
    await wire.putSlot(made)
  } catch (error) {
    process.stderr.write('The code above was not taken: the book does not open with it. Run the command again for another one.\n')
    throw error
  }
}

const noBook = (): AppError =>
  new AppError('no-book', {
    what: 'There is nothing to back up yet.',
    why: 'No book has been begun with this data.',
    next: 'Start Kith and write somebody down, then run the command again.',
    status: 404,
  })

const onlyElsewhere = (): AppError =>
  new AppError('no-typed-door', {
    what: 'No backup was made.',
    why: 'Nothing that can be written down opens this book, and its key file is not here to make a recovery code.',
    next: 'Open the book in a browser that remembers it, make a recovery code under “Your data”, then run the command again.',
    status: 409,
  })

/**
 * Fetches the sealed book and writes it to a file, whole or not at all. What arrives is checked on the way.
 *
 * @returns the head of the backup
 */
export async function writeBackup({ base, token }: Call, path: string): Promise<BackupHead> {
  const answer = await fetch(`${base}/api/vault/backup`, { headers: { authorization: `Bearer ${token}` } }).catch(() => null)
  if (answer === null) throw brokenOff()
  if (!answer.ok || answer.body === null) throw await refusalOf(answer)
  const { body } = answer
  let head: BackupHead | undefined
  await writeWhole(path, async (file) => {
    async function* written(): AsyncGenerator<Uint8Array> {
      for await (const chunk of body) {
        await file.write(chunk)
        yield chunk
      }
    }
    try {
      for await (const part of readBackup(written())) if ('head' in part) head = part.head
    } catch (error) {
      // A server that ends while it sends, or a text that does not fit its own end.
      if (error instanceof AppError || (error instanceof TypeError && !('code' in error))) throw brokenOff()
      throw error
    }
  })
  if (head === undefined) throw brokenOff()
  return head
}

const brokenOff = (): AppError =>
  new AppError('backup-broke-off', {
    what: 'No backup was made.',
    why: 'Kith’s server stopped answering before all of it had come.',
    next: 'Nothing was left behind. Try again.',
    status: 503,
  })

/** What a server that refused says about it. */
export async function refusalOf(answer: Response): Promise<AppError> {
  const said = Problem.safeParse(await answer.json().catch(() => null))
  if (!said.success) return brokenOff()
  const { title, detail, next } = said.data
  return new AppError('refused', { what: title, why: detail, next, status: answer.status })
}
