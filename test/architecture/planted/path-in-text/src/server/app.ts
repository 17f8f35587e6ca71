import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

export const where = pathToFileURL(join(process.cwd(), 'src/mine/book.ts'))
