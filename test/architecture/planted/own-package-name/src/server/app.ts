import { secret } from 'kith/src/mine/book.ts'

export const app = secret
