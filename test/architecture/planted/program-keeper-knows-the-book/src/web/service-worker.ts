import { names } from '../mine/names.ts'

addEventListener('fetch', () => names())
