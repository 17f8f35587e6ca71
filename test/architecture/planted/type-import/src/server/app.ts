import type { Book } from '../mine/book.ts'

export type Shown = Book
