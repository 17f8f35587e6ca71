import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { i18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'

/** The language of the terminal: `KITH_LANG`, else what the system says; English unless it is German. */
const languageOf = ({ KITH_LANG, LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): 'de' | 'en' =>
  /^de(?![a-z])/i.test([KITH_LANG, LC_ALL, LC_MESSAGES, LANG].find((one) => one !== undefined && one !== '') ?? '') ? 'de' : 'en'

/**
 * Makes the words of the rules speak on the command line. There is no build step to compile them, so
 * it is done as they are said. What the commands say about themselves stays English.
 */
export function loadTexts(env: NodeJS.ProcessEnv = process.env): void {
  i18n.setMessagesCompiler(compileMessage)
  if (i18n.locale !== '') return
  const locale = languageOf(env)
  i18n.loadAndActivate({ locale, messages: locale === 'en' ? {} : readCatalogue(locale) })
}

/** The texts of a catalogue by their ids. The rules name theirs, so that no key has to be worked out here. */
function readCatalogue(locale: string): Record<string, string> {
  const text = readFileSync(join(import.meta.dirname, `../web/locales/${locale}.po`), 'utf8')
  const messages: Record<string, string> = {}
  for (const entry of text.split(/\n\n+/)) {
    const id = written(entry, 'msgid')
    const said = written(entry, 'msgstr')
    if (id !== '' && said !== '') messages[id] = said
  }
  return messages
}

/** What follows a keyword of a PO file, also over several lines. */
function written(entry: string, keyword: string): string {
  const found = new RegExp(`^${keyword} ("(?:.*)"(?:\\n".*")*)`, 'm').exec(entry)?.[1] ?? '""'
  return found
    .split('\n')
    .map((line) => JSON.parse(line) as string)
    .join('')
}
