export const app = async () => (await import('../mine/book.ts')).secret
