import { webcrypto } from 'node:crypto'

export const token = webcrypto
