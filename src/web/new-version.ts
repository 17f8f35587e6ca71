import { useSyncExternalStore } from 'react'
import { trustedScript } from '../kernel/trusted-script.ts'

/**
 * Whether another version of the program stands ready: `waits` until somebody wants it, `comes` once
 * they do and only what is being typed holds it back.
 */
export type NewVersion = 'none' | 'waits' | 'comes'

const AFTER_MS = 2_500
const LOOK_EVERY_MS = 60 * 60_000
/** Quiet after the last key or press until the page may be loaded anew, in ms: what was just written is sealed by then. */
const QUIET_MS = 1_000

let state: NewVersion = 'none'
let registration: ServiceWorkerRegistration | undefined
const listeners = new Set<() => void>()
const become = (next: NewVersion): void => {
  state = next
  for (const listener of listeners) listener()
}

/** What is known of a new version, as it changes. */
export const useNewVersion = (): NewVersion =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => state,
  )

const typed = new Set<HTMLInputElement | HTMLTextAreaElement>()
let lastPress = Number.NEGATIVE_INFINITY
const notePress = (): void => {
  lastPress = performance.now()
}

function noteTyping({ target }: Event): void {
  notePress()
  if (target instanceof HTMLTextAreaElement) typed.add(target)
  else if (target instanceof HTMLInputElement && !['checkbox', 'radio', 'file'].includes(target.type)) typed.add(target)
}

/** Whether something stands in a field that loading the page anew would lose. */
function writing(): boolean {
  for (const field of typed) if (!field.isConnected || field.value.trim() === '') typed.delete(field)
  return typed.size > 0 || performance.now() - lastPress < QUIET_MS
}

/** Loads the page anew as soon as nothing half written is on it. */
function reloadWhenFree(): void {
  if (!writing()) return location.reload()
  become('comes')
  setTimeout(reloadWhenFree, QUIET_MS)
}

/** Lets the new version take over, here and in every other tab; each loads it when nothing is being typed there. */
export function loadNewVersion(): void {
  const waiting = registration?.waiting
  if (waiting === undefined || waiting === null) return reloadWhenFree()
  become('comes')
  waiting.postMessage('take-over')
}

/**
 * Keeps the program on this device, so that it starts without its server, and notices new versions.
 * Where the browser cannot do so, everything else works as it does.
 */
export function keepProgram(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const { serviceWorker } = navigator
  let before = serviceWorker.controller !== null
  addEventListener('input', noteTyping, true)
  for (const press of ['click', 'keydown']) addEventListener(press, notePress, true)
  serviceWorker.addEventListener('controllerchange', () => {
    // The first one of all brings nothing new.
    if (before) reloadWhenFree()
    before = true
  })
  const look = async (): Promise<void> => {
    registration = await serviceWorker.register(trustedScript('/sw.js'), { updateViaCache: 'none' })
    const notice = (): void => {
      if (registration?.waiting && serviceWorker.controller !== null && state === 'none') become('waits')
    }
    const follow = (): void => registration?.installing?.addEventListener('statechange', notice)
    registration.addEventListener('updatefound', follow)
    // One may have come before anybody listened.
    follow()
    notice()
    const again = (): void => void registration?.update().catch(() => undefined)
    setInterval(again, LOOK_EVERY_MS)
  }
  // The book comes first; what cannot be kept now is kept at the next start.
  setTimeout(() => void look().catch(() => undefined), AFTER_MS)
}
