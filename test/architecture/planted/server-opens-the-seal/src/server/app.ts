import { open } from '../vault/seal.ts'

export const app = open
