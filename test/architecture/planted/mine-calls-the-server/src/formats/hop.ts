export { app } from '../server/app.ts'
