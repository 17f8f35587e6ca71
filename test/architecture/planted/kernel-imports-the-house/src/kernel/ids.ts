export { shape } from '../formats/shape.ts'
