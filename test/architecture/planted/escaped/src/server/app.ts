export const app = async () => import('../m\u0069ne/book.ts')
