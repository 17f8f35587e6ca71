import type { Stretch } from './argon2.ts'
import type { Bytes } from './bytes.ts'
import workerUrl from './kdf-worker.ts?worker&url'
import { scriptUrl } from './script-policy.ts'

type Answer = { ok: true; out: Bytes } | { ok: false }

/** Runs Argon2id in a worker of its own, so that the page stays smooth and its own policy forbids WebAssembly. */
export function argon2InWorker(stretch: Stretch): Promise<Bytes> {
  const worker = new Worker(scriptUrl(workerUrl), { type: 'module', name: 'kith-kdf' })
  return new Promise<Bytes>((resolve, reject) => {
    worker.addEventListener('message', (message: MessageEvent<Answer>) => {
      if (message.data.ok) resolve(message.data.out)
      else reject(new Error('the key could not be derived in this browser'))
    })
    worker.addEventListener('error', () => reject(new Error('the key worker did not start')))
    worker.postMessage(stretch)
  }).finally(() => worker.terminate())
}
