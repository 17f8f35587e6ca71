export * from '../mine/book.ts'
