export const run = new Function('return im' + 'port("../mine/book.ts")')
