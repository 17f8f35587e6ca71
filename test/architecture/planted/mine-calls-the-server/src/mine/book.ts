import { app } from '../formats/hop.ts'

export const book = app
