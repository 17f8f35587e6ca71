export { shape } from './shape.ts'
