import { i18n } from '@lingui/core'
import { messages } from './locales/en.po'

/** Loads the words of the product. English is the source and the only language so far, so it is part of the first file. */
export function loadTexts(): typeof i18n {
  i18n.load('en', messages)
  i18n.activate('en')
  return i18n
}
