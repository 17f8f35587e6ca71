import type { Book } from '../mine/book.ts'

export type Synced = Book
