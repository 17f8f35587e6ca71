import type { ColumnType } from 'kysely'
import type { OwnerId } from '../../kernel/ids.ts'
import type { Trx } from '../../server/db/db.ts'
import type { Kdf, SlotKind } from '../contract.ts'

type Own = ColumnType<OwnerId, string, never>

/** Tables of the vault: ciphertext, and what must be clear to keep it in order. */
export type VaultTables = {
  vault_book: { owner: Own; epoch: number; seq: number; records: number; rev_sum: number }
  vault_record: {
    owner: Own
    id: string
    epoch: number
    rev: number
    seq: number
    envelope: string | null
    size: number
    month: string
  }
  vault_slot: {
    owner: Own
    slot: string
    kind: SlotKind
    kdf: ColumnType<Kdf, string, never>
    salt: string
    made: string
    epoch: number
    commitment: string
    wrapped: string
    proof_hash: string | null
  }
  vault_epoch: { owner: Own; epoch: number; sealed: string }
  due_count: { owner: Own; day: string; count: number }
}

/** A transaction that knows the vault's tables. */
export const vaultIn = (trx: Trx) => trx.withTables<VaultTables>()
export type VaultTrx = ReturnType<typeof vaultIn>
