import { shape } from '../formats/shape.ts'

export const app = shape
