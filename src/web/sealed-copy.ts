import { AppError } from '../kernel/errors.ts'
import type { Bytes } from '../vault/bytes.ts'
import { freshWords, readWords } from '../vault/words.ts'

/** A passphrase nobody has to think of: six words. */
export const freshPassphrase = (): string => freshWords()

/** Encrypts a copy on this device, so that Kith and plain `age -d` open it with the passphrase. */
export async function sealCopy(copy: Uint8Array, passphrase: string): Promise<Bytes> {
  const { ageInWorker } = await import('../vault/age-browser.ts')
  const sealed = await ageInWorker({ seal: new Uint8Array(copy), whom: { passphrase } })
  if (!sealed.ok) throw new Error('sealing gave a reason')
  return sealed.value
}

/**
 * Opens an encrypted file on this device. The name loses its last ending.
 *
 * @throws AppError with three plain sentences when the passphrase is another one or the file is damaged
 */
export async function openCopy(file: File, passphrase: string): Promise<File> {
  const [{ ageInWorker }, { ageRefused }] = await Promise.all([import('../vault/age-browser.ts'), import('../vault/age-refusal.ts')])
  const sealed = new Uint8Array(await file.arrayBuffer())
  const openWith = (one: string) => ageInWorker({ open: sealed, secret: { passphrase: one } })
  // Six words may be typed with capitals, commas or numbers between them.
  const words = readWords(passphrase)
  let opened = await openWith(words.ok ? words.value : passphrase)
  if (!opened.ok && opened.reason === 'other-secret' && words.ok && words.value !== passphrase) opened = await openWith(passphrase)
  if (!opened.ok) throw ageRefused(opened.reason, file.name)
  return new File([opened.value], file.name.replace(/\.age$/i, ''))
}

/** Whether an error says that the passphrase was another one, so that it is worth asking again. */
export const wrongPassphrase = (error: unknown): boolean => error instanceof AppError && error.code === 'age-other-secret'
