import { Worker } from 'node:worker_threads'

export const worker = new Worker('./src/mine/book.ts')
