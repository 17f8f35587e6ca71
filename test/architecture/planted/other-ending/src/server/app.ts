import { secret } from '../mine/book.js'

export const app = secret
