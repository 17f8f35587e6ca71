/** A file that holds a book and cannot be read as it is: encrypted for age, or a backup of sealed rows. */
export type Sealed = 'age' | 'backup'

/** How each of them begins: age v1 in binary and in its armour (age-encryption.org/v1), and Kith's backup. */
const beginnings: readonly (readonly [Sealed, string])[] = [
  ['age', 'age-encryption.org/v1\n'],
  ['age', '-----BEGIN AGE ENCRYPTED FILE-----'],
  ['backup', '{"kith-backup":'],
]

/** What a file is sealed as, by its first bytes; null when it is not. */
export function sealedAs(head: Uint8Array): Sealed | null {
  const text = new TextDecoder('latin1').decode(head.subarray(0, 64))
  return beginnings.find(([, beginning]) => text.startsWith(beginning))?.[0] ?? null
}
