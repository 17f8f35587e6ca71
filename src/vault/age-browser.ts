import { AppError, type Result } from '../kernel/errors.ts'
import type { AgeReason } from './age.ts'
import type { AgeOrder } from './age-worker.ts'
import workerUrl from './age-worker.ts?worker&url'
import type { Bytes } from './bytes.ts'
import { scriptUrl } from './script-policy.ts'

const broken = (): AppError =>
  new AppError('age-worker', {
    what: 'The encryption could not be done in this browser.',
    why: 'Its worker did not start, or there was too little memory.',
    next: 'Close other tabs and try again.',
  })

/** Encrypts or opens a file for age in a worker, so that the page stays smooth. */
export function ageInWorker(order: AgeOrder): Promise<Result<Bytes, AgeReason>> {
  const worker = new Worker(scriptUrl(workerUrl), { type: 'module', name: 'kith-age' })
  return new Promise<Result<Bytes, AgeReason>>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Result<Bytes, AgeReason> | null>) =>
      data === null ? reject(broken()) : resolve(data),
    )
    worker.addEventListener('error', (problem) => {
      problem.preventDefault()
      reject(broken())
    })
    worker.postMessage(order)
  }).finally(() => worker.terminate())
}
