import { fromB64 } from './bytes.ts'
import { freshCode } from './recovery-code.ts'
import type { Body, Vault } from './terms.ts'
import type { Wire } from './wire.ts'
import { freshWords } from './words.ts'

/** Fresh words and a fresh code, to be shown and written down before anything is locked with them. */
export const freshSecrets = (): { readonly words: string; readonly code: string } => ({ words: freshWords(), code: freshCode() })

/**
 * Locks the book with six words and a recovery code: it gets a new key that only these two open, and
 * the key file of this computer goes. From then on files of this computer's account do not open it.
 *
 * @throws AppError `not-now`, `book-moved-on`
 */
export async function lockWithWords<B extends Body>(vault: Vault<B>, wire: Wire, secrets: { words: string; code: string }): Promise<void> {
  await vault.keepOnlyDoors([
    { kind: 'words', words: secrets.words },
    { kind: 'code', code: secrets.code },
  ])
  await wire.removeKeyFile()
}

/** Lets this computer open the book by itself again, with a key file. */
export async function openByKeyFile<B extends Body>(vault: Vault<B>, wire: Wire): Promise<void> {
  const secret = fromB64(await wire.makeKeyFile()) ?? new Uint8Array(0)
  await vault.addDoor({ kind: 'key-file', secret })
}
