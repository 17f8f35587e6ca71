import { useEffect, useRef } from 'react'
import { read, type ShortcutId } from './shortcuts.ts'

/** What answers to a shortcut; `false` declines, and whoever was shown before is asked. */
type Act = () => unknown
const acts = new Map<ShortcutId, Act[]>()

/**
 * Lets a part of the page answer to a shortcut for as long as it is shown; the part shown last is asked first.
 * `last` keeps a part behind all others: the shell, which can always answer.
 */
export function useShortcut(id: ShortcutId, act: Act, last = false): void {
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    const call: Act = () => latest.current()
    const others = acts.get(id) ?? []
    acts.set(id, last ? [call, ...others] : [...others, call])
    return () => {
      acts.set(
        id,
        (acts.get(id) ?? []).filter((other) => other !== call),
      )
    }
  }, [id, last])
}

/** Does what a shortcut does, as the palette and the sheet offer it. */
export function run(id: ShortcutId): boolean {
  const list = acts.get(id) ?? []
  return list.some((_, i) => list[list.length - 1 - i]?.() !== false)
}

/** Whether something on the page answers to a shortcut now. */
export const answers = (id: ShortcutId): boolean => (acts.get(id)?.length ?? 0) > 0

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  // Boxes and rings to tick take no letters.
  !(target instanceof HTMLInputElement && /^(checkbox|radio)$/.test(target.type)) &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
const within = (target: EventTarget | null, selector: string): boolean => target instanceof Element && target.closest(selector) !== null
const TOGETHER_MS = 1200

/** The one listener for keys. Sits in the shell. */
export function useShortcutKeys(singles: boolean): void {
  useEffect(() => {
    let before: string | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return
      const mod = event.ctrlKey || event.metaKey
      if (typing(event.target) && !(mod && event.key.toLowerCase() === 'k')) return
      if (!mod && within(event.target, '[role=dialog], [role=menu], [role=listbox]')) return
      const meant = read({ key: event.key, mod, alt: event.altKey }, before, singles)
      clearTimeout(timer)
      before = null
      if (meant === null) return
      if ('waits' in meant) {
        before = meant.waits
        timer = setTimeout(() => {
          before = null
        }, TOGETHER_MS)
        return
      }
      if (run(meant.does)) event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('keydown', onKey)
    }
  }, [singles])
}
