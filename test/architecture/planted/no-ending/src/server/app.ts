import { secret } from '../mine/book'

export const app = secret
