import { fold } from '../kernel/text.ts'
import type { Row } from '../vault/contract.ts'
import { store } from '../vault/server/store.ts'

const mine = 'the mine/book.ts of everybody stays shut'

export const app = [fold(mine), store] satisfies readonly Row[]
