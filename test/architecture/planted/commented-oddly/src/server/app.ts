import /* from '../kernel/text.ts' */ { secret } from /* ; */ '../mine/book.ts'

export const app = `${`${secret}`} // ${/['"`]/.source}`
