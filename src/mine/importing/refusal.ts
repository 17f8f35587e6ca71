import { i18n } from '@lingui/core'
import type { Unreadable } from '../../formats/read.ts'
import type { Sealed } from '../../formats/sealed-file.ts'
import { AppError } from '../../kernel/errors.ts'

/** The largest file that is read, in bytes. */
export const LARGEST = 50 * 1024 * 1024

/** Why a file as a whole is not read. */
export type Refusal = Unreadable | Sealed | 'too-large' | 'missing' | 'not-allowed' | 'folder' | 'not-readable' | 'held-up'

const kindsRead = (): string =>
  i18n._({
    id: 'import.refusal.kinds',
    message:
      'Choose an address book: a vCard file, a table (CSV), a directory, an export of LinkedIn or Monica; or a calendar, or a copy of a Kith book.',
  })

const nothingAdded = (): string => i18n._({ id: 'import.refusal.nothing', message: 'Nothing was added to your book.' })

function words(why: Refusal, file: string): { what: string; why: string; next: string } {
  const values = { file }
  switch (why) {
    case 'empty':
      return {
        what: i18n._({ id: 'import.refusal.empty.what', message: '{file} is empty.', values }),
        why: nothingAdded(),
        next: i18n._({ id: 'import.refusal.empty.next', message: 'Save or download it once more, and try again.' }),
      }
    case 'binary':
      return {
        what: i18n._({ id: 'import.refusal.binary.what', message: '{file} is not a text file.', values }),
        why: i18n._({ id: 'import.refusal.binary.why', message: 'It holds bytes that stand for no letters, as pictures and programs do.' }),
        next: kindsRead(),
      }
    case 'zip':
      return {
        what: i18n._({ id: 'import.refusal.zip.what', message: '{file} is a packed folder without a list of people.', values }),
        why: i18n._({ id: 'import.refusal.zip.why', message: 'None of the files packed in it is one that Kith reads.' }),
        next: kindsRead(),
      }
    case 'zip-damaged':
      return {
        what: i18n._({ id: 'import.refusal.damaged.what', message: '{file} could not be unpacked.', values }),
        why: i18n._({ id: 'import.refusal.damaged.why', message: 'It is damaged, or it was not downloaded to its end.' }),
        next: i18n._({ id: 'import.refusal.damaged.next', message: 'Download it once more, and try again.' }),
      }
    case 'zip-locked':
      return {
        what: i18n._({ id: 'import.refusal.locked.what', message: '{file} is locked with a password.', values }),
        why: nothingAdded(),
        next: i18n._({ id: 'import.refusal.locked.next', message: 'Unpack it, and choose the file with the people in it.' }),
      }
    case 'zip-large':
      return {
        what: i18n._({ id: 'import.refusal.unpacked.what', message: '{file} holds far too much when it is unpacked.', values }),
        why: i18n._({ id: 'import.refusal.unpacked.why', message: 'Not even an address book of many thousands of people is that large.' }),
        next: i18n._({ id: 'import.refusal.unpacked.next', message: 'Unpack it yourself, and choose the file with the people in it.' }),
      }
    case 'workbook':
      return {
        what: i18n._({ id: 'import.refusal.workbook.what', message: '{file} is a workbook of a spreadsheet program.', values }),
        why: i18n._({ id: 'import.refusal.workbook.why', message: 'Kith reads tables that are saved as plain text.' }),
        next: i18n._({ id: 'import.refusal.workbook.next', message: 'Save the sheet as CSV, and choose that file.' }),
      }
    case 'age':
      return {
        what: i18n._({ id: 'import.refusal.age.what', message: '{file} is encrypted.', values }),
        why: i18n._({ id: 'import.refusal.age.why', message: 'It opens with the passphrase that was chosen when it was made.' }),
        next: i18n._({ id: 'import.refusal.age.next', message: 'Give the passphrase, and it is opened on this device.' }),
      }
    case 'backup':
      return {
        what: i18n._({ id: 'import.refusal.backup.what', message: '{file} is a sealed backup of a whole book.', values }),
        why: i18n._({
          id: 'import.refusal.backup.why',
          message: 'It takes the place of a book as it was; it is not added to one.',
        }),
        next: i18n._({
          id: 'import.refusal.backup.next',
          message: 'The command “kith restore {file}” brings it back, with your six words or your recovery code.',
          values,
        }),
      }
    case 'unknown':
      return {
        what: i18n._({ id: 'import.refusal.unknown.what', message: 'Kith does not know what kind of file {file} is.', values }),
        why: i18n._({
          id: 'import.refusal.unknown.why',
          message: 'Its text holds neither people nor meetings in a form that Kith can read.',
        }),
        next: kindsRead(),
      }
    case 'too-large':
      return {
        what: i18n._({ id: 'import.refusal.large.what', message: '{file} is larger than 50 MB.', values }),
        why: i18n._({ id: 'import.refusal.large.why', message: 'Not even an address book of many thousands of people is that large.' }),
        next: i18n._({ id: 'import.refusal.large.next', message: 'Export the people without their pictures, or in several files.' }),
      }
    case 'missing':
      return {
        what: i18n._({ id: 'import.refusal.missing.what', message: 'There is no file {file}.', values }),
        why: nothingAdded(),
        next: i18n._({ id: 'import.refusal.missing.next', message: 'Check its name and its folder.' }),
      }
    case 'not-allowed':
      return {
        what: i18n._({ id: 'import.refusal.allowed.what', message: '{file} may not be read.', values }),
        why: i18n._({ id: 'import.refusal.allowed.why', message: 'This account has no right to read it.' }),
        next: i18n._({ id: 'import.refusal.allowed.next', message: 'Copy it to a folder of your own, and try again.' }),
      }
    case 'folder':
      return {
        what: i18n._({ id: 'import.refusal.folder.what', message: '{file} is a folder.', values }),
        why: nothingAdded(),
        next: i18n._({ id: 'import.refusal.folder.next', message: 'Choose a file in it.' }),
      }
    case 'not-readable':
      return {
        what: i18n._({ id: 'import.refusal.unreadable.what', message: '{file} could not be read to its end.', values }),
        why: i18n._({ id: 'import.refusal.unreadable.why', message: 'The disk or the program that holds it gave an error.' }),
        next: i18n._({ id: 'import.refusal.unreadable.next', message: 'Copy the file to this device, and try again.' }),
      }
    case 'held-up':
      return {
        what: i18n._({ id: 'import.refusal.held.what', message: 'Reading {file} was stopped.', values }),
        why: i18n._({ id: 'import.refusal.held.why', message: 'Something in it takes too long or too much memory to read.' }),
        next: i18n._({
          id: 'import.refusal.held.next',
          message: 'Export it again from the program it comes from, in several files if there is a choice.',
        }),
      }
  }
}

/** The refusal of a file as three plain sentences. */
export const refuse = (why: Refusal, file: string): AppError => new AppError(`file-${why}`, { ...words(why, file), status: 422 })
