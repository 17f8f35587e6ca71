import { createCipheriv as box } from 'node:crypto'

export const token = box
