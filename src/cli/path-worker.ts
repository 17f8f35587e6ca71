import { createReadStream } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { type Order, readSlices } from '../mine/importing/reading-desk.ts'

const { path, order } = workerData as { path: string; order: Order }

parentPort?.postMessage({ say: 'ready' })
await readSlices(createReadStream(path, { highWaterMark: 1_048_576 }), order, (report) => parentPort?.postMessage(report))
