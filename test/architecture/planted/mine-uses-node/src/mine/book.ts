import { hostname } from 'node:os'

export const book = hostname()
