/**
 * Every shortcut of Kith, once. The palette, the tooltips and the sheet behind `?` read this list,
 * and the listener in the shell obeys it. `keys` is a chord such as `mod+k`, one key, or two keys
 * one after the other (`g t`). `single` ones rest when single keys are switched off.
 */
export const shortcuts = [
  { id: 'palette', keys: 'mod+k', where: 'anywhere' },
  { id: 'log', keys: 'l', where: 'anywhere' },
  { id: 'today', keys: 'g t', where: 'anywhere' },
  { id: 'people', keys: 'g p', where: 'anywhere' },
  { id: 'map', keys: 'g m', where: 'anywhere' },
  { id: 'find', keys: 'g f', where: 'anywhere' },
  { id: 'data', keys: 'g d', where: 'anywhere' },
  { id: 'calendar', keys: 'g c', where: 'anywhere' },
  { id: 'next', keys: 'j', where: 'list' },
  { id: 'previous', keys: 'k', where: 'list' },
  { id: 'open', keys: 'o', where: 'list' },
  { id: 'pick', keys: 'x', where: 'list' },
  { id: 'done', keys: 'e', where: 'today' },
  { id: 'not-now', keys: 'n', where: 'today' },
  { id: 'wrong', keys: 'w', where: 'today' },
  { id: 'undo', keys: 'mod+z', where: 'anywhere' },
  { id: 'sheet', keys: '?', where: 'anywhere' },
] as const

export type Shortcut = (typeof shortcuts)[number]
export type ShortcutId = Shortcut['id']

const mac = typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.userAgent)

/** The keys of a shortcut as they are written on this machine's keyboard: `Ctrl K`, `⌘ K`, `G then T`. */
export function keysOf(id: ShortcutId): string {
  const keys = shortcuts.find((shortcut) => shortcut.id === id)?.keys ?? ''
  return keys
    .split(' ')
    .map((part) =>
      part
        .split('+')
        .map((key) => (key === 'mod' ? (mac ? '⌘' : 'Ctrl') : key.toUpperCase()))
        .join(' '),
    )
    .join(' ')
}

/** Whether a shortcut is a plain letter, which the owner may switch off. */
export const isSingle = (shortcut: Shortcut): boolean => !shortcut.keys.includes('mod+')

/** A key press as the registry writes it; null for what belongs to the browser or to typing. */
export interface Press {
  readonly key: string
  readonly mod: boolean
  readonly alt: boolean
}

/** What a press means after the press before it: a shortcut, the first half of one, or nothing. */
export function read(press: Press, before: string | null, singles: boolean): { does: ShortcutId } | { waits: string } | null {
  if (press.alt) return null
  const key = press.key.toLowerCase()
  const typed = press.mod ? `mod+${key}` : key
  for (const shortcut of shortcuts) {
    if (isSingle(shortcut) && !singles) continue
    if (before !== null && shortcut.keys === `${before} ${typed}`) return { does: shortcut.id }
    if (before === null && shortcut.keys === typed) return { does: shortcut.id }
  }
  if (before === null && singles && shortcuts.some((shortcut) => shortcut.keys.startsWith(`${typed} `))) return { waits: typed }
  return before === null ? null : read(press, null, singles)
}
