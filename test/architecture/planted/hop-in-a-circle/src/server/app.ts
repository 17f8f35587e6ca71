import { one } from './one.ts'

export const app = one
