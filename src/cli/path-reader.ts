import { open, readFile as readBytes } from 'node:fs/promises'
import { basename } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { TableChoice } from '../formats/table-fields.ts'
import { AppError } from '../kernel/errors.ts'
import { systemClock, today } from '../kernel/time.ts'
import { spanUntil } from '../mine/calendar/meetings.ts'
import type { FileRead } from '../mine/importing/contract.ts'
import type { Report } from '../mine/importing/reading-desk.ts'
import { LARGEST, refuse } from '../mine/importing/refusal.ts'
import { type Patience, patienceFor, type StartReader, watchedRead } from '../mine/importing/watch.ts'
import { ageRefused } from '../vault/age-refusal.ts'
import { asked as answer } from './secret.ts'

/** Memory of the worker, in MiB: enough for the largest item, far too little for a file that tries to fill the machine. */
const HEAP = 64

/**
 * Reads a file of this machine in a worker thread with limits of time and memory.
 *
 * @param asked what the columns of a plain table hold; another worker script or patience, for tests of the watch itself
 * @throws AppError with three plain sentences when the file as a whole cannot be read
 */
export async function readPath(
  path: string,
  asked: { readonly columns?: TableChoice | undefined; readonly worker?: URL; readonly patience?: Patience } = {},
): Promise<FileRead> {
  const began = performance.now()
  const file = basename(path)
  const size = await sizeOf(path, file)
  if (size > LARGEST) throw refuse('too-large', file)
  try {
    const read = await watchedRead(file, reading(path, asked.worker), asked.patience ?? patienceFor(size), {
      columns: asked.columns,
      days: spanUntil(today(systemClock)),
    })
    return { file, ...read, seconds: (performance.now() - began) / 1000 }
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'file-age') throw error
    return await readEncrypted(path, file, began, asked.columns)
  }
}

/** Reads an encrypted file in memory: what is in it touches no disk in the clear. */
async function readEncrypted(path: string, file: string, began: number, columns: TableChoice | undefined): Promise<FileRead> {
  const passphrase = (process.env['KITH_PASSPHRASE'] ?? (await answer(`${file} is encrypted. Its passphrase: `)))?.trim()
  if (passphrase === undefined || passphrase === '') throw locked(file)
  const { openAge } = await import('../vault/age.ts')
  const opened = await openAge(await readBytes(path), passphrase.startsWith('AGE-SECRET-KEY-') ? { identity: passphrase } : { passphrase })
  if (!opened.ok) throw ageRefused(opened.reason, file)
  const read = await watchedRead(file, reading(opened.value), patienceFor(opened.value.length), {
    columns,
    days: spanUntil(today(systemClock)),
  })
  return { file, ...read, seconds: (performance.now() - began) / 1000 }
}

const locked = (file: string): AppError =>
  new AppError('file-age', {
    what: `${file} is encrypted.`,
    why: 'It opens with its passphrase, and this command was given none.',
    next: 'Put it into KITH_PASSPHRASE, or run the command in a terminal, where it asks for it.',
    status: 422,
  })

/** A reader in a worker of its own, of a file or of bytes in memory. */
const reading =
  (source: string | Uint8Array, script: URL = new URL('./path-worker.ts', import.meta.url)): StartReader =>
  (order, report, failed) => {
    const worker = new Worker(script, {
      workerData: { source, order },
      resourceLimits: { maxOldGenerationSizeMb: HEAP, maxYoungGenerationSizeMb: 16 },
      execArgv: [],
      stderr: true,
    })
    worker.on('message', (said: Report) => report(said))
    worker.on('error', failed)
    return { stop: () => void worker.terminate() }
  }

/** The size of a file that can be read, in bytes; the file is opened but not read. */
async function sizeOf(path: string, file: string): Promise<number> {
  try {
    const handle = await open(path, 'r')
    try {
      const found = await handle.stat()
      if (found.isDirectory()) throw refuse('folder', file)
      if (!found.isFile()) throw refuse('not-readable', file)
      return found.size
    } finally {
      await handle.close()
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT' || code === 'ENOTDIR') throw refuse('missing', file)
    if (code === 'EACCES' || code === 'EPERM') throw refuse('not-allowed', file)
    if (code === 'EISDIR') throw refuse('folder', file)
    if (typeof code === 'string' && /^E[A-Z]+$/.test(code)) throw refuse('not-readable', file)
    throw error
  }
}
