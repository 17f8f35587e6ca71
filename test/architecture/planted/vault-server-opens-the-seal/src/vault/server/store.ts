import { open } from '../seal.ts'

export const app = open
