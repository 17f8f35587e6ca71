declare const require: (path: string) => unknown

export const app = require('../mine/book.ts')
