import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { Worker } from 'node:worker_threads'
import { systemClock, today } from '../kernel/time.ts'
import { spanUntil } from '../mine/calendar/meetings.ts'
import type { FileRead } from '../mine/importing/contract.ts'
import type { Report } from '../mine/importing/reading-desk.ts'
import { LARGEST, refuse } from '../mine/importing/refusal.ts'
import { type Patience, patienceFor, type StartReader, watchedRead } from '../mine/importing/watch.ts'

/** Memory of the worker, in MiB: enough for the largest item, far too little for a file that tries to fill the machine. */
const HEAP = 64

/**
 * Reads a file of this machine in a worker thread with limits of time and memory.
 *
 * @param limits another worker script or patience, for tests of the watch itself
 * @throws AppError with three plain sentences when the file as a whole cannot be read
 */
export async function readPath(path: string, limits: { readonly worker?: URL; readonly patience?: Patience } = {}): Promise<FileRead> {
  const began = performance.now()
  const file = basename(path)
  const size = await sizeOf(path, file)
  if (size > LARGEST) throw refuse('too-large', file)
  const start: StartReader = (order, report, failed) => {
    const worker = new Worker(limits.worker ?? new URL('./path-worker.ts', import.meta.url), {
      workerData: { path, order },
      resourceLimits: { maxOldGenerationSizeMb: HEAP, maxYoungGenerationSizeMb: 16 },
      execArgv: [],
      stderr: true,
    })
    worker.on('message', (said: Report) => report(said))
    worker.on('error', failed)
    return { stop: () => void worker.terminate() }
  }
  const read = await watchedRead(file, start, limits.patience ?? patienceFor(size), undefined, spanUntil(today(systemClock)))
  return { file, ...read, seconds: (performance.now() - began) / 1000 }
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
