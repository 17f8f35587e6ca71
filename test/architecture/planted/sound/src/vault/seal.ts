import { fold } from '../kernel/text.ts'

export const seal = [fold, crypto.subtle]
