import { useLingui } from '@lingui/react/macro'
import type { ShortcutId } from './shortcuts.ts'

/** What each shortcut does, in words. */
export function useShortcutWord(): (id: ShortcutId) => string {
  const { t } = useLingui()
  return (id) =>
    ({
      palette: t`Find or do anything`,
      log: t`Log a moment`,
      today: t`Go to Today`,
      people: t`Go to People`,
      map: t`Go to My map`,
      find: t`Find in the whole book`,
      data: t`Go to Your data`,
      calendar: t`Go to what your calendar knows`,
      next: t`Next in the list`,
      previous: t`Previous in the list`,
      open: t`Open the person`,
      pick: t`Choose the person among several`,
      done: t`Done`,
      'not-now': t`Not now`,
      wrong: t`Wrong`,
      undo: t`Take back the last step`,
      sheet: t`Show all keys`,
    })[id]
}
