import { AppError } from '../kernel/errors.ts'
import { offline } from '../vault/wire.ts'

const linkSpent = (): AppError =>
  new AppError('link-spent', {
    what: 'This link no longer signs in.',
    why: 'A link works once, and only for some hours.',
    next: 'Run "kith open" on the computer Kith runs on for a fresh one.',
    status: 401,
  })

/** The token of a link that signs in once, taken out of the address so that it stays in no history. */
export function takeToken(): string | null {
  const token = /^#open=([\w-]+)$/.exec(location.hash)?.[1] ?? null
  if (token !== null) history.replaceState(null, '', `${location.pathname}${location.search}`)
  return token
}

/**
 * Signs in with the token of a link.
 * @throws AppError `link-spent` when it does not sign in, `offline` when nobody answers
 */
export async function spendToken(token: string): Promise<void> {
  let answer: Response
  try {
    answer = await fetch('/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      credentials: 'same-origin',
      cache: 'no-store',
      body: JSON.stringify({ token }),
    })
  } catch {
    throw offline()
  }
  if (!answer.ok) throw linkSpent()
}

/**
 * A fresh link that lets another browser of this computer in, once.
 * @throws AppError `offline` when nobody answers, `link-not-made` when the server refuses
 */
export async function freshLink(): Promise<string> {
  let answer: Response
  try {
    answer = await fetch('/api/open', {
      method: 'POST',
      headers: { accept: 'application/json' },
      credentials: 'same-origin',
      cache: 'no-store',
    })
  } catch {
    throw offline()
  }
  const said: unknown = await answer.json().catch(() => null)
  const link = typeof said === 'object' && said !== null && 'link' in said ? said.link : undefined
  if (answer.ok && typeof link === 'string') return link
  throw new AppError('link-not-made', {
    what: 'No link could be made.',
    why: 'The server refused; you may be signed out.',
    next: 'Reload this page and try again.',
    status: answer.status,
  })
}
