import { createRequire } from 'node:module'

const load = createRequire(import.meta.url)

export const app = load('../mine/book.ts')
