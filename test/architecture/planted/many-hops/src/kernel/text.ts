export const fold = (text: string): string => text
export type Last = import('../mine/book.ts').Book
