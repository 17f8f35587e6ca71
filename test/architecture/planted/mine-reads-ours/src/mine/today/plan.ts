import type { Round } from '../../ours/lunch/contract.ts'

export type Plan = Round
