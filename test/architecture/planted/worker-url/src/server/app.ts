import { Worker } from 'node:worker_threads'

export const worker = new Worker(new URL('../mine/book.ts', import.meta.url))
