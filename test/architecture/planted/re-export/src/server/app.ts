export { secret } from '../mine/book.ts'
