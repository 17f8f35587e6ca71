/** A language that Kith speaks, by its code. */
export type Language = 'en' | 'de'

/** Every language, called as it calls itself. */
export const languages: readonly { readonly key: Language; readonly name: string }[] = [
  { key: 'en', name: 'English' },
  { key: 'de', name: 'Deutsch' },
]

const KEY = 'kith.language'

/** The first language of a list of wishes ("de-AT", "en") that Kith speaks; English when it speaks none. */
export function fitting(wished: readonly string[]): Language {
  for (const one of wished) {
    const known = languages.find(({ key }) => key === one.toLowerCase().split(/[-_.]/, 1)[0])
    if (known !== undefined) return known.key
  }
  return 'en'
}

/** The language of this device: the one chosen here, else the first the browser asks for that Kith speaks. */
export function languageChoice(): Language {
  try {
    const chosen = languages.find(({ key }) => key === localStorage.getItem(KEY))
    if (chosen !== undefined) return chosen.key
  } catch {
    // Storage may be switched off; the browser's own wish holds then.
  }
  return fitting(navigator.languages)
}

/** Keeps a language for the next time. Putting it on now is the work of `texts.ts`. */
export function keepLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language)
  } catch {
    // Storage may be switched off; the choice then holds until the page closes.
  }
}
