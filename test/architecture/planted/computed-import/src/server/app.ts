const where = ['..', 'mine', 'book.ts']

export const app = async () => import(where.join('/'))
