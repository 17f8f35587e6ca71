import type { Book } from '../mine/book.ts'
import type { AnyRecord } from '../mine/record.ts'
import type { Vault } from '../vault/terms.ts'
import type { Wire } from '../vault/wire.ts'

/** A book that is open on this device, the vault that keeps it, and the server it is kept on. */
export interface OpenedBook {
  readonly book: Book
  readonly vault: Vault<AnyRecord>
  readonly wire: Wire
}
