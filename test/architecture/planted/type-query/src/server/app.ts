export type Shown = typeof import('../mine/book.ts')
