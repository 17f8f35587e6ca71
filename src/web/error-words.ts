import { i18n, type Messages } from '@lingui/core'
import type { Language } from './language-choice.ts'

/** The three sentences of an error or of an alarm. */
interface Said {
  readonly what: string
  readonly why: string
  readonly next: string
}

// The vault and the server say their errors in English, and each sentence is its own id.
const catalogues: Readonly<Partial<Record<Language, () => Promise<{ messages: Messages }>>>> = {
  de: () => import('./locales/errors/de.po'),
}
let patterns: readonly { readonly id: string; readonly fits: RegExp }[] = []

/** Fetches the sentences of errors in the language of the page. Until they are here errors speak English. */
export async function loadErrorWords(): Promise<void> {
  const language = i18n.locale as Language
  const messages = (await catalogues[language]?.())?.messages ?? {}
  if (i18n.locale !== language) return
  if (catalogues[language] !== undefined) i18n.load(language, messages)
  patterns = Object.keys(messages)
    .filter((id) => id.includes('{0}'))
    .map((id) => ({ id, fits: new RegExp(`^${id.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\d+\}/g, '(.*?)')}$`, 'u') }))
}

function inWords(sentence: string): string {
  if (i18n.messages[sentence] !== undefined) return i18n._(sentence)
  for (const { id, fits } of patterns) {
    const found = fits.exec(sentence)
    if (found !== null) return i18n._(id, Object.fromEntries(found.slice(1).map((part, at) => [at, part])))
  }
  return sentence
}

/** What an error says, in the language of the page. */
export const errorWords = ({ what, why, next }: Said): Said => ({ what: inWords(what), why: inWords(why), next: inWords(next) })
