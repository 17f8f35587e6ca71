export type Item = import('../mine/book.ts').Book
