import { AppError } from '../kernel/errors.ts'
import type { AgeReason } from './age.ts'

const texts: Record<AgeReason, (file: string) => { what: string; why: string; next: string }> = {
  'not-age': (file) => ({
    what: `${file} is not an encrypted copy.`,
    why: 'It does not begin as such a file does.',
    next: 'Choose a file that ends in .age.',
  }),
  'other-secret': (file) => ({
    what: `This passphrase does not open ${file}.`,
    why: 'It is another one than the file was made with, or a letter of it is.',
    next: 'Look at your note, and type it once more.',
  }),
  'cut-off': (file) => ({
    what: `${file} is damaged.`,
    why: 'It was not copied to its end, or something in it was changed.',
    next: 'Copy it once more from where it was made, or take another copy.',
  }),
}

/** Why an encrypted file did not open, as three plain sentences. */
export const ageRefused = (reason: AgeReason, file: string): AppError =>
  new AppError(`age-${reason}`, { ...texts[reason](file), status: 422 })
