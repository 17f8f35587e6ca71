import { fold } from '../kernel/text.ts'

export const shape = fold('a')
