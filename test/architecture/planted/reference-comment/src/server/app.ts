/// <reference path="../mine/book.ts" />

export const app = 1
