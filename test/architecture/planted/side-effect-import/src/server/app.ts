import '../mine/book.ts'
