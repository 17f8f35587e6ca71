import { start } from '../../scripts/start.mjs'

export const app = start
