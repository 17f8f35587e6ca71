import { armor, Decrypter, Encrypter } from 'age-encryption'
import { no, ok, type Result } from '../kernel/errors.ts'
import type { Bytes } from './bytes.ts'

/** For whom a file is encrypted: whoever knows a passphrase, or who holds the identity of a recipient (`age1…`). */
export type AgeFor = { readonly passphrase: string } | { readonly recipient: string }

/** With what a file is opened. */
export type AgeWith = { readonly passphrase: string } | { readonly identity: string }

/** Why a file did not open. */
export type AgeReason = 'not-age' | 'other-secret' | 'cut-off'

const ARMOUR = '-----BEGIN AGE ENCRYPTED FILE-----'

/**
 * Encrypts bytes as the age format describes it (age-encryption.org/v1), so that plain `age -d` opens
 * them. A passphrase is stretched with scrypt (2^18, as age itself does); it takes about a second.
 */
export async function sealAge(bytes: Uint8Array, whom: AgeFor): Promise<Bytes> {
  const encrypter = new Encrypter()
  if ('passphrase' in whom) encrypter.setPassphrase(whom.passphrase.normalize('NFC'))
  else encrypter.addRecipient(whom.recipient)
  return new Uint8Array(await encrypter.encrypt(bytes))
}

/** Opens what `age` or {@link sealAge} encrypted, in binary or in its armour. */
export async function openAge(sealed: Uint8Array, secret: AgeWith): Promise<Result<Bytes, AgeReason>> {
  const head = new TextDecoder('latin1').decode(sealed.subarray(0, 40))
  let binary = sealed
  if (head.startsWith(ARMOUR)) {
    try {
      binary = armor.decode(new TextDecoder('latin1').decode(sealed))
    } catch {
      return no('cut-off')
    }
  } else if (!head.startsWith('age-encryption.org/v1\n')) return no('not-age')
  // The header ends with its own authentication; without that line it was not copied whole.
  if (!/\n--- [A-Za-z0-9+/]{43}\n/.test(new TextDecoder('latin1').decode(binary.subarray(0, 65_536)))) return no('cut-off')
  const decrypter = new Decrypter()
  try {
    if ('passphrase' in secret) decrypter.addPassphrase(secret.passphrase.normalize('NFC'))
    else decrypter.addIdentity(secret.identity)
    return ok(new Uint8Array(await decrypter.decrypt(binary)))
  } catch (error) {
    const said = error instanceof Error ? error.message : ''
    return no(said.startsWith('no identity matched') ? 'other-secret' : 'cut-off')
  }
}
