import { open } from '../vault/seal.ts'

export const book = open
