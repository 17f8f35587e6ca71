import { one } from './one.ts'
import { secret } from '../mine/book.ts'

export const two = () => [one, secret]
