export { stand } from './testing.ts'
