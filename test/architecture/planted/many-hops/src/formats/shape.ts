export { shape } from '../tables/seat.ts'
