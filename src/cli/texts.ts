import { i18n } from '@lingui/core'

/** Makes the words of the rules speak English on the command line. */
export function loadTexts(): void {
  if (i18n.locale === '') i18n.loadAndActivate({ locale: 'en', messages: {} })
}
