import { i18n, type Messages } from '@lingui/core'
import { loadErrorWords } from './error-words.ts'
import { keepLanguage, type Language, languageChoice } from './language-choice.ts'

// A file of its own for each language: nobody fetches the words of another one.
const catalogues: Readonly<Record<Language, () => Promise<{ messages: Messages }>>> = {
  en: () => import('./locales/en.po'),
  de: () => import('./locales/de.po'),
}

async function speak(language: Language): Promise<void> {
  const { messages } = await catalogues[language]()
  i18n.loadAndActivate({ locale: language, messages })
  document.documentElement.lang = language
  // What the system says about the installed program, in the same language.
  const manifest = document.querySelector<HTMLLinkElement>('link[rel=manifest]')
  if (manifest !== null) manifest.href = language === 'en' ? '/manifest.webmanifest' : `/manifest.${language}.webmanifest`
}

/** Loads the words of the language of this device. */
export async function loadTexts(): Promise<typeof i18n> {
  const wanted = languageChoice()
  // Without a connection the words of another language may be the ones at hand.
  await speak(wanted).catch(() => speak(wanted === 'en' ? 'de' : 'en'))
  return i18n
}

/**
 * Speaks another language from now on, here and at the next start.
 * @throws when its words cannot be fetched; then nothing changed
 */
export async function chooseLanguage(language: Language): Promise<void> {
  if (language === i18n.locale) return
  await speak(language)
  keepLanguage(language)
  await loadErrorWords().catch(() => undefined)
}
