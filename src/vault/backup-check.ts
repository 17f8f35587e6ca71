import { AppError } from '../kernel/errors.ts'
import type { BackupDoors, BackupHead, BackupRow } from './contract.ts'
import type { KeyRing } from './keys.ts'
import { Ledger } from './ledger.ts'
import { openRow } from './sync.ts'
import type { Body, Secret } from './terms.ts'
import { openFor } from './unlock.ts'

const doesNotOpen = (): AppError =>
  new AppError('backup-not-authentic', {
    what: 'This backup was not brought back, and nothing was changed.',
    why: 'Some entries in it do not open with the key of the book, or something they belong to is missing: it was changed or damaged.',
    next: 'Take another copy of it, or an older backup.',
    status: 422,
  })

const tooNew = (): AppError =>
  new AppError('backup-newer', {
    what: 'This backup was not brought back, and nothing was changed.',
    why: 'Part of it was written by a newer version of Kith.',
    next: 'Update Kith here, then try again.',
    status: 422,
  })

/**
 * Opens the keys in a backup with a secret.
 *
 * @throws AppError `wrong-secret`, `no-such-door`, `door-exchanged`, or the sentence about mistyped words or code
 */
export const ringOfBackup = (head: BackupHead, doors: BackupDoors, secret: Secret): Promise<KeyRing> =>
  openFor({ owner: head.owner, epoch: head.epoch, ...doors }, secret)

/** Opens every row of a backup, as a new device would, before anything is replaced by it. */
export class BackupCheck {
  readonly #ring: KeyRing
  readonly #ledger = new Ledger<Body>()

  constructor(ring: KeyRing) {
    this.#ring = ring
  }

  /**
   * Opens some rows, in the order of the file.
   *
   * @throws AppError when one of them does not open in its place
   */
  async take(rows: readonly BackupRow[]): Promise<void> {
    const opened = await Promise.all(rows.map((row) => openRow<Body>(row, this.#ring)))
    if (opened.some(({ found }) => found === 'needs-newer-app')) throw tooNew()
    if (this.#ledger.take(opened, 1, []).length > 0) throw doesNotOpen()
  }

  /**
   * The file has ended: how many records are in it.
   *
   * @throws AppError when a segment or a row that belongs to it is missing
   */
  end(): number {
    if (this.#ledger.endFeed().length > 0) throw doesNotOpen()
    return this.#ledger.bodies().size
  }
}
