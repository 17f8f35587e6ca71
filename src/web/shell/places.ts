import { useLingui } from '@lingui/react/macro'
import type { ShortcutId } from '../shortcuts.ts'
import type { IconName } from '../ui/icon.tsx'

/** A screen that can be gone to by itself. */
export interface Place {
  readonly to: '/' | '/people' | '/map' | '/data'
  readonly icon: IconName
  readonly word: string
  readonly shortcut: ShortcutId
  /** Whether the bar of the phone has room for it. */
  readonly inBar: boolean
}

/** The screens in the order of the sidebar. */
export function usePlaces(): { readonly mine: readonly Place[]; readonly data: Place } {
  const { t } = useLingui()
  return {
    mine: [
      { to: '/', icon: 'today', word: t`Today`, shortcut: 'today', inBar: true },
      { to: '/people', icon: 'people', word: t`People`, shortcut: 'people', inBar: true },
      { to: '/map', icon: 'map', word: t`Map`, shortcut: 'map', inBar: false },
    ],
    data: { to: '/data', icon: 'data', word: t`Your data`, shortcut: 'data', inBar: true },
  }
}
