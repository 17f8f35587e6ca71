export type Shown = import('../mine/book.ts').Book
