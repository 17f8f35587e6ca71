import { open } from './lock.ts'

export const app = open
