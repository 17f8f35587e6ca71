export const app = async () => (await import('../mi' + 'ne/book.ts')).secret
