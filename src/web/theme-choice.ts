/** Which look the owner chose on this device. */
export type ThemeChoice = 'light' | 'dark' | 'system'

const KEY = 'kith.theme'

/** The look chosen on this device; the system's when none was chosen. */
export function themeChoice(): ThemeChoice {
  try {
    const chosen = localStorage.getItem(KEY)
    return chosen === 'light' || chosen === 'dark' ? chosen : 'system'
  } catch {
    return 'system'
  }
}

/** Puts a look on, now and for the next time. `theme.js` in the head of the page reads it before the first paint. */
export function chooseTheme(choice: ThemeChoice): void {
  const root = document.documentElement
  if (choice === 'system') delete root.dataset['theme']
  else root.dataset['theme'] = choice
  // The system's own bar around the page follows.
  for (const bar of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const look = bar.dataset['look'] ?? ''
    bar.media = choice === 'system' ? `(prefers-color-scheme: ${look})` : choice === look ? 'all' : 'not all'
  }
  try {
    if (choice === 'system') localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, choice)
  } catch {
    // Storage may be switched off; the choice then holds until the page closes.
  }
}
