export const app = async () => import('file:///opt/kith/src/mine/book.ts')
