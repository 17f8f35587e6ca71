import { i18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'

/** Makes the words of the rules speak English on the command line. There is no build step to compile them, so it is done as they are said. */
export function loadTexts(): void {
  i18n.setMessagesCompiler(compileMessage)
  if (i18n.locale === '') i18n.loadAndActivate({ locale: 'en', messages: {} })
}
