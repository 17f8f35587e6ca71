/// <reference lib="webworker" />
import { type Order, type Report, readSlices } from './reading-desk.ts'

/** How much of the file is in memory at a time, in bytes. */
const SLICE = 1_048_576

async function* slicesOf(file: Blob): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < file.size; start += SLICE) {
    yield new Uint8Array(await file.slice(start, start + SLICE).arrayBuffer())
  }
}

const report = (said: Report): void => globalThis.postMessage(said)

globalThis.addEventListener('message', (message: MessageEvent<{ file: Blob; order: Order }>) => {
  const { file, order } = message.data
  report({ say: 'ready' })
  void readSlices(slicesOf(file), order, report)
})
