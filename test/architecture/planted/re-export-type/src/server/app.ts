export type { Book } from '../mine/book.ts'
