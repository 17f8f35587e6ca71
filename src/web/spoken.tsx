import { DirectionProvider } from '@base-ui/react/direction-provider'
import { type I18n, i18n } from '@lingui/core'
import { t } from '@lingui/core/macro'
import { I18nProvider } from '@lingui/react'
import { Fragment, type ReactNode, useSyncExternalStore } from 'react'
import type { Language } from './language-choice.ts'
import { chooseLanguage } from './texts.ts'
import { say } from './ui/toast.tsx'

/** The language that is spoken now. */
export const useSpoken = (texts: I18n = i18n): Language =>
  useSyncExternalStore(
    (listener) => texts.on('change', listener),
    () => texts.locale as Language,
  )

/**
 * Everything below speaks one language. When another is chosen the page is drawn anew, because the
 * rules of the book put sentences together outside of React; the book stays open.
 */
export function Spoken({ texts, children }: { texts: I18n; children: ReactNode }) {
  const language = useSpoken(texts)
  return (
    <DirectionProvider direction={document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr'}>
      <I18nProvider i18n={texts}>
        <Fragment key={language}>{children}</Fragment>
      </I18nProvider>
    </DirectionProvider>
  )
}

/** Speaks another language from now on, and stays where the eye was. */
export async function speakHere(language: Language): Promise<void> {
  try {
    await chooseLanguage(language)
  } catch {
    say(t`The words of that language could not be fetched. Try again when there is a connection.`)
    return
  }
  // The page was drawn anew; without this the keyboard would begin at the very top.
  requestAnimationFrame(() => document.getElementById('page')?.focus({ preventScroll: true }))
}
