import type { Row } from '../../vault/contract.ts'

export type Help = Row
