import { app } from './hop.ts'

export const main = app
