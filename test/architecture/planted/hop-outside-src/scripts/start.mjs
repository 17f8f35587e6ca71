export { secret as start } from '../src/mine/book.ts'
