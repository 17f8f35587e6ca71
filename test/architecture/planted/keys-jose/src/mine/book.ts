import type { JWK } from 'jose'

export type Key = JWK
