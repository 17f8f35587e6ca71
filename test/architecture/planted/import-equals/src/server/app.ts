import book = require('../mine/book.ts')

export const app = book
