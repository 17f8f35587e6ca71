import { read } from '../kernel/hop.ts'

export const main = read
