// biome-ignore-all lint: nobody looks here
import { secret } from '../mine/book.ts'

export const app = secret
