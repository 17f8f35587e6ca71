import { secret } from '#mine/book.ts'

export const app = secret
