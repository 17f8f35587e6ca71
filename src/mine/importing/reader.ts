import type { DaySpan } from '../../formats/item.ts'
import type { TableChoice } from '../../formats/table-fields.ts'
import { trustedScript } from '../../kernel/trusted-script.ts'
import type { FileRead } from './contract.ts'
import workerUrl from './import-worker.ts?worker&url'
import type { Report } from './reading-desk.ts'
import { LARGEST, refuse } from './refusal.ts'
import { patienceFor, type StartReader, watchedRead } from './watch.ts'

/**
 * Reads a file that somebody chose or dropped, in a worker, so that the page never stands still. The
 * file stays on this device.
 *
 * @param options `columns` says what those of a plain table hold
 * @throws AppError with three plain sentences when the file as a whole cannot be read
 */
export async function readFile(
  file: File,
  options: {
    readonly onProgress?: (share: number) => void
    readonly columns?: TableChoice | undefined
    readonly days?: DaySpan | undefined
  } = {},
): Promise<FileRead> {
  if (file.size > LARGEST) throw refuse('too-large', file.name)
  const began = performance.now()
  const start: StartReader = (order, report, failed) => {
    const worker = new Worker(trustedScript(workerUrl), { type: 'module', name: 'import' })
    worker.addEventListener('message', (message: MessageEvent<Report>) => report(message.data))
    worker.addEventListener('error', (problem) => {
      problem.preventDefault()
      failed()
    })
    worker.postMessage({ file, order })
    return { stop: () => worker.terminate() }
  }
  const read = await watchedRead(file.name, start, patienceFor(file.size), {
    columns: options.columns,
    days: options.days,
    onProgress: (bytes) => options.onProgress?.(bytes / Math.max(1, file.size)),
  })
  return { file: file.name, ...read, seconds: (performance.now() - began) / 1000 }
}
