import { createReadStream } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { type Order, readSlices } from '../mine/importing/reading-desk.ts'

const { source, order } = workerData as { source: string | Uint8Array; order: Order }

const SLICE = 1_048_576

/** The file at a path, or bytes that are in memory already. */
async function* slices(): AsyncGenerator<Uint8Array> {
  if (typeof source === 'string') yield* createReadStream(source, { highWaterMark: SLICE })
  else for (let start = 0; start < source.length; start += SLICE) yield source.subarray(start, start + SLICE)
}

parentPort?.postMessage({ say: 'ready' })
await readSlices(slices(), order, (report) => parentPort?.postMessage(report))
