const LONGEST_MS = 1500

let typed = ''
let stop: (() => void) | undefined

/** Keeps what is typed from now on, until a line comes up that takes it: the pen is quicker than the page. */
export function typeAhead(): void {
  stop?.()
  typed = ''
  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (event.key === 'Backspace') typed = typed.slice(0, -1)
    else if (event.key.length === 1) typed += event.key
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  document.addEventListener('keydown', onKey, { capture: true })
  const timer = setTimeout(() => stop?.(), LONGEST_MS)
  stop = () => {
    clearTimeout(timer)
    document.removeEventListener('keydown', onKey, { capture: true })
    stop = undefined
  }
}

/** What was typed ahead; from here on the line itself has the keyboard. */
export function takeTyped(): string {
  stop?.()
  const taken = typed
  typed = ''
  return taken
}
