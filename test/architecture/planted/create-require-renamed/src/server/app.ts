import { createRequire as maker } from 'node:module'

export const load = maker(import.meta.url)
export const app = load('../mi' + 'ne/book.ts')
